// The work meeting of October 2026 in Ockelbo, its minutes approved by both: what it decided waits for the next. Invented, as what it speaks of is.
import { canonicalText } from "../../ground/canonical.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import type { Problem } from "../../prioritise/problem.ts";
import { type Decision, type Item, type Meeting, minutesOf } from "../../prioritise/meetings/meeting.ts";
import * as store from "../../prioritise/meetings/store.ts";
import { countsIn, hashOfFrozen, readPicture } from "../../prioritise/store-picture.ts";
import type { TellDatabase } from "../../tell/tables.ts";
import { demoId } from "./ids.ts";
import { OCKELBO, OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { DARK_WALKWAY, SCHOOL_ROADS } from "./problems.ts";

const ON = "2026-10-20" as Day;
const PLANNED = "2026-10-19T06:30:00.000Z" as Instant;
const NOTED = "2026-10-20T07:25:00.000Z" as Instant;
const HELD = "2026-10-20T08:00:00.000Z" as Instant;
const APPROVED = "2026-10-21T11:15:00.000Z" as Instant;

const PRESENCE = [
  { office: "säkerhetssamordnare", number: 1 },
  { office: "kommunpolis", number: 1 },
  { office: "rektor", number: 1 },
  { office: "fastighetsskötare", number: 2 },
];

function item(name: string, position: number, of: Pick<Item, "kind" | "about" | "said" | "address">): Item {
  return {
    ...of,
    id: demoId(`meeting item ${name}`),
    decisionId: undefined,
    question: name === "roads" ? WALKED : "",
    position,
    leftOut: false,
    outcome: undefined,
    addedAt: PLANNED,
  };
}
const WALKED = "fran=2021-10&till=2021-11&kategori=trafik";
const about = ({ id, slug, what }: Problem) => ({
  kind: "problem" as const,
  about: `problem:${id}`,
  said: { sv: what, en: what },
  address: `prioritera/${OCKELBO.slug}/${slug}`,
});
const ITEMS: readonly Item[] = [
  item("roads", 1, about(SCHOOL_ROADS)),
  item("walkway", 2, about(DARK_WALKWAY)),
  item("market", 3, {
    kind: "own",
    about: "own:julmarknaden",
    said: { sv: "Julmarknaden på torget", en: "Julmarknaden på torget" },
    address: "",
  }),
];

type Said = Pick<Decision, "kind" | "text" | "organisationId" | "unit" | "by">;
function noted(name: string, place: number, said: Said): Decision {
  return {
    ...said,
    id: demoId(`meeting decision ${name} ${place}`),
    itemId: demoId(`meeting item ${name}`),
    struck: false,
    version: 1,
    notedAt: NOTED,
    notedBy: OCKELBO_MUNICIPALITY.id,
  };
}
const DECISIONS: readonly Decision[] = [
  noted("roads", 1, {
    kind: "decision",
    text: "Mät farten på Bruksvägen en vecka till innan snön kommer.",
    organisationId: OCKELBO_MUNICIPALITY.id,
    unit: "gatuenheten",
    by: "2026-12-11" as Day,
  }),
  noted("roads", 2, {
    kind: "decision",
    text: "Lägg kontrollerna de tider då mätningen visar högst fart.",
    organisationId: POLICE_GASTRIKLAND.id,
    unit: "",
    by: "2026-12-18" as Day,
  }),
  noted("walkway", 1, {
    kind: "question",
    text: "Ta reda på vem som äger marken vid kortändan av gångvägen.",
    organisationId: OCKELBO_MUNICIPALITY.id,
    unit: "",
    by: undefined,
  }),
  noted("market", 1, {
    kind: "closing",
    text: "Räddningstjänsten och arrangören har en plan. Inget mer från oss.",
    organisationId: undefined,
    unit: "",
    by: undefined,
  }),
];

export async function seedMeetings(tx: Within<TellDatabase>): Promise<void> {
  const partnershipId = OCKELBO.id;
  const frozen = countsIn(await readPicture(tx, partnershipId), WALKED, ON);
  if (frozen === undefined) throw new Error("The demo has no picture for its meeting");
  const meeting: Meeting = {
    id: demoId("meeting 2026-10-20"),
    on: ON,
    state: "open",
    plannedAt: PLANNED,
    heldAt: HELD,
    approvedAt: undefined,
    contentHash: undefined,
    calledOff: undefined,
    items: ITEMS,
    decisions: DECISIONS,
    presence: PRESENCE,
    pictures: [
      {
        id: demoId("meeting picture roads"),
        itemId: demoId("meeting item roads"),
        frozen,
        hash: hashOfFrozen(frozen),
        takenDown: false,
        pinnedAt: NOTED,
        pinnedBy: OCKELBO_MUNICIPALITY.id,
      },
    ],
    approvals: [],
    example: true,
  };
  const of = { partnershipId, meeting };
  await store.addMeeting(tx, partnershipId, meeting);
  for (const decision of meeting.decisions) await store.addDecision(tx, of, decision);
  for (const present of meeting.presence) await store.putPresence(tx, of, present, NOTED);
  for (const picture of meeting.pictures) await store.addPicture(tx, of, picture);
  await store.saveHeld(tx, meeting);
  const contentHash = sha256Hex(canonicalText(minutesOf(meeting)));
  for (const { id: organisationId } of [OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND])
    await store.putApproval(tx, of, { organisationId, contentHash, at: APPROVED });
  await store.saveApproved(tx, { ...meeting, approvedAt: APPROVED, contentHash });
}
