// What a round said no to, left open or only counted, on a receipt: not before the round is closed, and then with the reason.
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { insideDemo } from "../../test/stores.ts";
import { addCodings, addTheme } from "../collect/campaigns/store-coding.ts";
import type { Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import * as rounds from "../prioritise/rounds/store.ts";
import { readBecame } from "./store-became.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

onBothEngines("a theme that a round turned down", (fresh) => {
  test("is told to whoever has a receipt when the round is closed", async () => {
    const inside = await insideDemo(await fresh({ demo: true }));
    const { partnershipId } = inside;
    const municipality = inside.organisations["municipality"]!;
    const theme = { id: id(), name: "halkan på trapporna", category: "place.lighting" as const };
    const became = () => inside.as("system", async (tx) => (await readBecame(tx, [theme.id])).get(theme.id));
    const round = await inside.as("system", async (tx) => {
      await addTheme(tx, partnershipId, theme);
      const problem = await tx
        .selectFrom("problem")
        .select("id")
        .where("partnership_id", "=", partnershipId)
        .executeTakeFirstOrThrow();
      const scoring = {
        id: id(),
        year: 2030,
        state: "scoring" as const,
        weights: { fear: 1 },
        problemIds: [problem.id],
        proposedBy: municipality,
        proposedAt: AT,
        agreedAt: AT,
        closedAt: undefined,
        example: false,
      };
      await rounds.addRound(tx, partnershipId, scoring);
      const answer = { themeId: theme.id, kind: "declined" as const, reason: "Bostadsbolaget sandar." };
      await rounds.putAnswer(
        tx,
        { partnershipId, roundId: scoring.id },
        { ...answer, organisationId: municipality, at: AT },
      );
      return scoring;
    });
    expect(await became()).toBeUndefined();
    await inside.as("system", (tx) => rounds.saveRound(tx, { ...round, state: "closed", closedAt: AT }));
    expect(await became()).toEqual([{ kind: "not-chosen", on: "2026-11-24", text: "Bostadsbolaget sandar." }]);
  });

  test("is told as left open, by itself or with its problem, and as counted where too few have said it", async () => {
    const inside = await insideDemo(await fresh({ demo: true }));
    const { partnershipId } = inside;
    const municipality = inside.organisations["municipality"]!;
    const names = ["halkan", "lyktan", "bänken"];
    const themes = names.map((name) => ({ id: id(), name, category: "place.lighting" as const }));
    const [halka, lykta, bench] = themes.map((one) => one.id) as [string, string, string];
    const became = () =>
      inside.as("system", async (tx) => Object.fromEntries(await readBecame(tx, [halka, lykta, bench])));
    const close = (year: number, closedAt: Instant) =>
      inside.as("system", async (tx) => {
        const cited = await tx
          .selectFrom("problem_evidence")
          .innerJoin("problem", "problem.id", "problem_id")
          .select(["problem.id as problemId", "ref_id as observationId"])
          .where("problem.partnership_id", "=", partnershipId)
          .where("kind", "=", "observation")
          .where("sharing", "=", "shared")
          .where("state", "<>", "merged")
          .executeTakeFirstOrThrow();
        const { problemId } = cited;
        const round = {
          id: id(),
          year,
          state: "scoring" as const,
          weights: { fear: 1 },
          problemIds: [problemId],
          proposedBy: municipality,
          proposedAt: AT,
          agreedAt: AT,
          closedAt: undefined,
          example: false,
        };
        if (year === 2030) {
          for (const theme of themes) await addTheme(tx, partnershipId, theme);
          const subject = { kind: "observation" as const, id: cited.observationId! };
          const coding = { id: id(), themeId: lykta, subject, place: "", time: "any" as const };
          await addCodings(tx, partnershipId, [{ ...coding, concerns: "everybody" }]);
        }
        await rounds.addRound(tx, partnershipId, round);
        const of = { partnershipId, roundId: round.id };
        const open = { kind: "open" as const, organisationId: municipality, at: AT };
        await rounds.putAnswer(tx, of, { ...open, themeId: halka, reason: "Vi mäter i vinter." });
        await rounds.putAnswer(tx, of, { ...open, problemId, reason: "" });
        await rounds.addCounted(tx, of, [bench]);
        await rounds.saveRound(tx, { ...round, state: "closed", closedAt });
      });
    await close(2030, AT);
    const on = "2026-11-24";
    expect(await became()).toMatchObject({
      [halka]: [{ kind: "left-open", on, text: "Vi mäter i vinter." }],
      [lykta]: expect.arrayContaining([{ kind: "left-open", on, text: "" }]),
      [bench]: [{ kind: "too-few", on, text: "" }],
    });
    // A round later the same is said again, on its own day.
    await close(2031, "2027-11-24T09:00:00.000Z" as Instant);
    expect((await became())[bench]).toEqual([
      { kind: "too-few", on, text: "" },
      { kind: "too-few", on: "2027-11-24", text: "" },
    ]);
  });
});
