// A walk on paper: the protocol, the sheets that are filled in outdoors, the invitation. Markup is Typst's and holds no words: those come as data, so that
// what a person wrote is never read as a command.
import type { Json } from "../../../ground/canonical.ts";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatClock, formatDay, formatList, formatNumber } from "../../../ui/format.ts";
import type { Category } from "../../category.ts";
import { SPOT_MANAGERS } from "../../observation.ts";
import { HEAD_GROUPS, type Heads, type ProtocolRow, type Stop, type Walk } from "../../walk.ts";
import { answers, categories, headGroups, kinds, lights, managers, seasons, walkThemes } from "../../words.ts";
import { CHECKLISTS, MANAGER_LETTERS, THEME_LETTERS, WALKERS_ADVISED } from "../checklist.ts";
import type { PointReply } from "../point.ts";
import { inSections } from "../protocol.ts";
import { isSameStop, isUnfinished, type PlacedRow } from "../series.ts";
import { ROWS_ON_SHEET } from "../sheet.ts";
import { replySaid } from "./reply-said.ts";
import { words } from "./words.ts";

type Paper = { readonly markup: string; readonly data: Json; readonly at: Instant };
type Names = { readonly partnershipName: string; readonly lang: Lang };

/** Whose paper it is, at the foot of every page; an invented walk says there that it is one. */
function foot(walk: Walk, { partnershipName, lang }: Names): string {
  return [partnershipName, walk.title, walk.example ? say(words.example, lang) : ""].filter(Boolean).join(" · ");
}

const COMMON = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10pt)
#set par(leading: 0.5em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }), inset: (x: 4pt, y: 5pt))
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em)
#let page-number = context [#data.footer #h(1fr) #counter(page).display("1 (1)", both: true)]
#let facts(list) = for fact in list [*#fact.name:* #fact.value #linebreak()]
#let qr(code, side) = image(bytes(code.svg), format: "svg", width: side, alt: code.alt)
`;

const PROTOCOL = String.raw`${COMMON}
#set page(paper: "a4", flipped: true, margin: (x: 15mm, y: 16mm), footer: text(size: 8pt, page-number))
#let rows-of(rows) = table(
  columns: (auto, 1.1fr, 2.2fr, 1.8fr, 1fr, 0.9fr, 1.6fr),
  table.header(..data.heads.map(head => strong(head))),
  ..rows.flatten()
)
= #data.title
#facts(data.facts)
#if data.good.len() > 0 [
  == #data.good-heading
  #table(
    columns: (auto, 1fr, 3fr),
    table.header(..data.heads.slice(0, 3).map(head => strong(head))),
    ..data.good.map(row => row.slice(0, 3)).flatten()
  )
]
#if data.rest.len() > 0 [
  == #data.rest-heading
  #rows-of(data.rest)
]
`;

const SHEETS = String.raw`${COMMON}
#set page(paper: "a4", margin: (x: 14mm, y: 14mm), footer: text(size: 8pt, page-number))
= #data.title
#facts(data.facts)
#data.how
== #data.route-heading
#table(
  columns: (auto, 1fr, 1.5fr, 1.5fr, auto),
  align: (x, y) => if x == 4 { center } else { left },
  table.header(..data.route-heads.map(head => strong(head))),
  ..data.stops.map(stop => (
    stop.number, stop.name, stop.question, stop.left.map(line => [– #line]).join(linebreak()), qr(stop.code, 17mm)
  )).flatten()
)
== #data.look-heading
#data.look.join(" · ")
#for sheet in data.sheets [
  #pagebreak()
  #grid(columns: (1fr, auto), [
    == #sheet.heading
    #data.sheet-guide
  ], qr(sheet.code, 26mm))
  #table(
    columns: (auto, auto, auto, 3fr, 2fr, auto, auto),
    rows: (auto,) + (15.2mm,) * data.rows,
    stroke: 0.5pt,
    table.header(..data.heads.map(head => strong(text(size: 8pt, head)))),
    ..range(data.rows).map(i => (str(i + 1), [], [], [], [], [], [])).flatten()
  )
  #text(size: 7.5pt)[*#data.theme-heading:* #data.themes.join(" · ") #linebreak() *#data.manager-heading:* #data.managers.join(" · ")]
]
`;

const INVITATION = String.raw`${COMMON}
#set page(paper: "a4", margin: 22mm, footer: text(size: 9pt, data.footer))
#set text(size: 18pt)
#set par(leading: 0.65em, spacing: 1.1em)
#show heading.where(level: 1): set text(size: 40pt)
#show heading.where(level: 2): set text(size: 24pt)
= #data.title
#text(size: 24pt, weight: "bold", data.when)
#for line in data.lines [#par(line)]
#if data.code != none { grid(columns: (1fr, auto), column-gutter: 8mm, align: horizon, par(data.code.line), qr(data.code, 34mm)) }
#pagebreak()
== #data.easy-heading
#for line in data.easy [#par(line)]
`;

/** The day and the hours, as a notice says them. */
function when(walk: Walk, lang: Lang): string {
  return `${formatDay(dayOf(walk.startsAt), lang)}, ${formatClock(walk.startsAt, lang)}–${formatClock(walk.endsAt, lang)}`;
}

/** «Mörkt: solen går ner 15.37». */
export function tellLight(walk: Pick<Walk, "light">, sunset: Instant | undefined, lang: Lang): string {
  const light = say(lights[walk.light], lang);
  return sunset === undefined ? light : say(words.lightUntil, lang, { light, clock: formatClock(sunset, lang) });
}

/** The table people know from paper; the page, the PDF and the file say the same in the same order. */
export function protocolHeads(lang: Lang): readonly string[] {
  return [
    words.number,
    words.place,
    words.observation,
    words.proposal,
    words.manager,
    words.timetable,
    words.status,
  ].map((head) => say(head, lang));
}

export type Replied = PointReply & { readonly rowId: string };

/** A point as seven cells, the reason beside the status; until it is decided what the unit that was sent it has said. */
export function protocolCells(
  row: ProtocolRow,
  replies: readonly Replied[],
  lang: Lang,
): readonly [number, ...string[]] {
  const { answer } = row;
  const reply = replies.find(({ rowId }) => rowId === row.id);
  const aside = row.kind === "problem" || row.kind === "positive" ? "" : `${say(kinds[row.kind], lang)}. `;
  const status = answer === undefined ? say(words.waiting, lang) : say(answers[answer.kind], lang);
  return [
    row.number,
    row.placeName,
    `${aside}${row.text}`,
    row.proposal,
    row.spotManager === "unknown" ? say(words.nobodyYet, lang) : say(managers[row.spotManager], lang),
    answer?.when ?? "",
    answer === undefined && reply !== undefined
      ? `${status}. ${replySaid(reply, lang)}`
      : [status, answer?.reason ?? ""].filter(Boolean).join(". "),
  ];
}

/** «Alla 9», «Kvinnor 5». */
export function headsSaid(heads: Heads, lang: Lang): readonly string[] {
  return HEAD_GROUPS.flatMap((group) => {
    const count = heads[group];
    return count === undefined ? [] : [`${say(headGroups[group], lang)} ${formatNumber(count, lang)}`];
  });
}

type Established = Extract<Walk, { state: "protocol" }>;
export function protocolPaper(
  walk: Established,
  { rows, replies }: { readonly rows: readonly ProtocolRow[]; readonly replies: readonly Replied[] },
  names: Names,
): Paper {
  const { lang } = names;
  const { good, rest } = inSections(rows, "number", SPOT_MANAGERS);
  const cells = (list: readonly ProtocolRow[]) => list.map((row) => protocolCells(row, replies, lang).map(String));
  const facts = [
    [words.when, when(walk, lang)],
    [words.meetingPoint, walk.meetingPoint],
    [words.light, `${say(lights[walk.light], lang)}, ${say(seasons[walk.season], lang).toLowerCase()}`],
    [words.weather, walk.weather],
    [words.walkedWith, formatList(walk.functions, lang)],
    [words.heads, headsSaid(walk.heads, lang).join(", ")],
    [words.establishedOn, formatDay(dayOf(walk.protocolAt), lang)],
    [words.registryNumber, walk.registryNumber ?? ""],
  ] as const;
  return {
    markup: PROTOCOL,
    at: walk.protocolAt,
    data: {
      lang,
      title: say(words.protocolOf, lang, { title: walk.title }),
      footer: foot(walk, names),
      facts: facts.filter(([, value]) => value !== "").map(([name, value]) => ({ name: say(name, lang), value })),
      heads: [...protocolHeads(lang)],
      "good-heading": say(words.goodPlaces, lang),
      good: cells(good),
      "rest-heading": say(words.points, lang),
      rest: cells(rest),
    },
  };
}

export type SheetsWish = Names & {
  readonly walk: Walk;
  readonly sunset: Instant | undefined;
  readonly before: { readonly stops: readonly Stop[]; readonly rows: readonly PlacedRow[] } | undefined;
  readonly sheets: number;
  /** The square that opens «Skriv in blad» on this address. */
  readonly qr: (address: string) => string;
  readonly addressOf: (query: string) => string;
};
/** The route with its questions and what was left last time, then empty rows. Each square opens the screen where they are typed in. */
export function sheetsPaper({ walk, before, lang, qr, addressOf, ...wish }: SheetsWish): Paper {
  const code = (query: string, what: string) => ({
    svg: qr(addressOf(query)),
    alt: say(words.qrAlt, lang, { what, address: addressOf(query) }),
  });
  const leftAt = (stop: Stop) =>
    before === undefined
      ? []
      : before.rows.filter(
          (row) => isUnfinished(row) && before.stops.some((old) => old.id === row.stopId && isSameStop(old, stop)),
        );
  const lettersOf = (letters: Readonly<Record<string, string>>, wordOf: (value: string) => string) =>
    Object.entries(letters).map(([short, value]) => `${short} ${wordOf(value)}`);
  return {
    markup: SHEETS,
    at: walk.startsAt,
    data: {
      lang,
      title: walk.title,
      footer: foot(walk, { ...wish, lang }),
      facts: [
        { name: say(words.when, lang), value: when(walk, lang) },
        { name: say(words.meetingPoint, lang), value: walk.meetingPoint },
        { name: say(words.light, lang), value: tellLight(walk, wish.sunset, lang) },
        { name: say(words.theme, lang), value: say(walkThemes[walk.theme], lang) },
      ],
      how: say(words.sheetHow, lang),
      "route-heading": say(words.route, lang),
      "route-heads": [words.number, words.place, words.question, words.leftFromLast, words.typeIn].map((head) =>
        say(head, lang),
      ),
      stops: walk.stops.map((stop) => ({
        number: String(stop.number),
        name: stop.name,
        question: stop.question,
        left: leftAt(stop).map(({ text }) => text),
        code: code(`?stopp=${stop.number}`, stop.name),
      })),
      "look-heading": say(words.lookFor, lang),
      look: CHECKLISTS[walk.theme].map((category) => say(categories[category], lang)),
      sheets: Array.from({ length: wish.sheets }, (_, index) => {
        const heading = say(words.sheetOf, lang, { title: walk.title, number: index + 1 });
        return { heading, code: code(`?blad=${index + 1}`, heading) };
      }),
      "sheet-guide": say(words.sheetGuide, lang),
      rows: ROWS_ON_SHEET,
      heads: [
        words.row,
        words.stop,
        words.themeShort,
        words.observation,
        words.proposal,
        words.managerShort,
        words.agreedShort,
      ].map((head) => say(head, lang)),
      "theme-heading": say(words.themeShort, lang),
      themes: lettersOf(THEME_LETTERS, (category) => say(categories[category as Category], lang)),
      "manager-heading": say(words.managerShort, lang),
      managers: lettersOf(MANAGER_LETTERS, (manager) => say(managers[manager as keyof typeof managers], lang)),
    },
  };
}

export function invitationPaper(
  walk: Walk,
  {
    sunset,
    page,
    ...names
  }: Names & {
    readonly sunset: Instant | undefined;
    /** Where everybody reads of it, where it is open to all. */
    readonly page?: { readonly address: string; readonly svg: string } | undefined;
  },
): Paper {
  const { lang } = names;
  const functions = formatList(walk.functions, lang);
  const easy = {
    village: walk.village,
    day: formatDay(dayOf(walk.startsAt), lang),
    from: formatClock(walk.startsAt, lang),
    to: formatClock(walk.endsAt, lang),
    place: walk.meetingPoint,
  };
  return {
    markup: INVITATION,
    at: walk.startsAt,
    data: {
      lang,
      title: walk.title,
      footer: foot(walk, names),
      when: when(walk, lang),
      lines: [
        say(words.inviteMeet, lang, { place: walk.meetingPoint }),
        `${say(words.inviteWhat, lang)} ${tellLight(walk, sunset, lang)}.`,
        ...(functions === "" ? [] : [say(words.inviteWith, lang, { functions })]),
        say(words.inviteRoom, lang, { most: WALKERS_ADVISED }),
        say(words.inviteNoNames, lang),
        say(words.inviteEmergency, lang),
      ],
      code:
        page === undefined
          ? null
          : {
              svg: page.svg,
              alt: say(words.pageAlt, lang, { address: page.address }),
              line: say(words.pageLine, lang, { address: page.address }),
            },
      "easy-heading": say(words.easyHeading, lang),
      easy: [words.easyWhat, words.easyWhen, words.easyWhere, words.easyWhy, words.easyNames].map((line) =>
        say(line, lang, easy),
      ),
    },
  };
}
