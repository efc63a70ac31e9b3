// Two stretches people have complained about: one waits for its measurement, one has been measured, acted on, measured again and answered. Invented, vehicles too.
import { compare } from "../../collect/traffic/comparison.ts";
import type { Complaint } from "../../collect/traffic/complaint.ts";
import type { TrafficMeasurement } from "../../collect/traffic/measured.ts";
import { type Passage, summarise } from "../../collect/traffic/speed.ts";
import type { Proposal, Thread } from "../../collect/traffic/thread.ts";
import { sayComparison } from "../../collect/traffic/words.ts";
import { type Day, fromSwedishClock, instantOf, type Instant, millisecondsOf } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import type { DemoHandedIn, DemoThread } from "./shape.ts";

const owner = OCKELBO_MUNICIPALITY.id;
const at = (text: string) => `${text}T09:00:00.000Z` as Instant;

function complaint(
  key: string,
  day: string,
  said: Pick<Complaint, "kind" | "effect" | "cameBy"> & Partial<Complaint>,
): Complaint {
  return {
    direction: "mot skolan",
    weekdays: [1, 2, 3, 4, 5],
    fromHour: 7,
    toHour: 9,
    proposal: "",
    registryNumber: "",
    ...said,
    id: demoId(`traffic-complaint ${key}`),
    ownerOrganisationId: owner,
    receivedOn: day as Day,
    takenInAt: at(day),
  };
}

/** How many pass in each hour of a day, and twenty speeds in turn around the slowest. */
const HOURS = [1, 1, 0, 0, 1, 3, 9, 18, 14, 8, 8, 9, 10, 9, 11, 16, 18, 14, 10, 8, 6, 4, 3, 2];
function week(key: string, monday: string, slowest: number, comparisonRoad?: string): TrafficMeasurement {
  const begins = millisecondsOf(fromSwedishClock(monday as Day, 0));
  const passages = Array.from({ length: 168 }, (_, hour) => hour).flatMap((hour) => {
    const count = HOURS[hour % 24]!;
    return Array.from({ length: count }, (_unused, place): Passage => {
      const turn = (hour * 7 + place * 3) % 20;
      return {
        at: instantOf(begins + hour * 3_600_000 + Math.floor((place * 3_600_000) / count)),
        speed: hour === 40 && place === 0 ? undefined : slowest + turn,
        direction: place % 2 === 0 ? "Mot skolan" : "Från skolan",
      };
    });
  });
  const hash = demoId<string>(`traffic-file ${key}`).replaceAll("-", "");
  return {
    id: demoId(`traffic-measurement ${key}`),
    fileName: `${key}.csv`,
    fileHash: `${hash}${hash}`,
    meterName: "SR4 nr 2",
    method: "radar",
    direction: "",
    comparisonRoad,
    summary: summarise({ kind: "vehicles", passages }, 40)!,
    odd: [],
    oddCount: 0,
    flags: [],
  };
}

const WAITING: Thread = {
  id: demoId("traffic-thread 14"),
  number: 14,
  ownerOrganisationId: owner,
  stretch: { kind: "area", name: "Kyrkvägen, kyrkan till skolan" },
  complaints: 3,
  openedAt: at("2026-10-05"),
  example: true,
  takenBack: [],
  roadKeeper: "municipality",
  limit: 30,
  state: "measuring",
};
const ROAD = "Norra infarten, skylten till kyrkan";
const [ROAD_BEFORE, ROAD_AFTER] = [
  week("norra-infarten-v19", "2026-05-04", 33, ROAD),
  week("norra-infarten-v38", "2026-09-14", 32.5, ROAD),
];
const [BEFORE, AFTER] = [week("infarten-v19", "2026-05-04", 34), week("infarten-v38", "2026-09-14", 29)];
const COMPARED = compare(BEFORE, AFTER);
const ANSWERED: Thread = {
  id: demoId("traffic-thread 9"),
  number: 9,
  ownerOrganisationId: owner,
  stretch: { kind: "area", name: "Infarten söderifrån, skylten till bron" },
  complaints: 2,
  openedAt: at("2026-04-14"),
  example: true,
  takenBack: [],
  roadKeeper: "municipality",
  limit: 40,
  state: "answered",
  judgement: { kind: "justified", sentence: "De flesta kör över gränsen, mest på morgonen." },
  answer: COMPARED.can ? sayComparison(COMPARED, "controls", "sv") : "",
  answeredAt: at("2026-10-02"),
};
const CONTROLS: Proposal = {
  id: demoId("traffic-proposal 9"),
  action: "control",
  to: "police",
  what: "Vid bron, i morgontrafiken",
  toOrganisationId: POLICE_GASTRIKLAND.id,
  proposedAt: at("2026-05-18"),
  reply: { kind: "done", reason: "juni till augusti", count: 8, repliedAt: at("2026-09-01") },
};

export const TRAFFIC: readonly DemoThread[] = [
  {
    thread: WAITING,
    complaints: [
      complaint("14 a", "2026-10-05", {
        kind: "speed",
        effect: "Barnen vågar inte gå över på morgonen.",
        cameBy: "phone",
      }),
      complaint("14 b", "2026-10-09", { kind: "school-way", effect: "Bilar kör om cyklande barn.", cameBy: "e-mail" }),
      complaint("14 c", "2026-10-20", { kind: "speed", effect: "Nästan påkörd vid övergången.", cameBy: "counter" }),
    ],
    measurements: [],
    proposals: [],
  },
  {
    thread: ANSWERED,
    complaints: [
      complaint("9 a", "2026-04-14", { kind: "speed", effect: "Det går för fort in i byn.", cameBy: "phone" }),
      complaint("9 b", "2026-04-20", { kind: "heavy", effect: "Tunga bilar bromsar sent.", cameBy: "letter" }),
    ],
    measurements: [BEFORE, ROAD_BEFORE, AFTER, ROAD_AFTER],
    proposals: [CONTROLS],
    publishedOn: "2026-10-05" as Day,
  },
];

/** Handed in on the open form, and read by nobody yet. */
export const HANDED_IN = [
  {
    id: demoId("traffic-handed-in 1"),
    receivedOn: "2026-11-22" as Day,
    receipt: "demo traffic 1",
    said: {
      stretch: "Kyrkvägen vid skolan",
      kind: "school-way",
      direction: "mot skolan",
      weekdays: [1, 2, 3, 4, 5],
      fromHour: 6,
      toHour: 9,
      effect: "Bilar stannar på övergångsstället när barn lämnas. Cyklarna får gå ut i vägen.",
      proposal: "En plats att lämna på längre bort.",
    },
  },
] satisfies readonly DemoHandedIn[];
