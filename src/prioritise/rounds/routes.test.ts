import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import type { Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { code as codeText } from "../../collect/campaigns/api.ts";
import { chooseProblem, raiseProblem } from "../api.ts";
import * as api from "./api.ts";
import type { Given, Scored } from "./round.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const year = 2026;
const weights = { fear: 2, support: 1, duty: 1 };
const CRITERIA = ["fear", "support", "duty"] as const;

onBothEngines("a round through its doors", (fresh) => {
  let house: TestHouse;
  let inside: Inside;
  let karin: Caller;
  let johan: Caller;
  let problemIds: string[];
  let roundId: string;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    problemIds = [];
    for (const what of ["Gångtunneln är mörk", "Det går fort vid skolan"]) {
      const raised = await karin.call(raiseProblem, {
        partnership,
        what,
        place: { kind: "unknown" },
        since: "i höst",
        affected: "de som går",
        category: "place.lighting",
        evidence: [
          { kind: "observation", refId: idInDemo("observation ockelbo-2021 9"), caption: "Mörkt", strength: "fair" },
        ],
      });
      problemIds.push(raised.value.id);
    }
  });
  const read = async (who: Caller) => (await who.call(api.readRound, { partnership, year })).value;
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;
  const give = (who: Caller, problemId: string, criterion: (typeof CRITERIA)[number], score: number, motive = "") =>
    who.call(api.saveScore, { partnership, year, problemId, criterion, score, motive });
  const proposal = (more: object = {}) => ({ partnership, year, weights, problemIds, ...more });

  test("is proposed by one party, changed by either, and agreed to by the other", async () => {
    expect((await read(karin)).round).toBeNull();
    expect(await why(karin.call(api.openRound, proposal({ problemIds: [] })))).toBe("round-needs-problems");
    expect(await why(karin.call(api.openRound, proposal({ weights: {} })))).toBe("round-needs-weights");
    expect(
      await why(karin.call(api.openRound, proposal({ problemIds: [idInDemo("problem kameror-pa-torget")] }))),
    ).toBe("round-problem-answered");
    expect((await karin.call(api.openRound, proposal({ problemIds: [problemIds[0]] }))).value).toEqual({
      state: "preparing",
    });
    expect(await why(johan.call(api.openRound, proposal()))).toBe("round-is-there");
    expect(await why(give(johan, problemIds[0]!, "fear", 3))).toBe("round-not-agreed");
    expect((await johan.call(api.proposeRound, proposal())).status).toBe(200);
    const { proposedAt } = (await read(karin)).round!;
    const proposed = { partnership, year, proposedAt };
    expect(await why(karin.call(api.agreeRound, { ...proposed, proposedAt: "2024-01-01T00:00:00.000Z" }))).toBe(
      "proposal-changed",
    );
    expect(await why(johan.call(api.agreeRound, proposed))).toBe("other-party-agrees");
    const amina = await house.as("Amina");
    expect(await why(amina.call(api.agreeRound, proposed))).toBe("not-yours");
    expect((await karin.call(api.agreeRound, proposed)).value).toEqual({ state: "scoring" });
    expect(await why(johan.call(api.proposeRound, proposal()))).toBe("round-is-agreed");
    expect(await read(johan)).toMatchObject({ round: { state: "scoring", weights }, together: null });
    expect((await johan.call(api.listRounds, { partnership })).value.rounds[0]).toMatchObject({
      year,
      state: "scoring",
    });
    roundId = await inside.as("system", async (tx) => (await store.roundOf(tx, inside.partnershipId, year))!.id);
    const elin = await house.as("Elin");
    expect((await elin.call(api.readRound, { partnership, year })).status).toBe(404);
  });

  test("until both have locked, the other party finds no score, no count and no trace, by any door or by the database", async () => {
    const before = JSON.stringify(await read(johan));
    for (const id of problemIds)
      for (const criterion of CRITERIA) expect((await give(karin, id, criterion, 4)).status).toBe(200);
    expect((await give(karin, problemIds[0]!, "fear", 5)).status).toBe(200);
    expect(JSON.stringify(await read(johan))).toBe(before);
    expect((await read(karin)).own).toHaveLength(6);
    const seen = (who: string) => inside.as(who, (tx) => store.scoresOf(tx, roundId));
    expect(await seen("Johan")).toEqual([]);
    expect(await seen("Karin")).toHaveLength(6);
    expect(await seen("Amina")).toHaveLength(6);
    const counted = await inside.as("Johan", (tx) =>
      tx
        .selectFrom("round_score")
        .select((build) => build.fn.countAll<string>().as("count"))
        .executeTakeFirstOrThrow(),
    );
    expect(Number(counted.count)).toBe(0);
    // A draft leaves nothing in the log either.
    const left = await inside.as("system", (tx) =>
      (
        tx as never as {
          selectFrom: (table: string) => { select: (name: string) => { execute: () => Promise<{ name: string }[]> } };
        }
      )
        .selectFrom("event")
        .select("name")
        .execute(),
    );
    expect(left.filter(({ name }) => name.startsWith("score"))).toEqual([]);
  });

  test("nobody scores for the other party, outside the round or after the lock; the database says so too", async () => {
    const scored = (more: Partial<Scored> = {}): Scored => ({
      problemId: problemIds[0]!,
      criterion: "fear",
      score: 2,
      motive: "",
      organisationId: inside.organisations["municipality"]!,
      at: AT,
      ...more,
    });
    const put = (who: string, more: Partial<Scored> = {}) =>
      inside.as(who, (tx) => store.putScore(tx, { partnershipId: inside.partnershipId, roundId }, scored(more)));
    const police = inside.organisations["police"]!;
    await expect(put("Karin", { organisationId: police })).rejects.toMatchObject({ code: "42501" });
    await expect(put("Johan")).rejects.toMatchObject({ code: "42501" });
    await expect(put("Amina")).rejects.toMatchObject({ code: "42501" });
    await expect(put("Elin")).rejects.toMatchObject({ code: "42501" });
    await expect(put("Karin", { criterion: "trend" })).rejects.toMatchObject({ code: "42501" });
    await expect(put("Karin", { score: 6 })).rejects.toMatchObject({ code: "23514" });
    expect(await why(give(karin, idInDemo("problem kameror-pa-torget"), "fear", 2))).toBe("not-in-the-round");
    expect(await why(give(karin, problemIds[0]!, "fear", 2, "Ring Anna Karlsson på 070-123 45 67"))).toBe(
      "names-a-person",
    );
    const amina = await house.as("Amina");
    expect(await why(give(amina, problemIds[0]!, "fear", 2))).toBe("not-yours");
  });

  test("is locked when it is whole, and the other party is told that it is, not what", async () => {
    const lock = (who: Caller) => who.call(api.lockScores, { partnership, year });
    const raw = (who: string, organisationId: string) =>
      inside.as(who, (tx) =>
        store.addLock(tx, { partnershipId: inside.partnershipId, roundId }, { organisationId, at: AT }),
      );
    expect((await lock(johan)).problem).toMatchObject({
      why: "scores-missing",
      detail: "6 poäng saknas. Sätt dem innan ni låser.",
    });
    expect((await lock(karin)).problem).toMatchObject({
      why: "motive-needed",
      detail: "1 etta eller femma saknar motiv. Skriv en rad om varför innan ni låser.",
    });
    await expect(raw("Karin", inside.organisations["municipality"]!)).rejects.toMatchObject({ code: "42501" });
    await expect(raw("Johan", inside.organisations["police"]!)).rejects.toMatchObject({ code: "42501" });
    expect((await give(karin, problemIds[0]!, "fear", 5, "Barn går där varje kväll")).status).toBe(200);
    await expect(raw("Johan", inside.organisations["municipality"]!)).rejects.toMatchObject({ code: "42501" });
    expect((await lock(karin)).status).toBe(200);
    expect(await why(lock(karin))).toBe("scores-are-locked");
    expect(await why(give(karin, problemIds[0]!, "fear", 2))).toBe("scores-are-locked");
    const late: Scored = {
      problemId: problemIds[0]!,
      criterion: "fear",
      score: 2,
      motive: "",
      organisationId: inside.organisations["municipality"]!,
      at: AT,
    };
    await expect(
      inside.as("Karin", (tx) => store.putScore(tx, { partnershipId: inside.partnershipId, roundId }, late)),
    ).rejects.toMatchObject({ code: "42501" });
    const told = await read(johan);
    expect(told.parties.map(({ party, locked }) => [party, locked])).toEqual([
      ["municipality", true],
      ["police", false],
    ]);
    expect([told.own, told.together]).toEqual([[], null]);
    expect(JSON.stringify(told)).not.toContain("Barn går där");
    // And the one who has locked does not see the other's either.
    expect((await give(johan, problemIds[0]!, "fear", 2)).status).toBe(200);
    expect(await read(karin)).toMatchObject({ together: null });
    expect(await inside.as("Karin", (tx) => store.scoresOf(tx, roundId))).toHaveLength(6);
  });

  test("is seen together when both have locked, the same by both", async () => {
    for (const id of problemIds) for (const criterion of CRITERIA) await give(johan, id, criterion, 2);
    expect((await johan.call(api.lockScores, { partnership, year })).status).toBe(200);
    const [hers, his] = [await read(karin), await read(johan)];
    expect(hers.together).toEqual(his.together);
    const of = (given: readonly Given[]) => given.map(({ score }) => score).toSorted((a, b) => a - b);
    expect(hers.together?.map(({ scores }) => of(scores as never))).toEqual([
      [4, 4, 4, 4, 4, 5],
      [2, 2, 2, 2, 2, 2],
    ]);
    const amina = await house.as("Amina");
    expect((await read(amina)).together).toEqual(hers.together);
  });

  test("what is agreed on is changed by nobody, not past the rule either", async () => {
    const set = (who: string, columns: object) =>
      inside.as(who, (tx) => tx.updateTable("round").set(columns).where("id", "=", roundId).execute());
    for (const columns of [
      { weights: JSON.stringify({ fear: 9 }) },
      { state: "preparing", agreed_at: null },
      { proposed_by_organisation_id: inside.organisations["municipality"] },
    ])
      await expect(set("Karin", columns), JSON.stringify(columns)).rejects.toMatchObject({ code: "42501" });
    const taken = await inside.as("Karin", (tx) =>
      tx.deleteFrom("round_problem").where("round_id", "=", roundId).executeTakeFirst(),
    );
    expect(Number(taken.numDeletedRows)).toBe(0);
    const alone = { ...(await inside.as("system", (tx) => store.roundOf(tx, inside.partnershipId, year)))! };
    const of = { ...alone, id: newId(Date.parse(AT)), year: 2027 };
    const own = { ...of, state: "preparing" as const, agreedAt: undefined, problemIds: [problemIds[0]!] };
    const police = inside.organisations["police"]!;
    await expect(
      inside.as("Karin", (tx) => store.addRound(tx, inside.partnershipId, { ...own, proposedBy: police })),
    ).rejects.toMatchObject({ code: "42501" });
    const municipality = inside.organisations["municipality"]!;
    await inside.as("Karin", (tx) => store.addRound(tx, inside.partnershipId, { ...own, proposedBy: municipality }));
    const agreed = { ...own, proposedBy: municipality, state: "scoring" as const, agreedAt: AT };
    await expect(inside.as("Karin", (tx) => store.saveRound(tx, agreed))).rejects.toMatchObject({ code: "42501" });
    await inside.as("Johan", (tx) => store.saveRound(tx, agreed));
    const closed = { ...agreed, state: "closed" as const, closedAt: AT };
    await expect(inside.as("Johan", (tx) => store.saveRound(tx, closed))).rejects.toMatchObject({ code: "42501" });
  });

  test("is closed when everything has an answer, and not before, by the rule and by the database", async () => {
    const coded = await karin.call(codeText, {
      partnership,
      theme: "halkan på trapporna",
      category: "place.lighting",
      place: "",
      time: "any",
      concerns: "everybody",
      subjects: [3, 4, 5, 6, 8, 10].map((number) => ({
        kind: "observation" as const,
        id: idInDemo(`observation ockelbo-2021 ${number}`),
      })),
    });
    expect(coded.status).toBe(200);
    const theme = (await read(karin)).themes.find(({ name }) => name === "halkan på trapporna")!;
    const close = (who = karin) => who.call(api.closeRound, { partnership, year });
    const say = (said: object, who = karin) =>
      who.call(api.answerInRound, { partnership, year, kind: "open", reason: "", ...said });
    const waiting = (await read(johan)).ends!.themes;
    expect(waiting).toContain(theme.id);
    expect((await close()).problem).toMatchObject({ why: "themes-unanswered" });
    expect((await close()).problem.detail).toContain("Omgången kan inte stängas förrän alla som hörts får veta.");
    expect(await why(say({ themeId: theme.id, kind: "declined" }))).toBe("answer-needs-reason");
    expect(await why(say({ themeId: theme.id, kind: "order", reason: "Så" }))).toBe("not-in-the-round");
    expect(await why(say({ problemId: problemIds[0] }, await house.as("Amina")))).toBe("not-yours");
    expect(
      await why(
        karin.call(api.answerInRound, { partnership, year: 2027, problemId: problemIds[0]!, kind: "open", reason: "" }),
      ),
    ).toBe("round-not-locked");
    for (const id of waiting) expect((await say({ themeId: id })).status).toBe(200);
    // The last word stands.
    expect((await say({ themeId: theme.id, kind: "declined", reason: "Bostadsbolaget sandar." }, johan)).status).toBe(
      200,
    );
    expect((await read(karin)).answers.filter(({ themeId }) => themeId === theme.id)).toEqual([
      { themeId: theme.id, kind: "declined", reason: "Bostadsbolaget sandar." },
    ]);

    expect((await close()).problem.detail).toBe(
      "2 problem saknar svar. Välj, säg nej med ett skäl eller lämna öppet till nästa omgång.",
    );
    const round = await inside.as("system", async (tx) => (await store.roundOf(tx, inside.partnershipId, year))!);
    const closed = { ...round, state: "closed" as const, closedAt: AT };
    await expect(inside.as("Karin", (tx) => store.saveRound(tx, closed))).rejects.toMatchObject({ code: "42501" });
    expect((await say({ problemId: problemIds[0] })).status).toBe(200);
    for (const who of [karin, johan])
      expect(
        (await who.call(chooseProblem, { partnership, id: problemIds[1]!, reason: "Det går att ordna" })).status,
      ).toBe(200);
    expect(await why(close())).toBe("cause-missing");
    expect((await say({ problemId: problemIds[1], kind: "cause", reason: "Vi mäter först." })).status).toBe(200);
    expect(await why(close(johan))).toBe("order-needs-reason");
    expect((await say({ problemId: problemIds[1], kind: "order", reason: "Skolan börjar i januari." })).status).toBe(
      200,
    );
    const own = { organisationId: inside.organisations["police"]!, at: AT, kind: "open" as const, reason: "" };
    const put = (who: string) =>
      inside.as(who, (tx) =>
        store.putAnswer(tx, { partnershipId: inside.partnershipId, roundId }, { ...own, problemId: problemIds[1] }),
      );
    for (const who of ["Karin", "Amina", "Elin"]) await expect(put(who)).rejects.toMatchObject({ code: "42501" });
    const { counted } = await read(karin);
    expect(counted).toBeGreaterThan(0);
    const count = (who: string, themeId = theme.id) =>
      inside.as(who, (tx) => store.addCounted(tx, { partnershipId: inside.partnershipId, roundId }, [themeId]));
    // What has an answer is not counted beside it, and nobody counts who may not close.
    await expect(count("Karin")).rejects.toMatchObject({ code: "42501" });
    await expect(count("Amina")).rejects.toMatchObject({ code: "42501" });
    expect((await close(johan)).value).toEqual({ state: "closed" });
    expect([(await read(karin)).counted, (await read(johan)).counted]).toEqual([counted, counted]);
    await expect(count("Johan")).rejects.toMatchObject({ code: "42501" });
    // The next begins from it: by the same weights, and with how it went beside each score.
    const next = (await karin.call(api.readRound, { partnership, year: 2030 })).value;
    expect(next.before).toEqual({ year, weights });
    expect(next.problems.find(({ id }) => id === problemIds[0])).toMatchObject({
      evidence: [{ caption: "Mörkt", strength: "fair", own: false }],
      agreement: { words: expect.arrayContaining([expect.objectContaining({ by: "walk", own: false })]) },
      former: { year, place: 1, of: 2, reason: "" },
      formerOnTheme: [{ what: "Det går fort vid skolan", state: "chosen" }],
    });
    expect((await read(karin)).before).toBe(null);
    expect(await why(close())).toBe("round-is-closed");
    expect(await why(say({ problemId: problemIds[0] }))).toBe("round-is-closed");
    await expect(put("Johan")).rejects.toMatchObject({ code: "42501" });

    await house.settle();
    const [told] = await inside.as("stranger", (tx) =>
      tx.selectFrom("publication").select("content").where("slug", "=", partnership).execute(),
    );
    const text = JSON.stringify(told);
    for (const said of ["halkan på trapporna", "Bostadsbolaget sandar.", "Vi mäter först.", "Skolan börjar i januari."])
      expect(text).toContain(said);
  });

  test("is read by who coordinates for a third party, and changed by nobody but the two who weigh", async () => {
    const at = "2026-11-24T09:00:00.000Z" as Instant;
    const round = {
      id: newId(Date.parse(AT)),
      year: 2031,
      state: "preparing" as const,
      weights: { fear: 1 },
      problemIds: [problemIds[0]!],
      proposedBy: inside.organisations["municipality"]!,
      proposedAt: at,
      agreedAt: undefined,
      closedAt: undefined,
      example: false,
    };
    await inside.as("system", async (tx) => {
      const third = {
        id: newId(Date.parse(AT)),
        kind: "other" as const,
        name: "Bostadsbolaget",
        short_name: "bostäder",
      };
      await tx
        .insertInto("organisation")
        .values({ ...third, code: null })
        .execute();
      await tx
        .insertInto("partnership_party")
        .values({ partnership_id: inside.partnershipId, organisation_id: third.id, standing: "third" })
        .execute();
      await tx
        .updateTable("role_grant")
        .set({ organisation_id: third.id, role: "coordinator" })
        .where("person_id", "=", tx.selectFrom("person").select("id").where("name", "=", "Amina"))
        .execute();
      await store.addRound(tx, inside.partnershipId, round);
    });
    const touched = (who: string) =>
      inside.as(who, async (tx) => {
        const seen = await tx.selectFrom("round").select("id").where("id", "=", round.id).execute();
        const taken = await tx.deleteFrom("round_problem").where("round_id", "=", round.id).executeTakeFirst();
        const agrees = await tx
          .updateTable("round")
          .set({ state: "scoring", agreed_at: at })
          .where("id", "=", round.id)
          .executeTakeFirst();
        return [seen.length, Number(taken.numDeletedRows), Number(agrees.numUpdatedRows)];
      });
    expect(await touched("Amina")).toEqual([1, 0, 0]);
    expect(await touched("Johan")).toEqual([1, 1, 1]);
  });
});
