// What an observation is about: one closed vocabulary for walks, reports and imported events. The groups are the booklet's checklist
// (domain.md 4.4) and the category tree of weekly reports (domain.md 3.4); good news has its place too.
import { type Floors, HOUSE_FLOORS } from "../ground/fewest.ts";

export const CATEGORIES = [
  "place.lighting",
  "place.sight",
  "place.vegetation",
  "place.upkeep",
  "place.litter",
  "place.signs",
  "place.path",
  "place.stop",
  "place.meeting",
  "place.school",
  "place.entrance",
  "place.detour",
  "place.accessibility",
  "place.desolate",
  "place.company",
  "place.good",
  "traffic.speeding",
  "traffic.reckless",
  "traffic.crossing",
  "traffic.atractor",
  "traffic.moped",
  "traffic.snowmobile",
  "traffic.parking",
  "traffic.accident",
  "traffic.drunk",
  "traffic.other",
  "vandalism.graffiti",
  "vandalism.damage",
  "vandalism.fire",
  "disorder.gathering",
  "disorder.noise",
  "disorder.alcohol",
  "disorder.other",
  "drugs.dealing",
  "drugs.traces",
  "drugs.young",
  "drugs.other",
  "violence.assault",
  "violence.threat",
  "violence.robbery",
  "violence.weapon",
  "violence.sexual",
  "violence.lethal",
  "theft.burglary",
  "theft.vehicle",
  "theft.other",
  "fraud.other",
  "staff.incident",
  "event.planned",
  "rumour.online",
  "positive.change",
  "rescue.fire",
  "rescue.accident",
  "police.check",
  "police.summary",
  "other.other",
] as const;
export type Category = (typeof CATEGORIES)[number];

export const CATEGORY_GROUPS = [
  "place",
  "traffic",
  "vandalism",
  "disorder",
  "drugs",
  "violence",
  "theft",
  "fraud",
  "staff",
  "event",
  "rumour",
  "positive",
  "rescue",
  "police",
  "other",
] as const;
export type CategoryGroup = (typeof CATEGORY_GROUPS)[number];

export function isCategory(text: string): text is Category {
  return (CATEGORIES as readonly string[]).includes(text);
}

export function groupOf(category: Category): CategoryGroup {
  return category.slice(0, category.indexOf(".")) as CategoryGroup;
}

/** Where a few voices could be known persons. */
const SENSITIVE = /^(drugs|violence\.sexual|violence\.lethal)/;

/** How many voices about this are told as a number, and not only that there are some. */
export function fewestFor(category: string, { few, sensitive }: Floors = HOUSE_FLOORS): number {
  return SENSITIVE.test(category) ? sensitive : few;
}

/** What one is asked about outdoors, in the order of the booklet; the rest is for desks and files. */
export const WALK_CHECKLIST: readonly Category[] = [
  ...CATEGORIES.filter((category) => groupOf(category) === "place"),
  "traffic.speeding",
  "traffic.crossing",
  "traffic.reckless",
  "traffic.parking",
  "vandalism.graffiti",
  "vandalism.damage",
  "disorder.gathering",
  "drugs.traces",
  "other.other",
];
