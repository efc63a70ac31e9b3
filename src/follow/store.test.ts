import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo } from "../../test/house.ts";
import { insideDemo, type Inside, newActivity } from "../../test/stores.ts";
import type { Day, Instant } from "../ground/time.ts";
import { newId, sha256Hex } from "../platform/server/secrets.ts";
import { readLeaf } from "../pledge/logged.ts";
import { entriesOf } from "../pledge/store-log.ts";
import { type Approval, type Assessment, type Draft, type PeriodReport, reportText } from "./report.ts";
import * as store from "./store.ts";
import { readPromised } from "./store-led.ts";

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
  test("what was promised for a problem is told with what it led to, to both alike, and nothing of another problem", async () => {
    const [problemId, other] = [idInDemo("problem trafiken-vid-skolvagarna"), idInDemo("problem kameror-pa-torget")];
    const readBy = (who: string, ids: readonly string[]) =>
      inside.as(who, (tx) => readPromised(tx, inside.partnershipId, ids, "2026-11-24" as Day));
    const told = await readBy("Karin", [problemId]);
    expect(told).toMatchObject([{ problemIds: [problemId], slug: "2025-2027", order: 1 }]);
    expect(told[0]!.told.map(({ sv }) => sv).join(" ")).toMatch(/1\.1: /);
    expect(await readBy("Johan", [problemId])).toEqual(told);
    expect(await readBy("Karin", [other])).toEqual([]);
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
    texts: [
      { voice: "municipality", text: "Våra ord" },
      { voice: "joint", text: "Gemensamt" },
    ],
    example: false,
    state: "draft",
    ...more,
  });
  const approval = (party: "municipality" | "police", at = AT): Approval => ({
    organisationId: inside.organisations[party]!,
    personId: people[party === "police" ? "Johan" : "Karin"]!,
    title: party,
    at,
  });
  const add = (report: PeriodReport, who = "system") =>
    inside.as(who, (tx) => store.addReport(tx, inside.partnershipId, report, AT));
  const read = ({ slug }: PeriodReport, who = "system") =>
    inside.as(who, (tx) => store.reportBySlug(tx, inside.partnershipId, slug));

  test("every state is read back as it was written", async () => {
    const approvals = [approval("municipality"), approval("police", LATER)] as const;
    const reports: PeriodReport[] = [
      draft(),
      { ...draft(), state: "ready", approvals: [approval("police")] },
      { ...draft(), state: "published", approvals, publishedAt: LATER },
    ];
    for (const report of reports) {
      await add(report);
      expect(await read(report)).toEqual(report);
      expect(await inside.as("Karin", (tx) => store.reportForDecision(tx, inside.partnershipId, report.slug))).toEqual(
        report,
      );
    }
    const all = await inside.as("Johan", (tx) => store.reportsOf(tx, inside.partnershipId));
    for (const report of reports) expect(all).toContainEqual(report);
  });

  test("what is changed raises the version, and approvals of what was are not approvals of what is", async () => {
    const report: PeriodReport = { ...draft(), state: "ready", approvals: [approval("police")] };
    await add(report);
    const judged = { ...report.assessments[0]!, status: "dropped" as const, explanation: "Avtalet är slut" };
    await inside.as("Karin", (tx) => store.saveAssessment(tx, report, judged));
    expect(await read(report)).toMatchObject({ state: "draft", version: 2, assessments: [judged] });
    await inside.as("Karin", (tx) =>
      store.addApproval(tx, inside.partnershipId, { ...report, version: 2 }, approval("municipality")),
    );
    expect(await read(report)).toMatchObject({ state: "ready", approvals: [{ title: "municipality" }] });
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
    const both: Approval = { ...approval("police"), personId: people["Karin"]! };
    await inside.as("system", (tx) => store.addApproval(tx, inside.partnershipId, report, approval("municipality")));
    await expect(
      inside.as("system", (tx) => store.addApproval(tx, inside.partnershipId, report, both)),
    ).rejects.toMatchObject({ code: "23505" });
  });

  test("nobody puts words in the other's mouth, approves as another, or writes in what is published", async () => {
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
    await expect(says("Johan", "municipality")).rejects.toMatchObject({ code: "42501" });
    await expect(says("Amina", "municipality")).rejects.toMatchObject({ code: "42501" });
    await says("Karin", "municipality");
    await says("Johan", "police");
    const approves = (who: string, given: Approval) =>
      inside.as(who, (tx) => store.addApproval(tx, inside.partnershipId, report, given));
    await expect(approves("Johan", approval("municipality"))).rejects.toMatchObject({ code: "42501" });
    await expect(approves("Karin", { ...approval("municipality"), personId: people["Göran"]! })).rejects.toMatchObject({
      code: "42501",
    });
    for (const who of ["Ingrid", "Elin", "stranger"])
      await expect(add(draft(), who), who).rejects.toMatchObject({ code: "42501" });
    await approves("Karin", approval("municipality"));
    await approves("Johan", approval("police", LATER));
    const approved = (await read(report))!;
    await inside.as("Karin", (tx) => store.publishReport(tx, approved, LATER));
    const before = await read(report);
    expect(before?.state).toBe("published");
    const kept = await inside.as("system", async (tx) => ({
      row: await tx.selectFrom("period_report").selectAll().where("id", "=", report.id).executeTakeFirstOrThrow(),
      entry: (await entriesOf(tx, [report.documentId])).at(-1)!,
    }));
    expect(kept.row.content_text).toBe(reportText(before!));
    expect(readLeaf(kept.entry.leaf)).toMatchObject({
      kind: "report-published",
      at: LATER,
      report: report.slug,
      hash: sha256Hex(reportText(before!)),
    });
    const rewritten = inside.as("system", (tx) =>
      tx
        .updateTable("period_report")
        .set({ content_text: null, content_hash: null })
        .where("id", "=", report.id)
        .execute(),
    );
    await expect(rewritten).rejects.toMatchObject({ code: "42501" });
    await expect(says("Karin", "municipality")).rejects.toMatchObject({ code: "42501" });
    await inside.as("Karin", (tx) => store.saveAssessment(tx, report, { ...report.assessments[0]!, output: "Mer" }));
    expect(await read(report)).toEqual(before);
    expect(await read(report, "Elin")).toBeUndefined();
  });

  test("each counts what they may see, and the last word is the latest of them all", async () => {
    const counts = (who: string) => inside.as(who, (tx) => store.countsOf(tx, inside.partnershipId));
    const [karin, johan, elin] = [await counts("Karin"), await counts("Johan"), await counts("Elin")];
    expect(johan.observations).toBe(karin.observations + 3);
    expect(elin).toEqual({ observations: 0, sources: 0, problems: 0, chosen: 0, reports: 0 });
    expect(await inside.as("Karin", (tx) => store.lastWordAt(tx, inside.partnershipId))).toBe(LATER);
  });
});
