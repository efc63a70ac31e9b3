// The one gate between inside and outside: exact inside, coarse outside (product.md, pain 5; thresholds in journeys.md). Pages, feeds and files accept only
// what has come through here; the mark on the type cannot be made anywhere else.
import { fewestFor } from "../collect/category.ts";
import { fewPeopleIn } from "../collect/few-people.ts";
import { floorsOn } from "../collect/floor.ts";
import { personIn } from "../collect/person-in-text.ts";
import { tellsNoHandful } from "../picture/found.ts";
import { CATEGORY_OF } from "../collect/traffic/complaint.ts";
import { sayEffect } from "../follow/indicators/said.ts";
import { isEstimate } from "../prioritise/situation/figure.ts";
import {
  discloseCount,
  discloseGrowing,
  type Floors,
  type FloorsOver,
  HOUSE_FLOORS,
  HOUSE_OVER,
  type PublicCount,
  roundCount,
  type SettledCount,
  type Span,
} from "../ground/fewest.ts";
import type { Day, Month } from "../ground/time.ts";
import type { OverviewEntry } from "./overview.ts";
import { discloseMargins, discloseParts, disclosePartsOf } from "./parts.ts";
import type {
  RawSite,
  Site,
  ToldActionPlan,
  ToldActivity,
  ToldAnswer,
  ToldConsultation,
  ToldDialogue,
  ToldIndicator,
  ToldMeasurement,
  ToldOutput,
  ToldPledge,
  ToldReport,
  ToldRoad,
  ToldSituation,
  ToldSituationFigure,
  ToldWalk,
} from "./site.ts";

declare const through: unique symbol;
/** Has passed the gate. */
export type Disclosed<T> = T & { readonly [through]: true };

/** Everything that is told of a partnership, through the gate. */
export function disclose(raw: RawSite): Disclosed<Site> {
  const agreed = raw.floors?.agreed ?? [];
  const floors: FloorsOver =
    raw.floors === undefined ? HOUSE_OVER : { now: raw.floors.now, on: (day) => floorsOn(agreed, day) };
  const situations = (raw.situations ?? []).map((report) =>
    discloseSituation(report, floors.on(report.settledOn ?? report.adoptedOn)),
  );
  const dialogues = raw.dialogues.map((dialogue) => discloseDialogue(dialogue, floors));
  const site: Site = {
    ...raw,
    ...(raw.floors === undefined ? {} : { floors: discloseFloors(raw.floors) }),
    current: raw.current.map((pledge) => disclosePledge(pledge, floors)),
    walks: raw.walks.map((walk) => discloseWalk(walk, floors.on(walk.on))),
    dialogues,
    roads: (raw.roads ?? []).map((road) => discloseRoad(road, floors)),
    situations,
    actionPlans: (raw.actionPlans ?? []).map((plan) => discloseActionPlan(plan, situations)),
    answers: raw.answers.map((answer) => discloseAnswer(answer, floors.now)),
    reports: raw.reports.map((report) => discloseReport(report, dialogues, floors.now)),
    consultations: (raw.consultations ?? []).map((one) => discloseConsultation(one, floors.on(one.closedOn ?? one.to))),
  };
  return site as Disclosed<Site>;
}

/** Why, in the parties' own words, where nobody can be known in them. */
function discloseFloors({ now, agreed }: NonNullable<RawSite["floors"]>): NonNullable<Site["floors"]> {
  const told = (reason: string) => (personIn(reason) === undefined && fewPeopleIn(reason) === undefined ? reason : "");
  return { now, agreed: agreed.map((one) => ({ ...one, reason: told(one.reason) })) };
}

/** One promise among many, also of a file that others wrote: words in which somebody can be known are neither shown nor searched in. */
export function discloseEntry(entry: OverviewEntry): Disclosed<OverviewEntry> {
  const told: OverviewEntry = {
    ...entry,
    pledges: entry.pledges.map((text) => (text === null || personIn(text) !== undefined ? null : text)),
    words: entry.words
      .split("\n")
      .filter((line) => personIn(line) === undefined)
      .join("\n"),
  };
  return told as Disclosed<OverviewEntry>;
}

/** One dialogue by itself, as it will be read: what is looked through before it is told goes through the same gate. */
export function disclosePreview(
  dialogue: ToldDialogue<number>,
  floors: FloorsOver,
): Disclosed<ToldDialogue<PublicCount>> {
  return discloseDialogue(dialogue, floors) as Disclosed<ToldDialogue<PublicCount>>;
}

/**
 * Both grow as notes come. A promise's own page tells the rest of what a problem rests on kind by kind, so that the sum is told as what is told of the notes and the rest: one of its own
 * would move at other numbers, and the two would narrow each other. Of a few notes there is no sum but where they are all there is. Of a theme both are people, and only all of them are told.
 */
function discloseAnswer({ saidOf, ...answer }: ToldAnswer<number>, now: Floors): ToldAnswer<PublicCount> {
  if (saidOf !== undefined)
    return { ...answer, voices: discloseGrowing(answer.voices, fewestFor(saidOf, now)), notes: { shown: "withheld" } };
  const notes = discloseGrowing(answer.notes, now.few);
  const rest = answer.voices - answer.notes;
  if (notes.shown === "at-least") return { ...answer, notes, voices: { ...notes, value: notes.value + rest } };
  if (answer.notes === 0) return { ...answer, notes, voices: discloseCount(answer.voices, now.few) };
  return { ...answer, notes, voices: rest === 0 ? notes : { shown: "withheld" } };
}

/**
 * What few answered says nothing of everybody, and something of the few: the figure stays inside (journeys.md, "Thresholds"). So does a count of few, and then what was counted before and
 * after as well, from which it could be worked out.
 */
export function discloseIndicator(
  indicator: ToldIndicator<number>,
  floors: FloorsOver = HOUSE_OVER,
): ToldIndicator<SettledCount> {
  const { measure = "measured", column, effect = null } = indicator;
  const counted = measure === "count" || measure === "rate";
  const fewestOn = (day: Day) => floors.on(day)[indicator.controlDependent === true ? "sensitive" : "few"];
  const dayOfIts = ({ on, settledOn = on }: ToldIndicator<number>["readings"][number]) => settledOn;
  const isFew = (reading: ToldIndicator<number>["readings"][number]) => {
    const { figure, n } = reading;
    const on = dayOfIts(reading);
    const little = (count: number) => count > 0 && count < fewestOn(on);
    if (column === "output") return false;
    // Of a count the figure itself is how many, whatever else was said that it rests on.
    if (measure === "count") return figure !== null && little(Math.min(n ?? figure.value, figure.value));
    if (n === null) return false;
    if (counted) return little(n);
    if (n < floors.on(on).answers) return true;
    // A share of few, or of all but few, tells of those few.
    const part = measure === "share" && figure !== null ? Math.round((figure.value * n) / 100) : 0;
    return measure === "share" && (little(part) || little(n - part));
  };
  const readings = indicator.readings.map((reading) => ({
    ...reading,
    figure: isFew(reading) ? null : reading.figure,
    n:
      reading.n === null || column === "output"
        ? null
        : discloseCount(reading.n, counted ? fewestOn(dayOfIts(reading)) : floors.on(dayOfIts(reading)).few),
  }));
  const hides = counted && readings.some(({ figure }) => figure === null);
  return {
    ...indicator,
    readings,
    effect:
      effect === null
        ? null
        : {
            on: effect.on,
            inPromise: effect.inPromise,
            design: effect.design,
            assumptions: effect.assumptions,
            wouldChange: effect.wouldChange,
            sentence: sayEffect(effect, { measure, unit: indicator.unit }, hides ? Infinity : fewestOn(effect.on)),
          },
  };
}

/** The door refuses a handful already, and what it could be worked out from; here nothing rests on that. */
function discloseSeen(seen: ToldPledge<number>["seen"]): ToldPledge<number>["seen"] {
  if (seen === null || tellsNoHandful(seen.found)) return seen;
  const { before: _before, n: _n, seenAt: _at, level: _level, dispersion: _uneven, comparison, ...found } = seen.found;
  return {
    ...seen,
    found: { ...found, ...(comparison === undefined ? {} : { comparison: { name: comparison.name } }) },
  };
}

function disclosePledge(pledge: ToldPledge<number>, floors: FloorsOver): ToldPledge<PublicCount> {
  return {
    ...pledge,
    seen: discloseSeen(pledge.seen),
    problems: pledge.problems.map((problem) => ({
      ...problem,
      evidence: problem.evidence.map((evidence) => ({
        ...evidence,
        // An observation is somebody's, and more come; a theme, a measurement and a question are not.
        pieces:
          evidence.kind === "observation"
            ? discloseGrowing(evidence.pieces, floors.now.few)
            : discloseCount(evidence.pieces, 0),
        voices: evidence.voices === null ? null : discloseCount(evidence.voices, floors.now.few),
      })),
    })),
    activities: pledge.activities.map((activity) => discloseActivity(activity, floors)),
    indicators: pledge.indicators.map((one) => discloseIndicator(one, floors)),
  };
}

/** How many numbers of a promise are told as "fewer than" or not at all. */
export function hiddenIn(told: unknown): number {
  if (typeof told !== "object" || told === null) return 0;
  if ("shown" in told) return told.shown === "fewer-than" || told.shown === "withheld" ? 1 : 0;
  return Object.values(told).reduce<number>((sum, part) => sum + hiddenIn(part), 0);
}

/** What was done is told as counted. What it led to can be persons ("varav rattfylleri 1"), and parts of one occasion are shown side by side. */
function discloseActivity(activity: ToldActivity<number>, floors: FloorsOver): ToldActivity<PublicCount> {
  return {
    ...activity,
    occasions: activity.occasions
      .filter((occasion) => mayBeTold(occasion, floors.on(occasion.settledOn ?? occasion.on)))
      .map((occasion) => ({
        ...occasion,
        outputs: discloseOutputs(occasion.outputs, occasion.count.value, floors.on(occasion.settledOn ?? occasion.on)),
      })),
  };
}

/**
 * What was done as promised is counted in the words that were signed. What was done beside it is in the unit's own, which may count people: so few that they could be
 * known, or so few of what is sensitive, are not told at all. They stand in no sum that they could be worked out from.
 */
export function mayBeTold(
  { beside, count, counted }: Pick<ToldActivity<number>["occasions"][number], "beside" | "count" | "counted">,
  { sensitive }: Floors,
): boolean {
  if (beside !== true) return true;
  if (fewPeopleIn(`${count.value} ${counted}`) !== undefined) return false;
  return count.value >= sensitive || !SENSITIVE_OUTPUT.test(counted);
}

/** What came of an occasion that can be persons in trouble: as few as other sensitive numbers. */
const SENSITIVE_OUTPUT = /rattfylleri|drog|narkotik|alkohol|våld|sexu|under \d+ år|minderårig/i;
const fewestOutput = (what: string, { few, sensitive }: Floors) => (SENSITIVE_OUTPUT.test(what) ? sensitive : few);

/**
 * "Varav" stands beside its whole, so that a hidden part could be solved from the whole and the other parts. Parts and what is left of the whole are
 * disclosed together; where the whole cannot be shown, none of its parts is. `counted` is the occasion's own number, shown as it is: the outermost "varav" are parts of that.
 */
export function discloseOutputs(
  told: readonly ToldOutput<number>[],
  counted: number,
  floors: Floors = HOUSE_FLOORS,
): readonly ToldOutput<SettledCount>[] {
  const occasion: ToldOutput<number> = { what: "", heads: counted, qualifier: "exact", depth: 0 };
  const outputs = [occasion, ...told];
  const shown = new Map<number, SettledCount>([[0, { shown: "count", value: counted }]]);
  for (const [place, output] of outputs.entries()) {
    const own = shown.get(place) ?? discloseCount(output.heads, fewestOutput(output.what, floors));
    shown.set(place, own);
    const parts = partsOf(outputs, place);
    if (parts.length === 0) continue;
    if (own.shown !== "count") {
      for (const part of parts) shown.set(part, { shown: "withheld" });
      continue;
    }
    const values = parts.map((part) => outputs[part]?.heads ?? 0);
    const left = Math.max(0, output.heads - values.reduce((sum, value) => sum + value, 0));
    const fewest = parts.map((part) => fewestOutput(outputs[part]?.what ?? "", floors));
    const disclosed = disclosePartsOf([...values, left], [...fewest, floors.few]);
    for (const [index, part] of parts.entries()) shown.set(part, disclosed[index] ?? { shown: "withheld" });
  }
  return told.map((output, place) => ({ ...output, heads: shown.get(place + 1) ?? { shown: "withheld" } }));
}

/** The places of what is one step under `whole` in a list in reading order. */
function partsOf(outputs: readonly ToldOutput<number>[], whole: number): readonly number[] {
  const depth = outputs[whole]?.depth ?? 0;
  const after = outputs.slice(whole + 1).findIndex((output) => output.depth <= depth);
  const end = after === -1 ? outputs.length : whole + 1 + after;
  return outputs.flatMap((output, place) =>
    place > whole && place < end && output.depth === depth + 1 ? [place] : [],
  );
}

function discloseWalk(walk: ToldWalk<number>, floors: Floors): ToldWalk<PublicCount> {
  const { walkers } = walk;
  return { ...walk, walkers: walkers === null ? null : roundCount(discloseCount(walkers, floors.few), floors) };
}

/**
 * Vehicles are not people, and a handful of vehicles are: fewer than thirty have no figures and are held beside nothing. How many complained is counted anew when a page that was taken
 * back is published again, so it is told in steps; how many in all as what the kinds that are told come to, which tells no more than they do.
 */
function discloseRoad(road: ToldRoad<number>, floors: FloorsOver): ToldRoad<PublicCount> {
  const said = byName(road.said, ({ kind }) => kind).map(({ kind, heads }) => ({
    kind,
    heads: discloseGrowing(heads, fewestFor(CATEGORY_OF[kind], floors.now)),
  }));
  const inAll = said.reduce((sum, { heads }) => sum + (heads.shown === "at-least" ? heads.value : 0), 0);
  const enough = road.measurements.every(({ from, withSpeed }) => withSpeed >= floors.on(from).answers);
  return {
    ...road,
    said: arranged(said),
    saidInAll: inAll === 0 ? { shown: "withheld" } : { shown: "at-least", value: inAll },
    measurements: road.measurements.map((one) => discloseMeasurement(one, floors.on(one.from))),
    compared: enough ? road.compared : null,
  };
}

function discloseMeasurement(
  measurement: ToldMeasurement<number>,
  { few, answers }: Floors,
): ToldMeasurement<PublicCount> {
  const { figures, vehicles, withSpeed } = measurement;
  const isFew = (count: number | undefined) => count !== undefined && count > 0 && count < few;
  const [all, known] = [discloseCount(vehicles, few), discloseCount(withSpeed, few)];
  return {
    ...measurement,
    vehicles: all,
    withSpeed: known,
    figures:
      figures === null || withSpeed < answers
        ? null
        : {
            ...figures,
            over: figures.over.map(({ above, count, told }) => ({ above, told: isFew(count) ? null : told })),
          },
  };
}

/** Decided by a body, word for word; where somebody is named, or so few are counted that they can be known, that text is left out, and it is said that it is. */
function discloseActionPlan(plan: ToldActionPlan, situations: readonly ToldSituation<PublicCount>[]): ToldActionPlan {
  let hidden = 0;
  const told = (text: string) => {
    if (personIn(text) === undefined && fewPeopleIn(text) === undefined) return text;
    hidden++;
    return "";
  };
  const measures = plan.measures.map((measure) => {
    const { what, why, office, followUp } = measure;
    return { ...measure, what: told(what), why: told(why), office: told(office), followUp: told(followUp) };
  });
  // The checksum is of the measures whole and of the situation report's own: what is not told of either could be tried out against it.
  const ground = situations.find(({ adoptedOn }) => adoptedOn === plan.ground.adoptedOn)?.contentHash ?? null;
  const contentHash = hidden === 0 && ground !== null ? plan.contentHash : null;
  const { decision } = plan;
  return {
    ...plan,
    measures,
    contentHash,
    decision: decision && {
      ...decision,
      body: told(decision.body),
      section: told(decision.section),
      registryNumber: told(decision.registryNumber),
    },
    followUps: plan.followUps.map((followUp) => ({
      ...followUp,
      office: told(followUp.office),
      measures: followUp.measures.map((one) => ({ ...one, sentence: told(one.sentence) })),
    })),
    leftOut: hidden,
  };
}

/** Adopted by a body, word for word; what points at somebody was refused when it was written, and is not told if it got in all the same. */
function discloseSituation(report: ToldSituation<number>, floors: Floors): ToldSituation<PublicCount> {
  // Paragraph by paragraph: where somebody is named, or so few are counted that they can be known, that one is left out, and it is said that it is.
  const partsOf = (text: string) => text.split(/\n+/);
  const isHidden = (text: string) => personIn(text) !== undefined || fewPeopleIn(text) !== undefined;
  const told = (text: string) => {
    const shown = partsOf(text).filter((one) => !isHidden(one));
    return shown.length === partsOf(text).length ? text : shown.join("\n\n");
  };
  const leftOut = (text: string) => partsOf(text).filter(isHidden).length;
  const chapters = report.chapters.map(({ chapter, text, comments, figures, leftOut: before = 0 }) => ({
    chapter,
    text: told(text),
    comments: comments.map((comment) => ({ ...comment, text: told(comment.text) })).filter((one) => one.text !== ""),
    // A figure that its own caption gives away goes with it.
    figures: figures.filter(({ caption }) => !isHidden(caption)).map((one) => discloseSituationFigure(one, floors)),
    leftOut: [text, ...comments.map((one) => one.text), ...figures.map(({ caption }) => caption)].reduce(
      (sum, one) => sum + leftOut(one),
      before,
    ),
  }));
  // The report's own checksum is of its figures' checksums: what is not told of one of those could be tried out against it.
  const isWhole = chapters.every((one) => one.leftOut === 0 && one.figures.every(({ hash }) => hash !== null));
  const line = (text: string) => (isHidden(text) ? "" : text);
  const { adoptedBy, registryNumber } = report;
  return {
    ...report,
    adoptedBy: line(adoptedBy),
    registryNumber: line(registryNumber),
    contentHash: isWhole ? report.contentHash : null,
    chapters,
  };
}

/**
 * What was counted may be of any matter, also those where few are shown as none: the higher floor is everybody's. By matter, month and place it is parted thrice, so a sum
 * that one of them cannot stand beside is not told by another. A statistic that rests on few is not shown either. Of what was counted more is frozen than is told, source
 * by source, and few enough to be tried out one by one: a checksum stands only beside a statistic that is shown.
 */
function discloseSituationFigure(
  figure: ToldSituationFigure<number>,
  floors: Floors,
): ToldSituationFigure<PublicCount> {
  const { counted } = figure;
  const { sensitive, span, rounded } = floors;
  const months = spanned(figure.months, span);
  const shown = (count: PublicCount) => roundCount(count, floors);
  const parts = byName(figure.parts, ({ name }) => name);
  const areas = byName(figure.areas ?? [], ({ key }) => key);
  const byPart = [parts, months, areas].map((all) => all.map(({ heads }) => heads));
  const margins = discloseMargins(byPart, counted ?? 0, sensitive);
  const [ofParts = [], ofMonths = [], ofAreas = []] = margins.parts;
  const statistic = figure.warnings.includes("small-number") || restsOnFew(figure, floors) ? null : figure.figure;
  const told = {
    counted: counted === null ? null : margins.total,
    parts: arranged(parts.map(({ name }, place) => ({ name, heads: ofParts[place]! }))),
    months: months.map(({ month }, place) => ({ month, heads: ofMonths[place]! })),
    areas: arranged(areas.map(({ key, name, middle }, place) => ({ key, name, middle, heads: ofAreas[place]! }))),
  };
  const isWhole = hiddenIn(told) === 0;
  return {
    ...figure,
    ...(span === "month" ? {} : { span }),
    ...roundedFigure(told, shown),
    n: discloseBasis(figure, { statistic, inAll: told.counted, isWhole, floors }),
    figure: statistic,
    // What a caution counts is not rounded.
    cautions: (rounded ? [] : figure.cautions).filter(({ sv }) =>
      tellsNoPart(sv, { inAll: told.counted, isWhole, sensitive }),
    ),
    // Of what is told coarser than it was frozen, a checksum would let the exact numbers be tried out.
    hash: isEstimate(figure.kind) && statistic !== null && !rounded && span === "month" ? figure.hash : null,
  };
}

type Table = Required<Pick<ToldSituationFigure<PublicCount>, "counted" | "parts" | "months" | "areas">>;
/** After it is decided what is hidden: less than was let through, and never more. */
function roundedFigure({ counted, parts, months, areas }: Table, shown: (count: PublicCount) => PublicCount): Table {
  const each = <T extends { readonly heads: PublicCount }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, heads: shown(one.heads) }));
  return { counted: counted && shown(counted), parts: each(parts), months: each(months), areas: each(areas) };
}

/** Months added up to quarters or years, each called by its first month. */
function spanned(months: ToldSituationFigure<number>["months"], span: Span): ToldSituationFigure<number>["months"] {
  if (span === "month") return months;
  const sums = new Map<Month, number>();
  for (const { month, heads } of months) {
    const [year = "", number = ""] = month.split("-");
    const first = span === "year" ? 1 : 3 * Math.ceil(Number(number) / 3) - 2;
    const start = `${year}-${String(first).padStart(2, "0")}` as Month;
    sums.set(start, (sums.get(start) ?? 0) + heads);
  }
  return [...sums].map(([month, heads]) => ({ month, heads }));
}

/** What fewer than thirty answered or passed is no figure outside; of a measurement by the two somebody must know how many they were. */
function restsOnFew({ kind, n = null }: ToldSituationFigure<number>, { answers }: Floors): boolean {
  return n === null ? kind === "measurement" : n < answers;
}

/** Of how many is told where the number itself is, whole: beside what is hidden it would be one more sum to solve it from. */
function discloseBasis(
  { n = null, kind }: ToldSituationFigure<number>,
  told: {
    readonly statistic: ToldSituationFigure<number>["figure"];
    readonly inAll: PublicCount | null;
    readonly isWhole: boolean;
    readonly floors: Floors;
  },
): PublicCount | null {
  if (n === null) return null;
  const basis = roundCount(discloseCount(n, told.floors.sensitive), told.floors);
  if (isEstimate(kind)) return told.statistic === null ? null : basis;
  return told.isWhole && told.inAll?.shown === "count" ? basis : null;
}

/** A caution begins with of how many it holds: told where that is all that are told, or where nothing beside it is hidden and it is neither few nor leaves few. */
function tellsNoPart(
  caution: string,
  {
    inAll,
    isWhole,
    sensitive,
  }: { readonly inAll: PublicCount | null; readonly isWhole: boolean; readonly sensitive: number },
) {
  if (inAll?.shown !== "count") return false;
  const of = Number(/^\d[\d\s]*/.exec(caution)?.[0].replaceAll(/\s/g, "") ?? 0);
  return of === inAll.value || (isWhole && Math.min(of, inAll.value - of) >= sensitive);
}

/** Of all themes together, the sensitive ones too: their floor is everybody's. What waits and what is answered are parts of a sum. */
export function discloseDisputes(
  { inAll, open }: { readonly inAll: number; readonly open: number },
  { sensitive }: Floors,
) {
  const { parts, total } = discloseParts([open, inAll - open], [sensitive, sensitive]);
  return { inAll: total, open: parts[0]! };
}

/**
 * What is signed went through here before it was: it has its own figures, and is told as it was signed. What is counted beside it is counted anew as people come and are answered. It is
 * the sum of what is told theme by theme: beside a theme of few it would narrow how few they are.
 */
function discloseReport(
  { disputes, ...report }: ToldReport<number>,
  dialogues: readonly ToldDialogue<PublicCount>[],
  { sensitive }: Floors,
): ToldReport<PublicCount> {
  if (disputes === undefined) return report;
  const narrows = dialogues.some(({ themes }) => themes.some(({ dispute }) => dispute?.voices.shown === "fewer-than"));
  if (narrows) return { ...report, disputes: { inAll: { shown: "withheld" }, open: { shown: "withheld" } } };
  const [inAll, open] = [disputes.inAll, disputes.open].map((heads) => discloseGrowing(heads, sensitive));
  return { ...report, disputes: { inAll: inAll!, open: open! } };
}

/**
 * What was let through is told word for word: somebody has read it for that. Of what was not, only how many and why, and a threat or a name is somebody's: as few
 * as of other sensitive things are not told apart, nor left to be worked out from the sum. While answers are given nothing of it is told.
 */
function discloseConsultation(
  consultation: ToldConsultation<number>,
  { sensitive }: Floors,
): ToldConsultation<PublicCount> {
  const { phase } = consultation;
  const held = byName(consultation.held, ({ reason }) => reason);
  // Before it is closed the numbers still grow, one by one.
  const isOver = phase === "closed";
  const { parts, total } = discloseParts(
    held.map(({ heads }) => heads),
    held.map(() => sensitive),
  );
  return {
    ...consultation,
    passages: phase === "answering" ? [] : consultation.passages,
    held: isOver ? arranged(held.map(({ reason }, place) => ({ reason, heads: parts[place]! }))) : [],
    heldInAll: isOver ? total : { shown: "withheld" },
  };
}

function discloseDialogue(dialogue: ToldDialogue<number>, { now, on }: FloorsOver): ToldDialogue<PublicCount> {
  // Of the day it began: what its last day is can be moved, and it may be told before that.
  const floors = on(dialogue.from);
  // Themes overlap (one answer can name several), so they have no sum that could be used to solve them: each stands by itself.
  const themes = dialogue.themes.map((theme) => {
    const voices =
      theme.voices === null ? null : roundCount(discloseCount(theme.voices, fewestFor(theme.category, floors)), floors);
    // A person's own words are only shown where enough others said the same.
    const dispute =
      theme.dispute === undefined || theme.dispute === null
        ? null
        : { ...theme.dispute, voices: discloseGrowing(theme.dispute.voices, fewestFor(theme.category, now)) };
    return {
      ...theme,
      voices,
      dispute,
      quote: voices?.shown === "count" || voices?.shown === "about" ? theme.quote : "",
    };
  });
  const shown = arranged(
    byName(
      themes.map((theme) => ({ theme, heads: theme.voices })),
      ({ theme }) => theme.theme,
    ),
  );
  return {
    ...dialogue,
    answered: dialogue.answered === null ? null : roundCount(discloseCount(dialogue.answered, floors.few), floors),
    themes: shown.map(({ theme }) => theme),
  };
}

/** An order that does not come of the numbers: where most stands first, what is hidden lies between its neighbours. */
function byName<T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  return all.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

/** For reading, by what is told alone: most first, then what is hidden in the order it stood, then none. */
function arranged<T extends { readonly heads: PublicCount | null }>(all: readonly T[]): readonly T[] {
  const rank = ({ heads }: T) => (heads !== null && "value" in heads ? heads.value : 0.5);
  return all.toSorted((a, b) => rank(b) - rank(a));
}
