// What has been told, and when, out of what has been published: one line a thing, newest first, for feeds.
import { inSwedishOrder, type Lang, say, slugOf } from "../../ground/words.ts";
import type { Day } from "../../ground/time.ts";
import { formatDay, formatPeriod } from "../../ui/format.ts";
import type { Disclosed } from "../disclosure.ts";
import { followWords, news as kinds } from "../follow-words.ts";
import { sayOccasion } from "./said.ts";
import type { Site, ToldPledge } from "../site.ts";

export type NewsKind = keyof typeof kinds;

export type News = {
  readonly kind: NewsKind;
  /** Its own within the partnership, for ever. */
  readonly key: string;
  readonly on: Day;
  readonly title: string;
  /** The part of the heading that was published: Swedish, where it is words. */
  readonly what: string;
  /** In the words it was published in; empty where the heading says all. */
  readonly text: string;
  /** The page that tells more, below the partnership's. */
  readonly path: string;
  /** The promise it is of, by its address; undefined where it is of none. */
  readonly pledge?: string;
  readonly theme?: string;
  /** The places it names. */
  readonly areas: readonly string[];
};

/** Which news one wants: all, those of a promise, of a theme or of a place, by the words of their addresses. */
export type Wanted = { readonly lofte?: string; readonly tema?: string; readonly plats?: string };

/** All news of a partnership, newest first. */
export function newsOf(site: Disclosed<Site>, lang: Lang): readonly News[] {
  const told = [...promiseNews(site, lang), ...heardNews(site, lang), ...answerNews(site), ...actedNews(site, lang)];
  return told
    .map((one) => ({ ...one, title: say(kinds[one.kind], lang, { what: one.what }) }))
    .toSorted((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? 1 : -1));
}

/** What is told of the whole promise concerns whoever follows a part of it: that it was changed, followed up, or that there is a new one. */
const OF_ALL: readonly NewsKind[] = ["promise-published", "promise-changed", "report"];

/** Those of them that are wanted. */
export function wantedNews(all: readonly News[], { lofte, tema, plats }: Wanted): readonly News[] {
  return all.filter(
    ({ kind, pledge, theme, areas }) =>
      (plats === undefined && OF_ALL.includes(kind)) ||
      ((lofte === undefined || pledge === lofte) &&
        (tema === undefined || (theme !== undefined && slugOf(theme) === tema)) &&
        (plats === undefined || areas.some((area) => isWithin(slugOf(area), plats)))),
  );
}

/** "Åmot, genomfarten" is in Åmot, and Åmotsvägen is a road. */
function isWithin(area: string, place: string): boolean {
  return area === place || area.startsWith(`${place}-`);
}

/** What there is a feed of its own for: the promises in force, their themes, and the places that are named. */
export function feedsOf(site: Disclosed<Site>, lang: Lang) {
  const names = (of: readonly string[]) => [...new Set(of.filter((name) => name !== ""))].toSorted(inSwedishOrder);
  const areas = names(newsOf(site, lang).flatMap((one) => one.areas));
  return {
    pledges: site.current,
    themes: names(site.current.map(({ theme = "" }) => theme)),
    // What lies in another of them is heard of there.
    areas: areas.filter((name) => !areas.includes(name.split(", ")[0] ?? "") || !name.includes(", ")),
  };
}

type Untitled = Omit<News, "title">;

function promiseNews({ documents, reports, consultations = [] }: Site, lang: Lang): readonly Untitled[] {
  const published = documents.flatMap(({ slug, title, publishedOn, amends }) =>
    publishedOn === undefined
      ? []
      : [
          {
            kind: amends === undefined ? ("promise-published" as const) : ("promise-changed" as const),
            key: `medborgarlofte-${slug}`,
            on: publishedOn,
            what: title,
            text: amends?.reason ?? "",
            path: `/medborgarlofte/${slug}`,
            areas: [],
          },
        ],
  );
  const followed = reports.map(({ slug, from, to, on, texts }) => ({
    kind: "report" as const,
    key: `rapport-${slug}`,
    on,
    what: formatPeriod(from, to, lang),
    text: texts.find(({ voice }) => voice === "joint")?.text ?? "",
    path: `/rapport/${slug}`,
    areas: [],
  }));
  const drafts = consultations.flatMap(({ slug, title, from, closedOn, isDropped }) => {
    const of = { what: title, text: "", path: `/utkast/${slug}`, areas: [] };
    return [
      { ...of, kind: "draft-opened" as const, key: `utkast-${slug}`, on: from },
      ...(closedOn === null || isDropped === true
        ? []
        : [{ ...of, kind: "draft-closed" as const, key: `utkast-${slug}-svar`, on: closedOn }]),
    ];
  });
  return [...published, ...followed, ...drafts];
}

function heardNews(
  { walks, dialogues, roads = [], situations = [], actionPlans = [] }: Site,
  lang: Lang,
): readonly Untitled[] {
  const walked = walks.map(({ slug, title, village, on, complementedOn }) => ({
    kind: "walk" as const,
    key: `vandring-${slug}`,
    on: complementedOn ?? on,
    what: title,
    text: "",
    path: `/vandring/${slug}`,
    areas: [village],
  }));
  const answered = dialogues.map(({ slug, title, to }) => ({
    kind: "dialogue" as const,
    key: `dialog-${slug}`,
    on: to,
    what: title,
    text: "",
    path: `/dialog/${slug}`,
    areas: [],
  }));
  const driven = roads.flatMap(({ slug, name, publishedOn, answer }) => {
    const of = { what: name, path: `/vag/${slug}`, areas: [name] };
    return [
      { ...of, kind: "road" as const, key: `vag-${slug}`, on: publishedOn, text: "" },
      ...(answer === null
        ? []
        : [{ ...of, kind: "road-answered" as const, key: `vag-${slug}-svar`, on: answer.on, text: answer.text }]),
    ];
  });
  const seen = situations.map(({ adoptedOn, from, to }) => ({
    kind: "situation" as const,
    key: `lagesbild-${adoptedOn}`,
    on: adoptedOn,
    what: formatPeriod(from, to, lang),
    text: "",
    path: `/lagesbild/${adoptedOn}`,
    areas: [],
  }));
  const decided = actionPlans.flatMap(({ slug, decision, followUps }) => {
    const of = { what: slug, text: "", path: `/atgardsplan/${slug}`, areas: [] };
    return [
      ...(decision === null
        ? []
        : [{ ...of, kind: "action-plan" as const, key: `atgardsplan-${slug}`, on: decision.decidedOn }]),
      ...followUps.map(({ followedOn }, at) => ({
        ...of,
        kind: "action-plan-followed" as const,
        // The latest comes first: what is followed up once more the same day is another piece of news.
        key: `atgardsplan-${slug}-${followedOn}${sameDay(followUps.slice(at + 1), followedOn)}`,
        on: followedOn,
      })),
    ];
  });
  return [...walked, ...answered, ...driven, ...seen, ...decided];
}

const sameDay = (earlier: readonly { readonly followedOn: Day }[], day: Day) => {
  const before = earlier.filter(({ followedOn }) => followedOn === day).length;
  return before === 0 ? "" : `-${before + 1}`;
};

function answerNews({ answers, current }: Site): readonly Untitled[] {
  return answers.map(({ said, answer, on, reasons, pledge }) => {
    const promised = current.find((one) => one.order === pledge?.order && one.documentSlug === pledge.documentSlug);
    return {
      kind: `answer-${answer}` as const,
      key: `svar-${slugOf(said)}-${on}`,
      on,
      what: said,
      text: reasons.map(({ party, reason }) => (party === "" ? reason : `${party}: ${reason}`)).join("\n"),
      path: "/du-sa",
      areas: [],
      ...ofPledge(promised),
    };
  });
}

/** What was done and what did not happen, activity by activity: the numbers of authorities, as the promise's own page has them. */
function actedNews({ current }: Site, lang: Lang): readonly Untitled[] {
  return current.flatMap((pledge) =>
    pledge.activities.flatMap(({ id, text, target, occasions, deviations }) => {
      const of = { ...ofPledge(pledge), path: `/lofte/${pledge.slug}` };
      const done = occasions.map((occasion, place) => ({
        ...of,
        kind: "done" as const,
        // Which of its day, counted from the first that was told.
        key: `gjort-${id}-${occasion.on}-${occasions.slice(place).filter(({ on }) => on === occasion.on).length}`,
        on: occasion.on,
        what: sayOccasion(occasion, lang),
        text: [text, occasion.place].filter((part) => part !== "").join("\n"),
        areas: [occasion.place, ...(target?.places ?? [])].filter((name) => name !== ""),
      }));
      const missed = deviations.map(({ on, sentence, newDay, because }) => ({
        ...of,
        kind: "did-not" as const,
        key: `blev-inte-av-${id}-${on}`,
        on,
        what: text,
        text: [
          sentence,
          newDay === null
            ? say(followWords.explained, lang, { because })
            : say(followWords.newDay, lang, { day: formatDay(newDay, lang) }),
        ].join("\n"),
        areas: target?.places ?? [],
      }));
      return [...done, ...missed];
    }),
  );
}

function ofPledge(pledge: ToldPledge<unknown> | undefined): Pick<News, "pledge" | "theme"> {
  if (pledge === undefined) return {};
  return { pledge: pledge.slug, ...(pledge.theme === undefined ? {} : { theme: pledge.theme }) };
}
