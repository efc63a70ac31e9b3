// A unit's month on one page, for the wall of the lunch room: what was promised, until when, how far it has come. Markup is Typst's and holds no words: those come as data,
// so that what a person wrote is never read as a command. Nothing stands here that the promise's page does not tell.
import type { Json } from "../../ground/canonical.ts";
import { dayOf, type Instant, type Month } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { sayTarget } from "../../pledge/screens/said.ts";
import { formatDay, formatMonth } from "../../ui/format.ts";
import { inGroups } from "../due.ts";
import { groups, monthWords as words } from "../month-words.ts";
import type { Listed } from "./waiting.ts";
import { sayLate, sayPlanned, saySoFar, sayUntil } from "./month-said.ts";

/** More would not be read on a wall, and is read in Min månad. */
export const MOST_ROWS = 12;
/** The words of a promise are cut where they are a whole paragraph: it is read in full on its own page. */
const MOST_LETTERS = 130;

// The largest letters that leave it on one page; where the smallest do not, fewer rows.
const MARKUP = String.raw`
#set document(title: data.title)
#set text(lang: data.lang)
#set page(paper: "a4", margin: (x: 18mm, top: 16mm, bottom: 18mm), footer: text(size: 8pt, data.footer))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }), inset: (x: 4pt, y: 5pt))
#show heading.where(level: 1): set text(size: 24pt)
#show heading.where(level: 1): set block(above: 0.5em)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 1.2em, below: 0.5em)
#let sheet(size, most) = {
  set text(size: size)
  set par(leading: 0.5em)
  text(size: 12pt, data.over)
  heading(level: 1, data.title)
  par(data.lead)
  if data.groups.len() == 0 { par(data.nothing) }
  let room = most
  for group in data.groups {
    let rows = group.rows.slice(0, calc.min(room, group.rows.len()))
    room = room - rows.len()
    if rows.len() == 0 { continue }
    heading(level: 2, group.heading)
    table(
      columns: (2.4fr, 1.2fr, 1.1fr, 1fr),
      table.header(..data.heads.map(head => strong(head))),
      ..rows.map(row => (
        [#text(lang: "sv", row.text) #if row.late != "" [#linebreak() #strong(row.late)]],
        text(lang: "sv", row.much), [#row.until], [#row.done #if row.part != "" [(#row.part)]],
      )).flatten()
    )
  }
  let more = data.more.at(most)
  if more != "" { par(strong(more)) }
}
#layout(room => {
  let all = data.more.len() - 1
  let ways = (11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt).map(size => (size, all)) + range(all, 0, step: -1).map(most => (8pt, most))
  let found = ways.find(way => measure(block(width: room.width, sheet(..way))).height <= room.height)
  if found == none { sheet(8pt, 0) } else { sheet(..found) }
})
`;

export function monthPaper({
  activities,
  unit,
  month,
  partnershipName,
  lang,
  at,
}: {
  readonly activities: readonly Listed[];
  readonly unit: string;
  readonly month: Month;
  readonly partnershipName: string;
  readonly lang: Lang;
  readonly at: Instant;
}): { readonly markup: string; readonly data: Json; readonly at: Instant } {
  const today = dayOf(at);
  const inOrder = inGroups(activities, month);
  const shown = new Set(inOrder.flatMap(({ list }) => list).slice(0, MOST_ROWS));
  const row = (one: Listed) => ({
    text: shorter(`${one.number} ${one.text}`),
    late: [sayLate(one, lang), sayPlanned(one, lang)].filter((line) => line !== undefined).join(" · "),
    part: one.prorated ? say(words.partShort, lang) : "",
    much: shorter(sayTarget(one.target ?? undefined, lang)),
    until: sayUntil(one, today, lang),
    done: saySoFar(one, lang),
  });
  return {
    markup: MARKUP,
    at,
    data: {
      lang,
      title: say(words.paperTitle, lang, { month: formatMonth(month, lang) }),
      over: [unit, partnershipName].filter(Boolean).join(", "),
      lead: say(words.paperLead, lang),
      footer: [
        partnershipName,
        unit,
        say(words.printed, lang, { day: formatDay(today, lang) }),
        activities.some(({ example }) => example) ? say(words.paperExample, lang) : "",
      ]
        .filter(Boolean)
        .join(" · "),
      nothing: say(words.paperNothing, lang),
      heads: [words.activity, words.howOften, words.until, words.soFar].map((head) => say(head, lang)),
      groups: inOrder
        .map(({ group, list }) => ({
          heading: say(groups[group], lang),
          rows: list.filter((one) => shown.has(one)).map(row),
        }))
        .filter(({ rows }) => rows.length > 0),
      // By how many rows there was room for.
      more: Array.from({ length: shown.size + 1 }, (_none, rows) =>
        rows === activities.length ? "" : say(words.andMore, lang, { count: activities.length - rows }),
      ),
    },
  };
}

function shorter(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).replace(/\s+\S*$/, "")} …`;
}
