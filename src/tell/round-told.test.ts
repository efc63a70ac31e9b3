// What a round said no to, on a receipt: not before the round is closed, and then with the reason.
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { insideDemo } from "../../test/stores.ts";
import { addTheme } from "../collect/campaigns/store-coding.ts";
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
});
