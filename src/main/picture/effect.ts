// `samsyn picture effect` and `power` from a file: a pool of comparison areas, a series with a break, places that began at different times.
import { type Command, Option } from "commander";
import {
  effectAnswer,
  powerAnswer,
  seriesAnswer,
  staggeredAnswer,
  surveyPowerAnswer,
} from "../../picture/answers/effect.ts";
import type { BeforeAfter } from "../../picture/engine/effect/before-after.ts";
import type { InterruptedSeries } from "../../picture/engine/effect/interrupted-series.ts";
import { beforeAfter, Mistyped, type Options, positive, share, whole, wholeOrNone } from "./options.ts";
import { columnOf, numberAt, readRows, textAt } from "./rows.ts";
import { answers } from "./verbs.ts";
import { Refused } from "../sentences.ts";

type EffectFlags = Options & {
  readonly treated?: BeforeAfter;
  readonly comparison?: BeforeAfter;
  readonly pool?: string;
  readonly surrounding?: BeforeAfter;
  readonly surroundingComparison?: BeforeAfter;
  readonly goal?: number;
  readonly moreIsBetter?: boolean;
  readonly series?: string;
  readonly staggered?: string;
  readonly count?: string;
  readonly begins?: string;
  readonly time?: string;
  readonly exposure?: string;
  readonly perYear: number;
  readonly first: number;
  readonly season: number;
  readonly slope?: boolean;
  readonly variation: "poisson" | "quasi-poisson" | "negative-binomial";
  readonly place?: string;
  readonly outcome?: string;
  readonly began?: string;
  readonly comparedWith: "never-treated" | "not-yet-treated";
};

/** Which of the three answers is asked for: "effect", "effect-series" or "effect-staggered". */
const effectKind = ({ series, staggered }: EffectFlags) =>
  series !== undefined ? "effect-series" : staggered !== undefined ? "effect-staggered" : "effect";

async function askEffect(flags: EffectFlags): Promise<object> {
  if ([flags.series, flags.staggered, flags.treated].filter((one) => one !== undefined).length !== 1)
    throw new Mistyped(
      "Ange ett av --treated FÖRE,EFTER, --series FIL.csv och --staggered FIL.csv. / Name one of --treated BEFORE,AFTER, --series FILE.csv and --staggered FILE.csv.",
    );
  if (flags.series !== undefined) return seriesAnswer(await readSeries(flags.series, flags), judging(flags));
  if (flags.staggered !== undefined) return staggered(flags.staggered, flags);
  if ((flags.comparison === undefined) === (flags.pool === undefined))
    throw new Mistyped(
      "Ange --comparison FÖRE,EFTER eller --pool FIL.csv: utan jämförelse vet ingen vad som hade hänt ändå. / Name --comparison BEFORE,AFTER or --pool FILE.csv: without a comparison nobody knows what would have happened anyway.",
    );
  return effectAnswer({
    treated: flags.treated!,
    comparison: flags.comparison ?? (await readPool(flags.pool!)),
    ...judging(flags),
    ...(flags.surrounding === undefined ? {} : { surrounding: flags.surrounding }),
    ...(flags.surroundingComparison === undefined ? {} : { surroundingComparison: flags.surroundingComparison }),
  });
}

const judging = ({ goal, moreIsBetter }: EffectFlags) => ({
  ...(goal === undefined ? {} : { goal }),
  fewerIsBetter: moreIsBetter !== true,
});

/** Columns `before` and `after`, one comparison area a line. */
async function readPool(file: string): Promise<readonly BeforeAfter[]> {
  const { rows, heading } = await readRows(file);
  const [before, after] = [columnOf(file, heading, "before"), columnOf(file, heading, "after")];
  if (rows.length === 0) throw noRows(file);
  return rows.map((row) => ({
    before: numberAt(file, row, before, "count"),
    after: numberAt(file, row, after, "count"),
  }));
}

const noRows = (file: string) =>
  new Refused(`${file} har inga rader under rubriken. / ${file} has no lines under its heading.`);

/** One line a time, in order, none left out; `begins` is what stands in the time column of the first time after, or without one its number from 1. */
async function readSeries(file: string, flags: EffectFlags): Promise<InterruptedSeries> {
  const { count, begins, time, exposure } = flags;
  if (count === undefined || begins === undefined)
    throw new Mistyped(
      "--series behöver --count KOLUMN och --begins TID. / --series needs --count COLUMN and --begins TIME.",
    );
  const { rows, heading } = await readRows(file);
  const column = columnOf(file, heading, count);
  const named = time === undefined ? undefined : columnOf(file, heading, time);
  const exposed = exposure === undefined ? undefined : columnOf(file, heading, exposure);
  const firstAfter = named === undefined ? Number(begins) - 1 : rows.findIndex((row) => textAt(row, named) === begins);
  if (!(Number.isInteger(firstAfter) && firstAfter >= 1 && firstAfter < rows.length))
    throw new Refused(
      `${file}: --begins «${begins}» är ingen av tiderna efter den första. ${named === undefined ? `Ange radens nummer, 2–${rows.length}, eller ange --time KOLUMN.` : `I ${named} står ${String(rows[0]?.cells[named])} … ${String(rows.at(-1)?.cells[named])}.`} / "${begins}" is none of the times after the first.`,
    );
  return {
    counts: rows.map((row) => numberAt(file, row, column, "count")),
    firstAfter,
    timesPerYear: flags.perYear,
    firstInYear: flags.first,
    harmonicPairs: flags.season,
    slopeChange: flags.slope === true,
    variation: flags.variation,
    ...(exposed === undefined ? {} : { exposure: rows.map((row) => numberAt(file, row, exposed, "above-zero")) }),
  };
}

/** One line a place and time. A place that never begins has nothing in its column. */
async function staggered(file: string, flags: EffectFlags): Promise<object> {
  const { place, time, outcome, began } = flags;
  if (place === undefined || time === undefined || outcome === undefined || began === undefined)
    throw new Mistyped(
      "--staggered behöver --place, --time, --outcome och --began: kolumnerna för plats, tid, utfall och när platsen började. / --staggered needs --place, --time, --outcome and --began: the columns of place, time, outcome and when the place began.",
    );
  const { rows, heading } = await readRows(file);
  const [ofPlace, ofTime, ofOutcome, ofBegan] = [place, time, outcome, began].map((asked) =>
    columnOf(file, heading, asked),
  ) as [string, string, string, string];
  if (rows.length === 0) throw noRows(file);
  const times = [...new Set(rows.map((row) => numberAt(file, row, ofTime)))].toSorted((a, b) => a - b);
  const at = new Map(times.map((one, number) => [one, number]));
  const units = new Map<string, { firstTreated: number | undefined; outcomes: Float64Array }>();
  for (const row of rows) {
    const name = textAt(row, ofPlace);
    const unit = units.get(name) ?? { firstTreated: undefined, outcomes: new Float64Array(times.length).fill(NaN) };
    units.set(name, unit);
    const lacks = /^(|NA|NaN|null)$/i.test(textAt(row, ofOutcome));
    unit.outcomes[at.get(numberAt(file, row, ofTime))!] = lacks ? NaN : numberAt(file, row, ofOutcome);
    const first = /^(|0|NA|NaN|null|Inf)$/i.test(textAt(row, ofBegan)) ? undefined : numberAt(file, row, ofBegan);
    if (unit.firstTreated !== undefined && first !== unit.firstTreated)
      throw new Refused(
        `${file}, rad ${row.line}: ${name} började ${String(unit.firstTreated)} längre upp och ${String(first ?? "aldrig")} här. / ${file}, line ${row.line}: ${name} began ${String(unit.firstTreated)} further up and ${String(first ?? "never")} here.`,
      );
    unit.firstTreated = first;
  }
  return staggeredAnswer(times, [...units.values()], { ...judging(flags), comparison: flags.comparedWith });
}

/** Adds `effect` and `power`. */
export function addEffect(picture: Command): void {
  const pair = (name: string) =>
    new Option(`--${name} <before,after>`, "antal före och efter / counts before and after").argParser(beforeAfter);
  answers(
    picture
      .command("effect")
      .description(
        "hjälpte det: före och efter bredvid jämförelser, en serie med ett brott, eller platser som började olika / did it help",
      )
      .addOption(pair("treated"))
      .addOption(pair("comparison"))
      .option(
        "--pool <file>",
        "csv med before och after, en rad per jämförelseområde / csv of before and after, a line for each comparison area",
      )
      .addOption(pair("surrounding"))
      .addOption(pair("surrounding-comparison"))
      .addOption(
        new Option("--goal <share>", "minskningen som var målet / the fall that was the goal").argParser(share),
      )
      .option("--more-is-better", "fler är målet / more is the goal")
      .option("--series <file>", "csv, en rad per tid / csv, a line a time")
      .option("--count <column>", "serie: antalen / series: the counts")
      .option("--begins <time>", "serie: första tiden efter / series: the first time after")
      .option("--exposure <column>", "serie: t.ex. befolkning / series: such as population")
      .addOption(
        new Option("--per-year <n>", "serie: tider per år / series: times a year").argParser(whole).default(12),
      )
      .addOption(
        new Option("--first <n>", "serie: första radens tid på året / series: where in the year the first line is")
          .argParser(whole)
          .default(1),
      )
      .addOption(
        new Option("--season <pairs>", "serie: par av sinus och cosinus / series: pairs of sine and cosine")
          .argParser(wholeOrNone)
          .default(2),
      )
      .option("--slope", "serie: också lutningen kan ändras / series: the slope may change too")
      .addOption(
        new Option("--variation <kind>")
          .choices(["poisson", "quasi-poisson", "negative-binomial"])
          .default("quasi-poisson"),
      )
      .option("--staggered <file>", "csv, en rad per plats och tid / csv, a line a place and time")
      .option("--place <column>")
      .option("--time <column>")
      .option("--outcome <column>")
      .option("--began <column>", "när platsen började, tomt om aldrig / when the place began, empty for never")
      .addOption(
        new Option("--compared-with <whom>").choices(["never-treated", "not-yet-treated"]).default("never-treated"),
      ),
    (options) => effectKind(options as EffectFlags),
    (options) => askEffect(options as EffectFlags),
  );
  answers(
    picture
      .command("power")
      .description("vad som skulle kunna synas, innan något lovas / what could be seen, before anything is promised")
      .addOption(new Option("--baseline <events>", "händelser före / events before").argParser(positive))
      .addOption(
        new Option("--comparison <times>", "jämförelseområdet är så många gånger större / times as many events")
          .argParser(positive)
          .default(10),
      )
      .addOption(
        new Option("--dispersion <ratio>", "varians genom medel / variance over mean").argParser(positive).default(1),
      )
      .addOption(
        new Option("--survey <n>", "i stället en enkät: svar per omgång / a survey instead: answers a round").argParser(
          whole,
        ),
      )
      .addOption(
        new Option("--answering <share>", "enkät: andelen första gången / survey: the share the first time").argParser(
          share,
        ),
      )
      .addOption(
        new Option(
          "--design-effect <ratio>",
          "enkät: hur mycket svar hänger ihop / survey: how much answers hang together",
        )
          .argParser(positive)
          .default(1),
      ),
    (options) => (options["survey"] === undefined ? "power" : "power-survey"),
    askPower,
  );
}

function askPower(options: Options): object {
  if (options["survey"] !== undefined) {
    if (options["answering"] === undefined)
      throw new Mistyped(
        "--survey behöver --answering: den andel som väntas första gången. / --survey needs --answering: the share expected the first time.",
      );
    return surveyPowerAnswer({
      perRound: Number(options["survey"]),
      share: Number(options["answering"]),
      designEffect: Math.max(Number(options["designEffect"]), 1),
    });
  }
  if (options["baseline"] === undefined)
    throw new Mistyped("Ange --baseline HÄNDELSER eller --survey SVAR. / Name --baseline EVENTS or --survey ANSWERS.");
  return powerAnswer({
    baseline: Number(options["baseline"]),
    comparison: Number(options["comparison"]),
    dispersion: Math.max(Number(options["dispersion"]), 1),
  });
}
