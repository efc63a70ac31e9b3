import type { Source } from "../src/collect/source.ts";
import { addSource } from "../src/collect/store.ts";
import type { CollectDatabase } from "../src/collect/tables.ts";
import type { Instant } from "../src/ground/time.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import { newId } from "../src/platform/server/secrets.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

/** Two organisations in one partnership, a person in each, a shared source of the municipality's. */
export async function founded(database: Database) {
  const ids = {
    partnership: id(),
    other: id(),
    municipality: id(),
    police: id(),
    karin: id(),
    johan: id(),
    elsewhere: id(),
  };
  const source: Source = {
    id: id(),
    slug: "handelser",
    kind: "police-events",
    ownerOrganisationId: ids.municipality,
    name: "Händelser",
    method: "",
    sampleType: "not-a-sample",
    reliability: "low",
    secrecyClass: "shared",
    caveat: "",
    createdAt: AT,
    example: true,
  };
  await database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
    const organisation = (organisationId: string, kind: "municipality" | "police") => ({
      id: organisationId,
      kind,
      name: kind,
      short_name: kind,
      code: null,
    });
    await tx
      .insertInto("organisation")
      .values([organisation(ids.municipality, "municipality"), organisation(ids.police, "police")])
      .execute();
    const partnership = (partnershipId: string, slug: string) => ({
      id: partnershipId,
      slug,
      name: slug,
      municipality_code: "2101",
      municipality_name: "Ockelbo",
      county_code: "21",
      county_name: "Gävleborgs län",
      population: null,
      outline: null,
      centre_lon: 16.7,
      centre_lat: 60.9,
      agreement_until: null,
      registry_number: null,
      founded_at: AT,
    });
    await tx
      .insertInto("partnership")
      .values([partnership(ids.partnership, "ockelbo"), partnership(ids.other, "hofors")])
      .execute();
    await tx
      .insertInto("partnership_party")
      .values(
        [ids.partnership, ids.other].flatMap((partnership_id) =>
          (["municipality", "police"] as const).map((standing) => ({
            partnership_id,
            organisation_id: ids[standing],
            standing,
            accepted_at: AT,
          })),
        ),
      )
      .execute();
    const person = (personId: string) => ({ id: personId, name: "n", created_at: AT });
    await tx
      .insertInto("person")
      .values([person(ids.karin), person(ids.johan), person(ids.elsewhere)])
      .execute();
    const grant = (
      person_id: string,
      organisation_id: string,
      role: "coordinator" | "liaison",
      partnership_id: string,
    ) => ({
      id: id(),
      partnership_id,
      organisation_id,
      person_id,
      role,
      title: "t",
      reason: "r",
      granted_at: AT,
      ended_at: null,
    });
    await tx
      .insertInto("role_grant")
      .values([
        grant(ids.karin, ids.municipality, "coordinator", ids.partnership),
        grant(ids.johan, ids.police, "liaison", ids.partnership),
        grant(ids.elsewhere, ids.police, "liaison", ids.other),
      ])
      .execute();
    await addSource(tx, ids.partnership, source);
  });
  return { ids, source };
}
