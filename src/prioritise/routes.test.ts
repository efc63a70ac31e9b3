import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../test/house.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { InputOf } from "../ground/endpoint.ts";
import { askPicture } from "../picture/api.ts";
import { askedIn } from "../picture/question.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const seen = (refId: string) => ({
  kind: "observation" as const,
  refId: refId,
  caption: "Mörkt",
  strength: "fair" as const,
});
const newProblem = (
  what: string,
  refId = idInDemo("observation ockelbo-2021 9"),
): InputOf<typeof api.raiseProblem> => ({
  partnership,
  what,
  place: { kind: "unknown" },
  since: "sedan i höstas",
  affected: "de som går från tåget",
  category: "place.lighting",
  evidence: [seen(refId)],
});

onBothEngines("a problem through its doors", (fresh) => {
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let confidential: string;
  beforeAll(async () => {
    const database = await fresh();
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const own = await database.transaction<CollectDatabase, { id: string }>({ as: "system" }, (tx) =>
      tx.selectFrom("observation").select("id").where("sharing", "=", "own").executeTakeFirstOrThrow(),
    );
    confidential = own.id;
  });

  const raised = async (what: string) => (await karin.call(api.raiseProblem, newProblem(what))).value;
  const listed = async (who: Caller, slug: string) =>
    (await who.call(api.listProblems, { partnership })).value.problems.find((one) => one.slug === slug);

  test("is raised on what was seen, cited further, given a cause, and both read the same", async () => {
    const { id, slug } = await raised("Gångtunneln är mörk");
    expect(slug).toBe("gangtunneln-ar-mork");
    expect((await raised("Gångtunneln är mörk!")).slug).toBe("gangtunneln-ar-mork-2");
    const on = { partnership, id: id };
    const cited = "fran=2021-10&till=2021-11&tid=man-fre17-21&kategori=trafik&ruta=16.6,60.8,16.8,61&delning=gemensamt";
    const question = { kind: "question" as const, question: cited };
    expect(
      (await johan.call(api.citeEvidence, { ...on, evidence: { ...question, caption: "Se frågan", strength: "weak" } }))
        .status,
    ).toBe(200);
    const cause = {
      ...on,
      perspective: "situation" as const,
      text: "Ingen har ansvar",
      influenceableBy: "both" as const,
    };
    expect((await karin.call(api.noteCause, cause)).status).toBe(200);
    expect(await listed(johan, slug)).toEqual(await listed(karin, slug));
    expect(await listed(johan, slug)).toMatchObject({
      state: "open",
      evidence: [
        { kind: "observation", question: null },
        { kind: "question", refId: null, question: cited },
      ],
      causes: [{ text: "Ingen har ansvar" }],
    });
    // What was cited is asked again, and both are answered the same.
    const again = { partnership, ...askedIn(new URLSearchParams(cited)) };
    const [hers, his] = [await karin.call(askPicture, again), await johan.call(askPicture, again)];
    expect(hers.value).toMatchObject({ address: cited, unread: [] });
    expect(hers.value.counts.total).toBeGreaterThan(0);
    expect(his.value.counts).toEqual(hers.value.counts);
  });

  test("what the police keep to themselves is evidence to them, and was never there to the municipality", async () => {
    expect((await karin.call(api.raiseProblem, newProblem("Hemligt", confidential))).problem).toMatchObject({
      status: 409,
      why: "evidence-not-found",
      field: "evidence",
      detail: "Underlaget finns inte, eller är inte delat med er.",
    });
    expect((await johan.call(api.raiseProblem, newProblem("Hemligt", confidential))).problem.why).toBe(
      "evidence-must-be-shared",
    );
    const { id, slug } = await raised("Buskörning vid skolan");
    const evidence = { partnership, id: id, evidence: seen(confidential) };
    expect((await johan.call(api.citeEvidence, evidence)).status).toBe(200);
    expect((await johan.call(api.citeEvidence, evidence)).problem.why).toBe("evidence-cited-already");
    expect((await listed(johan, slug))?.evidence).toHaveLength(2);
    expect((await listed(karin, slug))?.evidence).toHaveLength(1);
  });

  test("two who choose it at once have both chosen it", async () => {
    const { id, slug } = await raised("Farten förbi skolan");
    const on = { partnership, id: id };
    const answers = await Promise.all([
      karin.call(api.chooseProblem, { ...on, reason: "Vår gata" }),
      johan.call(api.chooseProblem, { ...on, reason: "Vår kontroll" }),
    ]);
    expect(answers.map(({ value }) => value.state).toSorted()).toEqual(["chosen", "open"]);
    expect(await listed(karin, slug)).toMatchObject({ state: "chosen", choices: [{}, {}] });
    expect((await karin.call(api.chooseProblem, { ...on, reason: "Igen" })).problem.why).toBe("you-have-chosen");
    expect((await johan.call(api.declineProblem, { ...on, publicReason: "Nej" })).problem.why).toBe(
      "problem-is-chosen",
    );
  });

  test("is answered once, with a reason, or goes on in another", async () => {
    const [first, second] = [await raised("Skräp vid affären"), await raised("Skräp vid stationen")];
    const on = { partnership, id: first.id };
    expect((await karin.call(api.mergeProblem, { ...on, into: first.id, publicReason: "Samma" })).problem.why).toBe(
      "merged-with-itself",
    );
    const into = { ...on, into: second.id, publicReason: "Samma sak" };
    expect((await karin.call(api.mergeProblem, { ...into, publicReason: " " })).problem.why).toBe(
      "answer-needs-reason",
    );
    expect((await karin.call(api.mergeProblem, into)).value).toEqual({ state: "merged" });
    expect((await karin.call(api.mergeProblem, into)).problem.why).toBe("problem-is-closed");
    expect(
      (await johan.call(api.declineProblem, { partnership, id: second.id, publicReason: "Fastighetsägarens" })).value,
    ).toEqual({ state: "declined" });
    expect(await listed(karin, second.slug)).toMatchObject({ state: "declined", publicReason: "Fastighetsägarens" });
  });

  test("who may is told by role; another partnership and a stranger find nothing", async () => {
    const { id } = await raised("Klotter");
    const on = { partnership, id: id };
    expect(await (await house.as("Amina")).call(api.chooseProblem, { ...on, reason: "Ja" })).toMatchObject({
      status: 403,
      problem: { why: "not-yours" },
    });
    expect(await (await house.as("Ingrid")).call(api.raiseProblem, newProblem("Nej"))).toMatchObject({
      status: 403,
      problem: { why: "not-yours" },
    });
    expect((await (await house.as("Elin")).call(api.listProblems, { partnership })).status).toBe(404);
    expect(
      (await (await house.as("Elin")).call(api.chooseProblem, { partnership: "hofors", id: id, reason: "Ja" })).status,
    ).toBe(404);
    expect(await house.stranger.call(api.listProblems, { partnership })).toMatchObject({
      status: 401,
      problem: { why: "not-logged-in" },
    });
  });
});
