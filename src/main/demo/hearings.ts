// Talks with local actors and a staff dialogue, as the municipality has written them in: confidential, one passage released to the police and read. Invented.
import { type ActorHearing, type StaffDialogue, WHOLE_AREA } from "../../collect/hearings/hearing.ts";
import type { Released } from "../../collect/hearings/passage.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import type { DemoHearings } from "./shape.ts";

const at = (day: string) => `${day}T14:00:00.000Z` as Instant;

const PASSAGE: Released = {
  id: demoId("hearing-passage housing"),
  ownerOrganisationId: OCKELBO_MUNICIPALITY.id,
  toOrganisationId: POLICE_GASTRIKLAND.id,
  actorKind: "housing",
  area: WHOLE_AREA,
  text: "Cykelrum bryts upp natten mot lördag, oftare sedan i september.",
  sharedAt: at("2026-10-09"),
  openedAt: at("2026-10-12"),
  withdrawnAt: undefined,
  example: true,
};

const HOUSING: ActorHearing = {
  form: "actor",
  id: demoId("hearing housing"),
  ownerOrganisationId: OCKELBO_MUNICIPALITY.id,
  actorKind: "housing",
  area: WHOLE_AREA,
  heldOn: "2026-10-08" as Day,
  themes: [
    { category: "theft.burglary", text: "Cykelrum bryts upp natten mot lördag" },
    { category: "place.lighting", text: "Gårdarna är mörka mellan husen" },
    { category: "positive.change", text: "Lugnare vid återvinningen sedan den flyttades" },
  ],
  does: "Byter lås och går en extra runda på fredagskvällen.",
  wishMunicipality: "Lampor längs gångvägen mellan gårdarna.",
  wishPolice: "Någon att ringa som känner området.",
  promised: { text: "Besked om lamporna", by: "2026-12-15" as Day },
  keptOn: undefined,
  reading: "own",
  passageIds: [PASSAGE.id],
  notedAt: at("2026-10-08"),
  revision: 1,
  revisedAt: undefined,
  example: true,
};

const STAFF: StaffDialogue = {
  form: "staff",
  id: demoId("hearing staff"),
  ownerOrganisationId: OCKELBO_MUNICIPALITY.id,
  heldOn: "2026-09-17" as Day,
  themes: [
    { category: "staff.incident", text: "Hot vid receptionen på kvällstid", voices: 6 },
    { category: "disorder.gathering", text: "Oroligt utanför biblioteket efter stängning", voices: 9 },
  ],
  wishMunicipality: "Två i receptionen efter klockan 17.",
  wishPolice: "",
  promised: { text: "Schemat för receptionen", by: "2026-10-15" as Day },
  keptOn: "2026-10-14" as Day,
  passageIds: [],
  asked: 42,
  answered: 31,
  texts: ["Vi stänger ensamma för ofta", "Bra att någon frågar"],
  notedAt: at("2026-09-17"),
  revision: 1,
  revisedAt: undefined,
  example: true,
};

export const HEARINGS: DemoHearings = { hearings: [HOUSING, STAFF], passages: [PASSAGE] };
