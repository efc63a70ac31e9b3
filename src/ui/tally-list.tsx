import { useId, useState } from "react";
import { say, type Lang } from "../ground/words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { chartWords } from "./chart-words.ts";
import { classes } from "./classes.ts";
import { formatNumber } from "./format.ts";
import { isChosen, toggled, toggledGroup } from "./tally-choice.ts";

export type Tally = {
  readonly key: string;
  readonly word: string;
  /** Undefined is withheld: fewer than the smallest number that is told. */
  readonly count: number | undefined;
  readonly usual?: { readonly low: number; readonly high: number } | undefined;
  readonly href?: string | undefined;
};
/** A group folds; its count stands on its own line. */
export type TallyGroup = Tally & { readonly tallies: readonly Tally[] };

const FEW = 5;
/** Of more lines than this only the greatest are shown until somebody asks for all. */
const SHOWN_AT_MOST = 15;
const SHOWN_AT_FIRST = 12;

/**
 * Kinds, sources or areas with their counts, in the order they are given: never a ranking. With `onChoose` each line is a box to tick, and none ticked is all.
 * One to four is marked "få": it says nothing for certain. The bar says the same as the figure.
 */
export function TallyList(props: {
  lang: Lang;
  /** What is counted, the caption of the table: "Efter slag". */
  caption: string;
  captionHidden?: boolean | undefined;
  /** The heads: "Slag" and "Händelser". */
  heads: readonly [string, string];
  tallies: readonly (Tally | TallyGroup)[];
  /** Keys of single tallies, not of groups. None is all. */
  chosen?: readonly string[] | undefined;
  onChoose?: ((keys: string[]) => void) | undefined;
  /** Groups that are folded from the start. */
  folded?: readonly string[] | undefined;
  /** What stands for a count that is withheld: "färre än 5". */
  withheldWord?: string | undefined;
}) {
  const { lang, tallies, onChoose } = props;
  const id = useId();
  const chosen = new Set(props.chosen ?? []);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(props.folded ?? []));
  const all = tallies.flatMap((tally) => ("tallies" in tally ? [tally, ...tally.tallies] : [tally]));
  const most = Math.max(1, ...all.flatMap(({ count, usual }) => [count ?? 0, usual?.high ?? 0]));
  const [isWhole, setWhole] = useState(false);
  const isLong = tallies.length > SHOWN_AT_MOST;
  const shown = isLong && !isWhole ? foremost(tallies, chosen) : tallies;
  const lines = shown.flatMap((tally) =>
    "tallies" in tally && !folded.has(tally.key) ? [tally, ...tally.tallies] : [tally],
  );
  const order = tallies.flatMap((tally) => ("tallies" in tally ? tally.tallies : [tally])).map(({ key }) => key);
  const tell = onChoose && ((keys: ReadonlySet<string>) => onChoose(order.filter((key) => keys.has(key))));
  const line = { lang, most, withheld: props.withheldWord };
  const pale = (inIt: boolean) => chosen.size > 0 && !inIt;
  return (
    <div className="tally">
      <table className="tally-table">
        <caption id={id} className={classes(props.captionHidden && "visually-hidden")}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{props.heads[0]}</th>
            <th scope="col" className="number">
              {props.heads[1]}
            </th>
            <td className="tally-bar" aria-hidden="true" />
          </tr>
        </thead>
        {shown.map((tally) => {
          if (!("tallies" in tally))
            return (
              <tbody key={tally.key}>
                <TallyLine
                  {...line}
                  tally={tally}
                  state={chosen.has(tally.key) ? "all" : "none"}
                  pale={pale(chosen.has(tally.key))}
                  onToggle={tell && (() => tell(toggled(chosen, tally.key)))}
                />
              </tbody>
            );
          const keys = tally.tallies.map(({ key }) => key);
          const state = isChosen(chosen, keys);
          const open = !folded.has(tally.key);
          return (
            <tbody key={tally.key} className="tally-group">
              <TallyLine
                {...line}
                tally={tally}
                state={state}
                pale={pale(state !== "none")}
                onToggle={tell && (() => tell(toggledGroup(chosen, keys)))}
                fold={{ open, onFold: () => setFolded(toggled(folded, tally.key)) }}
              />
              {open &&
                tally.tallies.map((part) => (
                  <TallyLine
                    key={part.key}
                    {...line}
                    tally={part}
                    within
                    state={chosen.has(part.key) ? "all" : "none"}
                    pale={pale(chosen.has(part.key))}
                    onToggle={tell && (() => tell(toggled(chosen, part.key)))}
                  />
                ))}
            </tbody>
          );
        })}
      </table>
      {isLong && (
        <Button kind="bare" small onPress={() => setWhole(!isWhole)}>
          {isWhole
            ? say(chartWords.fewerLines, lang)
            : say(chartWords.allLines, lang, { count: formatNumber(tallies.length, lang) })}
        </Button>
      )}
      {lines.some(({ usual }) => usual !== undefined) && <p className="tally-key">{say(chartWords.usualTick, lang)}</p>}
    </div>
  );
}

/** The greatest, and what is chosen, in the order they are given. */
function foremost<Line extends Tally | TallyGroup>(tallies: readonly Line[], chosen: ReadonlySet<string>): Line[] {
  const isChosenLine = (tally: Line) =>
    chosen.has(tally.key) || ("tallies" in tally && tally.tallies.some(({ key }) => chosen.has(key)));
  const greatest = tallies.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, SHOWN_AT_FIRST);
  const kept = new Set(greatest.map(({ key }) => key));
  return tallies.filter((tally) => kept.has(tally.key) || isChosenLine(tally));
}

function TallyLine(props: {
  lang: Lang;
  tally: Tally;
  most: number;
  withheld: string | undefined;
  state: "all" | "some" | "none";
  pale: boolean;
  within?: boolean | undefined;
  onToggle: (() => void) | undefined;
  fold?: { readonly open: boolean; readonly onFold: () => void } | undefined;
}) {
  const { lang, tally, fold, onToggle, state } = props;
  const apart = apartFromUsual(tally, lang);
  const word = tally.href === undefined ? tally.word : <a href={tally.href}>{tally.word}</a>;
  return (
    <tr className={classes(props.pale && "tally-pale", props.within && "tally-within")}>
      <th scope="row">
        <span className="tally-name">
          {onToggle === undefined ? (
            <span>
              {word}
              {apart}
            </span>
          ) : (
            <label className="tally-box">
              <input
                type="checkbox"
                checked={state === "all"}
                ref={(box) => {
                  if (box !== null) box.indeterminate = state === "some";
                }}
                onChange={onToggle}
              />
              <span>
                {tally.word}
                {apart}
              </span>
            </label>
          )}
          {fold !== undefined && (
            <button
              type="button"
              className={classes("tally-fold", fold.open && "tally-fold-open")}
              aria-expanded={fold.open}
              aria-label={say(chartWords.partsOf, lang, { what: tally.word })}
              onClick={fold.onFold}
            >
              <Icon name="down" />
            </button>
          )}
        </span>
      </th>
      <td className="number">
        <TallyFigure lang={lang} count={tally.count} withheld={props.withheld} />
      </td>
      <td className="tally-bar" aria-hidden="true">
        <TallyBar tally={tally} most={props.most} />
      </td>
    </tr>
  );
}

/** A count with its «få» where it says nothing for certain. */
export function TallyFigure(props: { lang: Lang; count: number | undefined; withheld?: string | undefined }) {
  const { lang, count, withheld } = props;
  if (count === undefined) return withheld ?? say(chartWords.few, lang, { least: FEW });
  return (
    <>
      {formatNumber(count, lang)}
      {count > 0 && count < FEW && (
        <>
          {" "}
          <abbr className="tally-few" title={say(chartWords.fewMeaning, lang)}>
            {say(chartWords.fewMark, lang)}
          </abbr>
        </>
      )}
    </>
  );
}

/** Said only where a count lies outside what is usual. */
function apartFromUsual({ count, usual }: Tally, lang: Lang) {
  if (count === undefined || usual === undefined || (count >= usual.low && count <= usual.high)) return undefined;
  return <span className="tally-apart">{say(count > usual.high ? chartWords.more : chartWords.fewer, lang)}</span>;
}

/** The count as a length, and a tick at each end of what is usual. What is not told has no length. */
function TallyBar({ tally, most }: { tally: Tally; most: number }) {
  const { count, usual } = tally;
  const share = (value: number) => `${Math.round((10_000 * value) / most) / 100}%`;
  if (count === undefined) return <span className="tally-withheld hatch" />;
  return (
    <svg className="tally-drawing">
      {usual !== undefined && (
        <rect className="tally-usual" x={share(usual.low)} width={share(usual.high - usual.low)} y="0" height="100%" />
      )}
      <rect className="tally-length" y="25%" height="50%" width={share(count)} />
    </svg>
  );
}
