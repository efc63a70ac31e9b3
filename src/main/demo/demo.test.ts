/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect -- each walks the whole demo; what a row must hold depends on its kind */
import { describe, expect, test } from "vitest";
import { partsRefused } from "../../act/occasion.ts";
import { personIn } from "../../collect/person-in-text.ts";
import { AGES, type HeardGroup, SEXES } from "../../collect/heard/heard.ts";
import { pointsOf } from "../../collect/walks/letter.ts";
import { lightAt } from "../../collect/sun.ts";
import { seasonOf } from "../../collect/walk.ts";
import { needsExplanation } from "../../follow/reports/report.ts";
import { isId } from "../../ground/id.ts";
import { insideRing } from "../../ground/earth.ts";
import { isDrawable } from "../../ground/place.ts";
import { type Day, dayOf } from "../../ground/time.ts";
import { activitiesOf, contentField } from "../../pledge/document.ts";
import { isOlder } from "../../pledge/easy.ts";
import { lint } from "../../pledge/lint.ts";
import { DEMO } from "./demo.ts";
import { demoId } from "./ids.ts";
import { DEVIATIONS, OCCASIONS } from "./occasions.ts";
import { OCKELBO } from "./partnerships.ts";
import { AT } from "./places.ts";
import { REPORT_2025 } from "./report-2025.ts";
import { stillToCome, WALK_AMOT_2026 } from "./walks.ts";

const ockelbo = DEMO.cycles.find(({ partnershipId }) => partnershipId === OCKELBO.id)!;

/** Every string in the demo, with where it stands. */
function texts(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, `${path}[${index}]`));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
  return [];
}

describe("the demo", () => {
  test("has ids that are ids, and no id twice", () => {
    const ids = DEMO.cycles.flatMap((cycle) => [
      ...cycle.sources.map(({ id }) => id),
      ...cycle.walks.flatMap(({ walk, rows }) => [
        walk.id,
        ...walk.stops.map(({ id }) => id),
        ...rows.map(({ id }) => id),
      ]),
      ...cycle.observations.map(({ id }) => id),
      ...cycle.dialogues.flatMap(({ id, themes }) => [id, ...themes.map((theme) => theme.id)]),
      ...cycle.measurements.map(({ id }) => id),
      ...cycle.traffic.flatMap(({ thread, complaints, measurements, proposals }) =>
        [thread, ...complaints, ...measurements, ...proposals].map(({ id }) => id),
      ),
      ...cycle.handedIn.map(({ id }) => id),
      ...cycle.statistics.flatMap((read) => [read.reading.id, ...read.series.map(({ series }) => series.id)]),
      ...[...cycle.hearings.hearings, ...cycle.hearings.passages].map(({ id }) => id),
      ...cycle.problems.flatMap(({ id, evidence, causes }) => [
        id,
        ...evidence.map((one) => one.id),
        ...causes.map((one) => one.id),
      ]),
      ...cycle.documents.flatMap(({ id, content }) => [
        id,
        ...content.pledges.map((pledge) => pledge.id),
        ...activitiesOf(content).map(({ activity }) => activity.id),
      ]),
      ...cycle.occasions.map(({ id }) => id),
      ...cycle.deviations.map(({ id }) => id),
    ]);
    expect(ids.filter((id) => !isId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(demoId("walk amot-2021")).toBe(demoId("walk amot-2021"));
  });

  test("says nothing that points at a person", () => {
    const found = texts(DEMO, "demo")
      .filter(({ path, text }) => !isId(text) && !/(\.id|Id|At|hash|url|people\[\d+\]\.name)$/i.test(path))
      .filter(({ text }) => personIn(text) !== undefined);
    expect(found).toEqual([]);
  });

  test("marks everything invented, and names a public source for the rest", () => {
    const real = ockelbo.documents.filter(({ example }) => !example);
    expect(real.map(({ slug }) => slug)).toEqual(["2018-2019", "2022-2024"]);
    for (const { content, signatures } of real) {
      expect(content.sources.length).toBeGreaterThan(0);
      expect(signatures.map(({ how }) => how.kind)).toEqual(["paper", "paper"]);
    }
    for (const { walk, sources } of ockelbo.walks) expect(walk.example || sources.length > 0, walk.slug).toBe(true);
    expect(ockelbo.observations.every(({ example }) => example)).toBe(true);
    expect(ockelbo.statistics.flatMap((read) => read.series).every(({ series }) => series.example)).toBe(true);
    expect(ockelbo.measurements.every(({ example }) => example)).toBe(true);
    expect([...OCCASIONS, ...DEVIATIONS].every(({ example }) => example)).toBe(true);
  });

  test("holds the four walks of autumn 2021 as they were invited to", () => {
    const walks = ockelbo.walks.map(({ walk }) => walk).filter(({ example }) => !example);
    expect(walks.map(({ village, startsAt, meetingPoint }) => [village, startsAt, meetingPoint])).toEqual([
      ["Ockelbo", "2021-10-26T16:00:00.000Z", "Utanför biblioteket"],
      ["Åmot", "2021-11-08T17:00:00.000Z", "Utanför skolan"],
      ["Jädraås", "2021-11-09T17:00:00.000Z", "Utanför Folkets hus"],
      ["Lingbo", "2021-11-22T17:00:00.000Z", "Utanför Lingbogården"],
    ]);
    for (const walk of walks) {
      expect(walk.light).toBe(lightAt(walk.startsAt, walk.stops[0]!.position!));
      expect(walk.season).toBe(seasonOf(dayOf(walk.startsAt)));
    }
  });

  test("holds the two löften of 2022–2024 word for word", () => {
    const content = ockelbo.documents.find(({ slug }) => slug === "2022-2024")!.content;
    expect(content.pledges.map(({ text }) => text)).toEqual([
      "Polisen och kommunen lovar att tillsammans arbeta för att Ockelbo ska bli en tryggare plats att vistas på.",
      "Polisen och kommunen lovar att tillsammans arbeta för att minska droganvändningen i kommunen, med ett särskilt fokus på unga.",
    ]);
    expect(activitiesOf(content).map(({ activity }) => activity.text)).toEqual([
      "Polisen och kommunen ska tillsammans arbeta för att en bättre gemensam lägesbild som utgör en grund för vilka insatser som kommunen och polisen kan komma att behöva göra, t.ex. gällande trafiksäkerhetsfrågor.",
      "Polisen och kommunen ska tillsammans på i förväg planerade forum möta unga för samtal kring attityder och värderingar gällande bl.a. ANDT (Alkohol, Narkotika, Doping och Tobak).",
    ]);
  });

  test("shows what the promise of 2022–2024 lacks, and that the next one has it", () => {
    const remarks = (slug: string) => lint(ockelbo.documents.find((document) => document.slug === slug)!.content);
    expect(new Set(remarks("2022-2024").map(({ rule }) => rule))).toEqual(
      new Set([
        "no-problem",
        "no-cause",
        "no-owner",
        "cannot-fail",
        "no-number",
        "no-place",
        "no-date",
        "no-baseline",
        "no-effect",
        "no-follow-up",
        "long-sentence",
        "officialese",
        "no-equality",
        "a-duty-already",
      ]),
    );
    expect(remarks("2025-2027")).toEqual([]);
  });

  test("has documents that can be read back as they are", () => {
    for (const { content } of ockelbo.documents) expect(contentField.parse(content)).toEqual(content);
  });

  test("draws every point inside the municipality", () => {
    const [ring] = OCKELBO.outline;
    for (const [name, position] of Object.entries(AT)) expect(insideRing(position, ring!), name).toBe(true);
    for (const { place, id } of ockelbo.observations)
      if (isDrawable(place) && place.kind === "point") expect(insideRing(place.position, ring!), id).toBe(true);
  });
});

describe("the cycle hangs together", () => {
  const known = new Set([
    ...ockelbo.observations.map(({ id }) => id),
    ...ockelbo.measurements.map(({ id }) => id),
    ...ockelbo.dialogues.flatMap(({ themes }) => themes.map(({ id }) => id)),
  ]);

  test("every piece of evidence is there", () => {
    for (const problem of ockelbo.problems)
      for (const evidence of problem.evidence)
        if ("refId" in evidence) expect(known.has(evidence.refId), evidence.caption).toBe(true);
  });

  test("the points of this autumn's walk are out: some wait, some are taken, one is not theirs and one is asked about", () => {
    const { walk, rows, sent } = ockelbo.walks.find((one) => one.sent !== undefined)!;
    const { letters, replies } = sent!;
    expect(walk.example).toBe(true);
    const asked = pointsOf(rows, "municipality");
    expect(letters.map(({ manager, points }) => [manager, points])).toEqual([
      ["municipality", asked.length],
      ["road-authority", 1],
    ]);
    expect(replies.map(({ reply }) => reply.kind).toSorted()).toEqual(["not-ours", "question", "received", "received"]);
    expect(asked.length).toBeGreaterThan(replies.length);
    for (const { rowId, reply } of replies) {
      expect(asked.find(({ id }) => id === rowId)?.answer).toBeUndefined();
      expect(reply.kind === "received" || reply.text !== "").toBe(true);
    }
  });

  test("the residents whom those heard are held against are as many by sex, by age and as published", () => {
    const { counts, example } = ockelbo.population!;
    const sum = (groups: readonly HeardGroup[]) => groups.reduce((all, group) => all + (counts[group] ?? 0), 0);
    expect([sum(SEXES), sum(AGES), example]).toEqual([OCKELBO.population, OCKELBO.population, true]);
  });

  test("every problem of a promise was chosen by both parties, and the one turned down says why", () => {
    const cited = ockelbo.documents.flatMap(({ content }) => content.pledges.flatMap(({ problemIds }) => problemIds));
    for (const problem of ockelbo.problems) {
      expect((cited as readonly string[]).includes(problem.id)).toBe(problem.state === "chosen");
      if (problem.state === "chosen") expect(problem.choices).toHaveLength(2);
    }
  });

  test("every promise goes on from one in the document before", () => {
    const ids = new Set<string>(ockelbo.documents.flatMap(({ content }) => content.pledges.map(({ id }) => id)));
    for (const { content } of ockelbo.documents)
      for (const { continues } of content.pledges) if (continues !== undefined) expect(ids.has(continues)).toBe(true);
  });

  test("the promise in force is there in easy Swedish too, the whole and each löfte", () => {
    const { content } = ockelbo.documents.find(({ slug }) => slug === "2025-2027")!;
    for (const part of [content, ...content.pledges]) expect(isOlder(part, part.easyRead!)).toBe(false);
  });

  test("every occasion is of a promised activity, by one that owns it, within its period", () => {
    const { content } = ockelbo.documents.find(({ slug }) => slug === "2025-2027")!;
    const activities = new Map<string, ReturnType<typeof activitiesOf>[number]["activity"]>(
      activitiesOf(content).map(({ activity }) => [activity.id, activity]),
    );
    for (const occasion of OCCASIONS) {
      const activity = activities.get(occasion.activityId);
      expect(occasion.organisationId).toBe(activity?.accountable?.organisationId);
      // One is called "lyktstolpe" where fourteen "lyktstolpar" were promised.
      expect(activity?.target?.unit?.startsWith(occasion.counted.slice(0, -1))).toBe(true);
      expect(partsRefused(occasion.counted, occasion.count, occasion.outputs)).toBeUndefined();
      expect(occasion.on >= "2025-01-01" && occasion.on <= "2027-12-31").toBe(true);
    }
  });

  test("the report of 2025 judges every promised activity, says why where it must, and is signed by both", () => {
    const { content } = ockelbo.documents.find(({ slug }) => slug === "2025-2027")!;
    expect(new Set<string>(REPORT_2025.judgements.map(({ activityId }) => activityId))).toEqual(
      new Set<string>(activitiesOf(content).map(({ activity }) => activity.id)),
    );
    for (const { status, explanation } of REPORT_2025.judgements)
      expect(explanation === "" && needsExplanation(status)).toBe(false);
    expect(new Set(REPORT_2025.signatures.map(({ party }) => party)).size).toBe(2);
  });
});

test.each([
  ["before its day", "2026-11-30", "2026-12-01T17:00:00.000Z", "winter"],
  ["on its day", "2026-12-01", "2026-12-08T17:00:00.000Z", "winter"],
  ["in a summer to come", "2027-06-10", "2027-10-26T16:00:00.000Z", "autumn"],
  ["in a March", "2028-03-01", "2028-10-24T16:00:00.000Z", "autumn"],
])("the walk that a visitor can go on is still to come: %s", (_, today, startsAt, season) => {
  const walk = stillToCome(WALK_AMOT_2026, today as Day);
  expect([walk.startsAt, walk.season]).toEqual([startsAt, season]);
  expect(walk.endsAt > walk.startsAt).toBe(true);
});
