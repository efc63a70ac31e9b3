// What was noted on this autumn's walk in Lingbo, whom its points were sent to, and what the municipality's units have said of them so far. Invented.
import type { Letter } from "../../collect/walks/letter.ts";
import type { PointReply } from "../../collect/walks/point.ts";
import { addDays, type Day, fromSwedishClock } from "../../ground/time.ts";
import { type Line, protocol } from "./observe.ts";
import { OCKELBO_MUNICIPALITY } from "./partnerships.ts";
import { KARIN, PETRA } from "./people.ts";
import type { DemoSent } from "./shape.ts";
import { WALK_LINGBO_2026 } from "./walks.ts";

const DARK_BACK = "Lampan på baksidan lyser, men häcken har växt upp framför den. Parkeringen ligger i skugga.";
const OPEN_BAR = "Bommen mot idrottsplatsen står öppen. Mopederna kör rakt igenom som förut.";
const BICYCLES = "Cykelstället vid skolan står i mörker. Barnen känner efter låset med handen.";
const WORN = "Övergångsstället vid affären är bortnött. I regn syns det inte alls.";

export const NOTES_LINGBO_2026: readonly Line[] = [
  {
    stop: 1,
    kind: "positive",
    about: "place.meeting",
    text: "Tisdagarna på Lingbogården har blivit två kvällar i veckan. Det är alltid någon där.",
    manager: "municipality",
    agreed: 14,
  },
  {
    stop: 1,
    about: "place.lighting",
    text: DARK_BACK,
    wish: "Klipp häcken före jul",
    manager: "municipality",
    agreed: 9,
    severity: 2,
  },
  {
    stop: 2,
    about: "traffic.moped",
    text: OPEN_BAR,
    leadsTo: "Mellanstadiet går fortfarande i klump",
    wish: "Håll den stängd",
    manager: "municipality",
    agreed: 11,
    severity: 2,
  },
  {
    stop: 2,
    about: "place.lighting",
    text: BICYCLES,
    wish: "En lampa som tänds när man kommer",
    manager: "municipality",
    agreed: 7,
    severity: 1,
  },
  {
    stop: 3,
    about: "place.desolate",
    text: "Väntkuren har fått nytt glas. Lampan i taket är fortfarande trasig, så man står i mörker ändå.",
    manager: "road-authority",
    agreed: 10,
    severity: 2,
  },
  {
    stop: 4,
    about: "traffic.crossing",
    text: WORN,
    leadsTo: "De äldre väntar tills någon annan går över",
    wish: "Måla om det",
    manager: "municipality",
    agreed: 12,
    severity: 3,
  },
  {
    stop: 5,
    about: "place.litter",
    text: "Soptunnan vid badet töms inte på vintern, men grillplatsen används.",
    wish: "En tömning i veckan",
    manager: "municipality",
    agreed: 6,
    severity: 1,
  },
  {
    stop: 5,
    about: "place.sight",
    text: "Stigen till badet är igenvuxen. Ingen av oss vet vems marken är.",
    agreed: 5,
    severity: 1,
  },
];

const SENT_ON = "2026-11-06" as Day;
const sentTo = (manager: Letter["manager"]): Letter => ({
  manager,
  points: NOTES_LINGBO_2026.filter((line) => line.kind !== "positive" && line.manager === manager).length,
  sentAt: fromSwedishClock(SENT_ON, 8, 30),
  replyBy: addDays(SENT_ON, 25),
});

const rows = protocol(WALK_LINGBO_2026, NOTES_LINGBO_2026);
function said(
  text: string,
  on: string,
  reply: Pick<PointReply, "kind" | "text" | "mayBe">,
): DemoSent["replies"][number] {
  const row = rows.find((one) => one.text === text);
  if (row === undefined) throw new Error(`No point of the example says: ${text}`);
  return {
    rowId: row.id,
    organisationId: OCKELBO_MUNICIPALITY.id,
    reply: { ...reply, unit: PETRA.grants[0]!.title, repliedAt: fromSwedishClock(on as Day, 10) },
    by: PETRA.id,
  };
}

export const SENT_LINGBO_2026: DemoSent = {
  letters: [sentTo("municipality"), sentTo("road-authority")],
  by: KARIN.id,
  replies: [
    said(DARK_BACK, "2026-11-09", { kind: "received", text: "", mayBe: undefined }),
    said(BICYCLES, "2026-11-09", { kind: "received", text: "", mayBe: undefined }),
    said(OPEN_BAR, "2026-11-12", {
      kind: "question",
      text: "Ska bommen vara låst också när det är träning, eller räcker det med nätterna?",
      mayBe: undefined,
    }),
    said(WORN, "2026-11-12", {
      kind: "not-ours",
      text: "Riksvägen är statlig. Den som sköter vägen målar också övergångsställena.",
      mayBe: "road-authority",
    }),
  ],
};
