// Who has been heard, beside who lives here (domain.md 5, 12 L: unrepresentative dialogues): heads by group as they were counted, never people. A small group must not stand for all.
import { command } from "../../ground/command.ts";
import { type Estimate, shareOf } from "../../ground/count.ts";
import { grantsIn, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, monthsBetween } from "../../ground/time.ts";
import { ACTOR_KINDS, type ActorKind } from "../hearings/hearing.ts";

export const SEXES = ["women", "men"] as const;
export const AGES = ["under-18", "18-29", "30-64", "65-up"] as const;
export const HEARD_GROUPS = [...SEXES, ...AGES] as const;
export type HeardGroup = (typeof HEARD_GROUPS)[number];
export type GroupCounts = Readonly<Partial<Record<HeardGroup, number>>>;

/** Residents by group in a year, as Statistics Sweden publishes them. */
export type Population = {
  readonly year: number;
  readonly counts: GroupCounts;
  readonly source: string;
  /** Invented, to show how it looks. */
  readonly example: boolean;
  /** Which of the source's own files it is out of; undefined for figures that somebody typed. */
  readonly file: PopulationFile | undefined;
};
/** A table of its publisher, as it was fetched. */
export type PopulationFile = {
  readonly id: string;
  readonly year: number;
  readonly source: string;
  /** What the source calls it: by its number, which may be missing, and by what is in it. */
  readonly tableId: string;
  readonly contents: string;
  readonly licence: string;
  readonly updatedOn: Day | undefined;
  readonly retrievedOn: Day;
};
type NewPopulation = Omit<Population, "example" | "file">;

/** An occasion when people were heard, with the heads that somebody counted; a campaign is heard on its last day. */
export type Gathering = {
  readonly kind: "walk" | "dialogue" | "campaign";
  readonly slug: string;
  readonly title: string;
  readonly villages: readonly string[];
  readonly on: Day;
  readonly counts: GroupCounts;
  readonly all: number | undefined;
};

/** Of heads counted by more groups than these, these. */
export function groupsOf(heads: Readonly<Partial<Record<string, number>>>): GroupCounts {
  return Object.fromEntries(
    HEARD_GROUPS.flatMap((group) => (heads[group] === undefined ? [] : [[group, heads[group]]])),
  );
}

/** What residents may leave beside their answer, detached from it, as the same groups; "other" is in no table of who lives here. */
const DETACHED: Readonly<Record<HeardGroup, string>> = {
  women: "sex.woman",
  men: "sex.man",
  "under-18": "age.under-18",
  "18-29": "age.18-29",
  "30-64": "age.30-64",
  "65-up": "age.65-up",
};

/**
 * The detached counts of a campaign as they were let out. Fewer than five of a group are not: then who they were fewer than is not known either, and
 * neither the sexes nor the ages of that campaign are held against anything.
 */
export function detachedGroups(released: Readonly<Record<string, number>>): GroupCounts {
  const whole = [SEXES, AGES].filter((kin: readonly HeardGroup[]) =>
    kin.every((group) => released[DETACHED[group]] !== undefined),
  );
  return Object.fromEntries(
    whole.flatMap((kin: readonly HeardGroup[]) => kin.map((group) => [group, released[DETACHED[group]]])),
  );
}

export const FEWEST_FOR_SHARE = 10;
/** With fewer than this whose group is known a difference says nothing. */
export const FEWEST_TO_COMPARE = 30;
/** After so many months without being heard a place is said to be silent. */
export const SILENT_MONTHS = 14;

export const HEARD_VERDICTS = ["fewer", "as-many", "more", "too-few", "unknown"] as const;
export type HeardVerdict = (typeof HEARD_VERDICTS)[number];

export type HeardBeside = {
  readonly group: HeardGroup;
  readonly heard: number;
  /** Of whom the group is known: occasions where nobody counted it are not in it. */
  readonly of: number;
  /** Undefined under ten: never a percentage on a handful. */
  readonly share: Estimate | undefined;
  readonly residents: number | undefined;
  readonly residentShare: number | undefined;
  readonly verdict: HeardVerdict;
};

/**
 * Each group's share of those who were heard beside its share of those who live here. The interval is that of a share (Wilson 1927) as if those who came had been drawn by lot, which they
 * were not: it says how far chance alone could go, and no more.
 */
export function heardBeside(gatherings: readonly Gathering[], population: Population | undefined): HeardBeside[] {
  return [SEXES, AGES].flatMap((kin: readonly HeardGroup[]) => {
    const counted = gatherings.filter(({ counts }) => kin.some((group) => counts[group] !== undefined));
    const heardOf = (group: HeardGroup) => counted.reduce((sum, { counts }) => sum + (counts[group] ?? 0), 0);
    const of = kin.reduce((sum, group) => sum + heardOf(group), 0);
    const everybody = kin.reduce((sum, group) => sum + (population?.counts[group] ?? 0), 0);
    return kin.map((group) => {
      const heard = heardOf(group);
      const residents = population?.counts[group];
      const residentShare = residents === undefined || everybody === 0 ? undefined : residents / everybody;
      const interval = of === 0 ? undefined : shareOf(heard, of);
      return {
        group,
        heard,
        of,
        share: heard < FEWEST_FOR_SHARE || of < FEWEST_FOR_SHARE ? undefined : interval,
        residents,
        residentShare,
        verdict: verdictOf(interval, residentShare),
      };
    });
  });
}

function verdictOf(heard: Estimate | undefined, residentShare: number | undefined): HeardVerdict {
  if (residentShare === undefined) return "unknown";
  if (heard === undefined || heard.n < FEWEST_TO_COMPARE) return "too-few";
  if (residentShare > heard.high) return "fewer";
  return residentShare < heard.low ? "more" : "as-many";
}

/** A kind of local actor, and when one of them was last heard, in what the reader may read. */
export type ActorsHeard = {
  readonly kind: ActorKind;
  readonly times: number;
  readonly last: Day | undefined;
  readonly isSilent: boolean;
};

/** Every kind, in the order they are listed by those who hear them. Silent as a village is. */
export function actorsHeard(
  hearings: readonly { readonly kind: ActorKind; readonly on: Day }[],
  today: Day,
): ActorsHeard[] {
  return ACTOR_KINDS.map((kind) => ({
    kind,
    ...heardHere(
      hearings.filter((one) => one.kind === kind),
      today,
    ),
  }));
}

function heardHere(occasions: readonly { readonly on: Day }[], today: Day) {
  const last = occasions
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return {
    times: occasions.length,
    last,
    isSilent: last === undefined || monthsBetween(last, today) >= SILENT_MONTHS,
  };
}

/** A place that people are heard in, with how many live there, of which year and out of which file. */
export type Inhabited = {
  readonly name: string;
  readonly population: number | undefined;
  readonly populationYear: number | undefined;
  readonly fileId: string | undefined;
};

/**
 * The villages of the partnership with the localities of the source's files: the same place where the name is the same, with the younger figure, and a place of its
 * own otherwise.
 */
export function inhabitedPlaces(
  villages: readonly Omit<Inhabited, "fileId">[],
  localities: readonly Inhabited[],
): Inhabited[] {
  const isOf = (name: string) => (one: { readonly name: string }) => sameName(one.name, name);
  const known = villages.map((village): Inhabited => {
    const locality = localities.find(isOf(village.name));
    return locality === undefined || (locality.populationYear ?? 0) < (village.populationYear ?? 0)
      ? { ...village, fileId: undefined }
      : { ...locality, name: village.name };
  });
  const others = localities.filter(({ name }) => !villages.some(isOf(name)));
  return [...known, ...others].toSorted((a, b) => (b.population ?? -1) - (a.population ?? -1));
}

export function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase("sv") === b.trim().toLocaleLowerCase("sv");
}

/** A village, and when people last walked or were asked there. */
export type VillageHeard = {
  readonly name: string;
  readonly residents: number | undefined;
  readonly residentsYear: number | undefined;
  readonly times: number;
  readonly last: Day | undefined;
  readonly isSilent: boolean;
};

/** In the order of the villages given. A village is silent when nobody was heard there for fourteen months, or ever. */
export function villagesHeard(
  villages: readonly Pick<Inhabited, "name" | "population" | "populationYear">[],
  gatherings: readonly Gathering[],
  today: Day,
): VillageHeard[] {
  return villages.map(({ name, population, populationYear }) => {
    const here = gatherings.filter((one) => one.villages.some((village) => sameName(village, name)));
    return { name, residents: population, residentsYear: populationYear, ...heardHere(here, today) };
  });
}

/**
 * Where to go next: the groups that were heard less than they are many, then the silent villages, the largest first, then the kinds of actors that were
 * heard once and have been silent since. Never a ranking of how bad it is.
 */
export function nextToHear(
  groups: readonly HeardBeside[],
  villages: readonly VillageHeard[],
  actors: readonly ActorsHeard[],
): {
  readonly groups: readonly HeardGroup[];
  readonly villages: readonly VillageHeard[];
  readonly actors: readonly ActorsHeard[];
} {
  return {
    groups: groups.filter(({ verdict }) => verdict === "fewer").map(({ group }) => group),
    villages: villages.filter(({ isSilent }) => isSilent).toSorted((a, b) => (b.residents ?? 0) - (a.residents ?? 0)),
    actors: actors.filter(({ isSilent, last }) => isSilent && last !== undefined),
  };
}

export type HeardWhy = "not-yours" | "source-needed" | "groups-needed" | "year-to-come";

/** Who keeps the figures that others are held against. */
export const KEEPERS: readonly Role[] = ["coordinator", "liaison"];

/** Residents by group, so that who was heard can be held against who lives here. The same year again replaces what was said of it. */
export const recordPopulation = command({
  event: "population.recorded",
  may: (
    person: Person,
    _input: NewPopulation,
    state: { readonly partnershipId: string },
  ): Refusal<HeardWhy> | undefined =>
    grantsIn(person, state.partnershipId, KEEPERS).length > 0 ? undefined : { why: "not-yours" },
  decide: (input: NewPopulation, _state, moment): Result<Population, Refusal<HeardWhy>> => {
    const isWhole = [SEXES, AGES].some((kin: readonly HeardGroup[]) =>
      kin.every((group) => input.counts[group] !== undefined),
    );
    if (!isWhole) return no("groups-needed", { field: "counts" });
    if (input.source.trim() === "") return no("source-needed", { field: "source" });
    if (input.year > Number(dayOf(moment.at).slice(0, 4))) return no("year-to-come", { field: "year" });
    return yes({ ...input, source: input.source.trim(), example: false, file: undefined });
  },
});
