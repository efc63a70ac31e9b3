// Rules for what few may be shown (statistics.md 5.2): how few are too few, at how many addresses, and how finely in place and time. No authority's own figure could be verified:
// these are ours, and each is a value that a partnership can change.

/** From the finest to the coarsest. "drawn" is an area that a reader draws. */
const PLACE_GRAINS = ["drawn", "cell", "district", "municipality", "county"] as const;
/** From the finest to the coarsest. "any" is a period that a reader chooses; the others follow the calendar. */
const TIME_GRAINS = ["any", "day", "month", "year"] as const;
export type PlaceGrain = (typeof PLACE_GRAINS)[number];
export type TimeGrain = (typeof TIME_GRAINS)[number];

export type Threshold = {
  /** Counts below this are not shown; of events, or in a survey of those who answered. */
  readonly fewest: number;
  /** Different addresses in a place that is shown. */
  readonly fewestAddresses: number;
  /** That nothing has happened points at nobody, as a rule. */
  readonly zeros: "shown" | "hidden";
  readonly finestPlace: PlaceGrain;
  readonly finestTime: TimeGrain;
};

/** What strangers may see. Readers' own areas and periods are no part of it: two that differ by one house tell of that house. */
export const PUBLIC: Threshold = {
  fewest: 5,
  fewestAddresses: 3,
  zeros: "shown",
  finestPlace: "cell",
  finestTime: "day",
};
/** Sexual offences, violence at home, hate crime, minors, alcohol and drugs. */
export const SENSITIVE: Threshold = { ...PUBLIC, fewest: 10, finestPlace: "municipality", finestTime: "year" };
/** Those who answered, in each cell that is published. */
export const SURVEY: Threshold = { ...PUBLIC, fewest: 30 };
/** The same for the parties themselves. */
export const SURVEY_INSIDE: Threshold = { ...SURVEY, fewest: 10 };

/** Which grain is too fine for the rule; undefined when neither is. */
export function tooFine(threshold: Threshold, place: PlaceGrain, time: TimeGrain): "place" | "time" | undefined {
  if (PLACE_GRAINS.indexOf(place) < PLACE_GRAINS.indexOf(threshold.finestPlace)) return "place";
  return TIME_GRAINS.indexOf(time) < TIME_GRAINS.indexOf(threshold.finestTime) ? "time" : undefined;
}
