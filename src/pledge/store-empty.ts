import { partiesOf, partnershipFacts } from "../partnership/store.ts";
import type { Within } from "../partnership/tables.ts";
import type { Content } from "./document.ts";
import type { PledgeDatabase } from "./tables.ts";

/** A promise that is empty but for its parties and its place: the partnership's own. */
export async function emptyContent(tx: Within<PledgeDatabase>, partnershipId: string): Promise<Content> {
  const facts = await partnershipFacts(tx, partnershipId);
  const parties = await partiesOf(tx, partnershipId);
  const name = facts?.municipality_name ?? "";
  return {
    title: `Medborgarlöfte ${name}`,
    parties: parties.map((party) => ({
      standing: party.kind === "municipality" || party.kind === "police" ? party.kind : "third",
      name: party.name,
      organisationId: party.organisationId as NonNullable<Content["parties"][number]["organisationId"]>,
    })),
    area: [{ kind: "municipality", code: facts?.municipality_code ?? "0000", name }],
    period: { from: { said: "ej bestämt" } },
    basis: [],
    pledges: [],
    sources: [],
  };
}
