// What is ahead and has a day, out of what has been published: for the page, and for the calendar of whoever asks for it again and again.
import type { CalendarEvent } from "../ground/icalendar.ts";
import { addDays, type Day, fromSwedishClock } from "../ground/time.ts";
import { say, type Lang } from "../ground/words.ts";
import type { Disclosed } from "./disclosure.ts";
import { dates, followWords } from "./follow-words.ts";
import type { Site } from "./site.ts";

export type DateKind = keyof typeof dates;

/** A day that residents may put in their own calendar. */
export type PublicDate = {
  readonly kind: DateKind;
  /** Its own within the partnership, and the same however often the calendar is made. */
  readonly key: string;
  readonly from: Day;
  /** The last day; the same as the first for what is a day. */
  readonly to: Day;
  /** "18.00", Swedish time. */
  readonly clock: { readonly from: string; readonly to: string } | null;
  /** What it is of, in the words it was published in: Swedish. */
  readonly what: string;
  readonly place: string;
  /** The page that tells more, below the partnership's: "/vandring/…". */
  readonly path: string;
  readonly cancelled: boolean;
  readonly example: boolean;
};

/** Every day that is told, earliest first. What has passed stays: a calendar that is asked for anew forgets what is no longer in it. */
export function datesOf(site: Disclosed<Site>): readonly PublicDate[] {
  const all = [
    ...walkDates(site),
    ...dialogueDates(site),
    ...draftDates(site),
    ...promiseDates(site),
    ...wordDates(site),
  ];
  return all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** By day, then by the clock; what has none stands first of its day. */
const order = ({ from, clock, key }: PublicDate) => `${from} ${clock?.from ?? ""} ${key}`;

/** A day without a time, that is neither called off nor an example. */
const plain = { clock: null, place: "", cancelled: false, example: false } as const;

function walkDates({ walks, upcoming = [] }: Site): readonly PublicDate[] {
  const held = new Set(walks.map(({ slug }) => slug));
  const coming = upcoming.filter(({ slug }) => !held.has(slug));
  return [...walks.map((walk) => ({ ...walk, cancelled: null })), ...coming].map((walk) => ({
    kind: "walk",
    key: `vandring-${walk.slug}`,
    from: walk.on,
    to: walk.on,
    clock: { from: walk.from, to: walk.to },
    what: walk.title,
    place: walk.meetingPoint,
    path: `/vandring/${walk.slug}`,
    cancelled: walk.cancelled !== null,
    example: walk.example,
  }));
}

function dialogueDates({ dialogues }: Site): readonly PublicDate[] {
  return dialogues.map(({ slug, title, from, to, example }) => ({
    ...plain,
    kind: "dialogue",
    key: `dialog-${slug}`,
    from,
    to,
    what: title,
    path: `/dialog/${slug}`,
    example,
  }));
}

function draftDates({ consultations = [] }: Site): readonly PublicDate[] {
  return consultations.map(({ slug, title, from, to, isDropped, example }) => ({
    ...plain,
    kind: "draft",
    key: `utkast-${slug}`,
    from,
    to,
    what: title,
    path: `/utkast/${slug}`,
    // A draft that was laid down is nothing to comment on any more.
    cancelled: isDropped === true,
    example,
  }));
}

/** The first and the last day of what is promised, the last day of each activity that has one, and the new day of what did not happen. */
function promiseDates({ documents, current }: Site): readonly PublicDate[] {
  const running = documents.filter(({ slug }) => current.some(({ documentSlug }) => documentSlug === slug));
  const ends = running.flatMap(({ slug, title, from, to, example }) => {
    const of = { ...plain, what: title, path: `/medborgarlofte/${slug}`, example };
    return [
      ...(from === null ? [] : [{ ...of, kind: "promise-begins" as const, key: `borjar-${slug}`, from, to: from }]),
      ...(to === null ? [] : [{ ...of, kind: "promise-ends" as const, key: `slutar-${slug}`, from: to, to }]),
    ];
  });
  const activities = current.flatMap((pledge) => {
    const path = `/lofte/${pledge.slug}`;
    const document = running.find(({ slug }) => slug === pledge.documentSlug);
    const signed = document?.pledges.find(({ order }) => order === pledge.order)?.activities ?? [];
    const deadlines = signed.flatMap(({ number, text, deadline }) =>
      deadline?.on === undefined
        ? []
        : [{ kind: "deadline" as const, key: `senast-${pledge.documentSlug}-${number}`, on: deadline.on, what: text }],
    );
    // A day that the police have ahead of them stands in nobody's calendar.
    const again = pledge.activities.flatMap(({ id, text, owner, deviations }) =>
      deviations.flatMap(({ newDay }) =>
        newDay === null || owner === "police" || owner === "joint"
          ? []
          : [{ kind: "new-day" as const, key: `ny-dag-${id}-${newDay}`, on: newDay, what: text }],
      ),
    );
    return [...deadlines, ...again].map(({ on, ...date }) => ({
      ...plain,
      ...date,
      from: on,
      to: on,
      path,
      example: pledge.example,
    }));
  });
  return [...ends, ...activities];
}

/** By when residents are told something again. */
function wordDates({ lastWord, feedbackDays, name, example }: Site): readonly PublicDate[] {
  if (lastWord === null) return [];
  const by = addDays(lastWord.on, feedbackDays);
  return [{ ...plain, kind: "next-word", key: "berattar", from: by, to: by, what: name, path: "", example }];
}

/** "Vandring i Åmot", "Sista dagen: Medborgarlöfte 2025–2027"; what is called off says so in its words too. */
export function sayDate({ kind, what, cancelled }: PublicDate, lang: Lang): string {
  const title = say(dates[kind], lang, { what });
  return cancelled ? say(followWords.calledOff, lang, { title }) : title;
}

/** The same dates for other people's calendars. `origin`: where the pages are. */
export function eventsOf(site: Disclosed<Site>, origin: string, lang: Lang): readonly CalendarEvent[] {
  return datesOf(site).map((date) => ({
    uid: `${date.key}.${site.slug}@samsyn`,
    when:
      date.clock === null
        ? { kind: "days", from: date.from, to: date.to }
        : { kind: "meeting", from: at(date.from, date.clock.from), to: at(date.from, date.clock.to) },
    title: date.example ? say(followWords.example, lang, { title: sayDate(date, lang) }) : sayDate(date, lang),
    place: date.place,
    about: "",
    sequence: date.cancelled ? 1 : 0,
    cancelled: date.cancelled,
    url: `${origin}/${site.slug}${date.path}${lang === "en" ? "?lang=en" : ""}`,
  }));
}

function at(on: Day, clock: string) {
  const [hour = 0, minute = 0] = clock.split(".").map(Number);
  return fromSwedishClock(on, hour, minute);
}
