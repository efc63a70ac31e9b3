import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { insideDemo, type Inside } from "../../test/stores.ts";
import type { Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import type { FrozenFigure } from "./frozen-figure.ts";
import type { Evidence, Open, Problem } from "./problem.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const LATER = "2026-11-24T10:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

onBothEngines("what is stored of a problem", (fresh) => {
  let inside: Inside;
  let municipality: string;
  let police: string;
  beforeAll(async () => {
    inside = await insideDemo(await fresh({ demo: true }));
    municipality = inside.organisations["municipality"]!;
    police = inside.organisations["police"]!;
  });
  const evidence = (more: Partial<Evidence> = {}): Evidence =>
    ({
      kind: "question",
      question: `fran=2021-10&${id()}`,
      id: id(),
      caption: "Mörkt",
      strength: "weak",
      sharing: "shared",
      ownerId: municipality,
      citedAt: AT,
      ...more,
    }) as Evidence;
  const open = (more: Partial<Open> = {}): Open => ({
    id: id(),
    slug: `problem-${id()}`,
    what: "Ål och öring dör",
    place: { kind: "point", position: [16.7, 60.9], name: "Bysjön" },
    since: "i höstas",
    occurs: "fredagskvällar",
    affected: "fiskare",
    category: "place.lighting",
    version: 1,
    raisedAt: AT,
    raisedBy: municipality,
    evidence: [evidence()],
    causes: [{ id: id(), perspective: "acting", text: "Någon dumpar", influenceableBy: "nobody" }],
    example: false,
    state: "open",
    choices: [],
    ...more,
  });
  const add = (problem: Problem, who = "system") =>
    inside.as(who, (tx) => store.addProblem(tx, inside.partnershipId, problem));
  const read = (problem: Problem, who = "system") =>
    inside.as(who, (tx) => store.problemById(tx, inside.partnershipId, problem.id));

  test("every state is read back as it was written", async () => {
    const base = open();
    const choice = (organisationId: string, at = AT) => ({ organisationId, reason: "Det går att ordna", at });
    const answered = { publicReason: "Någon annans ansvar", closedAt: AT };
    const { state: _state, choices: _choices, ...described } = base;
    const other = { id: id(), slug: `b-${id()}`, evidence: [evidence()] as const, causes: [] };
    const problems: Problem[] = [
      base,
      open({ causes: [], choices: [choice(municipality)] }),
      { ...described, ...other, state: "chosen", choices: [choice(municipality), choice(police, LATER)], chosenAt: AT },
      { ...described, id: id(), slug: `c-${id()}`, evidence: [evidence()], causes: [], ...answered, state: "declined" },
      {
        ...described,
        id: id(),
        slug: `d-${id()}`,
        evidence: [evidence()],
        causes: [],
        ...answered,
        state: "merged",
        into: base.id,
      },
    ];
    for (const problem of problems) {
      await add(problem);
      expect(await read(problem)).toEqual(problem);
    }
    expect(await inside.as("system", (tx) => store.slugsOf(tx, inside.partnershipId))).toEqual(
      expect.arrayContaining(problems.map(({ slug }) => slug)),
    );
  });

  const frozen = {
    seriesId: id(),
    slug: "otrygg-ockelbo",
    from: "2023-01-01",
    value: 19,
    checksum: "a".repeat(64),
  } as FrozenFigure;

  test("a series is kept with what it said, once a period, and never without", async () => {
    const of = (more: Partial<FrozenFigure> = {}) => evidence({ kind: "series", frozen: { ...frozen, ...more } });
    const { question: _, ...cited } = of() as Evidence & { question: string };
    const problem = open({ evidence: [cited as Evidence], causes: [] });
    await add(problem);
    expect(await read(problem)).toEqual(problem);
    const cite = (one: Evidence) =>
      inside.as("system", (tx) => store.addEvidence(tx, inside.partnershipId, problem.id, one));
    await cite(of({ from: "2021-01-01" as FrozenFigure["from"] }));
    await expect(cite(of())).rejects.toMatchObject({ code: "23505" });
    await expect(cite(of({ from: "2019-01-01" as FrozenFigure["from"], checksum: "" }))).rejects.toMatchObject({
      code: "23514",
    });
    const without = inside.as("system", (tx) =>
      tx.updateTable("problem_evidence").set({ frozen: null }).where("id", "=", cited.id).execute(),
    );
    await expect(without).rejects.toMatchObject({ code: "23514" });
  });

  test("the table refuses what the union cannot hold", async () => {
    const problem = open();
    await add(problem);
    const set = (columns: object) =>
      inside.as("system", (tx) => tx.updateTable("problem").set(columns).where("id", "=", problem.id).execute());
    for (const columns of [
      { state: "chosen" },
      { state: "declined", closed_at: AT },
      { state: "declined", closed_at: AT, public_reason: "  " },
      { state: "merged", closed_at: AT, public_reason: "Samma" },
      { state: "merged", closed_at: AT, public_reason: "Samma", merged_into: problem.id },
      { state: "open", chosen_at: AT },
    ])
      await expect(set(columns), JSON.stringify(columns)).rejects.toMatchObject({ code: "23514" });
  });

  test("what one party cites in confidence is not there for the other", async () => {
    const problem = open({ causes: [] });
    const own = evidence({ sharing: "own", ownerId: police });
    await add(problem);
    await inside.as("Johan", (tx) => store.addEvidence(tx, inside.partnershipId, problem.id, own));
    expect((await read(problem, "Johan"))?.evidence).toEqual([...problem.evidence, own]);
    expect((await read(problem, "Karin"))?.evidence).toEqual(problem.evidence);
  });

  test("nobody writes for the other party, decides without the role, or reaches another partnership's", async () => {
    const problem = open();
    await expect(add(open({ raisedBy: police }), "Karin")).rejects.toMatchObject({ code: "42501" });
    await expect(add(open(), "Elin")).rejects.toMatchObject({ code: "42501" });
    await add(problem, "Karin");
    const choose = (who: string, organisationId: string) =>
      inside.as(who, (tx) =>
        store.addChoice(tx, inside.partnershipId, problem.id, { organisationId, reason: "Ja", at: AT }),
      );
    await expect(choose("Karin", police)).rejects.toMatchObject({ code: "42501" });
    await expect(choose("Amina", municipality)).rejects.toMatchObject({ code: "42501" });
    await expect(choose("Elin", municipality)).rejects.toMatchObject({ code: "42501" });
    await choose("Karin", municipality);
    await expect(choose("Karin", municipality)).rejects.toMatchObject({ code: "23505" });
    const declined: Problem = { ...problem, state: "declined", publicReason: "Nej", closedAt: AT };
    await expect(inside.as("Amina", (tx) => store.saveState(tx, declined))).rejects.toMatchObject({ code: "42501" });
    await inside.as("Elin", (tx) => store.saveState(tx, declined));
    expect((await read(problem))?.state).toBe("open");
    expect(await read(problem, "Elin")).toBeUndefined();
    await expect(read(problem, "stranger")).rejects.toMatchObject({ code: "42501" });
  });

  test("what it said is kept before it says something else, by those who may and as it was", async () => {
    const problem = open({ causes: [] });
    await add(problem);
    const { what, place, since, occurs = "", affected, category } = problem;
    const before = { what, place, since, occurs, affected, category, version: 1, replacedAt: AT };
    const save = (who: string, organisationId: string, more: Partial<typeof before> = {}, next: object = {}) =>
      inside.as(who, (tx) =>
        store.saveCorrection(tx, inside.partnershipId, {
          problem: { ...problem, what: "Ål dör", version: 2, ...next },
          before: { ...before, organisationId, ...more },
        }),
      );
    const refused = { code: "42501" };
    await expect(save("Karin", police)).rejects.toMatchObject(refused);
    await expect(save("Ingrid", municipality)).rejects.toMatchObject(refused);
    await expect(save("Elin", municipality)).rejects.toMatchObject(refused);
    await expect(save("Amina", municipality, { what: "Det stod något annat" })).rejects.toMatchObject(refused);
    await expect(save("Amina", municipality, {}, { version: 3 })).rejects.toMatchObject(refused);
    const rewrite = inside.as("Karin", (tx) =>
      tx.updateTable("problem").set({ what: "Tyst", version: 2 }).where("id", "=", problem.id).execute(),
    );
    await expect(rewrite).rejects.toMatchObject(refused);
    await save("Amina", municipality);
    expect(await read(problem, "Johan")).toEqual({ ...problem, what: "Ål dör", version: 2 });
    const corrections = await inside.as("Johan", (tx) => store.correctionsOf(tx, inside.partnershipId));
    expect(corrections).toEqual([{ ...before, problemId: problem.id, organisationId: municipality }]);
    await inside.as("Karin", (tx) =>
      store.saveState(tx, { ...problem, state: "declined", publicReason: "Nej", closedAt: AT }),
    );
    await expect(save("Karin", municipality, { what: "Ål dör", version: 2 }, { version: 3 })).rejects.toMatchObject(
      refused,
    );
  });

  test("a source is there to be cited for those who may see it, and says whether both may", async () => {
    const [shared, own] = await inside.as("system", async (tx) => {
      const first = (sharing: "shared" | "own") =>
        tx
          .selectFrom("observation")
          .select("id")
          .where("partnership_id", "=", inside.partnershipId)
          .where("sharing", "=", sharing)
          .where("withdrawn_at", "is", null)
          .executeTakeFirstOrThrow();
      return [(await first("shared")).id, (await first("own")).id];
    });
    const source = (who: string, refId: string, kind: "observation" | "theme" = "observation") =>
      inside.as(who, async (tx) => (await store.sourceOf(tx, inside.partnershipId, { kind, refId }))?.sharing);
    expect([await source("Karin", shared), await source("Johan", shared)]).toEqual(["shared", "shared"]);
    expect([await source("Karin", own), await source("Johan", own)]).toEqual([undefined, "own"]);
    expect(await source("Karin", shared, "theme")).toBeUndefined();
    expect(await source("Elin", shared)).toBeUndefined();
  });
});
