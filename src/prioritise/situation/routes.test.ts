import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { latestMeasured } from "../store-measured.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { noteObservation } from "../../collect/api.ts";
import { addMeasurement, withdrawFigures } from "../../collect/store-measurements.ts";
import { newId } from "../../platform/server/secrets.ts";
import { listProblems, raiseProblem } from "../api.ts";
import * as api from "./api.ts";
import type { Chapter } from "./chapters.ts";
import type { Piece, Report, Voice } from "./report.ts";
import { situationPaper } from "./screens/paper.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
// Where the demo has none: Elin leads it for the municipality, Johan for the police, Sofia reads.
const partnership = "hofors";
const REFUSED = /row-level security|permission denied|does not change/;

onBothEngines("a situation report through its doors", (fresh) => {
  let inside: Inside;
  let house: TestHouse;
  let elin: Caller;
  let johan: Caller;
  let sofia: Caller;
  let karin: Caller;
  const partnershipId = idInDemo("partnership hofors");
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [elin, johan] = [await house.as("Elin"), await house.as("Johan")];
    [sofia, karin] = [await house.as("Sofia"), await house.as("Karin")];
  });
  const period = (year: number) => ({ from: `${year}-01-01` as Day, to: `${year}-12-31` as Day });
  const read = async (who: Caller, slug: string) =>
    (await who.call(api.openSituationReport, { partnership, slug })).value;
  const write = (
    who: Caller,
    slug: string,
    chapter: Chapter,
    text: string,
    more: { voice?: Voice; version?: number } = {},
  ) => who.call(api.writeSituation, { partnership, slug, chapter, voice: "text", version: 0, text, ...more });
  const decision = { adoptedOn: "2026-11-20" as Day, adoptedBy: "Kommunstyrelsen", registryNumber: "KS 2026/214" };
  const adopt = async (who: Caller, slug: string, more: object = {}) => {
    const { contentHash } = await read(who, slug);
    return who.call(api.adoptSituationReport, { partnership, slug, ...decision, contentHash, ...more });
  };

  test("is begun, written by both, adopted, and taken over by the next", async () => {
    expect((await sofia.call(api.beginSituationReport, { partnership, ...period(2024) })).problem.why).toBe(
      "not-yours",
    );
    const begun = await elin.call(api.beginSituationReport, { partnership, ...period(2024) });
    expect(begun.value).toEqual({ slug: "2024" });
    const again = await johan.call(api.beginSituationReport, { partnership, ...period(2025) });
    expect(again.problem.why).toBe("situation-in-work");

    expect((await write(elin, "2024", "crime", "Stölderna är färre")).value).toEqual({ version: 1 });
    const late = await write(johan, "2024", "crime", "Stölderna är fler");
    expect(late.problem.why).toBe("situation-changed-meanwhile");
    expect((await write(johan, "2024", "crime", "Färre anmälda stölder", { version: 1 })).value).toEqual({
      version: 2,
    });
    const asked = { partnership, slug: "2024", chapter: "crime" as const };
    const { wordings } = (await elin.call(api.readSituationWordings, asked)).value;
    expect(wordings.map(({ text, version }) => `${version} ${text}`)).toEqual([
      "2 Färre anmälda stölder",
      "1 Stölderna är färre",
    ]);
    expect((await write(sofia, "2024", "youth", "Något")).problem.why).toBe("not-yours");
    expect((await write(elin, "2024", "youth", "Ring Kalle Svensson på 070-123 45 67")).problem.why).toBe(
      "names-a-person",
    );

    expect((await adopt(elin, "2024")).problem.why).toBe("situation-law-part-missing");
    await write(elin, "2024", "consequences", "Ett företag har flyttat");
    await write(johan, "2024", "traffic", "Farten vid skolan");
    await write(elin, "2024", "analysis", "Det hänger ihop med ljuset");
    expect((await read(elin, "2024")).remarks.map(({ kind }) => kind)).not.toContain("law-part-missing");
    expect((await adopt(sofia, "2024")).problem.why).toBe("not-yours");
    expect((await adopt(elin, "2024", { contentHash: "old" })).problem.why).toBe("situation-changed-meanwhile");
    expect((await adopt(elin, "2024", { adoptedOn: "2026-11-25" })).problem.why).toBe("situation-adopted-in-future");
    const seen = (await read(elin, "2024")).contentHash;
    expect((await adopt(elin, "2024")).value).toEqual({ state: "adopted" });
    expect(await read(sofia, "2024")).toMatchObject({
      state: "adopted",
      adoption: { ...decision, contentHash: seen },
      contentHash: seen,
      remarks: [],
      mine: null,
    });
    expect((await write(elin, "2024", "gaps", "Allt")).problem.why).toBe("situation-is-adopted");

    const taken = await johan.call(api.beginSituationReport, { partnership, ...period(2024) });
    expect(taken.problem.why).toBe("situation-period-taken");
    const backwards = { from: "2025-12-31" as Day, to: "2025-01-01" as Day };
    expect((await johan.call(api.beginSituationReport, { partnership, ...backwards })).problem.why).toBe(
      "situation-period-backwards",
    );
    expect((await johan.call(api.beginSituationReport, { partnership, ...period(2025) })).status).toBe(200);
    const next = await read(elin, "2025");
    expect(next.former?.slug).toBe("2024");
    const crime = next.chapters.find(({ chapter }) => chapter === "crime");
    expect(crime?.pieces).toMatchObject([{ voice: "text", text: "Färre anmälda stölder", carried: true, version: 1 }]);
    expect((await adopt(elin, "2025")).problem.why).toBe("situation-adopted-before-former");
  });

  test("what one party keeps to itself is there for that party only", async () => {
    const slug = "2025";
    await write(elin, slug, "gaps", "Vi väntar på ett beslut", { voice: "note" });
    await write(elin, slug, "gaps", "Kommunen saknar siffror", { voice: "party" });
    await write(johan, slug, "gaps", "Polisen också", { voice: "party" });
    await write(johan, slug, "gaps", "Vi skaffar dem", { voice: "joint" });
    const pieces = async (who: Caller) =>
      (await read(who, slug)).chapters
        .find(({ chapter }) => chapter === "gaps")!
        .pieces.map(({ voice, text }) => `${voice} ${text}`)
        .toSorted();
    const shared = ["joint Vi skaffar dem", "party Kommunen saknar siffror", "party Polisen också"];
    expect(await pieces(johan)).toEqual(shared);
    expect(await pieces(elin)).toEqual([...shared, "note Vi väntar på ett beslut"].toSorted());
    const asked = { partnership, slug, chapter: "gaps" as const };
    const wordings = async (who: Caller) => (await who.call(api.readSituationWordings, asked)).value.wordings.length;
    expect([await wordings(elin), await wordings(johan)]).toEqual([4, 3]);
    // The same to the letter to both: what is kept apart weighs nothing.
    expect((await read(elin, slug)).contentHash).toBe((await read(johan, slug)).contentHash);
  });

  test("a figure stands as it was taken in, and it is told when it says something else today", async () => {
    const slug = "2025";
    const all = { kind: "question" as const, question: "fran=2026-01" };
    const on = { partnership, slug, chapter: "places" as const, caption: "Det som setts i år", asked: all };
    expect(
      (await elin.call(api.takeInFigure, { ...on, caption: "Sagt av Kalle Svensson 070-123 45 67" })).problem.why,
    ).toBe("names-a-person");
    const unread = { kind: "question" as const, question: "kategori=enhorningar" };
    expect((await elin.call(api.takeInFigure, { ...on, asked: unread })).problem.why).toBe("evidence-not-found");
    expect((await sofia.call(api.takeInFigure, on)).problem.why).toBe("not-yours");
    expect((await elin.call(api.takeInFigure, { ...on, asked: all })).status).toBe(200);
    expect(
      (await johan.call(api.takeInFigure, { ...on, asked: { ...all, question: "fran=2026-01&delning=gemensamt" } }))
        .problem.why,
    ).toBe("evidence-cited-already");
    const figures = async (who: Caller) =>
      (await read(who, slug)).chapters.find(({ chapter }) => chapter === "places")!.figures;
    const [before] = await figures(johan);
    expect(before).toMatchObject({ kind: "question", caption: on.caption, since: { state: "the-same" } });
    expect(before!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(before!.method?.version).toBeTruthy();
    // The map is frozen with it: place by place, to about a kilometre, and the same sum.
    expect(before!.byArea.reduce((sum, { count }) => sum + count, 0)).toBe(before!.value);
    const degrees = before!.byArea.flatMap(({ middle }) => middle ?? []);
    expect(degrees).toEqual(degrees.map((degree) => Number(degree.toFixed(2))));
    expect(before!.value).toBeGreaterThan(0);
    // What one party has alone is counted neither then nor later.
    const note = (sharing: "own" | "shared") =>
      elin.call(noteObservation, {
        partnership,
        id: newId(Date.parse(AT)),
        notedAt: AT,
        kind: "problem",
        category: "traffic.speeding",
        text: "Fort förbi skolan",
        place: { kind: "point", position: [16.29, 60.54] },
        when: { kind: "instant", at: AT },
        sharing,
      });
    expect((await note("own")).status).toBe(200);
    expect((await figures(elin))[0]?.since).toEqual({ state: "the-same", now: null });
    expect((await note("shared")).status).toBe(200);
    const [after] = await figures(elin);
    expect(after).toMatchObject({ value: before!.value, hash: before!.hash });
    expect(after?.since).toEqual({ state: "changed", now: before!.value + 1 });
    expect((await read(elin, slug)).remarks).not.toContainEqual({ kind: "figure-changed", chapter: "places" });
    await write(elin, slug, "places", "Mest vid skolan");
    expect((await read(elin, slug)).remarks).toContainEqual({ kind: "figure-changed", chapter: "places" });

    const { value: changes } = await johan.call(api.readSituationChanges, { partnership, slug });
    expect(changes.former?.slug).toBe("2024");
    expect(changes.chapters).toContainEqual({
      chapter: "places",
      parts: [{ text: "Mest vid skolan", change: "added" }],
      figures: [{ caption: on.caption, unit: "", before: null, after: before!.value }],
    });

    const out = { partnership, slug, figureId: before!.id as never };
    expect((await sofia.call(api.takeOutFigure, out)).problem.why).toBe("not-yours");
    expect((await johan.call(api.takeOutFigure, out)).status).toBe(200);
    expect(await figures(elin)).toEqual([]);
  });

  test("is told when both have said so, and by either taken back", async () => {
    const on = { partnership, slug: "2024" };
    expect((await elin.call(api.agreeToTellSituation, { ...on, slug: "2025" })).problem.why).toBe(
      "situation-not-adopted",
    );
    expect((await sofia.call(api.agreeToTellSituation, on)).problem.why).toBe("not-yours");
    expect((await elin.call(api.agreeToTellSituation, on)).value).toEqual({ isTold: false });
    expect((await elin.call(api.agreeToTellSituation, on)).problem.why).toBe("situation-agreed-already");
    expect((await johan.call(api.takeBackSituation, on)).problem.why).toBe("situation-not-agreed");
    const told = () => inside.as("system", (tx) => store.toldReportIds(tx, partnershipId));
    expect(await told()).toEqual([]);
    expect((await johan.call(api.agreeToTellSituation, on)).value).toEqual({ isTold: true });
    expect(await read(sofia, "2024")).toMatchObject({ isTold: true });
    expect(await told()).toHaveLength(1);
    expect((await elin.call(api.takeBackSituation, on)).value).toEqual({ isTold: false });
    expect(await told()).toEqual([]);
  });

  test("a measurement is a figure until it is taken back", async () => {
    const id = newId(Date.parse(AT));
    await inside.as("system", async (tx) => {
      const own = await tx
        .selectFrom("source")
        .select("id")
        .where("partnership_id", "=", partnershipId)
        .executeTakeFirst();
      const at = {
        place: { kind: "area" as const, name: "Kyrkvägen" },
        from: "2025-09-01" as Day,
        to: "2025-09-07" as Day,
      };
      const speed = {
        name: "V85 Kyrkvägen",
        unit: "km/h",
        value: 44,
        low: 43,
        high: 45,
        n: 900,
        caveat: "",
        example: true,
      };
      await addMeasurement(tx, partnershipId, { id, sourceId: own!.id, ...at, ...speed });
      await tx.updateTable("source").set({ secrecy_class: "shared" }).where("id", "=", own!.id).execute();
    });
    const asked = { kind: "measurement" as const, measurementId: id as never };
    const on = { partnership, slug: "2025", chapter: "traffic" as const, caption: "Farten på Kyrkvägen", asked };
    expect((await johan.call(api.takeInFigure, on)).status).toBe(200);
    const shown = async () =>
      (await read(elin, "2025")).chapters
        .find(({ chapter }) => chapter === "traffic")!
        .figures.find(({ kind }) => kind === "measurement");
    expect(await shown()).toMatchObject({ value: 44, low: 43, n: 900, since: { state: "the-same" } });
    await inside.as("system", (tx) => withdrawFigures(tx, [id], { at: AT, reason: "Fel väg" }));
    // It is compared again when something has happened in the partnership, and not at every opening.
    expect((await shown())?.since).toEqual({ state: "the-same", now: null });
    await write(elin, "2025", "summary", "Fler bilar");
    expect(await shown()).toMatchObject({ value: 44, since: { state: "gone" } });
    const again = { ...on, chapter: "youth" as const };
    expect((await johan.call(api.takeInFigure, again)).problem.why).toBe("evidence-not-found");
  });

  test("the last measurement of a thing is of those that both may read, in the same unit", async () => {
    const at = { place: { kind: "area" as const, name: "Bruksgatan" }, caveat: "", example: true };
    const speed = { name: "V85 Bruksgatan", unit: "km/h", value: 44, low: 43, high: 45, n: 900 };
    const days = (month: string) => ({ from: `2025-${month}-01` as Day, to: `2025-${month}-07` as Day });
    const [shared, own, other] = [newId(Date.parse(AT)), newId(Date.parse(AT)), newId(Date.parse(AT))];
    const found = await inside.as("system", async (tx) => {
      const { reference: _none, ...first } = await tx
        .selectFrom("source")
        .selectAll()
        .where("partnership_id", "=", partnershipId)
        .executeTakeFirstOrThrow();
      const second = { ...first, id: newId(Date.parse(AT)), slug: "eget-radar", secrecy_class: "own" as const };
      await tx.updateTable("source").set({ secrecy_class: "shared" }).where("id", "=", first.id).execute();
      await tx.insertInto("source").values(second).execute();
      await addMeasurement(tx, partnershipId, { id: shared, sourceId: first.id, ...at, ...speed, ...days("03") });
      await addMeasurement(tx, partnershipId, { id: own, sourceId: second.id, ...at, ...speed, ...days("05") });
      const miles = { ...speed, unit: "mph" };
      await addMeasurement(tx, partnershipId, { id: other, sourceId: first.id, ...at, ...miles, ...days("06") });
      const year = { from: "2025-01-01" as Day, to: "2025-12-31" as Day };
      return latestMeasured(tx, partnershipId, { ...speed, place: "Bruksgatan" }, year);
    });
    expect(found).toBe(shared);
  });

  test("is a page to print, which holds nothing that one party keeps to itself", async () => {
    const paper = await johan.request("/api/prioritise/hofors/situations/2025/paper");
    expect(paper.headers.get("content-type")).toBe("application/pdf");
    const bytes = new Uint8Array(await paper.arrayBuffer());
    expect(new TextDecoder("latin1").decode(bytes.slice(0, 5))).toBe("%PDF-");
    const report = await inside.as("Elin", (tx) => store.reportBySlug(tx, partnershipId, "2025"));
    const nameOf = () => "Hofors kommun";
    const { data } = situationPaper(report!, { partnershipName: "Hofors", lang: "sv", nameOf, at: AT });
    expect(JSON.stringify(data)).toContain("Kommunen saknar siffror");
    expect(JSON.stringify(data)).not.toContain("Vi väntar på ett beslut");
  });

  test("is what a problem rests on, once it has been adopted", async () => {
    const { reports } = (await johan.call(api.listSituationReports, { partnership })).value;
    const raised = (slug: string) => {
      const { id } = reports.find((one) => one.slug === slug)!;
      return johan.call(raiseProblem, {
        partnership,
        what: "Farten förbi skolan",
        place: { kind: "unknown" },
        since: "i höst",
        affected: "skolbarn",
        category: "traffic.speeding",
        evidence: [{ kind: "situation", refId: id, caption: "Kapitel 9", strength: "strong" }],
      });
    };
    expect((await raised("2025")).problem.why).toBe("evidence-not-found");
    expect((await raised("2024")).status).toBe(200);
    const { problems } = (await elin.call(listProblems, { partnership })).value;
    expect(problems[0]?.evidence).toMatchObject([{ kind: "situation", caption: "Kapitel 9", sharing: "shared" }]);
  });

  test("the database refuses what the rule refuses", async () => {
    const report = (slug: string, who = "system") =>
      inside.as(who, (tx) => store.reportBySlug(tx, partnershipId, slug));
    const [adopted, draft] = [await report("2024"), await report("2025")];
    const police = draft!.pieces.find(({ voice, text }) => voice === "party" && text === "Polisen också")!;
    const piece = (more: Partial<Piece> = {}): Piece => ({
      ...police,
      id: newId(Date.parse(AT)),
      voice: "text",
      organisationId: undefined,
      chapter: "outlook",
      version: 1,
      ...more,
    });
    const adds = (who: string, one: Piece, to = draft!) =>
      inside.as(who, (tx) => store.addPiece(tx, { partnershipId, report: to }, one));
    // Who only reads, a stranger, who works elsewhere, and in another's name.
    for (const who of ["Sofia", "stranger", "Karin", "Elin"]) await expect(adds(who, piece())).rejects.toThrow(REFUSED);
    await expect(adds("Johan", piece())).resolves.toBeUndefined();
    // A wording stands.
    const rewritten = inside.as("Johan", (tx) =>
      tx.updateTable("situation_piece").set({ text: "Annat" }).where("id", "=", police.id).execute(),
    );
    await expect(rewritten).rejects.toThrow(REFUSED);
    // What is adopted changes for nobody.
    for (const who of ["Johan", "system"]) {
      await expect(adds(who, piece({ version: 7 }), adopted)).rejects.toThrow(REFUSED);
    }
    const reopened = inside.as("system", (tx) =>
      tx.updateTable("situation_report").set({ adopted_by: "Någon" }).where("id", "=", adopted!.id).execute(),
    );
    await expect(reopened).rejects.toThrow(REFUSED);
    const removed = inside.as("system", (tx) =>
      tx.deleteFrom("situation_piece").where("report_id", "=", adopted!.id).execute(),
    );
    await expect(removed).rejects.toThrow(REFUSED);
    // A yes is one's own, and of what is adopted.
    const agrees = (who: string, organisationId: string, report: Report) =>
      inside.as(who, (tx) => store.addAgreed(tx, { partnershipId, report }, { organisationId, at: AT }));
    await expect(agrees("Elin", police.organisationId!, adopted!)).rejects.toThrow(REFUSED);
    await expect(agrees("Johan", police.organisationId!, draft!)).rejects.toThrow(REFUSED);
    await expect(agrees("Sofia", police.organisationId!, adopted!)).rejects.toThrow(REFUSED);
    // Who leads nothing notes no decision, and who works elsewhere finds nothing.
    const locked = await inside.as("Sofia", (tx) =>
      tx.updateTable("situation_report").set({ adopted_by: "Någon" }).where("id", "=", draft!.id).executeTakeFirst(),
    );
    expect(Number(locked.numUpdatedRows)).toBe(0);
    expect(await report("2024", "Karin")).toBeUndefined();
    expect((await karin.call(api.openSituationReport, { partnership, slug: "2024" })).status).toBe(404);
  });

  test("the next one asks what it asked, of its own time, in one press", async () => {
    const slug = "2025";
    await write(elin, slug, "crime", "Två flickor i Hofors", { version: 1 });
    expect((await read(elin, slug)).remarks).toContainEqual({ kind: "few-people", chapter: "crime" });
    await write(elin, slug, "crime", "Färre stölder", { version: 2 });
    const asked = { kind: "question" as const, question: "fran=2026-01" };
    const first = { partnership, slug, chapter: "places" as const, caption: "Det som setts i år", asked };
    expect((await elin.call(api.takeInFigure, first)).status).toBe(200);
    const { contentHash } = await read(elin, slug);
    const late = { ...decision, adoptedOn: "2026-11-22" as Day, contentHash };
    expect((await elin.call(api.adoptSituationReport, { partnership, slug, ...late })).status).toBe(200);
    expect((await johan.call(api.beginSituationReport, { partnership, ...period(2026) })).status).toBe(200);
    const next = { partnership, slug: "2026" };
    expect((await read(johan, "2026")).former).toMatchObject({ slug, figures: 2 });
    expect((await sofia.call(api.takeOverFigures, next)).problem.why).toBe("not-yours");
    expect((await karin.call(api.takeOverFigures, next)).status).toBe(404);
    const over = (await johan.call(api.takeOverFigures, next)).value;
    // What was measured has been taken back, and nothing was measured there in the new year.
    expect(over).toEqual({ taken: 1, left: [{ chapter: "traffic", caption: "Farten på Kyrkvägen" }] });
    const { former, chapters } = await read(johan, "2026");
    expect(former?.figures).toBe(1);
    const [figure] = chapters.flatMap((chapter) => chapter.figures);
    expect(figure).toMatchObject({ caption: "Det som setts i år", from: "2026-01-01", to: "2026-12-31" });
    expect((await johan.call(api.takeOverFigures, next)).problem.why).toBe("situation-nothing-to-take-over");
    const { value: changes } = await elin.call(api.readSituationChanges, next);
    expect(changes.chapters.find(({ chapter }) => chapter === "places")?.figures).toMatchObject([
      { caption: "Det som setts i år" },
    ]);
    expect((await johan.call(api.takeOverFigures, { partnership, slug })).problem.why).toBe("situation-is-adopted");
  });

  test("is laid aside with a reason both read, and taken up again until another has come in its place", async () => {
    const on = { partnership, slug: "2026" };
    const reason = "Vi väntar på statistiken";
    expect((await sofia.call(api.layReportAside, { ...on, reason })).problem.why).toBe("not-yours");
    expect((await karin.call(api.layReportAside, { ...on, reason })).status).toBe(404);
    expect((await johan.call(api.takeReportUp, on)).problem.why).toBe("situation-not-aside");
    expect((await johan.call(api.layReportAside, { ...on, reason: " " })).problem.field).toBe("reason");
    expect((await johan.call(api.layReportAside, { ...on, reason })).value).toEqual({ state: "aside" });
    const told = await read(elin, "2026");
    expect(told).toMatchObject({ state: "aside", aside: { reason, isFollowed: false }, remarks: [] });
    // As it was written, for both.
    expect(told.chapters.flatMap(({ figures }) => figures)).not.toEqual([]);
    expect((await write(elin, "2026", "gaps", "Mer", { version: 1 })).problem.why).toBe("situation-is-aside");
    const report = (await inside.as("system", (tx) => store.reportBySlug(tx, partnershipId, "2026")))!;
    const piece: Piece = { ...report.pieces[0]!, id: newId(Date.parse(AT)), chapter: "outlook", version: 9 };
    for (const who of ["Johan", "system"])
      await expect(
        inside.as(who, (tx) => store.addPiece(tx, { partnershipId, report }, piece)),
        who,
      ).rejects.toThrow(REFUSED);
    const sets = (who: string, values: object) =>
      inside.as(who, (tx) => tx.updateTable("situation_report").set(values).where("id", "=", report.id).execute());
    const adoption = { adopted_on: "2026-11-23" as Day, adopted_by: "KS", registry_number: "1", adopted_at: AT };
    const bare = { aside_at: null, aside_reason: null, aside_by_organisation_id: null };
    const skipped = { state: "adopted", content_hash: "a".repeat(64), ...adoption, ...bare };
    await expect(sets("Johan", skipped)).rejects.toThrow(REFUSED);

    expect((await elin.call(api.takeReportUp, on)).value).toEqual({ state: "draft" });
    expect((await read(johan, "2026")).aside).toBeNull();
    // In nobody else's name.
    const municipality = { aside_by_organisation_id: report.state === "aside" ? report.asideBy : "" };
    const forged = { state: "aside", aside_at: AT, aside_reason: "x", ...municipality };
    await expect(sets("Elin", forged)).rejects.toThrow(REFUSED);

    expect((await elin.call(api.layReportAside, { ...on, reason })).status).toBe(200);
    expect((await johan.call(api.beginSituationReport, { partnership, ...period(2027) })).status).toBe(200);
    expect((await elin.call(api.takeReportUp, on)).problem.why).toBe("situation-another-begun");
    expect((await read(elin, "2026")).aside?.isFollowed).toBe(true);
    await expect(sets("system", { state: "draft", ...bare })).rejects.toThrow(REFUSED);
  });
});
