// The people one can be in the demo (journeys.md, "The people"). First names are invented; what they may do follows their office.
import type { Role } from "../../ground/party.ts";
import { demoId } from "./ids.ts";
import { HOFORS, HOFORS_MUNICIPALITY, OCKELBO, OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import type { DemoGrant, DemoMandate, DemoPartnership, DemoPerson } from "./shape.ts";
import type { Day } from "../../ground/time.ts";

type Office = {
  readonly in: DemoPartnership;
  readonly for: { readonly id: string };
  readonly role: Role;
  readonly title: string;
  readonly reason: string;
};

function person(name: string, offices: readonly Office[], operator = false): DemoPerson {
  return {
    id: demoId(`person ${name}`),
    name,
    operator,
    grants: offices.map((office): DemoGrant => ({
      id: demoId(`grant ${name} ${office.in.slug} ${office.role}`),
      partnershipId: office.in.id,
      organisationId: office.for.id,
      role: office.role,
      title: office.title,
      reason: office.reason,
    })),
  };
}

const ockelbo = { in: OCKELBO, for: OCKELBO_MUNICIPALITY };
const police = { in: OCKELBO, for: POLICE_GASTRIKLAND };
const policeInHofors = { in: HOFORS, for: POLICE_GASTRIKLAND };

export const KARIN = person("Karin", [
  {
    ...ockelbo,
    role: "coordinator",
    title: "brottsförebyggande samordnare",
    reason: "Kommunens samordningsfunktion enligt lag (2023:196) 11 §",
  },
]);
export const JOHAN = person("Johan", [
  { ...police, role: "liaison", title: "kommunpolis", reason: "Polisens kontakt i samarbetet med Ockelbo" },
  { ...policeInHofors, role: "liaison", title: "kommunpolis", reason: "Polisens kontakt i samarbetet med Hofors" },
]);
export const SOFIA = person("Sofia", [
  {
    ...police,
    role: "signatory",
    title: "tf. lokalpolisområdeschef",
    reason: "Tecknar överenskommelse och löfte för lokalpolisområdet",
  },
  {
    ...policeInHofors,
    role: "signatory",
    title: "tf. lokalpolisområdeschef",
    reason: "Tecknar överenskommelse och löfte för lokalpolisområdet",
  },
]);
export const GORAN = person("Göran", [
  {
    ...ockelbo,
    role: "signatory",
    title: "kommunstyrelsens ordförande",
    reason: "Tecknar överenskommelse och löfte för kommunen",
  },
]);
export const AMINA = person("Amina", [
  {
    ...ockelbo,
    role: "note-taker",
    title: "fritidsledare, förebyggarenheten",
    reason: "Antecknar på trygghetsvandringar och fältkvällar",
  },
]);
export const LASSE = person("Lasse", [
  {
    ...ockelbo,
    role: "note-taker",
    title: "vaktmästare, bostadsbolaget",
    reason: "Rapportör för Norra området, utbildad i veckorapportering",
  },
]);
export const PETRA = person("Petra", [
  {
    ...ockelbo,
    role: "activity-owner",
    title: "ingenjör, gatuenheten",
    reason: "Gatuenheten äger aktiviteterna om mätning och belysning",
  },
]);
export const INGRID = person("Ingrid", [
  { ...ockelbo, role: "reader", title: "dataskyddsombud", reason: "Granskar att inga personuppgifter samlas in" },
]);
export const TOMAS = person(
  "Tomas",
  [{ ...ockelbo, role: "administrator", title: "IT-tekniker", reason: "Bjuder in och avslutar konton för kommunen" }],
  true,
);
export const ELIN = person("Elin", [
  {
    in: HOFORS,
    for: HOFORS_MUNICIPALITY,
    role: "coordinator",
    title: "samordnare",
    reason: "Kommunens samordningsfunktion enligt lag (2023:196) 11 §",
  },
]);

export const PEOPLE: readonly DemoPerson[] = [KARIN, JOHAN, SOFIA, GORAN, AMINA, LASSE, PETRA, INGRID, TOMAS, ELIN];

/** Who may sign, by whose decision. Invented decisions. */
export const MANDATES: readonly DemoMandate[] = [
  {
    id: demoId("mandate göran"),
    organisationId: OCKELBO_MUNICIPALITY.id,
    personId: GORAN.id,
    party: "municipality",
    office: "kommunstyrelsens ordförande",
    acting: false,
    decidedBy: "kommunstyrelsen, 2024-11-19 § 141",
    from: "2024-11-19" as Day,
    to: "2027-12-31" as Day,
  },
  {
    id: demoId("mandate sofia"),
    organisationId: POLICE_GASTRIKLAND.id,
    personId: SOFIA.id,
    party: "police",
    office: "lokalpolisområdeschef",
    acting: true,
    decidedBy: "chefen för polisområde Gävleborg, 2024-10-01",
    from: "2024-10-01" as Day,
    to: "2027-12-31" as Day,
  },
];
