// A brief as it is read, in blocks: the page, the PDF and the file for a word processor are all made of these. Every figure is taken out of the facts as they were frozen, in the words of the public pages.
import { words as indicators } from "../../../follow/indicators/words.ts";
import { sayDone, sayHeads, sayNext, sayOutput, sayReading, sayStatus } from "../../../follow/reports/screens/said.ts";
import { channels, partyViews, reaches, voices, words as report } from "../../../follow/reports/words.ts";
import { statuses, verdicts } from "../../../follow/words.ts";
import type { Block, Written } from "../../../ground/block.ts";
import type { PublicCount, SettledCount } from "../../../ground/fewest.ts";
import { dayOf, type Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay, formatList, formatPeriod } from "../../../ui/format.ts";
import { paragraphsOf } from "../../../ui/paragraphs.tsx";
import { sayTarget, sayTime } from "../../screens/said.ts";
import type { ToldActivity, ToldIndicator } from "../../site.ts";
import type { Brief, Passage } from "../brief.ts";
import { activitiesOf, cardOf, decisionOf, reportsOn, type Told } from "../facts.ts";
import { lawAnswers, type Question } from "../law.ts";
import { clocks, found, itself, kinds, missing, overdue, passages, questions, sources, words } from "../words.ts";

type Activity = ToldActivity<PublicCount>;
type Context = { readonly brief: Brief; readonly lang: Lang };
export type WrittenBrief = Written & {
  /** What each passage says when nobody has written it. */
  readonly itself: Readonly<Partial<Record<Passage, string>>>;
};

const h2 = (text: string): Block => ({ kind: "heading", level: 2, text });
const h3 = (text: string): Block => ({ kind: "heading", level: 3, text });
/** Sentences after one another, each with its own full stop. */
const sentences = (parts: readonly (string | undefined)[]) =>
  parts
    .flatMap((part) => (part === undefined || part === "" ? [] : /[.!?:)]$/.test(part) ? part : `${part}.`))
    .join(" ");
const lines = (text: string): Block[] => paragraphsOf(text).map((line) => ({ kind: "paragraph", text: line }));
const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: "list", items: [...items] }]);
const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: "table", caption, heads: [...heads], rows: rows.map((row) => [...row]) }];

export function written(brief: Brief, lang: Lang): WrittenBrief {
  const context = { brief, lang };
  const title = say(words.title, lang, { kind: say(kinds[brief.kind], lang), partnership: brief.facts.partnership });
  const day = formatDay(dayOf(brief.takenAt), lang);
  const number =
    brief.registryNumber === "" ? say(words.noNumber, lang) : say(words.number, lang, { number: brief.registryNumber });
  const blocks = {
    council: councilBlocks,
    survey: surveyBlocks,
    grant: grantBlocks,
  }[brief.kind](context);
  return {
    title,
    footer: [title, number, day].join(" · "),
    lang,
    at: brief.takenAt,
    blocks: [...lines(`${number}\n${say(words.taken, lang, { day })}`), ...blocks],
    itself: itselfOf(context),
  };
}

/** What stands in a passage: what somebody has written, else what it says itself. Nothing where it says nothing. */
function passage(context: Context, key: Passage): Block[] {
  const text = context.brief.passages[key] ?? itselfOf(context)[key] ?? "";
  return text === "" ? [] : [h2(say(passages[key], context.lang)), ...lines(text)];
}

function itselfOf(context: Context): WrittenBrief["itself"] {
  const { brief, lang } = context;
  const { told } = brief.facts;
  if (brief.kind === "survey") return {};
  if (brief.kind === "grant") {
    const { use, plan, costs, evaluation } = itself;
    return {
      use: say(use, lang),
      plan: say(plan, lang),
      costs: say(costs, lang),
      evaluation: told?.documents.map(({ followUp }) => followUp).find((text) => text !== "") ?? say(evaluation, lang),
    };
  }
  const isEmpty = told === null || told.documents.length === 0;
  return {
    matter: isEmpty
      ? say(itself.noPromise, lang)
      : say(itself.matter, lang, {
          titles: formatList(
            told.documents.map(({ title }) => title),
            lang,
          ),
          parties: formatList(
            told.parties.map(({ name }) => name),
            lang,
          ),
        }),
    proposal: say(itself.proposal, lang),
    summary: summary(context).join("\n"),
  };
}

/** Out of the same facts as the tables, a sentence each. */
function summary({ brief, lang }: Context): readonly string[] {
  const { told, clocks: running } = brief.facts;
  return [
    ...(told === null || told.documents.length === 0
      ? [say(words.noPromise, lang)]
      : told.documents.map((one) => say(words.inForce, lang, { title: one.title, period: sayTime(one, lang) }))),
    ...(told === null || told.pledges.length === 0
      ? []
      : [say(words.judged, lang, { statuses: statusCounts(told, lang) })]),
    ...(told === null ? [] : [youSaid(told, lang)]),
    // The longer ones have a table of them.
    ...(brief.length === 1 ? running : []).map((clock) => {
      const what = say(clocks[clock.name], lang);
      if (clock.state === "unset") return say(words.notDecided, lang, { what });
      const due = formatDay(clock.due, lang);
      return say(words.decidedOn, lang, {
        what,
        day: formatDay(clock.from, lang),
        due: clock.state === "late" ? say(words.late, lang, { due }) : due,
      });
    }),
  ];
}

function youSaid({ answers }: Told, lang: Lang): string {
  const said = (["chosen", "merged", "declined"] as const).flatMap((kind) =>
    answers[kind] === 0 ? [] : say(words[kind], lang, { count: answers[kind] }),
  );
  return said.length === 0
    ? say(words.noneAnswered, lang)
    : say(words.youSaid, lang, { answers: formatList(said, lang) });
}

const statusOf = (told: Told, activity: Activity) => cardOf(told, activity)?.status ?? activity.status?.status;

/** «uppfylld 3, delvis 1, inte bedömd än 2». */
function statusCounts(told: Told, lang: Lang): string {
  const said = activitiesOf(told).map((activity) => {
    const status = statusOf(told, activity);
    return say(status === undefined ? words.notJudged : statuses[status], lang).toLowerCase();
  });
  return [...new Set(said)].map((word) => `${word} ${said.filter((one) => one === word).length}`).join(", ");
}

function councilBlocks(context: Context): Block[] {
  const { brief, lang } = context;
  const { told } = brief.facts;
  const whole = brief.length === 8;
  return [
    ...passage(context, "matter"),
    ...passage(context, "proposal"),
    ...passage(context, "summary"),
    ...(brief.length === 1 ? gist(context) : (told?.pledges ?? []).flatMap((one) => pledgeBlocks(context, one))),
    ...(told === null || told.pledges.length === 0 ? [] : lines(sourceOf(told, activitiesOf(told), brief, lang))),
    ...(brief.length > 1 && told !== null && isOfControls(told) ? lines(say(words.controls, lang)) : []),
    ...(brief.length > 1 ? [...lawBlocks(context), ...residentBlocks(context)] : []),
    ...(whole ? partyBlocks(context) : []),
    ...passage(context, "comment"),
    ...(whole
      ? [
          h2(say(words.method, lang)),
          ...lines(say(words.methodText, lang)),
          h2(say(words.laws, lang)),
          ...list([words.law4, words.law5, words.law6, words.law13].map((one) => say(one, lang))),
        ]
      : []),
    h2(say(words.signature, lang)),
    { kind: "blank", text: say(words.signHere, lang) },
  ];
}

/** Everything in one table, for the one page. */
function gist({ brief, lang }: Context): Block[] {
  const { told } = brief.facts;
  if (told === null || activitiesOf(told).length === 0) return [];
  return [
    h2(say(words.gist, lang)),
    ...table(
      say(words.gistTable, lang),
      [say(words.activity, lang), say(words.done, lang), say(words.judgement, lang)],
      activitiesOf(told).map((one) => [
        `${one.number} ${one.text}`,
        doneOf(told, one, lang),
        judgementOf(told, one, lang),
      ]),
    ),
  ];
}

/** What was done: as both signed it, else as the log has it. */
function doneOf(told: Told, activity: Activity, lang: Lang): string {
  const card = cardOf(told, activity);
  return card === undefined ? logged(activity, lang) : sayDone(card, lang);
}

/** «21 av 36 kontroller», as the promise's own page has it. */
const logged = ({ done, inAll, target }: Activity, lang: Lang) =>
  sayDone({ done, expected: inAll, counted: target?.unit ?? "" }, lang);

/** The same, and after what was signed of a period how far it has come since. */
function doneSince(told: Told, activity: Activity, { takenAt }: Brief, lang: Lang): string {
  if (cardOf(told, activity) === undefined) return logged(activity, lang);
  const day = formatDay(dayOf(takenAt), lang);
  return `${doneOf(told, activity, lang)}\n${say(words.sinceLog, lang, { day, done: logged(activity, lang) })}`;
}

function judgementOf(told: Told, activity: Activity, lang: Lang): string {
  const card = cardOf(told, activity);
  if (card !== undefined)
    return [
      sentences([sayStatus(card, lang), card.explanation]),
      // What one of them signed beside it is a part of what both signed.
      ...card.views.map(
        ({ party, status, explanation }) =>
          `${say(partyViews[party], lang)}: ${sentences([say(statuses[status], lang), explanation])}`,
      ),
    ].join("\n");
  if (activity.status === null) return say(words.notJudged, lang);
  const { status, explanation, report: name } = activity.status;
  const judged = say(words.judgedIn, lang, { status: say(statuses[status], lang), name });
  return sentences([judged, explanation]);
}

/** What came of it, as the signed follow-up has it; what is measured stands by itself. */
function ledToOf(told: Told, activity: Activity, { length }: Brief, lang: Lang): string {
  const card = cardOf(told, activity);
  const outputs = (card?.outputs ?? []).map((one) => sayOutput(one, lang));
  // One that was let out before reports were signed, and judged this very activity: numbers are those of a promise, and another promise has the same.
  const judgedIn = told.reports.find(({ slug }) => slug === activity.status?.report);
  const row = card ?? judgedIn?.rows.find(({ number }) => number === activity.number);
  const all = [
    [report.performance, row?.output],
    [report.result, row?.outcome],
    [report.felt, row?.experience],
  ] as const;
  // Two pages have room for what it led to, and the number says what was done.
  const said = length === 8 ? all : all.slice(1, 2);
  return (
    [
      sentences([outputs.join(", ")]),
      ...said.flatMap(([head, text]) => (text === undefined || text === "" ? [] : `${say(head, lang)}: ${text}`)),
    ]
      .filter((part) => part !== "")
      .join("\n") || "–"
  );
}

/** Where what stands in a table is from. */
function sourceOf(told: Told, activities: readonly Activity[], { takenAt }: Brief, lang: Lang): string {
  const carded = activities.filter((one) => cardOf(told, one) !== undefined).length;
  const day = formatDay(dayOf(takenAt), lang);
  if (carded === 0) return say(words.fromLog, lang, { day });
  const periods = reportsOn(told, activities).map(({ from, to }) => formatPeriod(from, to, lang));
  const period = formatList(periods, lang);
  return say(carded === activities.length ? words.fromReport : words.fromBoth, lang, { period, day });
}

/** What both signed of what did not happen, and what has not happened since. */
function missedOf(told: Told, activity: Activity) {
  const signed = cardOf(told, activity)?.deviations ?? [];
  return [...signed, ...activity.deviations.filter(({ on }) => !signed.some((one) => one.on === on))];
}

function nameOf({ documents }: Told, { order: number, documentSlug }: Told["pledges"][number], lang: Lang): string {
  if (documents.length < 2) return say(words.pledge, lang, { number });
  const title = documents.find(({ slug }) => slug === documentSlug)?.title ?? documentSlug;
  return say(words.pledgeIn, lang, { number, title });
}

function pledgeBlocks({ brief, lang }: Context, pledge: Told["pledges"][number]): Block[] {
  const { told } = brief.facts;
  if (told === null) return [];
  const name = nameOf(told, pledge, lang);
  const whole = brief.length === 8;
  const missed = pledge.activities.flatMap((activity) =>
    missedOf(told, activity).map((one) =>
      `${activity.number}. ${say(report.missedOpen, lang, { day: formatDay(one.on, lang) })}: ${one.sentence} ${sayNext(one, lang)}`.trimEnd(),
    ),
  );
  return [
    h2(name),
    ...lines(pledge.text),
    ...table(
      say(words.pledgeTable, lang, { name }),
      [words.promised, words.done, words.ledTo, words.judgement].map((head) => say(head, lang)),
      pledge.activities.map((activity) => [
        // The number that is promised stands in the promise's own words as well.
        [`${activity.number} ${activity.text}`, whole ? sayTarget(activity.target, lang) : ""]
          .filter((part) => part !== "")
          .join("\n"),
        doneSince(told, activity, brief, lang),
        ledToOf(told, activity, brief, lang),
        judgementOf(told, activity, lang),
      ]),
    ),
    ...(whole && missed.length > 0 ? [h3(say(words.missed, lang)), ...list(missed)] : []),
    ...(whole && pledge.indicators.length > 0
      ? [
          h3(say(words.measured, lang)),
          ...table(
            say(words.measuredTable, lang, { name }),
            [words.measure, words.verdict, words.readings].map((head) => say(head, lang)),
            pledge.indicators.map((one) => [one.name, verdictOf(one, lang), readingsOf(one, lang)]),
          ),
        ]
      : []),
  ];
}

function verdictOf(one: ToldIndicator<SettledCount>, lang: Lang): string {
  return [
    one.effect ? one.effect.sentence[lang] : one.verdict === null ? "" : say(verdicts[one.verdict], lang),
    one.controlDependent === true ? `${say(indicators.control, lang)}.` : "",
    one.caveat,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

const readingsOf = (one: ToldIndicator<SettledCount>, lang: Lang) =>
  one.readings
    .map((reading) => {
      const said = sayReading(reading, one, lang);
      return reading.baseline ? say(words.baselineOf, lang, { reading: said }) : said;
    })
    .join("; ") || "–";

const isOfControls = (told: Told) =>
  told.pledges.some(
    ({ indicators: all, activities }) =>
      all.some(({ controlDependent }) => controlDependent === true) ||
      activities.some((one) => (cardOf(told, one)?.outputs ?? []).length > 0),
  );

function lawBlocks({ brief, lang }: Context): Block[] {
  return [
    h2(say(words.law, lang)),
    ...table(
      say(words.lawTable, lang),
      [words.what, words.decided, words.nextBy].map((head) => say(head, lang)),
      brief.facts.clocks.map(({ name }) => {
        const what = say(clocks[name], lang);
        const decision = decisionOf(brief.facts, name);
        if (decision === undefined) return [what, say(words.noDecision, lang), "–"];
        const { on, body, registryNumber: number } = decision;
        const due = formatDay(decision.due, lang);
        return [
          what,
          say(words.decidedBy, lang, { day: formatDay(on, lang), body, number }),
          decision.isLate ? say(words.late, lang, { due }) : due,
        ];
      }),
    ),
  ];
}

function residentBlocks({ brief, lang }: Context): Block[] {
  const { told, isWaiting } = brief.facts;
  if (told === null) return [];
  return [
    h2(say(words.residents, lang)),
    ...lines(youSaid(told, lang)),
    // That nothing waits nobody can say: few who said the same are no theme.
    ...(isWaiting ? lines(say(words.waiting, lang)) : []),
    ...list(
      told.disputes.map(({ theme, since, open }) =>
        say(words.disputed, lang, {
          theme,
          day: formatDay(since, lang),
          state: say(open ? words.disputeOpen : words.disputeAnswered, lang),
        }),
      ),
    ),
    ...(brief.length === 8 ? dialogueTable(told, lang) : []),
  ];
}

const dialogueTable = (told: Told, lang: Lang) =>
  table(
    say(words.dialoguesTable, lang),
    [words.dialogue, words.when, words.answered].map((head) => say(head, lang)),
    told.dialogues.map(({ title, from, to, answered }) => [
      title,
      formatPeriod(from, to, lang),
      answered === null ? "–" : sayHeads(answered, "exact", lang),
    ]),
  );

/** What each party says in its own words, and where it has been told. */
function partyBlocks({ brief, lang }: Context): Block[] {
  const [latest] = brief.facts.told?.reports ?? [];
  if (latest === undefined) return [];
  const toldWhere = latest.body?.told ?? [];
  return [
    ...(latest.texts.length === 0
      ? []
      : [
          h2(say(words.texts, lang)),
          ...latest.texts.flatMap(({ voice, text }) => [h3(say(voices[voice], lang)), ...lines(text)]),
        ]),
    ...(toldWhere.length === 0
      ? []
      : [
          h2(say(words.toldWhere, lang)),
          ...list(
            toldWhere.map(
              ({ on, channel, audience, reach }) =>
                `${formatDay(on, lang)}: ${say(channels[channel], lang)}, ${audience}, ${say(reaches[reach], lang)}`,
            ),
          ),
        ]),
  ];
}

/** Brå's questions that nothing here can answer: the municipality writes the answer itself. */
const OWN: Readonly<Partial<Record<Question, Passage>>> = { council: "council-answer", leads: "leads-answer" };

function surveyBlocks(context: Context): Block[] {
  const { brief, lang } = context;
  const answers = lawAnswers(brief.facts).map((one) => {
    const key = OWN[one.question];
    return { ...one, own: key === undefined ? undefined : brief.passages[key] };
  });
  const isAnswered = (one: (typeof answers)[number]) => one.found !== null || one.own !== undefined;
  const left = answers.filter((one) => !isAnswered(one));
  const said = (one: (typeof answers)[number]): Block[] => {
    if (one.own !== undefined)
      return [...lines(one.own), ...lines(say(words.sourceOnly, lang, { source: say(words.ownAnswer, lang) }))];
    if (one.found === null) return lines(say(missing[one.question], lang));
    const { on, detail, isLate } = one.found;
    const source = say(sources[one.question], lang);
    const shown = shownOf(one.question, detail, lang);
    const over = one.question === "followed" || one.question === "agreement" ? overdue[one.question] : undefined;
    return [
      ...lines(
        isLate === true
          ? over === undefined
            ? `${say(found[one.question], lang, shown)} ${say(words.tooOld, lang)}`
            : say(over, lang, shown)
          : say(found[one.question], lang, shown),
      ),
      ...lines(
        on === null
          ? say(words.sourceOnly, lang, { source })
          : say(words.source, lang, { source, day: formatDay(on, lang) }),
      ),
    ];
  };
  const named = ({ section, question }: (typeof answers)[number]) =>
    say(words.question, lang, { section, question: say(questions[question], lang) });
  return [
    ...lines(say(words.surveyLead, lang, { answered: answers.length - left.length, all: answers.length })),
    ...(left.length === 0 ? [] : [h2(say(words.toDo, lang)), ...list(left.map(named))]),
    h2(say(words.answers, lang)),
    ...answers.flatMap((one) => [h3(named(one)), ...said(one)]),
    ...passage(context, "comment"),
    ...measuresBlocks(context),
  ];
}

function shownOf(question: Question, detail: Readonly<Record<string, string | number>>, lang: Lang) {
  const day = (key: string) => formatDay(String(detail[key]) as Day, lang);
  if (question === "followed") return { day: day("day") };
  if (question !== "agreement") return detail;
  return { text: agreementOf(detail, lang), day: detail["until"] === "" ? "" : day("until") };
}

function agreementOf(detail: Readonly<Record<string, string | number>>, lang: Lang): string {
  const of = (key: string) => String(detail[key] ?? "");
  return sentences([
    of("text"),
    of("registryNumber") === "" ? "" : say(words.number, lang, { number: of("registryNumber") }),
    of("until") === "" ? "" : say(words.untilDay, lang, { day: formatDay(of("until") as Day, lang) }),
  ]);
}

function measuresBlocks({ brief, lang }: Context): Block[] {
  const activities = activitiesOf(brief.facts.told);
  return [
    h2(say(words.measures, lang)),
    ...(activities.length === 0 ? lines(say(words.noMeasures, lang)) : []),
    ...table(
      say(words.measuresTable, lang),
      [words.activity, words.who, words.howMuch, words.done].map((head) => say(head, lang)),
      activities.map((one) => [
        `${one.number} ${one.text}`,
        one.unit || "–",
        sayTarget(one.target, lang) || "–",
        logged(one, lang),
      ]),
    ),
  ];
}

function grantBlocks(context: Context): Block[] {
  const { brief, lang } = context;
  const { told } = brief.facts;
  const pledges = told?.pledges ?? [];
  const measured = pledges.flatMap(({ indicators: all }) => all);
  const situation = told?.situation ?? null;
  return [
    ...passage(context, "use"),
    h2(say(words.problem, lang)),
    ...(pledges.length === 0 ? lines(say(words.noMeasures, lang)) : []),
    ...pledges.flatMap(({ problems, causes, effect, text }) => [
      h3(problems.map(({ title }) => title).join(", ") || text),
      ...list([
        ...causes.map((cause) => say(words.cause, lang, { cause })),
        ...(effect === "" ? [] : [say(words.expected, lang, { effect })]),
      ]),
    ]),
    h2(say(words.situation, lang)),
    ...lines(
      situation === null
        ? say(words.noSituation, lang)
        : say(words.situationOf, lang, {
            period: formatPeriod(situation.from, situation.to, lang),
            day: formatDay(situation.adoptedOn, lang),
            body: situation.adoptedBy,
          }),
    ),
    ...(told === null ? [] : dialogueTable(told, lang)),
    ...measuresBlocks(context),
    ...passage(context, "plan"),
    h2(say(words.measured, lang)),
    ...(measured.length === 0 ? lines(say(words.noIndicators, lang)) : []),
    ...table(
      say(words.indicatorsTable, lang),
      [words.measure, words.baseline, words.sourceHead].map((head) => say(head, lang)),
      measured.map((one) => {
        const first = one.readings.find(({ baseline }) => baseline);
        const name = one.controlDependent === true ? `${one.name}. ${say(indicators.control, lang)}` : one.name;
        return [
          name,
          first === undefined ? say(words.noBaseline, lang) : sayReading(first, one, lang),
          one.source || "–",
        ];
      }),
    ),
    h2(say(words.parties, lang)),
    ...list((told?.parties ?? []).map(({ name }) => name)),
    ...passage(context, "costs"),
    ...passage(context, "evaluation"),
  ];
}
