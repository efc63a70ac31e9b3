import { DISPUTE_SAID } from "./dispute.ts";
import { sql } from "kysely";
import sharp from "sharp";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { openTestHouse } from "../../../test/house.ts";
import { begin, codeOn, fillIn, press } from "../../../test/resident.ts";
import type { Instant } from "../../ground/time.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { recordDialogue, registerSource } from "../api.ts";
import * as api from "./api.ts";
import { mixAnswers } from "./pages.ts";
import { refusals as ofEveryForm } from "../open-form-words.ts";
import { receiptCode } from "../receipt.ts";
import { type FormWhy, refusals } from "./words.ts";

const partnership = "ockelbo";
const FORM = "/svara/amot?ort=amot";
const AT = "2026-11-24T09:00:00.000Z" as Instant;

const says = (why: FormWhy) => ({ ...ofEveryForm, ...refusals })[why].sv;
const addSeconds = (at: Instant, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString() as Instant;

async function open(database: Database) {
  const house = await openTestHouse(database, { at: AT });
  const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
  let clock = AT;
  const later = (seconds: number) => house.setClock((clock = addSeconds(clock, seconds)));
  return { house, ask, later };
}

/** Answers the demo's campaign and sends it, at the pace of a person. */
async function answer(
  { ask, later }: Awaited<ReturnType<typeof open>>,
  answers: Parameters<typeof fillIn>[2],
  about: Record<string, string> = {},
) {
  const last = await fillIn(ask, FORM, answers);
  later(40);
  return press(ask, FORM, last, Object.entries(about), "send");
}

const everything = (database: Database) =>
  database.asOwner(async (tx) => {
    const any = tx as unknown as AnyTransaction;
    const rows = async (table: string) =>
      (
        await sql<
          Record<string, unknown>
        >`select *, ctid::text as ctid, xmin::text as xmin from ${sql.table(table)} order by ctid`.execute(any)
      ).rows;
    return {
      campaign_answer: await rows("campaign_answer"),
      campaign_groups: await rows("campaign_groups"),
      campaign_contacts: await rows("campaign_contacts"),
      event: await rows("event"),
      job: await rows("job"),
    };
  });

onBothEngines("a resident answers", (fresh) => {
  test("agrees with no theme but one that these very words were offered, whatever the form names", async () => {
    const database = await fresh({ demo: true });
    const world = await open(database);
    const { themes } = (await (await world.house.as("Karin")).call(api.listThemes, { partnership })).value;
    const { id } = themes.find(({ name }) => name === "belysningen vid skolan")!;
    const voices = () =>
      database.asOwner(async (tx) => {
        const any = tx as unknown as AnyTransaction;
        const { rows } = await sql<{
          n: number;
        }>`select count(*)::integer as n from coding where theme_id = ${id}`.execute(any);
        return rows[0]!.n;
      });
    const before = await voices();
    const named = { agree: id, "agree.writing": id };
    const said = (text: string) => ({ "hur-trygg": "mycket-trygg", "vad-behovs": text });
    expect(codeOn(await answer(world, said("Fler bussar om kvällen"), named))).toBeDefined();
    expect(await voices()).toBe(before);
    expect(codeOn(await answer(world, said("Laga lamporna vid skolan"), named))).toBeDefined();
    expect(await voices()).toBe(before + 1);
    await world.house.close();
  });

  test("step by step without script, gets a receipt, and sees what becomes of it", async () => {
    const world = await open(await fresh({ demo: true }));
    const { house, ask, later } = world;
    const first = await begin(ask, FORM);
    expect(first.html).toContain("Du är med och påverkar vad vi prioriterar.");
    expect(first.html).not.toMatch(/<script|style="/);
    const text = "Det är mörkt vid skolan, laga lamporna. Ring 070-123 45 67";
    const said = await fillIn(ask, FORM, { "hur-trygg": "mycket-trygg", "vad-behovs": text });
    expect(said.fields.getAll("vad-behovs")).toEqual(["Det är mörkt vid skolan, laga lamporna. Ring [telefonnummer]"]);

    // Safe people are not asked what makes them unsafe; the others are.
    expect(said.fields.get("at")).toBe("about");
    let step = await press(ask, FORM, first, []);
    expect(step.html).toContain("Hur trygg känner du dig ute när det är mörkt?");
    step = await press(ask, FORM, step, [["hur-trygg", "ganska-otrygg"]]);
    expect(step.html).toContain("Vad gör dig otrygg?");
    step = await press(ask, FORM, step, [
      ["vad-gor-dig-otrygg", "morkt"],
      ["vad-gor-dig-otrygg", "odsligt"],
    ]);
    step = await press(ask, FORM, step, [
      ["plats", "skolan"],
      ["plats.words", "bakom cykelstället"],
    ]);
    step = await press(ask, FORM, step, [["vad-behovs", text]]);
    expect(step.html).toContain("Minst 10 andra har skrivit om belysningen vid skolan.");
    expect(step.html).toContain("Det ser ut som ett telefonnummer. Vi täcker det.");
    const agree = /<button(?=[^>]*name="agree")[^>]*value="([^"]+)"/.exec(step.html)![1]!;
    step = await press(ask, FORM, step, [["agree", agree]]);
    expect(step.html).toContain("Frivilligt. Sparas skilt från ditt svar.");
    expect(step.fields.getAll("vad-gor-dig-otrygg")).toEqual(["morkt", "odsligt"]);
    const back = await press(ask, FORM, step, [], "back");
    expect(back.html).toContain("Har någon redan sagt det här?");

    const about: [string, string][] = [
      ["age", "65-up"],
      ["sex", "woman"],
      ["village", "amot"],
      ["contact", "Birgitta 0297-555 55"],
    ];
    const fast = await press(ask, FORM, step, about, "send");
    expect([fast.status, codeOn(fast)]).toEqual([429, undefined]);
    expect(fast.html).toContain(says("form-too-fast"));
    later(30);
    const sent = await press(ask, FORM, fast, about, "send");
    const code = codeOn(sent);
    expect(code).toBeDefined();
    expect(sent.html).toContain("data:image/svg+xml;base64,");
    // Pressed again, and the page asked for again: the same receipt, one answer.
    for (const _again of [1, 2]) expect(codeOn(await press(ask, FORM, fast, about, "send"))).toBe(code);

    const karin = await house.as("Karin");
    const follow = async () => (await karin.call(api.followCampaign, { partnership, slug: "amot" })).value;
    const { waiting, counts } = await follow();
    expect([waiting.length, counts.waiting]).toEqual([1, 1]);
    expect(waiting[0]!.said.find(({ question }) => question === "Vad skulle göra det bättre?")?.text).toBe(
      "Det är mörkt vid skolan, laga lamporna. Ring [telefonnummer]",
    );

    const receipt = async () => (await ask(`/kvitto/${code}`)).text();
    expect(await receipt()).toContain("Mottaget 24 november 2026");
    expect(await receipt()).not.toContain("lamporna");
    expect((await karin.call(api.reviewAnswer, { partnership, id: waiting[0]!.id })).value).toMatchObject({
      state: "kept",
    });
    const page = await receipt();
    for (const words of [
      "Läst 24 november 2026",
      "Ihop med minst 14 andra om ‹belysningen vid skolan›",
      "Valt som problem",
    ])
      expect(page).toContain(words);
    expect(page).not.toContain("cykelstället");
    const again = await karin.call(api.reviewAnswer, { partnership, id: waiting[0]!.id });
    expect(again.problem.why).toBe("nothing-to-review");

    // Whoever wants to be called is let out at night and never one at a time, or would be known by the answer that came with it.
    expect((await karin.call(api.listContacts, { partnership, slug: "amot" })).value.contacts).toEqual([]);
    const johan = await house.as("Johan");
    expect((await johan.call(api.listContacts, { partnership, slug: "amot" })).status).toBe(403);
    await house.close();
  });

  test("in English and easy Swedish, closed or not there, and another site's form is turned away", async () => {
    const { house, ask, later } = await open(await fresh({ demo: true }));
    expect((await begin(ask, "/svara/amot?lang=en")).html).toContain("This you can influence");
    const easy = await begin(ask, "/svara/amot?lang=latt");
    expect(easy.html).toContain("Det här kan du ändra");
    expect((await press(ask, "/svara/amot", easy, [])).html).toContain("Känner du dig trygg ute när det är mörkt?");
    for (const path of ["/svara/finns-inte", "/svara/%00", "/svara"]) expect((await ask(path)).status).toBe(404);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const flood = (body: string) => ask("/svara/amot", { method: "POST", headers, body });
    expect((await flood("a&".repeat(600))).status).toBe(422);
    // Only a photo may be large.
    expect((await flood(`a=${"x".repeat(300_000)}`)).status).toBe(413);
    const foreign = await ask("/svara/amot", {
      method: "POST",
      headers: { origin: "https://annan.se", "content-type": "application/x-www-form-urlencoded" },
      body: "go=next",
    });
    expect(foreign.status).toBe(403);

    const last = await fillIn(ask, FORM, { "vad-behovs": "Mer ljus" });
    later(30);
    const forged = new URLSearchParams(last.fields);
    forged.set("token", `${forged.get("token")}x`);
    const refused = await press(ask, FORM, { fields: forged }, [], "send");
    expect(refused.html).toContain(says("form-unknown"));
    expect(refused.fields.get("vad-behovs")).toBe("Mer ljus");
    later(5);
    expect(codeOn(await press(ask, FORM, refused, [], "send"))).toBeDefined();
    const empty = await fillIn(ask, FORM, {});
    later(30);
    expect((await press(ask, FORM, empty, [], "send")).html).toContain(says("nothing-answered"));

    const karin = await house.as("Karin");
    expect((await karin.call(api.closeCampaign, { partnership, slug: "amot" })).value.state).toBe("closed");
    expect(await (await ask(FORM)).text()).toContain("Frågorna är inte öppna");
    const late = await press(ask, FORM, empty, [["vad-behovs", "Sent"]], "send");
    expect(late.html).toContain("De stängde 24 november 2026.");
    await house.close();
  });

  test("until the last day is out and not after it, and again when it is extended", async () => {
    const { house, ask, later } = await open(await fresh({ demo: true }));
    const of = { partnership, slug: "amot" };
    const first = await (await house.as("Karin")).call(api.extendCampaign, { ...of, to: "2026-12-13" });
    expect(first.value.to).toBe("2026-12-13");
    const last = await fillIn(ask, FORM, { "vad-behovs": "Mer ljus" });
    const [days, lang] = [(count: number) => later(count * 24 * 3600), (code: string) => `${FORM}&lang=${code}`];
    const text = async (path = FORM) => (await ask(path)).text();
    days(19);
    const begun = await fillIn(ask, FORM, { "vad-behovs": "På sista dagen" });
    days(1);
    expect(await text()).toContain("Sista dag att svara var 13 december 2026.");
    expect(await text(lang("en"))).toContain("The last day to answer was 13 December 2026.");
    expect(await text(lang("latt"))).toContain("Sista dagen att svara var 13 december 2026.");
    // Whoever had begun before midnight is let finish; an old form is not.
    expect(codeOn(await press(ask, FORM, begun, [], "send"))).toBeDefined();
    const late = await press(ask, FORM, last, [], "send");
    expect([codeOn(late), late.html.includes("Sista dag att svara")]).toEqual([undefined, true]);

    const karin = await house.as("Karin");
    const form = async () => (await karin.call(api.followCampaign, of)).value.campaign.form;
    expect(await form()).toBe("past");
    expect((await karin.call(api.extendCampaign, { ...of, to: "2026-12-13" })).problem.why).toBe("last-day-passed");
    const johan = await house.as("Johan");
    expect((await johan.call(api.extendCampaign, { ...of, to: "2026-12-20" })).problem.why).toBe("not-yours");
    expect((await karin.call(api.extendCampaign, { ...of, to: "2026-12-20" })).value.to).toBe("2026-12-20");
    expect(await form()).toBe("open");
    expect(await text()).toContain("Du är med och påverkar");
    await house.close();
  });

  test("too many at once keep their text, and guessing codes gets slow while slips of the finger do not", async () => {
    const world = await open(await fresh({ demo: true }));
    const { house, ask } = world;
    const last = await fillIn(ask, FORM, { "vad-behovs": "Mer ljus" });
    world.later(30);
    const replies = [];
    for (let count = 0; count < 45; count++) replies.push(await press(ask, FORM, last, [], "send"));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]!.html).toContain(says("too-many-answers"));
    expect(refused[0]!.fields.get("vad-behovs")).toBe("Mer ljus");
    const code = codeOn(replies[0]!)!;
    const look = async (text: string) => {
      const body = new URLSearchParams({ code: text }).toString();
      return ask("/kvitto", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body });
    };
    const slip = code[0] === "2" ? `3${code.slice(1)}` : `2${code.slice(1)}`;
    for (let count = 0; count < 30; count++) expect((await look(slip)).status).toBe(404);
    expect(await (await look(slip)).text()).toContain(says("receipt-unknown"));
    expect((await look(code.toLowerCase().replace("-", " "))).status).toBe(200);
    // Codes that could be somebody's: made as ours are, of other chance.
    const guesses = Array.from({ length: 14 }, (_, index) => receiptCode(new Uint8Array([index, 7, 7, 7, 7])));
    const statuses = [];
    for (const guess of guesses) statuses.push((await look(guess)).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(2);
    expect((await look(code)).status).toBe(429);
    expect((await ask("/kvitto")).status).toBe(200);
    await house.close();
  });

  test("answer, group and contact cannot be joined by somebody with the whole database in hand", async () => {
    const database = await fresh({ demo: true });
    const world = await open(database);
    const { house } = world;
    const before = (await everything(database)).event.length;
    const residents = Array.from({ length: 24 }, (_, index) => ({
      text: `Svar nummer ${index} om något`,
      about: {
        age: ["under-18", "18-29", "30-64", "65-up"][index % 4]!,
        sex: ["woman", "man"][index % 2]!,
        village: "amot",
        contact: `Person ${String.fromCodePoint(65 + ((index * 7) % 24))}`,
      },
    }));
    for (const { text, about } of residents)
      expect(codeOn(await answer(world, { "vad-behovs": text }, about))).toBeDefined();
    world.later(24 * 3600);
    await mixAnswers(house.house);

    const all = await everything(database);
    const answers = all.campaign_answer.filter(({ example }) => example === false);
    expect(answers).toHaveLength(residents.length);
    const [groups, contacts] = [all.campaign_groups, all.campaign_contacts];
    // One sheet each, in alphabetical order: nothing in them has a place in a row.
    expect([groups.length, contacts.length]).toEqual([1, 1]);
    expect(groups[0]!["counts"]).toEqual({
      "age.18-29": 6,
      "age.30-64": 6,
      "age.65-up": 6,
      "age.under-18": 6,
      "sex.man": 12,
      "sex.woman": 12,
      "village.amot": 24,
    });
    const [entries, waiting] = [contacts[0]!["entries"], contacts[0]!["waiting"]] as [string[], string[]];
    expect(entries).toEqual(entries.toSorted());
    expect(waiting).toEqual(waiting.toSorted());
    // A night lets five out; the closing lets out the rest.
    const karin = await house.as("Karin");
    const read = async () => (await karin.call(api.listContacts, { partnership, slug: "amot" })).value.contacts;
    expect([await read(), waiting.length]).toEqual([entries, residents.length - 5]);
    await mixAnswers(house.house);
    expect(await read()).toHaveLength(10);

    // No value of an answer but the campaign's and the partnership's own ids is in the other two, nor in the log or the jobs.
    const shared = new Set([answers[0]!["campaign_id"], answers[0]!["partnership_id"]]);
    const values = answers.flatMap((row) =>
      Object.entries(row)
        .filter(
          ([name, value]) =>
            name !== "ctid" && name !== "xmin" && typeof value === "string" && value.length > 12 && !shared.has(value),
        )
        .map(([, value]) => String(value)),
    );
    const elsewhere = JSON.stringify([groups, contacts, all.event, all.job]);
    expect(values.length).toBeGreaterThan(residents.length);
    expect(values.filter((value) => elsewhere.includes(value))).toEqual([]);
    expect(all.event.length).toBe(before);

    // No clock: days only, ids by chance (version 4), one transaction's number on all of them.
    expect(new Set(answers.map((row) => row["received_on"]))).toEqual(new Set(["2026-11-24"]));
    expect(answers.every(({ id }) => String(id)[14] === "4")).toBe(true);
    expect(new Set(answers.map((row) => row["xmin"])).size).toBe(1);
    expect(JSON.stringify(answers)).not.toMatch(/T\d\d:\d\d/);

    // No order: where the rows lie is not the order they came in, and neither is the order of their ids or receipts.
    const came = (rows: Record<string, unknown>[]) =>
      rows.map((row) => Number(/nummer (\d+)/.exec(JSON.stringify(row["given"]))![1]));
    const sorted = (by: string) => answers.toSorted((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1));
    for (const order of [came(answers), came(sorted("id")), came(sorted("receipt_hash"))]) {
      const risingPairs = order.flatMap((one, place) => order.slice(place + 1).map((other) => one < other));
      const share = risingPairs.filter(Boolean).length / risingPairs.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.85);
    }
    await karin.call(api.closeCampaign, { partnership, slug: "amot" });
    expect(await read()).toEqual(residents.map(({ about }) => about.contact).toSorted());
    await house.close();
  });
});

onBothEngines("a photo comes with an answer", (fresh) => {
  /** A photo that carries where it was taken; red all over. */
  const taken = async () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: "#c00" } })
      .withExif({ IFD0: { Make: "Provkamera" }, IFD3: { GPSLatitude: "60/1 53/1 0/1" } })
      .jpeg()
      .toBuffer();

  test("without what a camera knows; seen by those who asked first, covered or removed before anybody else sees it", async () => {
    const database = await fresh({ demo: true });
    const world = await open(database);
    const { house, ask } = world;
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const send = async (file: Uint8Array, words: string) => {
      const last = await fillIn(ask, FORM, { "hur-trygg": "mycket-trygg", "vad-behovs": words });
      expect(last.html).toContain('encType="multipart/form-data"');
      world.later(40);
      const body = new FormData();
      for (const [name, value] of last.fields) body.append(name, value);
      body.append("go", "send");
      body.append("photo", new Blob([file as Uint8Array<ArrayBuffer>]), "IMG_0001.jpg");
      return (await ask("/svara/amot", { method: "POST", body })).text();
    };
    const wrong = await send(Buffer.from("<svg/>"), "Mer ljus");
    expect(codeOn({ html: wrong })).toBeUndefined();
    expect(wrong).toContain("Mer ljus");
    expect(codeOn({ html: await send(await taken(), "Mer ljus") })).toBeDefined();

    const waiting = async (who = karin) =>
      (await who.call(api.followCampaign, { partnership, slug: "amot" })).value.waiting;
    const [{ id, photo } = { id: "", photo: undefined }] = await waiting();
    expect(photo).toBe("unseen");
    const see = async (who: Awaited<ReturnType<typeof house.as>>) => {
      const response = await who.request(`/api/collect/${partnership}/responses/${id}/photo`);
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const sent = await see(karin);
    const { exif, width } = await sharp(sent.bytes).metadata();
    expect([sent.status, exif, width]).toEqual([200, undefined, 60]);
    expect((await see(johan)).status).toBe(404);
    expect((await ask(`/api/collect/${partnership}/responses/${id}/photo`)).status).toBe(401);
    expect((await karin.call(api.reviewAnswer, { partnership, id })).problem.why).toBe("photo-not-seen");

    const black = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#000" } })
      .jpeg()
      .toBuffer();
    const cover = (who: typeof karin) => who.call(api.coverResponsePhoto, { partnership, id }, new Uint8Array(black));
    expect((await cover(johan)).status).toBe(404);
    expect((await cover(karin)).status).toBe(200);
    expect((await sharp((await see(karin)).bytes).stats()).dominant).toEqual({ r: 8, g: 8, b: 8 });
    expect((await karin.call(api.reviewAnswer, { partnership, id })).status).toBe(200);
    expect((await see(johan)).status).toBe(200);
    const coded = (await johan.call(api.listUncoded, { partnership, limit: 200 })).value.rows;
    expect(coded.filter(({ hasPhoto }) => hasPhoto).map((row) => row.id)).toEqual([id]);

    // What is set aside takes its photo with it, and a photo can go by itself.
    await send(await taken(), "Något annat");
    await send(await taken(), "En sak till");
    const [first, second] = await waiting();
    expect((await karin.call(api.removeResponsePhoto, { partnership, id: first!.id })).status).toBe(200);
    expect((await karin.call(api.removeResponsePhoto, { partnership, id: first!.id })).problem.why).toBe(
      "nothing-to-review",
    );
    expect((await karin.call(api.reviewAnswer, { partnership, id: first!.id })).status).toBe(200);
    await karin.call(api.reviewAnswer, { partnership, id: second!.id, reason: "off-topic" });
    const left = await database.asOwner(
      async (tx) => (await sql`select 1 from campaign_photo`.execute(tx as unknown as AnyTransaction)).rows.length,
    );
    expect(left).toBe(1);

    // When more wait than somebody can look at, the answer is asked for without one.
    await database.transaction<Record<string, never>, unknown>({ as: "system" }, (tx) =>
      sql`with many as (
          insert into campaign_answer (id, partnership_id, campaign_id, received_on, method, given, receipt_hash, state)
          select gen_random_uuid(), partnership_id, campaign_id, received_on, method, given, encode(sha256(n::text::bytea), 'hex'), 'waiting'
          from (select a.* from campaign_answer a join campaign c on c.id = a.campaign_id where c.slug = ${"amot"} limit 1) one, generate_series(1, 200) n returning id, partnership_id)
        insert into campaign_photo (id, partnership_id, answer_id, jpeg, width, height)
        select gen_random_uuid(), partnership_id, id, 'x', 1, 1 from many`.execute(tx),
    );
    expect(await send(await taken(), "En lampa till")).toContain(says("photos-wait"));
    await house.close();
  });
});

onBothEngines("a receipt says «inte klart»", (fresh) => {
  test("once a receipt, never in anybody's words, answered by those who asked", async () => {
    const database = await fresh({ demo: true });
    const world = await open(database);
    const { house, ask } = world;
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { themes } = (await karin.call(api.listThemes, { partnership })).value;
    const theme = themes.find(({ name }) => name === "belysningen vid skolan")!;
    const sent = await answer(world, { "hur-trygg": "mycket-trygg", "vad-behovs": "Trasiga lampor", agree: theme.id });
    const code = codeOn(sent)!;
    const { waiting } = (await karin.call(api.followCampaign, { partnership, slug: "amot" })).value;
    await karin.call(api.reviewAnswer, { partnership, id: waiting[0]!.id });
    const receipt = async () => (await ask(`/kvitto/${code}`)).text();
    expect(await receipt()).not.toContain("Stämmer det?");
    const unread = codeOn(
      await answer(world, { "hur-trygg": "mycket-trygg", "vad-behovs": "Trasiga lampor", agree: theme.id }),
    );
    const post = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ code, theme: theme.id, ...fields }).toString();
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const response = await ask("/kvitto", { method: "POST", headers, body });
      return { status: response.status, html: await response.text() };
    };
    // Nothing is done yet, so there is nothing to say no to.
    expect((await post({ verdict: "no", go: "send", left: "Släckt" })).html).not.toContain("Stämmer det?");
    const step = { partnership, id: theme.id, kind: "done" as const, on: "2026-11-24", text: "nya armaturer" };
    await karin.call(api.tellStep, step);
    expect(await receipt()).toContain("Klart enligt kommunen. Stämmer det?");
    // Nobody has read the other yet: it is told of no theme, and asked of none.
    expect(await (await ask(`/kvitto/${unread}`)).text()).not.toContain("Stämmer det?");

    expect((await post({ verdict: "no" })).html).toContain("Vad är kvar?");
    const empty = await post({ verdict: "no", go: "send", left: " " });
    expect([empty.status, empty.html.includes(says("left-needed"))]).toEqual([409, true]);
    const words = "Lampan vid cykelstället är släckt, fråga 070-123 45 67";
    for (const _twice of [1, 2]) {
      const told = await post({ verdict: "no", go: "send", left: words });
      expect(told.html).toContain("De som frågade ska svara senast 8 december 2026.");
      expect(told.html).toContain("Klart enligt kommunen · ifrågasatt 24 november 2026");
      expect(told.html).not.toContain("cykelstället");
    }
    await post({ verdict: "partly", go: "send", left: "Två lampor till" });

    const listed = async (who = karin) => (await who.call(api.listDisputes, { partnership })).value.disputes;
    const [dispute, ...others] = await listed();
    expect(others).toEqual([]);
    expect(dispute).toMatchObject({
      theme: theme.name,
      verdict: "partly",
      said: ["Lampan vid cykelstället är släckt, fråga [telefonnummer]", "Två lampor till"],
      answerBy: "2026-12-08",
      late: false,
      mine: true,
    });
    // The other organisation did not ask: it reads nothing of it, and cannot answer.
    expect(await listed(johan)).toEqual([]);
    const reply = { partnership, id: dispute!.id, reply: "again" as const, text: "Elektrikern kommer på tisdag" };
    expect((await johan.call(api.answerDispute, reply)).status).toBe(404);
    expect((await karin.call(api.answerDispute, reply)).status).toBe(200);
    expect((await karin.call(api.answerDispute, reply)).problem.why).toBe("dispute-answered");
    const page = await receipt();
    expect(page).toContain("Åtgärdas igen: Elektrikern kommer på tisdag");
    expect(page).not.toContain("ifrågasatt");

    // Nothing in the row leads to the answer, and the log knows no receipt.
    const [rows, all] = await Promise.all([
      database.asOwner(async (tx) => {
        const any = tx as unknown as AnyTransaction;
        return (await sql<Record<string, unknown>>`select * from receipt_dispute`.execute(any)).rows;
      }),
      everything(database),
    ]);
    const answers = JSON.stringify(all.campaign_answer);
    expect(rows).toHaveLength(1);
    for (const value of [rows[0]!["id"], rows[0]!["receipt_key"]]) expect(answers).not.toContain(String(value));
    expect(JSON.stringify(all.event)).not.toContain(String(rows[0]!["id"]));
    // Whoever asked is to be written to, and what was said is not in the work that is left.
    const left = JSON.stringify(all.job);
    expect(left).toContain(DISPUTE_SAID);
    expect(left).not.toContain("cykelstället");
    await house.close();
  });
});

onBothEngines("the desk", (fresh) => {
  const wish = {
    partnership,
    words: { title: { sv: "Torget på kvällen" }, canInfluence: { sv: "Ljuset" }, cannotInfluence: { sv: "Bussen" } },
    ladderLevel: "consultation" as const,
    targetGroup: "Alla",
    sampleType: "self-selected" as const,
    methods: ["form" as const, "square" as const],
    from: "2026-11-24",
    to: "2026-12-01",
    items: [
      { kind: "one" as const, words: { sv: "Går du över torget?" }, options: [{ sv: "Ja" }, { sv: "Nej" }] },
      { kind: "text" as const, words: { sv: "Varför inte?" }, options: [], shownWhen: { question: 0, answers: [1] } },
    ],
  };

  test("plans, opens, changes a question and says that the series is broken, closes and lets the groups out", async () => {
    const world = await open(await fresh({ demo: true }));
    const { house, ask, later } = world;
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    expect((await amina.call(api.planCampaign, wish)).status).toBe(403);
    const { slug } = (await karin.call(api.planCampaign, wish)).value;
    expect(slug).toBe("torget-pa-kvallen");
    expect((await johan.call(api.openCampaign, { partnership, slug })).status).toBe(403);
    expect(await (await ask(`/svara/${slug}`)).text()).toContain("De är inte öppnade än.");
    expect((await karin.call(api.openCampaign, { partnership, slug })).value.state).toBe("open");
    const { links } = (await karin.call(api.followCampaign, { partnership, slug })).value;
    const square = new URL(links.find(({ method }) => method === "square")!.address);
    const send = async (value: string) => {
      const last = await fillIn(ask, square.pathname + square.search, { "gar-du-over-torget": value });
      later(20);
      expect(codeOn(await press(ask, `/svara/${slug}`, last, [["age", "65-up"]], "send"))).toBeDefined();
    };
    for (let count = 0; count < 5; count++) await send("ja");
    const revised = await karin.call(api.reviseItem, {
      partnership,
      slug,
      key: "gar-du-over-torget",
      kind: "one",
      options: [{ sv: "Ja" }, { sv: "Nej" }],
      words: { sv: "Går du över torget på kvällen?" },
    });
    expect(revised.value).toEqual({ key: "gar-du-over-torget", version: 2, breaks: "wording" });
    await send("nej");

    const follow = async (who = karin) => (await who.call(api.followCampaign, { partnership, slug })).value;
    // Nobody needs to read them, for nothing is written in them: both parties count them at once.
    for (const who of [karin, johan])
      expect(await follow(who)).toMatchObject({ waiting: [], counts: { waiting: 0, kept: 6 } });
    const followed = await follow();
    expect(followed.tallies.toSorted((a, b) => a.version - b.version)).toEqual([
      { key: "gar-du-over-torget", version: 1, option: "ja", method: "square", count: 5 },
      { key: "gar-du-over-torget", version: 2, option: "nej", method: "square", count: 1 },
    ]);
    expect(followed.methods).toEqual([{ method: "square", count: 6, byChoice: false }]);
    expect(followed.groups).toEqual({});
    expect((await karin.call(api.closeCampaign, { partnership, slug })).value.state).toBe("closed");
    expect((await follow()).groups).toEqual({ "age.65-up": 6 });
    expect((await (await house.as("Elin")).call(api.followCampaign, { partnership, slug })).status).toBe(404);
    await house.close();
  });

  test("shows those who answer only what somebody has said may be shown, and compares with nothing that anybody has written", async () => {
    const world = await open(await fresh({ demo: true }));
    const { house, ask } = world;
    const asked = async (text: string) => {
      const step = await fillIn(ask, FORM, { "hur-trygg": "mycket-trygg", "vad-behovs": text });
      const before = await press(ask, FORM, step, [], "back");
      return before.fields.get("at") === "said" ? before.html : "";
    };
    // The very words of an answer that was coded to the theme.
    expect(await asked("Innan fritids stänger")).toBe("");
    expect(await asked("Trasiga lampor")).toContain("Minst 10 andra har skrivit om belysningen vid skolan.");
    expect(await asked("Kuren vid busshållplatsen är sönder")).not.toContain("har skrivit om busshållplatsen.");

    const [karin, amina] = [await house.as("Karin"), await house.as("Amina")];
    const { themes } = (await karin.call(api.listThemes, { partnership })).value;
    const stop = themes.find(({ name }) => name === "busshållplatsen")!;
    const show = { partnership, id: stop.id, shown: true, words: "kuren vid bussen" };
    expect((await amina.call(api.showTheme, show)).status).toBe(403);
    expect((await karin.call(api.showTheme, { ...show, words: "fråga Anna Karlsson" })).problem.why).toBe(
      "text-has-name",
    );
    expect((await karin.call(api.showTheme, show)).value.shown).toBe(true);
    // Two have said so: that some have, not how many.
    expect(await asked("Kuren vid busshållplatsen är sönder")).toContain("Någon har skrivit om busshållplatsen.");
    await karin.call(api.showTheme, { ...show, shown: false });
    expect(await asked("Kuren vid busshållplatsen är sönder")).not.toContain("har skrivit om busshållplatsen.");
    await house.close();
  });

  test("codes in bulk, undoes, sees every source of a theme, and tells what became of it", async () => {
    const world = await open(await fresh({ demo: true }));
    const { house } = world;
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { rows } = (await karin.call(api.listUncoded, { partnership, limit: 200 })).value;
    const note = rows.find(({ kind, suggested }) => kind === "observation" && suggested.length > 0);
    expect(note).toBeDefined();
    const subjects = [
      rows.find(({ kind }) => kind === "observation")!,
      rows.find(({ kind }) => kind === "dialogue-theme")!,
    ].map(({ kind, id }) => ({ kind, id }));
    const theme = {
      partnership,
      subjects,
      theme: "Belysningen vid skolan",
      category: "place.lighting" as const,
      time: "evening" as const,
    };
    const coded = await karin.call(api.code, theme);
    expect(coded.value).toMatchObject({ theme: "belysningen vid skolan", coded: 2 });
    // The same again changes nothing.
    expect((await karin.call(api.code, theme)).value.coded).toBe(0);
    const themes = async () => (await karin.call(api.listThemes, { partnership })).value.themes;
    const found = (await themes()).find(({ name }) => name === "belysningen vid skolan")!;
    expect(found.sources.map(({ kind }) => kind)).toContain("dialogue");
    expect(found.sources.length).toBeGreaterThanOrEqual(3);
    expect(found.facets).toContainEqual({ place: "", time: "evening", concerns: "everybody", count: 2 });
    await karin.call(api.undoCoding, { partnership, id: coded.value.codings[0]! });
    const after = (await karin.call(api.listUncoded, { partnership, limit: 200 })).value.rows;
    expect(after.some(({ id }) => id === subjects[0]!.id)).toBe(true);

    const step = { partnership, id: found.id, kind: "not-chosen" as const, on: "2026-11-24", text: "" };
    expect((await karin.call(api.tellStep, step)).problem.why).toBe("reason-needed");
    expect((await karin.call(api.tellStep, { ...step, text: "Skolan byter lampor själv" })).status).toBe(200);
    expect((await themes()).find(({ id }) => id === found.id)!.steps.at(-1)).toMatchObject({ kind: "not-chosen" });

    // What is kept to one organisation is coded there, and is in no count the other reads.
    const own = (await johan.call(api.listUncoded, { partnership, limit: 200 })).value.rows.map(({ id }) => id);
    const karins = (await karin.call(api.listUncoded, { partnership, limit: 200 })).value.rows.map(({ id }) => id);
    const [secret] = own.filter((id) => !karins.includes(id));
    expect(secret).toBeDefined();
    await johan.call(api.code, {
      partnership,
      subjects: [{ kind: "observation", id: secret! }],
      theme: "Ödsligt vid stationen",
      category: "place.desolate",
    });
    expect((await themes()).find(({ name }) => name === "Ödsligt vid stationen")).toBeUndefined();
    const refused = await karin.call(api.code, { ...theme, subjects: [{ kind: "observation", id: secret! }] });
    expect(refused.problem.why).toBe("not-read-yet");
    expect((await karin.call(api.code, { ...theme, subjects: [] })).problem.why).toBe("nothing-marked");

    // Neither is what was said in a dialogue that the police keep to themselves.
    const themeCalled = "belysningen vid skolan";
    const about = async () => {
      const filled = await fillIn(world.ask, FORM, { "vad-behovs": "mörkt vid skolan" });
      const step = await press(world.ask, FORM, filled, [], "back");
      return /(\d+) andra har skrivit om belysningen vid skolan/.exec(step.html)?.[1];
    };
    const before = await about();
    const kept = {
      partnership,
      name: "Polisens egen dialog",
      method: "Samtal",
      sampleType: "self-selected",
      reliability: "fair",
      caveat: "",
    } as const;
    const source = (await johan.call(registerSource, { ...kept, kind: "dialogue", secrecyClass: "own" })).value.slug;
    await johan.call(recordDialogue, {
      partnership,
      source,
      title: "Vad hörs i natt",
      heldFrom: "2026-11-01",
      heldTo: "2026-11-01",
      method: "Samtal",
      ladderLevel: "consultation",
      sampleType: "self-selected",
      canInfluence: "",
      cannotInfluence: "",
      answered: {},
      themes: [1, 2, 3].map((n) => ({
        theme: `Lampor ${n}`,
        category: "place.lighting" as const,
        count: { value: 1, qualifier: "exact" as const },
        quote: "",
      })),
    });
    const theirs = (await johan.call(api.listUncoded, { partnership, limit: 200 })).value.rows;
    const lamps = theirs.filter(({ text }) => text.startsWith("Lampor ")).map(({ kind, id }) => ({ kind, id }));
    expect(lamps).toHaveLength(3);
    const coding = { partnership, subjects: lamps, theme: themeCalled, category: "place.lighting" as const };
    expect((await johan.call(api.code, coding)).status).toBe(200);
    expect(before).toBeDefined();
    expect(await about()).toBe(before);
    await house.close();
  });
});
