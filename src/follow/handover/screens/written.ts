// The dossier in words: the page, the PDF and the file for a word processor are made of the same rows.
import { kinds as entryKinds } from "../../../act/calendar/words.ts";
import { waitingKinds, waitingWords } from "../../../collect/waiting-words.ts";
import type { Block, Written } from "../../../ground/block.ts";
import type { Day, Instant } from "../../../ground/time.ts";
import { dayOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { roles } from "../../../partnership/words.ts";
import { parties } from "../../../pledge/words.ts";
import { formatDay, formatList } from "../../../ui/format.ts";
import type { Clock } from "../../clock.ts";
import { sayTodo, sayWhat, sayWhen } from "../../clocks/said.ts";
import { decided } from "../../clocks/words.ts";
import { clocks as clockWords, words as follow } from "../../words.ts";
import {
  type Activity,
  type Ahead,
  type Answer,
  type Draft,
  type Facts,
  firstWeeks,
  nextDates,
  type NextDate,
  type OnDay,
  type Paper,
  type Promise,
  type Spot,
  type Task,
  waitingAnswers,
  type WaitingRed,
} from "../dossier.ts";
import type { KeptNote } from "../hand-over.ts";
import { gaps, rows as w, type SectionKey, sections, SECTIONS, tasks, words } from "../words.ts";

export type Row = {
  readonly key: string;
  readonly text: string;
  readonly detail: string;
  readonly href: string;
  readonly gap: boolean;
};
export type Section = { readonly key: SectionKey; readonly heading: string; readonly rows: readonly Row[] };

const LONGEST_KEY = 120;
const row = (key: string, text: string, detail = "", href = ""): Row => ({
  key: key.slice(0, LONGEST_KEY),
  text,
  detail,
  href,
  gap: false,
});
const opening = (text: string) => text.replace(/[.]$/, "");
/** Parts of a sentence after one another. */
const parts = (...said: readonly (string | undefined)[]) =>
  said.filter((one) => one !== undefined && one !== "").join(" · ");

export function dossierOf(facts: Facts, lang: Lang): readonly Section[] {
  const said: Readonly<Record<SectionKey, readonly Row[]>> = {
    dates: nextDates(facts).map((date) => dateRow(date, facts.slug, lang)),
    answers: waitingAnswers(facts).map((answer) => answerRow(answer, facts.today, lang)),
    stand: facts.promises.map((one) => standRow(one, facts.slug, lang)),
    promised: facts.activities.map((one) => activityRow(one, facts.slug, lang)),
    clocks: inOrder(facts.clocks).map((clock) => clockRow(clock, facts.slug, lang)),
    waits: [
      ...facts.drafts.map((draft) => draftRow(draft, facts.slug, lang)),
      ...facts.red.map((one) => redRow(one, lang)),
      ...facts.heard.map((one) => heardRow(one, lang)),
    ],
    spot: facts.spot.map((spot) => spotRow(spot, facts.today, lang)),
    ahead: facts.ahead
      .filter(({ kind, cancelled }) => !cancelled && ["before-walk", "walk", "after-walk", "meeting"].includes(kind))
      .map((entry) =>
        row(`ahead ${entry.key}`, `${formatDay(entry.on, lang)}: ${sayEntry(entry, lang)}`, entry.place, entry.path),
      ),
    contacts: facts.contacts.map((one) =>
      row(
        `contact ${one.organisation} ${one.role} ${one.personId}`,
        `${one.title}, ${one.organisation}`,
        parts(say(roles[one.role], lang), one.name),
        `/installning/${facts.slug}`,
      ),
    ),
    papers: facts.papers.map((paper) => paperRow(paper, facts.slug, lang)),
  };
  return SECTIONS.map((key) => ({
    key,
    heading: say(sections[key], lang),
    rows: isKnownByPeople(key) || said[key].length === 0 ? [...said[key], gapRow(key, lang)] : said[key],
  }));
}

/** Where there is always more than the system knows. */
const isKnownByPeople = (key: SectionKey) =>
  key === "waits" || key === "spot" || key === "ahead" || key === "contacts" || key === "papers";
const gapRow = (key: SectionKey, lang: Lang): Row => ({ ...row(`gap ${key}`, say(gaps[key], lang)), gap: true });

function sayEntry({ kind, what }: Ahead, lang: Lang): string {
  return what === "" ? say(entryKinds[kind], lang) : `${say(entryKinds[kind], lang)}: ${opening(what)}`;
}

function sayOnDay(one: OnDay, lang: Lang): string {
  if (one.kind === "entry") return sayEntry(one.entry, lang);
  return one.kind === "spot"
    ? say(w.spotBy, lang, { text: opening(one.spot.text) })
    : say(clockWords[one.clock.name], lang);
}

const hrefOf = (one: OnDay, slug: string) =>
  one.kind === "entry" ? one.entry.path : one.kind === "spot" ? one.spot.href : `/folj-upp/${slug}/klockor`;

const SAID_A_DAY = 2;
function dateRow({ on, what }: NextDate, slug: string, lang: Lang): Row {
  const [first] = what;
  const left = what.length - SAID_A_DAY;
  return row(
    `date ${on}`,
    say(w.onDay, lang, {
      day: formatDay(on, lang),
      what: what
        .slice(0, SAID_A_DAY)
        .map((one) => sayOnDay(one, lang))
        .join("; "),
    }),
    left > 0 ? say(w.andMore, lang, { count: left }) : "",
    first === undefined ? "" : hrefOf(first, slug),
  );
}

function answerRow(answer: Answer, today: Day, lang: Lang): Row {
  if (answer.kind === "spot") return spotRow(answer.spot, today, lang);
  return answer.kind === "red" ? redRow(answer.red, lang) : heardRow(answer.heard, lang);
}

const spotRow = ({ id, from, text, by, href }: Spot, today: Day, lang: Lang): Row =>
  row(
    `spot ${id}`,
    text,
    parts(say(by < today ? w.wasBy : w.byDay, lang, { day: formatDay(by, lang) }), say(w[from], lang)),
    href,
  );

const redRow = (one: WaitingRed, lang: Lang): Row =>
  row(
    `red ${one.kind} ${one.title} ${one.href}`,
    sayWhat(one, lang),
    parts(
      sayWhen(one, lang),
      one.waitsFor.length === 0 ? "" : say(w.waitsFor, lang, { who: formatList(one.waitsFor, lang) }),
      sayTodo(one, lang),
    ),
    one.href,
  );

const heardRow = ({ kind, title, count, since, href }: Facts["heard"][number], lang: Lang): Row =>
  row(
    `heard ${kind} ${href}`,
    say(waitingKinds[kind], lang, { count, title }),
    say(waitingWords.since, lang, { day: formatDay(since, lang) }),
    href,
  );

const standRow = ({ slug: period, title, to, activities, behind, toldTo }: Promise, slug: string, lang: Lang): Row =>
  row(
    `promise ${period}`,
    `${title}, ${to === undefined ? say(w.openEnded, lang) : say(w.until, lang, { day: formatDay(to, lang) })}`,
    parts(
      say(w.onPlan, lang, { count: activities - behind, of: activities }),
      behind === 0 ? "" : say(w.behind, lang, { count: behind }),
      toldTo === undefined ? say(w.neverTold, lang) : say(w.toldTo, lang, { day: formatDay(toldTo, lang) }),
    ),
    `/lova/${slug}/${period}`,
  );

const activityRow = ({ id, number, text, unit, done, expected, behind }: Activity, slug: string, lang: Lang): Row =>
  row(
    `activity ${id}`,
    `${number} ${text}`,
    parts(
      expected === undefined ? say(w.done, lang, { done }) : say(w.doneOf, lang, { done, expected }),
      behind === 0 ? "" : say(w.behindBy, lang, { count: behind }),
      unit === "" ? say(w.noUnit, lang) : unit,
    ),
    `/gora/${slug}/aktivitet-${id}`,
  );

/** The one that has run out first; those that nobody has set come before all, since nobody knows. */
const inOrder = (clocks: readonly Clock[]) =>
  clocks.toSorted((a, b) => (a.state === "unset" ? -1 : b.state === "unset" ? 1 : a.daysLeft - b.daysLeft));

function clockRow(clock: Clock, slug: string, lang: Lang): Row {
  const [key, name, href] = [`clock ${clock.name}`, say(clockWords[clock.name], lang), `/folj-upp/${slug}/klockor`];
  if (clock.state === "unset") return { ...row(key, name, say(follow.unset, lang), href), gap: true };
  const left = say(clock.daysLeft < 0 ? follow.daysOver : follow.daysLeft, lang, { days: Math.abs(clock.daysLeft) });
  return row(`${key} ${clock.ref ?? ""}`, `${name}: ${formatDay(clock.due, lang)}`, left, href);
}

function draftRow({ slug: period, title, state, missing }: Draft, slug: string, lang: Lang): Row {
  const who = formatList(
    missing.map((party) => say(parties[party], lang)),
    lang,
  );
  const said = missing.length > 0 ? w.toSign : state === "signed" ? w.toPublish : w.draft;
  return row(`draft ${period}`, say(said, lang, { title, who }), "", `/lova/${slug}/${period}`);
}

function paperRow(paper: Paper, slug: string, lang: Lang): Row {
  if (paper.kind === "signed")
    return row(
      `paper ${paper.slug}`,
      say(w.signedOnPaper, lang, { ...paper, count: paper.scans }),
      "",
      `/lova/${slug}/${paper.slug}`,
    );
  const number = paper.registryNumber === "" ? say(w.noNumber, lang) : paper.registryNumber;
  const said =
    paper.kind === "agreement"
      ? row("paper agreement", say(w.agreement, lang, { number }))
      : row(
          `paper ${paper.of} ${paper.on} ${paper.registryNumber}`,
          say(w.decision, lang, { what: say(decided[paper.of], lang), day: formatDay(paper.on, lang), number }),
          "",
          `/folj-upp/${slug}/klockor`,
        );
  return { ...said, gap: paper.registryNumber === "" };
}

/** «Dina första två veckor». Ticked by hand-over, so that the next one begins anew. */
export function firstWeeksOf(facts: Facts, handOverId: string, lang: Lang): readonly Row[] {
  return firstWeeks(facts).map((task, place) => {
    const { text, detail = "", href } = taskRow(task, facts, lang);
    const of = task.kind === "answer" ? `answer-${place}` : task.kind;
    return row(`task ${handOverId} ${of}`, text, detail, href);
  });
}

type Said = { readonly text: string; readonly detail?: string; readonly href: string };
function taskRow(task: Task, { slug, today }: Facts, lang: Lang): Said {
  switch (task.kind) {
    case "promise":
      return task.promise === undefined
        ? { text: say(tasks.noPromise, lang), href: `/lova/${slug}` }
        : { text: say(tasks.promise, lang, { title: task.promise.title }), href: `/lova/${slug}/${task.promise.slug}` };
    case "date": {
      const [first] = task.date.what;
      const what = first === undefined ? "" : sayOnDay(first, lang);
      const href = first === undefined ? "" : hrefOf(first, slug);
      return { text: say(tasks.date, lang, { day: formatDay(task.date.on, lang), what }), href };
    }
    case "answer": {
      const { text, href } = answerRow(task.answer, today, lang);
      return { text: say(tasks.answer, lang, { what: text }), href };
    }
    case "behind":
      return {
        text: say(tasks.behind, lang, { text: `${task.activity.number} ${task.activity.text}` }),
        href: `/gora/${slug}/aktivitet-${task.activity.id}`,
      };
    case "meet": {
      const { title, organisation, name } = task.contact;
      // The name is shown and not kept: a note is kept under the text, for longer than anybody works here.
      return { text: say(tasks.meet, lang, { title, organisation }), detail: name, href: `/installning/${slug}` };
    }
    default:
      return { text: say(tasks[task.kind], lang), href: HREFS[task.kind](slug) };
  }
}

const HREFS = {
  notes: (slug: string) => `/installning/${slug}/lamna-over`,
  calendar: (slug: string) => `/gora/${slug}/kalender`,
  key: (slug: string) => `/installning/${slug}`,
  letters: (slug: string) => `/beratta/${slug}/brev`,
  month: () => "/min-manad",
  clocks: (slug: string) => `/folj-upp/${slug}/klockor`,
  field: () => "/falt",
  wheel: (slug: string) => `/gora/${slug}/arshjul`,
  picture: (slug: string) => `/lagesbild/${slug}`,
} as const;

/** What a note is kept as being about. What was said in a talk goes when its talk does, and is copied nowhere: not with its day either. */
export function aboutOf({ key, text }: Row, lang: Lang): string {
  if (key.startsWith("date ")) return formatDay(key.slice("date ".length) as Day, lang);
  if (key.startsWith("task ") && key.endsWith(" date")) return say(sections.dates, lang);
  return key.startsWith("spot ") || key.includes(" answer-") ? say(sections.spot, lang) : text.slice(0, LONGEST_ABOUT);
}
const LONGEST_ABOUT = 400;

/** What was written of rows that are there no more. A task that is done is nobody else's to read of. */
export function earlierOf(said: readonly Section[], notes: readonly KeptNote[]): readonly KeptNote[] {
  const known = new Set(said.flatMap((section) => section.rows.map(({ key }) => key)));
  return notes.filter(({ key, note }) => note !== "" && !known.has(key) && !key.startsWith("task "));
}

/** The same on paper, with what was written at each row. */
export function paperOf(
  said: readonly Section[],
  notes: readonly KeptNote[],
  { partnership, at, lang }: { readonly partnership: string; readonly at: Instant; readonly lang: Lang },
): Written {
  const title = say(words.paperTitle, lang, { partnership });
  const day = formatDay(dayOf(at), lang);
  const earlier = earlierOf(said, notes);
  const noteOf = (key: string) => notes.find((one) => one.key === key)?.note ?? "";
  const blocks: Block[] = [
    { kind: "paragraph", text: say(words.paperLead, lang, { day }) },
    ...said.flatMap((section): Block[] => [
      { kind: "heading", level: 2, text: section.heading },
      {
        kind: "table",
        caption: section.heading,
        heads: [say(words.row, lang), say(words.more, lang), say(words.said, lang)],
        rows: section.rows.map(({ key, text, detail }) => [text, detail, noteOf(key)]),
      },
    ]),
    ...(earlier.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text: say(words.earlier, lang) } as const,
          { kind: "list", items: earlier.map(({ about, note }) => `${about}: ${note}`) } as const,
        ]),
  ];
  return { title, footer: `${title} · ${day}`, lang, at, blocks };
}
