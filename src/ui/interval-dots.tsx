import { say, type Lang } from "../ground/words.ts";
import { axisStart, axisTop } from "./axis-top.ts";
import { chartWords } from "./chart-words.ts";
import { classes } from "./classes.ts";
import { DataTable } from "./data-table.tsx";
import { formatNumber } from "./format.ts";
import { TableTwin } from "./table-twin.tsx";

/** Where the line of a row lies, under the words of the target. */
const LINE = "1.95rem";

export type DotRow = {
  readonly name: string;
  readonly before?: number | undefined;
  /** Undefined is "går inte att säga": the reason stands in its place. */
  readonly now?: { readonly value: number; readonly low: number; readonly high: number } | undefined;
  readonly target?: number | undefined;
  /** Why nothing can be said of now: "22 svarade, det behövs 30". */
  readonly unsaid?: string | undefined;
};

/** Before as an empty diamond, now as a dot in its band, the target as a dashed line; each with its number. From zero. */
export function IntervalDots(props: {
  lang: Lang;
  /** The finding: "Färre kör för fort nu: 38 av 100 mot 52 före." */
  sentence: string;
  rows: readonly DotRow[];
  /** The first head of the table: "Plats". */
  nameHead: string;
  /** "km/h", "av 100": after each number in the picture, and in the heads. */
  unit: string;
  decimals?: number | undefined;
  /** The rows are set beside each other, with no before and no now: the numbers stand alone, under this head. */
  besideHead?: string | undefined;
  /** Where the axis starts, said at its end. Zero for counts, always; what is measured may start below the least of it. */
  axisFrom?: number | "least" | undefined;
  /** What the table is called, where it stands under the sentence and would say it once more. */
  tableName?: string | undefined;
  both?: boolean | undefined;
}) {
  const { lang, rows } = props;
  const told = (value: number) => formatNumber(value, lang, props.decimals);
  const ends = rows.flatMap((row) => [row.before, row.now?.low, row.now?.high, row.target]);
  const drawn = ends.filter((value) => value !== undefined);
  const from = props.axisFrom === "least" ? axisStart(Math.min(...drawn)) : (props.axisFrom ?? 0);
  // A mark is as wide as three hundredths of the picture: one at the very end would stand half outside it.
  const axis = { from, to: from + axisTop((Math.max(from, ...drawn) - from) * 1.03) };
  const head = (word: string) => `${word}, ${props.unit}`;
  const { besideHead } = props;
  const targets = rows.some((row) => row.target !== undefined);
  return (
    <figure className="chart dots">
      <figcaption>{props.sentence}</figcaption>
      <TableTwin
        lang={lang}
        what="chart"
        both={props.both}
        picture={
          <>
            <ul className="dots-rows">
              {rows.map((row) => (
                <li key={row.name}>
                  <span className="dots-name">{row.name}</span>
                  <DotDrawing
                    lang={lang}
                    row={row}
                    axis={axis}
                    told={told}
                    unit={props.unit}
                    isBeside={besideHead !== undefined}
                  />
                </li>
              ))}
            </ul>
            <p className="dots-scale" aria-hidden="true">
              <span>{formatNumber(axis.from, lang)}</span>
              <span>
                {formatNumber(axis.to, lang)} {props.unit}
              </span>
            </p>
            <p className="chart-key">
              {[
                say(besideHead === undefined ? chartWords.dotsKey : chartWords.dotsBesideKey, lang),
                ...(targets ? [say(chartWords.targetKey, lang)] : []),
              ].join(" ")}
            </p>
          </>
        }
        table={
          <DataTable
            caption={props.tableName ?? props.sentence}
            captionHidden
            rows={rows}
            rowKey={(row) => row.name}
            columns={[
              { head: props.nameHead, names: true, cell: (row) => row.name },
              ...(besideHead === undefined
                ? [
                    {
                      head: head(say(chartWords.before, lang)),
                      number: true,
                      cell: (row: DotRow) => (row.before === undefined ? "–" : told(row.before)),
                    },
                  ]
                : []),
              {
                head: besideHead ?? head(say(chartWords.now, lang)),
                number: true,
                cell: (row) => (row.now === undefined ? (row.unsaid ?? "–") : told(row.now.value)),
              },
              {
                head: say(besideHead === undefined ? chartWords.intervalNow : chartWords.interval, lang),
                number: true,
                cell: (row) => (row.now === undefined ? "–" : `${told(row.now.low)}–${told(row.now.high)}`),
              },
              ...(targets
                ? [
                    {
                      head: head(say(chartWords.target, lang)),
                      number: true,
                      cell: (row: DotRow) => (row.target === undefined ? "–" : told(row.target)),
                    },
                  ]
                : []),
            ]}
          />
        }
      />
    </figure>
  );
}

type Axis = { readonly from: number; readonly to: number };

function DotDrawing(props: {
  lang: Lang;
  row: DotRow;
  axis: Axis;
  told: (value: number) => string;
  unit: string;
  isBeside: boolean;
}) {
  const { lang, row, told } = props;
  const { before, now, target } = row;
  const share = (value: number) => shareOf(value, props.axis);
  const at = (value: number) => `${share(value)}%`;
  const anchor = (value: number) => (share(value) > 85 ? "end" : share(value) < 15 ? "start" : "middle");
  const beforeWords = before === undefined ? undefined : say(chartWords.beforeAt, lang, { value: told(before) });
  const nowWords = now && (props.isBeside ? told(now.value) : say(chartWords.nowAt, lang, { value: told(now.value) }));
  const targetWords = target === undefined ? undefined : say(chartWords.targetAt, lang, { value: told(target) });
  const heard = [
    beforeWords,
    now === undefined ? row.unsaid : `${nowWords} (${told(now.low)}–${told(now.high)})`,
    targetWords,
  ].filter((part) => part !== undefined);
  // Before goes a line lower where its words would stand on those of now.
  const crowded = before !== undefined && now !== undefined && Math.abs(share(before) - share(now.value)) < 30;
  return (
    <>
      {now === undefined && row.unsaid !== undefined && (
        <span className="dots-unsaid">
          <span className="hatch" aria-hidden="true" /> {row.unsaid}
        </span>
      )}
      <svg
        className={classes("dots-drawing", crowded && "dots-crowded")}
        role="img"
        aria-label={`${row.name}: ${heard.join(", ")} ${props.unit}`}
      >
        <line className="chart-grid" x1="0" x2="100%" y1={LINE} y2={LINE} />
        {target !== undefined && (
          <>
            <text className="chart-axis" x={at(target)} y="1em" textAnchor={anchor(target)}>
              {targetWords}
            </text>
            <line className="dots-target" x1={at(target)} x2={at(target)} y1="1.2rem" y2="2.7rem" />
          </>
        )}
        {now !== undefined && (
          <svg x={at(now.low)} width={`${share(now.high) - share(now.low)}%`} y={LINE} overflow="visible">
            <rect className="strip-band" y="-7" width="100%" height="14" />
            <line className="dots-end" y1="-8" y2="8" />
            <line className="dots-end" x1="100%" x2="100%" y1="-8" y2="8" />
          </svg>
        )}
        {before !== undefined && (
          <svg x={at(before)} y={LINE} overflow="visible">
            <path className="dots-before" d="M0-7.500 7 0 0 7.500-7 0Z" />
            <text className="chart-axis" y={crowded ? "2.9rem" : "1.7rem"} textAnchor={anchor(before)}>
              {beforeWords}
            </text>
          </svg>
        )}
        {now !== undefined && (
          <svg x={at(now.value)} y={LINE} overflow="visible">
            <circle className="dots-now" r="5.500" />
            <text className="chart-number" y="1.7rem" textAnchor={anchor(now.value)}>
              {nowWords}
            </text>
          </svg>
        )}
      </svg>
    </>
  );
}

/** Per cent of the axis, within it. */
function shareOf(value: number, { from, to }: Axis): number {
  return Math.round(10_000 * Math.min(Math.max((value - from) / (to - from), 0), 1)) / 100;
}
