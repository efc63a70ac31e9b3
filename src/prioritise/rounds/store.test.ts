import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { insideDemo } from "../../../test/stores.ts";
import type { Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import type { Merged, Open } from "../problem.ts";
import { addProblem } from "../store.ts";
import { weighedThemes } from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

onBothEngines("what is stored of a round", (fresh) => {
  test("what was said leads to the problem that goes on, however many times its problem was joined with another", async () => {
    const inside = await insideDemo(await fresh({ demo: true }));
    const { partnershipId } = inside;
    const ownerId = inside.organisations["municipality"]!;
    const heard = await inside.as("system", (tx) =>
      tx
        .selectFrom("observation")
        .select("id")
        .where("partnership_id", "=", partnershipId)
        .where("sharing", "=", "shared")
        .where("withdrawn_at", "is", null)
        .executeTakeFirstOrThrow(),
    );
    const theme = await inside.as("system", (tx) =>
      tx
        .selectFrom("coding")
        .select(["theme_id", "observation_id"])
        .where("partnership_id", "=", partnershipId)
        .where("observation_id", "is not", null)
        .executeTakeFirstOrThrow(),
    );
    const problem = (observationId: string): Open => {
      const own = id();
      return {
        id: own,
        slug: `problem-${own}`,
        what: "Mörkt i tunneln",
        place: { kind: "unknown" },
        since: "i höstas",
        affected: "de som går",
        category: "place.lighting",
        version: 1,
        raisedAt: AT,
        raisedBy: ownerId,
        evidence: [
          {
            kind: "observation",
            refId: observationId,
            id: id(),
            caption: "Mörkt",
            strength: "fair",
            sharing: "shared",
            ownerId,
            citedAt: AT,
          },
        ],
        causes: [],
        example: false,
        state: "open",
        choices: [],
      };
    };
    const joined = ({ choices: _choices, ...one }: Open, into: Open): Merged => ({
      ...one,
      state: "merged",
      publicReason: "Samma sak",
      closedAt: AT,
      into: into.id,
    });
    const [first, second, last] = [problem(theme.observation_id!), problem(heard.id), problem(heard.id)];
    const reached = await inside.as("system", async (tx) => {
      await addProblem(tx, partnershipId, last);
      await addProblem(tx, partnershipId, joined(second, last));
      await addProblem(tx, partnershipId, joined(first, second));
      return weighedThemes(tx, [theme.theme_id]);
    });
    const reachedIds = reached.map(({ problemId }) => problemId);
    expect(reachedIds).toContain(last.id);
    expect(reachedIds).not.toContain(first.id);
    expect(reachedIds).not.toContain(second.id);
  });
});
