// What to look for, by the theme of the walk, and how a category is written on paper with two letters. The groups are those of the booklet for
// arrangers and walkers (Boverket and Brå, 2010; domain.md 4.1 and 4.4): the ground itself, then what makes this theme's walkers unsafe, and
// always what is good and should be kept.
import type { Category } from "../category.ts";
import type { SpotManager } from "../observation.ts";
import type { WalkTheme } from "../walk.ts";

/** Looked at on every walk. */
const ALWAYS = ["place.lighting", "place.sight", "place.vegetation", "place.upkeep"] as const;

export const CHECKLISTS: Readonly<Record<WalkTheme, readonly Category[]>> = {
  general: [
    ...ALWAYS,
    "place.litter",
    "place.signs",
    "place.path",
    "place.stop",
    "place.meeting",
    "place.entrance",
    "place.desolate",
    "place.company",
    "traffic.crossing",
    "traffic.speeding",
    "place.good",
  ],
  children: [
    ...ALWAYS,
    "place.school",
    "place.path",
    "place.meeting",
    "place.stop",
    "traffic.crossing",
    "traffic.speeding",
    "place.company",
    "place.good",
  ],
  women: [
    ...ALWAYS,
    "place.detour",
    "place.desolate",
    "place.path",
    "place.stop",
    "place.entrance",
    "place.company",
    "place.good",
  ],
  traffic: [
    ...ALWAYS,
    "traffic.speeding",
    "traffic.crossing",
    "traffic.parking",
    "traffic.moped",
    "traffic.atractor",
    "place.path",
    "place.school",
    "place.stop",
    "place.signs",
    "place.good",
  ],
  accessibility: [
    ...ALWAYS,
    "place.accessibility",
    "place.path",
    "place.signs",
    "place.stop",
    "place.entrance",
    "place.meeting",
    "traffic.crossing",
    "place.good",
  ],
};

/** The first letters of the Swedish word, or those that tell it from its neighbour. Printed on every sheet. */
export const THEME_LETTERS = {
  be: "place.lighting",
  si: "place.sight",
  vä: "place.vegetation",
  sk: "place.upkeep",
  ne: "place.litter",
  sy: "place.signs",
  gå: "place.path",
  hå: "place.stop",
  mö: "place.meeting",
  sv: "place.school",
  en: "place.entrance",
  al: "place.detour",
  ti: "place.accessibility",
  öd: "place.desolate",
  so: "place.company",
  br: "place.good",
  fa: "traffic.speeding",
  bu: "traffic.reckless",
  öv: "traffic.crossing",
  at: "traffic.atractor",
  mo: "traffic.moped",
  pa: "traffic.parking",
  tr: "traffic.other",
  kl: "vandalism.graffiti",
  sg: "vandalism.damage",
  st: "disorder.gathering",
  bl: "disorder.noise",
  an: "other.other",
} as const satisfies Readonly<Record<string, Category>>;

export const MANAGER_LETTERS = {
  ko: "municipality",
  bo: "housing",
  tr: "road-authority",
  vä: "road-association",
  re: "region",
  pr: "private",
} as const satisfies Readonly<Record<string, SpotManager>>;

/** «tr»: how a manager is written on a sheet; nothing where nobody is known. */
export function lettersOf(manager: SpotManager): string | undefined {
  return Object.entries(MANAGER_LETTERS).find(([, one]) => one === manager)?.[0];
}

/** The category two letters stand for, in small or capital letters; undefined when they stand for nothing. */
export function themeOf(letters: string): Category | undefined {
  return (THEME_LETTERS as Readonly<Record<string, Category>>)[letters.trim().toLowerCase().normalize("NFC")];
}

/** Nothing written is nobody known; letters that stand for nothing are undefined. */
export function managerOf(letters: string): SpotManager | undefined {
  const written = letters.trim().toLowerCase().normalize("NFC");
  if (written === "" || written === "?") return "unknown";
  return (MANAGER_LETTERS as Readonly<Record<string, SpotManager>>)[written];
}

/** At most this many walk together, and in groups of about ten everybody is heard. Advice: nobody is sent home (domain.md 4.1). */
export const WALKERS_ADVISED = 20;
const GROUP_ADVISED = 10;

/** Into how many groups so many walkers are best divided. */
export function groupsAdvised(walkers: number): number {
  return Math.max(1, Math.ceil(walkers / GROUP_ADVISED));
}
