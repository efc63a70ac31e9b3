// What somebody new has to know, chosen out of what is in the system: it writes itself, and what is not there is said not to be there.
import type { EntryKind } from "../../act/calendar/entry.ts";
import type { WaitingKind, Waits } from "../../collect/waiting.ts";
import type { PartyKind, Role } from "../../ground/party.ts";
import type { Day } from "../../ground/time.ts";
import type { Clock } from "../clock.ts";
import type { Red, RedKind } from "../clocks/red.ts";

export type Promise = {
  readonly slug: string;
  readonly title: string;
  readonly to: Day | undefined;
  readonly activities: number;
  readonly behind: number;
  /** How far it has been followed up, as told. */
  readonly toldTo: Day | undefined;
};
export type Activity = {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly unit: string;
  readonly done: number;
  /** Undefined where no number was promised. */
  readonly expected: number | undefined;
  readonly behind: number;
};
export type Draft = {
  readonly slug: string;
  readonly title: string;
  readonly state: "draft" | "proposed" | "half-signed" | "signed";
  readonly missing: readonly ("municipality" | "police")[];
};
/** Promised to somebody in a talk or a class, on the spot. */
export type Spot = {
  readonly id: string;
  readonly from: "hearing" | "forum";
  readonly text: string;
  readonly by: Day;
  readonly href: string;
};
export type Ahead = {
  readonly kind: EntryKind;
  readonly key: string;
  readonly on: Day;
  readonly what: string;
  readonly place: string;
  readonly unit: string;
  readonly path: string;
  readonly cancelled: boolean;
};
export type Contact = {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
  readonly organisation: string;
  readonly party: PartyKind;
};
export type Paper =
  | { readonly kind: "agreement"; readonly registryNumber: string }
  | {
      readonly kind: "decision";
      readonly of: "situation-report" | "action-plan";
      readonly on: Day;
      readonly registryNumber: string;
    }
  | { readonly kind: "signed"; readonly title: string; readonly slug: string; readonly scans: number };

export type WaitingRed = Red & { readonly waitsFor: readonly string[] };
export type Facts = {
  readonly slug: string;
  readonly today: Day;
  readonly promises: readonly Promise[];
  readonly activities: readonly Activity[];
  readonly clocks: readonly Clock[];
  readonly red: readonly WaitingRed[];
  readonly heard: readonly Waits[];
  readonly drafts: readonly Draft[];
  readonly spot: readonly Spot[];
  readonly ahead: readonly Ahead[];
  readonly contacts: readonly Contact[];
  readonly papers: readonly Paper[];
  /** Talks in confidence that the own organisation alone can read. */
  readonly confidential: number;
};

/** Of those that a day is told of, the clocks that the calendar has not. */
const CLOCKS_WITH_DAYS = ["situation-report", "action-plan", "silence"] as const;

export type OnDay =
  | { readonly kind: "entry"; readonly entry: Ahead }
  | { readonly kind: "spot"; readonly spot: Spot }
  | { readonly kind: "clock"; readonly clock: Extract<Clock, { due: Day }> };
export type NextDate = { readonly on: Day; readonly what: readonly OnDay[] };

/** The next days that something is to be done on, each with all that is. */
export function nextDates(facts: Facts, most = 5): readonly NextDate[] {
  const days = new Map<Day, OnDay[]>();
  const put = (on: Day, what: OnDay) => {
    if (on >= facts.today) days.set(on, [...(days.get(on) ?? []), what]);
  };
  for (const entry of facts.ahead)
    if (entry.kind !== "year" && !entry.cancelled) put(entry.on, { kind: "entry", entry });
  for (const spot of facts.spot) put(spot.by, { kind: "spot", spot });
  for (const clock of facts.clocks)
    if (clock.state !== "unset" && CLOCKS_WITH_DAYS.some((name) => name === clock.name))
      put(clock.due, { kind: "clock", clock });
  return [...days]
    .map(([on, what]) => ({ on, what }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, most);
}

/** What somebody outside waits to be answered about. */
const ANSWERS: readonly RedKind[] = ["disputes", "themes", "complaints", "points", "proposals", "owner", "unowned"];
/** The same, counted for those who take it in. Answers to read and notes to go through wait for nobody outside. */
const ANSWERS_IN: readonly WaitingKind[] = ["promises", "disputes", "proposals", "points", "complaints", "answers"];
/** What both lists tell of is told once, out of the red one. */
const SAME: Readonly<Partial<Record<WaitingKind, RedKind>>> = {
  disputes: "disputes",
  points: "points",
  proposals: "proposals",
};

export type Answer =
  | { readonly kind: "spot"; readonly spot: Spot }
  | { readonly kind: "red"; readonly red: WaitingRed }
  | { readonly kind: "heard"; readonly heard: Waits };

/** The answers that are waited for most: promised to somebody and late, then the red list's in its turn, then what has come in. */
export function waitingAnswers({ spot, red, heard, today }: Facts, most = 3): readonly Answer[] {
  const late = spot.filter(({ by }) => by < today);
  const reds = red.filter(({ kind }) => ANSWERS.includes(kind));
  const rest = heard.filter(
    ({ kind }) => ANSWERS_IN.includes(kind) && !reds.some((one) => one.kind === SAME[kind]) && kind !== "promises",
  );
  return [
    ...late.map((one): Answer => ({ kind: "spot", spot: one })),
    ...reds.map((one): Answer => ({ kind: "red", red: one })),
    ...rest.map((one): Answer => ({ kind: "heard", heard: one })),
    ...spot.filter(({ by }) => by >= today).map((one): Answer => ({ kind: "spot", spot: one })),
  ].slice(0, most);
}

export type Task =
  | { readonly kind: "promise"; readonly promise: Promise | undefined }
  | { readonly kind: "date"; readonly date: NextDate }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "behind"; readonly activity: Activity }
  | { readonly kind: "meet"; readonly contact: Contact }
  | { readonly kind: "notes" | "calendar" | "letters" | "month" | "clocks" | "key" | "field" | "picture" | "wheel" };

const TASKS = 10;

/** «Dina första två veckor»: ten tasks of ten minutes, those that are about people who wait before those about the tool. */
export function firstWeeks(facts: Facts): readonly Task[] {
  const [date] = nextDates(facts, 1);
  const [behind] = facts.activities.filter((one) => one.behind > 0).toSorted((a, b) => b.behind - a.behind);
  const other = facts.contacts.find(({ party, role }) => party === "police" && role === "liaison");
  return (
    [
      { kind: "notes" },
      { kind: "promise", promise: facts.promises[0] },
      ...(date === undefined ? [] : [{ kind: "date", date } as const]),
      ...waitingAnswers(facts).map((answer): Task => ({ kind: "answer", answer })),
      ...(other === undefined ? [] : [{ kind: "meet", contact: other } as const]),
      ...(behind === undefined ? [] : [{ kind: "behind", activity: behind } as const]),
      { kind: "calendar" },
      { kind: "key" },
      { kind: "letters" },
      { kind: "month" },
      { kind: "clocks" },
      { kind: "field" },
      { kind: "picture" },
      { kind: "wheel" },
    ] satisfies Task[]
  ).slice(0, TASKS);
}
