import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import { begin, codeOn, press } from "../../../test/resident.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import { FEWEST } from "../../ground/fewest.ts";
import { instantOf, type Instant } from "../../ground/time.ts";
import { listMeasurements, listObservations, listSources } from "../api.ts";
import type { CollectDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { refusals as formRefusals } from "../open-form-words.ts";
import { roughened } from "../pointed.ts";
import { refusals } from "./words.ts";

const partnership = "ockelbo";
const FORM = "/ockelbo/synpunkt/trafik";
const AT = "2026-08-20T09:00:00.000Z" as Instant;
const later = (seconds: number) => instantOf(Date.parse(AT) + seconds * 1000);
const ROAD = "Infarten från Gävle, bron till skolan";
const complaint = (more: Partial<InputOf<typeof api.takeInComplaint>> = {}): InputOf<typeof api.takeInComplaint> => ({
  partnership,
  stretch: { kind: "area", name: ROAD },
  kind: "speed",
  direction: "mot skolan",
  weekdays: [1, 2, 3, 4, 5],
  fromHour: 7,
  toHour: 9,
  effect: "Barnen vågar inte gå över",
  cameBy: "phone",
  receivedOn: "2026-08-20",
  registryNumber: "KS 2026/114",
  ...more,
});
/** Four vehicles an hour for a week; the slowest of twenty speeds is `slowest`. Two rows are odd. */
function fileOf(start: string, slowest: number): Uint8Array {
  const rows = Array.from({ length: 168 * 4 + 1 }, (_, quarter) => {
    const at = instantOf(Date.parse(start) + quarter * 900_000)
      .slice(0, 19)
      .replace("T", " ");
    return `${at};${quarter % 100 === 50 ? "" : slowest + (quarter % 20)},0;${quarter % 2 === 0 ? "in" : "ut"}`;
  });
  rows[5] = rows[5]!.replace(/;[^;]*;/, ";255;");
  return new TextEncoder().encode(
    ["Datum;Hastighet;Riktning", ...rows, "Summa;673;"].join("\r\n").replaceAll(";,0;", ";;"),
  );
}

onBothEngines("traffic", (fresh) => {
  test("three complaints, one stretch: measured, judged, proposed, measured again, answered once", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: "2026-08-20T09:00:00.000Z" as Instant });
    const [karin, amina, johan] = [await house.as("Karin"), await house.as("Amina"), await house.as("Johan")];
    const { number } = (await amina.call(api.takeInComplaint, complaint())).value;
    await amina.call(api.takeInComplaint, complaint({ cameBy: "e-mail", effect: "Nästan påkörd" }));
    const third = await karin.call(api.takeInComplaint, complaint({ cameBy: "counter" }));
    expect(third.value).toEqual({ number, complaints: 3, isNew: false });
    const at = { partnership, number };

    const plate = await amina.call(api.takeInComplaint, complaint({ effect: "Det är ABC 123" }));
    expect(plate).toMatchObject({ status: 409, problem: { why: "plate-belongs-with-police", field: "effect" } });
    expect(plate.problem.detail).toBe(
      "Det ser ut som ett registreringsnummer. Det hör till polisen, 114 14, och tas bort här.",
    );

    // The other party sees the stretch and how many; what each said is the municipality's.
    const seen = (await johan.call(api.openThread, at)).value;
    expect(seen.thread).toMatchObject({ complaints: 3, state: "received" });
    expect(seen.complaints).toEqual([]);
    expect((await karin.call(api.openThread, at)).value.complaints).toHaveLength(3);

    const measure = { ...at, choice: "measure" as const, roadKeeper: "municipality" as const, limit: 30 };
    expect((await johan.call(api.triageThread, measure)).status).toBe(403);
    expect((await karin.call(api.triageThread, measure)).value.state).toBe("measuring");

    // Thought better of before anything is measured: back to where it came in, with the reason.
    const regret = { ...at, reason: "Gränsen är 40 där" };
    expect((await johan.call(api.takeBack, regret)).status).toBe(403);
    expect((await karin.call(api.takeBack, { ...at, reason: " " })).problem.why).toBe("reason-needed");
    expect((await karin.call(api.takeBack, regret)).value.state).toBe("received");
    expect((await johan.call(api.openThread, at)).value.thread.takenBack).toMatchObject([
      { state: "measuring", said: "", reason: "Gränsen är 40 där" },
    ]);
    expect((await karin.call(api.triageThread, measure)).value.state).toBe("measuring");

    const before = fileOf("2026-08-24T00:00:00Z", 31);
    const peeked = (await karin.call(api.peekAtMeterFile, at, before)).value;
    expect(peeked).toMatchObject({ separator: ";", read: { rows: 674, vehicles: 673, withoutSpeed: 8, oddCount: 2 } });
    expect(peeked.meter).toBeUndefined();
    const lay = {
      ...at,
      fileName: "v35.csv",
      meterName: "SR4 nr 2",
      method: "radar" as const,
      mapping: JSON.stringify(peeked.mapping),
    } as unknown as InputOf<typeof api.layMeasurement>;
    expect((await johan.call(api.layMeasurement, lay, before)).status).toBe(403);
    const laid = await karin.call(api.layMeasurement, lay, before);
    expect(laid).toMatchObject({ status: 200, value: { summary: { n: 673, withSpeed: 665, days: 7 }, flags: [] } });

    expect(
      (await karin.call(api.judgeThread, { ...at, kind: "justified", sentence: "Farten är för hög." })).value.state,
    ).toBe("judged");
    const proposal = { ...at, action: "control" as const, to: "police" as const };
    const { id } = (await karin.call(api.proposeAction, { ...proposal, what: "Vid skolan" })).value;
    expect((await karin.call(api.replyToProposal, { partnership, id, kind: "will" })).status).toBe(403);
    const declined = { partnership, id, kind: "declined" as const };
    expect((await johan.call(api.replyToProposal, declined)).problem.why).toBe("reason-needed");
    expect(
      (
        await johan.call(api.replyToProposal, {
          ...declined,
          reason: "Polisen prioriterar en annan plats den här månaden",
        })
      ).status,
    ).toBe(200);
    expect(
      (await johan.call(api.replyToProposal, { partnership, id, kind: "done", count: 8, reason: "" })).status,
    ).toBe(200);

    expect((await karin.call(api.measureAgain, at)).value.state).toBe("remeasuring");
    house.setClock("2026-09-28T09:00:00.000Z" as Instant);
    expect((await karin.call(api.layMeasurement, lay, before)).problem.why).toBe("measured-already");
    const after = fileOf("2026-09-14T00:00:00Z", 25);
    const known = (await karin.call(api.peekAtMeterFile, at, after)).value;
    expect(known.meter).toMatchObject({ name: "SR4 nr 2", method: "radar", lastUsedOn: "2026-08-20" });
    expect((await karin.call(api.layMeasurement, { ...lay, fileName: "v38.csv" }, after)).status).toBe(200);

    const text = "V85 sjönk. Hur mycket som beror på kontrollerna kan vi inte säga.";
    expect((await karin.call(api.answerThread, { ...at, text: "V85 sjönk tack vare kontrollerna." })).problem.why).toBe(
      "claims-cause",
    );
    expect((await karin.call(api.answerThread, { ...at, text: "Kontrollerna har haft effekt." })).problem.detail).toBe(
      "«Kontrollerna har haft effekt.» säger vad som var orsaken. Det vet ingen utan en jämförelseväg. Skriv vad ni gjort och vad som mättes i var sin mening.",
    );
    expect((await karin.call(api.answerThread, { ...at, text })).value).toEqual({
      number,
      state: "answered",
      answered: 3,
    });
    const told = (await karin.call(api.openThread, at)).value;
    expect(told.measurements.map(({ fileName }) => fileName)).toEqual(["v35.csv", "v38.csv"]);
    expect(told.proposals).toMatchObject([{ reply: { kind: "done", count: 8 } }]);
    expect(told.thread).toMatchObject({ state: "answered", answer: text });

    // The second turns out to be of another road: it stands as taken back, whoever cited it is told, and the answer stays.
    const [, second] = told.measurements;
    const regretted = { ...at, id: second!.id, reason: "Radarn stod på fel väg" };
    expect((await johan.call(api.takeBackMeasurement, regretted)).status).toBe(403);
    const elsewhere = idInDemo("traffic-measurement infarten-v19");
    expect((await karin.call(api.takeBackMeasurement, { ...regretted, id: elsewhere })).status).toBe(404);
    const before3 = (await johan.call(listMeasurements, { partnership })).value.measurements;
    expect((await karin.call(api.takeBackMeasurement, regretted)).value).toEqual({ number, state: "answered" });
    expect((await karin.call(api.takeBackMeasurement, regretted)).problem).toMatchObject({
      why: "measurement-taken-back",
      detail: refusals["measurement-taken-back"].sv,
    });
    const after3 = (await johan.call(listMeasurements, { partnership })).value.measurements;
    expect(after3).toHaveLength(before3.length);
    // V85 and the share over the limit, both.
    expect(after3.flatMap(({ withdrawnReason }) => withdrawnReason ?? [])).toEqual(
      Array.from({ length: 2 }, () => "Radarn stod på fel väg"),
    );
    const stands = (await johan.call(api.openThread, at)).value;
    expect(stands.measurements.map(({ withdrawn }) => withdrawn?.reason)).toEqual([
      undefined,
      "Radarn stod på fel väg",
    ]);
    expect(stands.thread).toMatchObject({ state: "answered", answer: text });

    // Whoever complains of the stretch afterwards begins a new thread, which knows the road and leads to the one before.
    const next = (await amina.call(api.takeInComplaint, complaint())).value;
    expect(next).toMatchObject({ complaints: 1, isNew: true });
    const again = (await karin.call(api.openThread, { partnership, number: next.number })).value;
    expect([again.earlier, told.earlier]).toEqual([number, null]);
    expect([again.thread.roadKeeper, again.thread.limit]).toEqual([told.thread.roadKeeper, told.thread.limit]);

    // What was measured stands among the partnership's measurements, under the municipality's own source.
    const { measurements } = (await johan.call(listMeasurements, { partnership })).value;
    const landed = measurements.filter(({ place }) => place.name === ROAD);
    expect(landed.map(({ name, unit, n }) => [name, unit, n])).toEqual([
      [`Kör över 30 km/h, ${ROAD}`, "procent", 665],
      [`V85 ${ROAD}`, "km/h", 665],
      [`Kör över 30 km/h, ${ROAD}`, "procent", 665],
      [`V85 ${ROAD}`, "km/h", 665],
    ]);
    const { sources } = (await karin.call(listSources, { partnership })).value;
    expect(sources.find(({ id: source }) => source === landed[0]?.sourceId)).toMatchObject({
      kind: "traffic-measurement",
      party: "municipality",
    });
    await house.close();
  });

  test("a resident hands in without a name, the desk reads, and the receipt follows the thread", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const filled: [string, string][] = [
      ["stretch", "Skolgatan vid torget"],
      ["kind", "speed"],
      ["weekdays", "5"],
      ["part", "night"],
      ["effect", "De kör ikapp"],
    ];
    // Stretches that the desk works with can be chosen, where so many have said so that nobody is pointed at.
    const named = async () => (await begin(ask, FORM)).html.includes("Kyrkvägen, kyrkan till skolan");
    expect(await named()).toBe(false);
    await house.house.database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
      tx
        .updateTable("traffic_thread")
        .set({ complaints: FEWEST })
        .where("place_name", "=", "Kyrkvägen, kyrkan till skolan")
        .execute(),
    );
    expect(await named()).toBe(true);
    const first = await begin(ask, FORM);
    expect(first.html).toContain("Vad är det med trafiken?");
    expect(first.html).not.toMatch(/<script|style="/);
    const wrong = async (fields: [string, string][]) => (await press(ask, FORM, first, fields, "send")).html;
    expect(await wrong([["stretch", "Skolgatan 4"], ...filled.slice(1)])).toContain("är en adress. Skriv sträckan");
    expect(await wrong(filled.slice(0, 1))).toContain(refusals["kind-needed"].sv);
    expect(await wrong(filled.slice(0, 2))).toContain(refusals["happening-needed"].sv);
    house.setClock(later(30));
    const plated = filled.with(4, ["effect", "De kör ikapp, ABC 123"]);
    const covered = await press(ask, FORM, first, plated, "send");
    expect(covered.status).toBe(409);
    expect(covered.html).toContain(refusals["plate-belongs-with-police"].sv);
    expect(covered.html).toContain("De kör ikapp, [registreringsnummer]");
    const sent = await press(ask, FORM, covered, filled, "send");
    const code = codeOn(sent);
    expect(code).toBeDefined();
    expect(codeOn(await press(ask, FORM, covered, filled, "send"))).toBe(code);

    const receipt = async () => (await ask(`/kvitto/${code}`)).text();
    expect(await receipt()).toContain("Mottaget 20 augusti 2026");
    expect(await receipt()).not.toContain("ikapp");
    const unread = async (who: typeof karin) => (await who.call(api.listHandedIn, { partnership })).value.waiting;
    const mine = (await unread(karin)).filter(({ stretch }) => stretch === "Skolgatan vid torget");
    expect(mine).toMatchObject([{ effect: "De kör ikapp", weekdays: [5], fromHour: 22, toHour: 5 }]);
    expect(await unread(johan)).toEqual([]);
    // However many wait, every one of them can be come to: a hundred at a time, the oldest first.
    await house.house.database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
      sql`insert into traffic_handed_in (id, partnership_id, owner_organisation_id, received_on, said, receipt_hash, state)
        select gen_random_uuid(), partnership_id, owner_organisation_id, '2026-08-21', said, encode(sha256(n::text::bytea), 'hex'), 'waiting'
        from (select * from traffic_handed_in where state = 'waiting' limit 1) one, generate_series(1, 250) n`.execute(
        tx,
      ),
    );
    const page = async (after: number) => (await karin.call(api.listHandedIn, { partnership, after })).value;
    const pages = [await page(0), await page(100), await page(200), await page(300)];
    const { total } = pages[0]!;
    expect(pages.map(({ waiting }) => waiting.length)).toEqual([100, 100, total - 200, 0]);
    expect(new Set(pages.flatMap(({ waiting }) => waiting.map((one) => one.id))).size).toBe(total);
    const { id } = mine[0]!;
    expect((await johan.call(api.readHandedIn, { partnership, id })).status).toBe(404);
    const read = await karin.call(api.readHandedIn, { partnership, id, stretch: "Skolgatan, torget till bron" });
    const { number } = read.value;
    expect(read.value.state).toBe("kept");
    const again = await karin.call(api.readHandedIn, { partnership, id, reason: "off-topic" });
    expect(again.problem.why).toBe("nothing-to-review");
    const { complaints } = (await karin.call(api.openThread, { partnership, number: number! })).value;
    expect(complaints).toMatchObject([{ cameBy: "form", effect: "De kör ikapp", receivedOn: "2026-08-20" }]);
    expect(await receipt()).toContain("Hör till ‹Skolgatan, torget till bron›");

    // In the picture it is felt, by stretch and hours, with nobody's words, to both parties alike.
    const { observations } = (await johan.call(listObservations, { partnership, category: "traffic" })).value;
    const seen = observations.filter(({ place }) => place.name === "Skolgatan, torget till bron");
    expect(seen).toMatchObject([
      { text: "Synpunkt om trafiken: hastighet", when: { kind: "recurring", weekdays: [5] } },
    ]);
    const { sources } = (await johan.call(listSources, { partnership })).value;
    expect(sources.find(({ id: source }) => source === seen[0]!.sourceId)).toMatchObject({ kind: "resident-report" });

    await karin.call(api.triageThread, {
      partnership,
      number: number!,
      choice: "measure",
      roadKeeper: "municipality",
      limit: 30,
    });
    expect(await receipt()).toContain("Ska mätas");
    await house.close();
  });

  test("what is pointed out instead of named is seen at the desk that reads it, named there, and by nobody else", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const first = await begin(ask, FORM);
    expect(first.html).toContain("ser; andra får på sin höjd veta vilken sträcka det gäller.");
    house.setClock(later(30));
    const filled = (points: string): [string, string][] => [
      ["stretch.points", points],
      ["kind", "speed"],
      ["effect", "Fort förbi kiosken"],
    ];
    for (const [points, why] of [
      ["2.35 48.85", formRefusals["point-outside"].sv.replace("{place}", "Ockelbo")],
      ["1e309 60", formRefusals["point-unread"].sv],
      ["16.7171 60.8902;16.72 60.89;16.73 60.89", formRefusals["point-unread"].sv],
    ] as const) {
      const refused = await press(ask, FORM, first, filled(points), "send");
      expect([refused.status, codeOn(refused), refused.html.includes(why)]).toEqual([409, undefined, true]);
    }
    expect(codeOn(await press(ask, FORM, first, filled("16.71713 60.89022;16.72091 60.89153"), "send"))).toBeDefined();

    expect((await johan.call(api.listHandedIn, { partnership })).value.waiting).toEqual([]);
    const { waiting } = (await karin.call(api.listHandedIn, { partnership })).value;
    const { id, stretch, points } = waiting.find(({ effect }) => effect === "Fort förbi kiosken")!;
    expect(stretch).toBe("");
    expect(points).toEqual([roughened([16.71713, 60.89022], 50), roughened([16.72091, 60.89153], 50)]);
    expect((await karin.call(api.readHandedIn, { partnership, id })).problem.why).toBe("stretch-needed");
    const read = await karin.call(api.readHandedIn, { partnership, id, stretch: "Södra Åsgatan vid kiosken" });
    const at = { partnership, number: read.value.number! };
    const seenBy = async (who: typeof karin) => (await who.call(api.openThread, at)).value;
    expect((await seenBy(karin)).complaints.map((one) => one.points)).toEqual([points]);
    expect(JSON.stringify(await seenBy(johan))).not.toMatch(/16[.]7/);
    await house.close();
  });

  test("what is handed in is set aside for a reason that the receipt tells, and other addresses take nothing in", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const [karin, elin] = [await house.as("Karin"), await house.as("Elin")];
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const first = await begin(ask, FORM);
    const filled: [string, string][] = [
      ["stretch", "Skolgatan"],
      ["kind", "noise"],
      ["effect", "Köp våra däck"],
    ];
    expect((await press(ask, FORM, first, filled, "send")).status).toBe(429);
    house.setClock(later(30));
    const code = codeOn(await press(ask, FORM, first, filled, "send"));
    const { waiting } = (await karin.call(api.listHandedIn, { partnership })).value;
    const { id } = waiting.find(({ effect }) => effect === "Köp våra däck")!;
    await karin.call(api.readHandedIn, { partnership, id, reason: "advertisement" });
    expect(await (await ask(`/kvitto/${code}`)).text()).toContain("Synpunkten var reklam.");
    expect(await (await ask(`/kvitto/${code}?lang=en`)).text()).toContain("The complaint was an advertisement.");
    expect((await ask("/finns-inte/synpunkt/trafik")).status).toBe(404);
    expect((await elin.call(api.listHandedIn, { partnership })).status).toBe(404);
    const english = await (await ask(`${FORM}?lang=en`)).text();
    expect(english).toContain("What is it about the traffic?");
    expect(await (await ask(`${FORM}?lang=latt`)).text()).toContain("Skriv vad som händer. Skriv inte vem.");
    await house.close();
  });

  test("a state road is passed on and answered; strangers and other partnerships find nothing", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, elin] = [await house.as("Karin"), await house.as("Elin")];
    const { number } = (await karin.call(api.takeInComplaint, complaint({ kind: "heavy" }))).value;
    const at = { partnership, number };
    const passOn = { ...at, choice: "pass-on" as const, roadKeeper: "state" as const, reason: "Vägen är statlig." };
    expect((await karin.call(api.triageThread, passOn)).value.state).toBe("passed-on");
    expect((await karin.call(api.answerThread, { ...at, text: "Trafikverket mäter i vår." })).value.answered).toBe(1);
    // What is answered is closed: the next complaint begins anew.
    expect((await karin.call(api.takeInComplaint, complaint())).value).toMatchObject({
      number: number + 1,
      isNew: true,
    });
    expect((await elin.call(api.listThreads, { partnership })).status).toBe(404);
    expect((await house.stranger.call(api.openThread, at)).status).toBe(401);
    expect((await karin.call(api.openThread, { partnership, number: 999 })).status).toBe(404);
    const letter = new TextEncoder().encode("Hej!\nFarten är för hög.\n");
    expect((await karin.call(api.peekAtMeterFile, at, letter)).problem.why).toBe("not-a-meter-file");
    await house.close();
  });
});
