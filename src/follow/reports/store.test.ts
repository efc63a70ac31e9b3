import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { insideDemo, type Inside, newActivity } from "../../../test/stores.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId, sha256Hex } from "../../platform/server/secrets.ts";
import { readLeaf } from "../../pledge/logged.ts";
import type { AnySignature, SigningParty } from "../../pledge/signature.ts";
import { entriesOf } from "../../pledge/store-log.ts";
import type { Assessment, Draft, PeriodReport, Published, Ready } from "./report.ts";
import * as store from "./store.ts";
import type { Telling } from "./telling.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const LATER = "2026-11-24T10:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

onBothEngines("what is stored of a follow-up", (fresh) => {
  let inside: Inside;
  let people: Readonly<Record<string, string>>;
  /** A promise of the demo, and one of its activities: what is followed up is something that was promised. */
  let documentId = "";
  let activityId = "";
  beforeAll(async () => {
    inside = await insideDemo(await fresh({ demo: true }));
    const rows = await inside.as("system", (tx) => tx.selectFrom("person").select(["id", "name"]).execute());
    people = Object.fromEntries(rows.map((row) => [row.name, row.id]));
    ({ activityId, documentId } = await newActivity(inside, id()));
  });

  const assessment = (more: Partial<Assessment> = {}): Assessment => ({
    activityId,
    status: "partly",
    preset: "behind",
    explanation: "Vakans",
    figures: { done: { value: 3, qualifier: "at-least" }, expected: 8, unit: "kontroller" },
    output: "Tre kontroller",
    outcome: "",
    experience: "",
    ...more,
  });
  const draft = (more: Partial<Draft> = {}): Draft => ({
    id: id(),
    slug: `r-${id()}`,
    documentId,
    from: "2026-01-01" as Day,
    to: "2026-12-31" as Day,
    version: 1,
    assessments: [assessment()],
    views: [],
    texts: [
      { voice: "joint", text: "Tillsammans", handedIn: false },
      { voice: "municipality", text: "Vi", handedIn: true },
    ],
    example: false,
    state: "draft",
    ...more,
  });
  const readyOf = (report: Draft, content = `text of ${report.slug}`): Ready => ({
    ...report,
    state: "ready",
    content,
    contentHash: sha256Hex(content),
    frozenAt: AT,
  });
  const signature = (party: SigningParty, { contentHash }: Ready, who = party === "police" ? "Sofia" : "Göran") =>
    ({
      id: id(),
      party,
      organisationId: inside.organisations[party]!,
      mandate: { party, office: `chef ${party}`, acting: party === "police", decidedBy: "beslut", from: "2024-01-01" },
      contentHash,
      signedAt: party === "police" ? LATER : AT,
      means: { kind: "passkey", personId: people[who], credentialId: `${party} key`, signature: `${party} answer` },
    }) as unknown as AnySignature;
  const add = (report: Draft, who = "system") =>
    inside.as(who, (tx) => store.addReport(tx, inside.partnershipId, report, AT));
  const save = (report: PeriodReport, who = "system") => inside.as(who, (tx) => store.saveState(tx, report));
  const sign = (report: Ready, given: AnySignature, who = "system") =>
    inside.as(who, (tx) => store.addSignature(tx, inside.partnershipId, report, given));
  const read = (report: Pick<PeriodReport, "slug">, who = "Karin") =>
    inside.as(who, (tx) => store.reportBySlug(tx, inside.partnershipId, report.slug));
  const key = (party: SigningParty, { contentHash }: Ready, who: string) => ({
    id: id(),
    party,
    organisationId: inside.organisations[party]!,
    contentHash,
    pressedAt: LATER,
    means: { kind: "passkey", personId: people[who]!, credentialId: `${who} key`, signature: `${who} answer` } as never,
  });

  test("every state is read back as it was written, to the day when both have signed", async () => {
    const report = draft();
    await add(report);
    expect(await read(report)).toEqual(report);
    const ready = readyOf(report);
    await save(ready, "Karin");
    expect(await read(report, "Johan")).toEqual(ready);
    const [municipality, police] = [signature("municipality", ready), signature("police", ready)];
    await sign(ready, municipality);
    await save({ ...ready, state: "half-signed", signatures: [municipality] });
    expect(await read(report)).toMatchObject({ state: "half-signed", signatures: [{ party: "municipality" }] });
    await sign(ready, police);
    const { content, contentHash, frozenAt, ...rest } = ready;
    const both = { municipality, police } as never;
    await save({ ...ready, state: "signed", signatures: both, asked: undefined });
    expect(await read(report)).toMatchObject({ state: "signed", asked: undefined, contentHash });
    const published: Published = {
      ...rest,
      state: "published",
      publishedAt: LATER,
      frozen: { content, contentHash, frozenAt },
      signatures: [municipality, police],
      approvals: [],
    };
    await save(published);
    expect(await read(report)).toMatchObject({ state: "published", publishedAt: LATER, frozen: { content } });
    const entries = await inside.as("system", (tx) => entriesOf(tx, [documentId]));
    const own = entries.map(({ leaf }) => readLeaf(leaf)!).filter((leaf) => leaf.report === report.slug);
    expect(own.map(({ kind, party, office, hash }) => [kind, party, office, hash === contentHash])).toEqual([
      ["report-signed", "municipality", "chef municipality", true],
      ["report-signed", "police", "tf. chef police", true],
      ["report-published", undefined, undefined, true],
    ]);
    // What is out is not written again, by anybody.
    await expect(save({ ...report, version: 2 })).rejects.toMatchObject({ code: "42501" });
    await inside.as("Karin", (tx) => store.saveAssessment(tx, report, assessment({ output: "Mer" })));
    expect((await read(report))?.assessments).toEqual(report.assessments);
    expect(await read(report, "Elin")).toBeUndefined();
  });

  test("what is opened again is another version: nobody's yes is put under other words", async () => {
    const report = draft();
    await add(report);
    const ready = readyOf(report);
    await save(ready, "Karin");
    const given = signature("municipality", ready);
    await sign(ready, given);
    await save({ ...ready, state: "half-signed", signatures: [given] });
    await expect(save({ ...readyOf(report, "other words"), version: 1 }), "the text is closed").rejects.toMatchObject({
      code: "42501",
    });
    await expect(save(report), "a draft is another version").rejects.toMatchObject({ code: "42501" });
    await save({ ...report, version: 2 }, "Johan");
    const again = { ...readyOf(report, "other words"), version: 2 };
    await save(again, "Johan");
    expect(await read(report)).toMatchObject({ state: "ready", version: 2, content: "other words" });
    await expect(sign(again, signature("police", ready))).rejects.toThrow(/the text that waits for it/);
  });

  test("nobody signs for another or without a mandate, and neither alone nor without keys is it let out", async () => {
    const report = draft();
    await add(report);
    const ready = readyOf(report);
    await save(ready, "Karin");
    await expect(sign(ready, signature("police", ready, "Göran"), "Göran")).rejects.toMatchObject({ code: "42501" });
    await expect(sign(ready, signature("municipality", ready, "Sofia"), "Göran")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(sign(ready, signature("municipality", ready, "Karin"), "Karin")).rejects.toMatchObject({
      code: "42501",
    });
    const municipality = signature("municipality", ready);
    await sign(ready, municipality, "Göran");
    await save({ ...ready, state: "half-signed", signatures: [municipality] }, "Göran");
    const one = { ...signature("police", ready, "Göran") };
    await expect(sign(ready, one), "one person is never both").rejects.toMatchObject({ code: "23505" });
    const both = { municipality, police: signature("police", ready) } as never;
    const signed = { ...ready, state: "signed" as const, signatures: both, asked: undefined };
    await expect(save(signed, "Sofia")).rejects.toThrow(/signed by both parties/);
    await sign(ready, signature("police", ready), "Sofia");
    await save(signed, "Sofia");
    const press = (party: SigningParty, who: string, as = who) =>
      inside.as(as, (tx) => store.addPublishingKey(tx, inside.partnershipId, ready, key(party, ready, who)));
    await expect(press("police", "Karin")).rejects.toMatchObject({ code: "42501" });
    await expect(press("police", "Johan", "Karin")).rejects.toMatchObject({ code: "42501" });
    await press("municipality", "Karin");
    await press("police", "Johan");
    expect(await read(report)).toMatchObject({ asked: { organisationId: inside.organisations["municipality"] } });
    // The keys are of nobody's device here: they do not hold.
    const waits = (await read(report))!;
    expect(await inside.as("Karin", (tx) => store.firstKeyFell(tx, waits))).toBe(true);
    const { content, contentHash, frozenAt, ...rest } = ready;
    const out: Published = {
      ...rest,
      state: "published",
      publishedAt: LATER,
      frozen: { content, contentHash, frozenAt },
      signatures: [],
      approvals: [],
    };
    await expect(save(out, "Johan")).rejects.toThrow(/one key from each organisation/);
  });

  test("the tables refuse what the rules cannot say", async () => {
    const report = draft();
    await add(report);
    await expect(add({ ...draft(), slug: report.slug })).rejects.toMatchObject({ code: "23505" });
    await expect(add(draft({ from: "2027-01-01" as Day }))).rejects.toMatchObject({ code: "23514" });
    await expect(add(draft({ assessments: [assessment({ explanation: " " })] }))).rejects.toMatchObject({
      code: "23514",
    });
    const half = { state: "published" } as const;
    const publishing = inside.as("system", (tx) =>
      tx.updateTable("period_report").set(half).where("id", "=", report.id).execute(),
    );
    await expect(publishing).rejects.toMatchObject({ code: "23514" });
    for (const who of ["Ingrid", "Elin", "stranger"])
      await expect(add(draft(), who), who).rejects.toMatchObject({ code: "42501" });
  });

  test("the other organisation's words and statuses are read when they are handed in, and not before", async () => {
    const report = draft({ texts: [] });
    await add(report, "Karin");
    const says = (who: string, voice: "municipality" | "police") =>
      inside.as(who, (tx) =>
        store.saveText(
          tx,
          inside.partnershipId,
          report,
          { voice, text: "Ord" },
          { organisationId: inside.organisations[voice]!, at: AT },
        ),
      );
    const view = (party: SigningParty) => ({
      activityId,
      party,
      organisationId: inside.organisations[party]!,
      status: "not-met" as const,
      explanation: "Vi ser det så",
    });
    const sees = (who: string, party: SigningParty) =>
      inside.as(who, (tx) => store.saveView(tx, inside.partnershipId, report, view(party)));
    for (const who of ["Johan", "Amina"])
      await expect(says(who, "municipality"), who).rejects.toMatchObject({ code: "42501" });
    for (const who of ["Johan", "Göran"])
      await expect(sees(who, "municipality"), who).rejects.toMatchObject({ code: "42501" });
    await says("Karin", "municipality");
    await sees("Karin", "municipality");
    await says("Johan", "police");
    expect(await read(report)).toMatchObject({ texts: [{ voice: "municipality" }], views: [view("municipality")] });
    expect(await read(report, "Johan")).toMatchObject({ texts: [{ voice: "police" }], views: [] });
    await inside.as("Johan", (tx) => store.handIn(tx, report, "municipality", LATER));
    expect((await read(report, "Johan"))?.texts.map(({ voice }) => voice)).toEqual(["police"]);
    await inside.as("Karin", (tx) => store.handIn(tx, report, "municipality", LATER));
    expect(await read(report, "Johan")).toMatchObject({ views: [view("municipality")] });
    expect((await read(report, "Johan"))?.texts.map(({ voice }) => voice).toSorted()).toEqual([
      "municipality",
      "police",
    ]);
    await inside.as("Karin", (tx) => store.dropView(tx, report, view("municipality")));
    expect((await read(report))?.views).toEqual([]);
  });

  test("where it was told is kept by the party that told it, and what is struck stays", async () => {
    const report = draft();
    await add(report);
    const telling: Telling = {
      id: id(),
      on: "2026-05-03" as Day,
      channel: "school",
      audience: "föräldrar i åk 8",
      reach: "50-199",
      organisationId: inside.organisations["municipality"]!,
      notedAt: AT,
      struck: undefined,
    };
    const note = (who: string, one = telling) =>
      inside.as(who, (tx) => store.addTelling(tx, inside.partnershipId, report, one));
    for (const who of ["Johan", "Göran", "Elin"]) await expect(note(who), who).rejects.toMatchObject({ code: "42501" });
    await note("Karin");
    await inside.as("Johan", (tx) => store.strikeTelling(tx, { ...telling, struck: { at: LATER, reason: "Fel dag" } }));
    expect(await inside.as("Karin", (tx) => store.tellingsOf(tx, report.id))).toEqual([
      { ...telling, struck: { at: LATER, reason: "Fel dag" } },
    ]);
  });
});
