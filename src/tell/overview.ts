// The overview of promises: what is told of one document among many, and what may be asked of all of them.
import { countyOf, municipalityNamed } from "../ground/municipalities.ts";
import { nameOfPlace } from "../ground/place.ts";
import { type Day, readDay } from "../ground/time.ts";
import { activitiesOf, type Content, spanOf } from "../pledge/document.ts";

/** One document as the overview tells it. */
export type OverviewEntry = {
  /** Where it is read whole; null where a file names no address. */
  readonly address: string | null;
  readonly title: string;
  readonly place: string;
  readonly places: readonly string[];
  readonly areaCodes: readonly string[];
  readonly areaKey: string;
  readonly parties: readonly string[];
  readonly themes: readonly string[];
  /** Each promise word for word; null where the words point at somebody. */
  readonly pledges: readonly (string | null)[];
  readonly activities: number;
  readonly numbered: number;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly fromSaid: string;
  readonly toSaid: string;
  readonly withdrawn: boolean;
  readonly example: boolean;
  /** What is searched in. */
  readonly words: string;
};

/** What is told of a document. A municipality lies in its county, also where the document does not say so. */
export function entryOf(
  content: Content,
  told: { readonly address: string | null; readonly withdrawn: boolean; readonly example: boolean },
): OverviewEntry {
  const { from, to } = spanOf(content);
  const places = content.area.map(nameOfPlace).filter((name) => name !== "");
  const municipalities = content.area.flatMap((place) => {
    if (place.kind === "municipality") return [place];
    return place.kind === "area" ? (municipalityNamed(place.name) ?? []) : [];
  });
  const counties = [
    ...content.area.flatMap((place) => (place.kind === "county" ? [place.code] : [])),
    ...municipalities.flatMap((place) => countyOf(place)?.code ?? []),
  ];
  const codes = [...new Set(municipalities.map(({ code }) => code))].toSorted();
  const activities = activitiesOf(content).map(({ activity }) => activity);
  return {
    ...told,
    title: content.title,
    place: places[0] ?? "",
    places,
    areaCodes: [...new Set([...codes, ...counties])],
    areaKey:
      codes.length > 0
        ? codes.join("+")
        : places
            .map((name) => name.toLowerCase())
            .toSorted()
            .join("+"),
    parties: content.parties.map(({ name }) => name),
    themes: [...new Set(content.pledges.map(({ theme }) => theme.trim().toLowerCase()))],
    pledges: content.pledges.map(({ text }) => text),
    activities: activities.length,
    numbered: activities.filter(({ target }) => target?.value !== undefined).length,
    from: from ?? null,
    to: to ?? null,
    fromSaid: content.period.from.said,
    toSaid: content.period.to?.said ?? "",
    words: [
      content.title,
      ...places,
      ...content.pledges.flatMap(({ text, theme }) => [theme, text]),
      ...activities.map(({ text }) => text),
    ].join("\n"),
  };
}

export type FoundPromise = Omit<OverviewEntry, "words" | "areaCodes" | "areaKey" | "withdrawn"> & {
  readonly withdrawn: boolean;
  /** Its time is over and no later promise for the same area is told here. */
  readonly expiredAlone: boolean;
  /** The file it came from; null for what was signed here. */
  readonly file: { readonly name: string; readonly source: string; readonly retrievedOn: Day } | null;
};
export type FoundPromises = {
  readonly promises: readonly FoundPromise[];
  readonly total: number;
  readonly fromFiles: number;
  /** What else fits but cannot be put in a calendar, where a time was asked about. */
  readonly undated: number;
};

export const MEASURABLE = ["any", "yes", "no"] as const;
export type OverviewWish = {
  readonly words: string;
  readonly theme: string;
  /** The code of a municipality or a county. */
  readonly area: string;
  /** In force some time from this day to that; either alone leaves the other end open. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** What stands in the field for a day and is none. */
  readonly notFrom: string;
  readonly notTo: string;
  readonly measurable: (typeof MEASURABLE)[number];
  readonly expiredAlone: boolean;
  /** From one. */
  readonly page: number;
};
export const PAGE_OF_PROMISES = 25;
const FARTHEST_PAGE = 10_000;

/** What a stranger asks, as it stands in the address. What is not understood asks for nothing, and a day that is none is said to be. */
export function readOverviewWish(query: URLSearchParams): OverviewWish {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, 200);
  // Links from before there was a period ask for one day.
  const ends = text("fran") + text("till") === "" ? [text("dag"), text("dag")] : [text("fran"), text("till")];
  const [first = "", last = ""] = ends;
  const [one, other] = [readDay(first), readDay(last)];
  const isTurned = one !== undefined && other !== undefined && other < one;
  const page = Number(text("sida"));
  const number = text("tal");
  return {
    words: text("sok"),
    theme: text("tema").toLowerCase(),
    area: /^\d{2}(?:\d{2})?$/.test(text("omrade")) ? text("omrade") : "",
    from: isTurned ? other : one,
    to: isTurned ? one : other,
    notFrom: one === undefined ? first : "",
    notTo: other === undefined ? last : "",
    measurable: number === "ja" ? "yes" : number === "nej" ? "no" : "any",
    expiredAlone: text("utgangna") === "ja",
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, FARTHEST_PAGE) : 1,
  };
}

/** The same question for another page, as it stands in an address. */
export function overviewAddress(wish: OverviewWish, page: number): string {
  const asked = new URLSearchParams();
  const put = (name: string, value: string) => (value === "" ? undefined : asked.set(name, value));
  put("sok", wish.words);
  put("tema", wish.theme);
  put("omrade", wish.area);
  put("fran", wish.from ?? "");
  put("till", wish.to ?? "");
  put("tal", wish.measurable === "any" ? "" : wish.measurable === "yes" ? "ja" : "nej");
  put("utgangna", wish.expiredAlone ? "ja" : "");
  put("sida", page === 1 ? "" : String(page));
  const text = asked.toString();
  return text === "" ? "/loften" : `/loften?${text}`;
}

/** Every word, each also as the beginning of a longer one, for PostgreSQL's full text: nothing of what was typed is read as a command. Empty where there is no word. */
export function fullTextQuery(words: string): string {
  return [...words.matchAll(/[\p{L}\p{N}]+/gu)]
    .slice(0, 12)
    .map(([word]) => `'${word}':*`)
    .join(" & ");
}
