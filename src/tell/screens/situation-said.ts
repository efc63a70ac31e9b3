// What is said of a figure of a told situation report, on the page and on paper alike.
import type { PublicCount } from "../../ground/fewest.ts";
import type { Month } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { isEstimate } from "../../prioritise/situation/figure.ts";
import { nameOfArea, ringsOf } from "../../prioritise/situation/screens/frozen-rings.ts";
import { bases, figureKinds, methods, words as reportWords } from "../../prioritise/situation/words.ts";
import { themeWarnings, warnings, words as problemWords } from "../../prioritise/words.ts";
import { formatDay, formatHash, formatMonth, formatNumber, formatPeriod } from "../../ui/format.ts";
import type { ToldSituation, ToldSituationFigure } from "../site.ts";
import { words } from "../words.ts";
import { sayCount } from "./frame.tsx";

type Figure = ToldSituationFigure<PublicCount>;

/** «Lägesbild 2025». */
export function situationHeading({ from, to }: Pick<ToldSituation<PublicCount>, "from" | "to">, lang: Lang): string {
  return say(reportWords.report, lang, { period: formatPeriod(from, to, lang) });
}

/** What an office wrote of itself, where it may be read. */
export function officialLine(text: string, lang: Lang): string {
  return text === "" ? say(words.withheld, lang) : text;
}

/** The map: rings of what is told as a number, and every place with what is told of it. */
export function toldAreas({ areas = [] }: Figure, lang: Lang) {
  const numbers = areas.flatMap(({ heads, ...area }) =>
    (heads.shown === "count" || heads.shown === "about") && heads.value > 0 ? [{ ...area, count: heads.value }] : [],
  );
  return {
    rings: ringsOf(numbers, lang),
    rows: areas.map(({ heads, ...area }) => [nameOfArea(area, lang), sayCount(heads, lang)] as const),
  };
}

/** «mars 2026», «kvartal 1 2026», «2026»: what the figure's numbers are parted by. */
export function sayMonth(month: Month, { span = "month" }: Figure, lang: Lang): string {
  if (span === "month") return formatMonth(month, lang);
  const [year = "", number] = month.split("-");
  return span === "year" ? year : say(words.quarter, lang, { number: Math.ceil(Number(number) / 3), year });
}

export type SaidFigure = {
  readonly value: string;
  /** Its margin, of how many, and of when. */
  readonly basis: string;
  /** What the numbers in its table are of. */
  readonly head: string;
  readonly notes: readonly string[];
  /** As its sources say them, in Swedish. */
  readonly caveats: readonly string[];
  /** How it can be known again. */
  readonly origin: string;
};

export function saidOf(figure: Figure, lang: Lang): SaidFigure {
  const { counted, figure: statistic, n, parts, months, areas = [], kind } = figure;
  const number = (value: number) => formatNumber(value, lang);
  const unit = say(kind === "coded" ? reportWords.pieces : reportWords.happenings, lang);
  // What its owner has not decided on has no name outside; what is counted has no number.
  const isUndecided = isEstimate(kind) ? figure.name === "" : counted === null;
  const isHidden =
    [...parts, ...months, ...areas].some(({ heads }) => heads.shown !== "count" && heads.shown !== "about") ||
    (isEstimate(kind) && statistic === null && !isUndecided);
  const margin =
    statistic === null || statistic.low === null || statistic.high === null
      ? ""
      : ` (${say(problemWords.figureInterval, lang, { low: number(statistic.low), high: number(statistic.high) })})`;
  return {
    value:
      statistic !== null
        ? `${number(statistic.value)} ${statistic.unit}`
        : counted !== null
          ? `${sayCount(counted, lang)} ${unit}`
          : say(words.withheld, lang),
    basis: [
      margin,
      n === undefined || n === null ? "" : `, ${say(bases[kind], lang, { n: sayCount(n, lang) })}`,
      figure.from === null || figure.to === null ? "" : `, ${formatPeriod(figure.from, figure.to, lang)}`,
    ].join(""),
    head: say(kind === "coded" ? reportWords.source : reportWords.about, lang),
    notes: [
      ...(isHidden ? [say(words.smallNumbers, lang)] : []),
      ...(isUndecided ? [say(words.notDecidedPublic, lang)] : []),
      ...figure.warnings.map((one) => say(warnings[one], lang)),
      ...figure.themeWarnings.map((one) => say(themeWarnings[one], lang)),
      ...figure.cautions.map((one) => one[lang]),
    ],
    caveats: figure.caveats,
    origin: [
      say(reportWords.figureOf, lang, { kind: say(figureKinds[kind], lang), day: formatDay(figure.takenOn, lang) }),
      ...(figure.method === "" ? [] : [sayMethod(figure.method, lang)]),
      ...(figure.hash === null ? [] : [say(reportWords.frozenHash, lang, { hash: formatHash(figure.hash, 4) })]),
    ].join(" · "),
  };
}

/** «linked-counts, picture-1», in plain words beside the name. */
function sayMethod(told: string, lang: Lang): string {
  const [method = "", version = ""] = told.split(", ");
  const said = methods[method];
  return said === undefined ? told : say(reportWords.method, lang, { method, version, said: say(said, lang) });
}
