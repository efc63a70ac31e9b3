// What the page and the worker that holds the events say to each other. A question asked later is worth more than one asked before: the page asks one at a time and always the newest.
import type { Explored } from "../columns/explore.ts";
import type { HeatWindow } from "../columns/plan.ts";
import type { AreaEntry } from "../columns/event-store.ts";
import type { Box, EventQuestion } from "../columns/question.ts";
import type { FileProblem, FileReading, FileShape } from "./file-shape.ts";

/** What of the map is on the screen: the grid of cells it is counted in, and the part that can be seen. */
export type MapView = { readonly window: HeatWindow; readonly seen: Box };

/** One drawn event: `key` is its number in the store, codes are indexes into the store's words. */
export type DrawnPoint = {
  readonly key: number;
  /** The event's id where it is known elsewhere by one. */
  readonly id: string | undefined;
  readonly lon: number;
  readonly lat: number;
  readonly category: number;
  readonly source: number;
};

/** A row as a list shows it: what is in the columns and nothing else. */
export type ListedRow = {
  readonly key: number;
  /** The event's id where it is known elsewhere by one. */
  readonly id: string | undefined;
  /** Days since 1970-01-01; undefined where nobody knows the day. */
  readonly day: number | undefined;
  readonly hour: number | undefined;
  /** Only the month, or only the year, is known. */
  readonly coarse: "month" | "year" | undefined;
  readonly category: number;
  readonly source: number;
  readonly area: number;
  readonly position: readonly [lon: number, lat: number] | undefined;
};

/** A counted cell by its corners, for the map's table and its outlines. */
export type CountedCell = { readonly box: Box; readonly count: number };

export type Asked =
  | { readonly ask: "fetch"; readonly address: string }
  | { readonly ask: "read"; readonly file: File; readonly reading: FileReading | undefined }
  | {
      readonly ask: "explore";
      readonly question: EventQuestion;
      readonly view: MapView | undefined;
      /** Where the classes of the cells begin; worked out from the cells when left out. */
      readonly breaks: readonly number[] | undefined;
      /** Only what has no place of its own. */
      readonly unplaced: boolean;
      /** How many of the newest to list; 0 while somebody moves something. */
      readonly listed: number;
      /** Questions that only their totals are wanted of: what it is compared with. */
      readonly beside: readonly EventQuestion[];
    }
  | { readonly ask: "take"; readonly question: EventQuestion };

/** The map as everybody may see it: cells are larger until each holds enough, and nothing is drawn one by one. */
export const LEAST_PUBLIC = { events: 5, places: 3 } as const;

/** What the store is, once it is there. */
export type StoreFacts = {
  readonly size: number;
  readonly categories: readonly string[];
  readonly sources: readonly string[];
  readonly areas: readonly AreaEntry[];
  /** Around what has a place, without a few rows far away; undefined where nothing has. */
  readonly extent: Box | undefined;
  /** How many rows lie outside the extent. */
  readonly outside: number;
  /** Some of it is known by the month or the year only: no series of it is told finer than by month. */
  readonly isByMonth: boolean;
  /** The first and the last day, in days since 1970-01-01. */
  readonly days: readonly [first: number, last: number] | undefined;
};

/** The map of one answer: a class for each cell of the window (0 nothing, 1 a few, 2–6 the classes of the ramp), row by row from the north. */
export type DrawnCells = {
  readonly window: HeatWindow;
  readonly classes: Uint8Array;
  readonly breaks: readonly number[];
  /** Which classes there are to explain, of those that are seen. */
  readonly present: readonly boolean[];
  /** Events in the part that is seen. */
  readonly inView: number;
  /** The cells themselves, from the north-west; only in an answer with a list. */
  readonly counted: readonly CountedCell[];
};

export type Beside = { readonly total: number; readonly events: number; readonly days: Explored["days"] };

export type Answer = {
  readonly explored: Omit<Explored, "heat">;
  readonly cells: DrawnCells | undefined;
  /** The events one by one where they are few enough in what is seen; undefined where they are too many, or somebody is moving something. */
  readonly points: readonly DrawnPoint[] | undefined;
  readonly list: readonly ListedRow[] | undefined;
  readonly beside: readonly Beside[];
  /** What it took, in milliseconds. */
  readonly took: number;
};

/** The events of a question by themselves, for what takes time: degrees (NaN without a place), days (NaN without a time), codes of categories. */
export type Selection = {
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  readonly day: Float64Array<ArrayBuffer>;
  readonly category: Uint16Array<ArrayBuffer>;
};

export type Told =
  | { readonly tell: "progress"; readonly rows: number; readonly share: number | undefined }
  | {
      readonly tell: "opened";
      readonly facts: StoreFacts;
      /** Of a file: how it was read and what could not be. */
      readonly shape: FileShape | undefined;
      /** The first of them; `wrongCells` is how many there are. */
      readonly problems: readonly FileProblem[];
      readonly wrongCells: number;
    }
  | { readonly tell: "unopened"; readonly trouble: Unopened; readonly shape: FileShape | undefined }
  | { readonly tell: "answer"; readonly answer: Answer }
  | { readonly tell: "taken"; readonly selection: Selection };

/** Why there is no store: nobody answered, not allowed, bytes that are no store, a file without a column that says where or when. */
export type Unopened =
  | "no-answer"
  | "refused"
  | "not-a-snapshot"
  | "other-version"
  | "damaged"
  | "gone"
  | "no-rows"
  | "unreadable";
