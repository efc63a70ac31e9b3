import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { say, type Lang } from "../ground/words.ts";
import { Button } from "./button.tsx";
import { ChartHead } from "./chart-head.tsx";
import { chartWords } from "./chart-words.ts";
import { classes } from "./classes.ts";
import { formatNumber } from "./format.ts";
import {
  cellByKey,
  cellCounts,
  cellsWithin,
  classFloors,
  classOf,
  columnsOf,
  hourPeriod,
  hoursInWords,
  hoursOfRectangle,
  twoDigits,
  weekdayName,
  weekdayShort,
  type CellHours,
  type CellPlace,
} from "./hour-cells.ts";
import { useTelling, type Settling } from "./use-telling.ts";
import { useWidth } from "./use-width.ts";

export type OnChoose = (hours: number[], how: Settling) => void;

/** Twelve cells that can be hit and the names of the days do not fit in less; nor, where counts have four figures, twelve counts. */
const LEAST_REM_FOR_TWO_HOURS = 20.25;
const LEAST_REM_FOR_FOUR_FIGURES = 28;
/** From here on counts are shown in thousands: five figures fit in no cell. */
const IN_THOUSANDS_FROM = 10_000;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * Weekday by hour: a real table. Figures from five up, hatch for one to four, empty for none, an outline where there are more than expected.
 * With `onChoose` it is a grid: cells are chosen by dragging a rectangle or by keyboard, whole days and hours by their headings.
 */
export function HourMatrix(props: {
  lang: Lang;
  heading?: string | undefined;
  /** The finding: "Flest fredag och lördag 20–24, 38 av 186." */
  sentence: string;
  /** 168 counts, Monday 00 first. */
  hours: ArrayLike<number>;
  /** Hours of the week where there are more than expected; a cell is outlined when all its hours are. */
  outlined?: readonly number[] | undefined;
  /** "Prövat mot 84 rutor." Said beside the outline. */
  tested?: string | undefined;
  /** Hours of the week, rising; none is all. */
  chosen?: readonly number[] | undefined;
  /** No hours when nothing is chosen any more. */
  onChoose?: OnChoose | undefined;
  /** How many have no time of day and are not in the table. */
  withoutHour?: number | undefined;
  /** How many are known to an interval only and are spread over its hours. */
  spread?: number | undefined;
  /** Two, and three where the part is narrow, unless said otherwise. */
  cellHours?: CellHours | undefined;
}) {
  const { lang } = props;
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box)?.rem;
  const { cellHours, counts, most } = useMemo(
    () => cellsFor(props.hours, props.cellHours, width),
    [props.hours, props.cellHours, width],
  );
  const inThousands = most >= IN_THOUSANDS_FROM;
  const floors = classFloors(counts);
  const choosing = useHours(props.chosen, props.onChoose);
  const inked = choosing.shown.length === 0 ? undefined : cellsWithin(choosing.shown, cellHours);
  const outlined = cellsWithin(props.outlined ?? [], cellHours);
  const columns = Array.from({ length: columnsOf(cellHours) }, (_, column) => column);
  const live = props.onChoose !== undefined;
  const grid = useGrid({ cellHours, choosing });
  const focusable = (row: number, column: number) =>
    live ? { tabIndex: grid.at.row === row && grid.at.column === column ? 0 : -1, ...placeNames(row, column) } : {};
  return (
    <figure className="chart hours">
      <figcaption>
        <ChartHead
          heading={props.heading}
          note={[
            ...(inThousands ? [say(chartWords.inThousands, lang)] : []),
            say(chartWords.hatchFew, lang),
            say(chartWords.emptyNone, lang),
          ].join(" · ")}
          sentence={props.sentence}
        />
      </figcaption>
      <section
        className="table-scroll hours-scroll"
        ref={box}
        aria-labelledby={`${id}-caption`}
        // What scrolls must be reachable by keyboard; of a grid the cells are.
        tabIndex={live ? undefined : 0}
      >
        <table
          className={classes("hours-table", `hours-by-${cellHours}`, inked !== undefined && "hours-partly")}
          role={live ? "grid" : undefined}
          aria-multiselectable={live ? true : undefined}
          aria-describedby={live ? `${id}-help` : undefined}
          {...(live ? grid.handlers : {})}
        >
          <caption id={`${id}-caption`} className="visually-hidden">
            {props.sentence}
          </caption>
          <thead>
            <tr>
              <td>
                <span className="visually-hidden">{say(chartWords.weekday, lang)}</span>
              </td>
              {columns.map((column) => (
                <th key={column} scope="col" {...focusable(-1, column)}>
                  <span aria-hidden="true">{twoDigits(column * cellHours)}</span>
                  <span className="visually-hidden">
                    {say(chartWords.clock, lang, { hours: hourPeriod(column * cellHours, cellHours) })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((row) => (
              <tr key={row}>
                <th scope="row" {...focusable(row, -1)}>
                  <span aria-hidden="true">{weekdayShort(row, lang)}</span>
                  <span className="visually-hidden">{weekdayName(row, lang)}</span>
                </th>
                {columns.map((column) => {
                  const cell = row * columns.length + column;
                  const count = counts[cell] ?? 0;
                  const klass = classOf(count, floors);
                  return (
                    <td
                      key={column}
                      className={classes(
                        `hours-${klass}`,
                        inked !== undefined && inked[cell] !== true && "hours-pale",
                        outlined[cell] && "hours-outlined",
                      )}
                      role={live ? "gridcell" : undefined}
                      aria-selected={live ? inked?.[cell] === true : undefined}
                      {...focusable(row, column)}
                    >
                      {typeof klass === "number" && klass > 0 ? (
                        <Figure count={count} inThousands={inThousands} lang={lang} />
                      ) : (
                        <span className="visually-hidden">
                          {say(klass === "few" ? chartWords.oneToFour : chartWords.noneInCell, lang)}
                        </span>
                      )}
                      {outlined[cell] && <span className="visually-hidden"> {say(chartWords.outlined, lang)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <HourKey lang={lang} floors={floors} most={most} outlined={outlined.includes(true)} tested={props.tested} />
      {props.withoutHour !== undefined && props.withoutHour > 0 && (
        <p className="hours-note">
          {say(chartWords.withoutHour, lang, { count: formatNumber(props.withoutHour, lang) })}
        </p>
      )}
      {props.spread !== undefined && props.spread > 0 && (
        <p className="hours-note">{say(chartWords.spread, lang, { count: formatNumber(props.spread, lang) })}</p>
      )}
      {live && (
        <p id={`${id}-help`} className="visually-hidden">
          {say(chartWords.howToHours, lang)}
        </p>
      )}
      {live && choosing.shown.length > 0 && (
        <p className="strip-chosen">
          <span>{say(chartWords.chosen, lang, { what: hoursInWords(choosing.shown, lang) })}</span>
          <Button kind="bare" small onPress={choosing.clear}>
            {say(chartWords.wholeWeek, lang)}
          </Button>
        </p>
      )}
    </figure>
  );
}

/** The counts in cells of two hours, or of three where the figures would not fit in two. */
function cellsFor(hours: ArrayLike<number>, wanted: CellHours | undefined, width: number | undefined) {
  const inCells = (cellHours: CellHours) => {
    const counts = cellCounts(hours, cellHours).map(whole);
    return { cellHours, counts, most: counts.reduce((a, b) => Math.max(a, b), 0) };
  };
  const two = inCells(wanted ?? 2);
  if (wanted !== undefined || width === undefined) return two;
  const least = two.most >= 1000 && two.most < IN_THOUSANDS_FROM ? LEAST_REM_FOR_FOUR_FIGURES : LEAST_REM_FOR_TWO_HOURS;
  return width < least ? inCells(3) : two;
}

function Figure({ count, inThousands, lang }: { count: number; inThousands: boolean; lang: Lang }) {
  const full = formatNumber(count, lang);
  if (!inThousands) return full;
  return (
    <>
      <span aria-hidden="true">{formatNumber(count / 1000, lang, count < 9950 ? 1 : 0)}</span>
      <span className="visually-hidden">{full}</span>
    </>
  );
}

/** The ramp in words: "5–7", "8–10", … with the outline and what it was tested against. */
function HourKey(props: {
  lang: Lang;
  floors: readonly number[];
  most: number;
  outlined: boolean;
  tested: string | undefined;
}) {
  const { floors, lang, most } = props;
  return (
    <ul className="hours-key">
      <li>
        <span className="hours-sign hours-few" aria-hidden="true" /> 1–4
      </li>
      {floors.map((floor, place) => {
        const to = (floors[place + 1] ?? most + 1) - 1;
        return (
          <li key={floor}>
            <span className={`hours-sign hours-${classOf(floor, floors)}`} aria-hidden="true" />{" "}
            {to > floor ? `${formatNumber(floor, lang)}–${formatNumber(to, lang)}` : formatNumber(floor, lang)}
          </li>
        );
      })}
      {props.outlined && (
        <li>
          <span className="hours-sign hours-outlined" aria-hidden="true" />{" "}
          {[say(chartWords.outlined, lang), ...(props.tested === undefined ? [] : [props.tested])].join(", ")}
        </li>
      )}
    </ul>
  );
}

/** The hours that are shown as chosen: what is being drawn, else what is chosen. */
function useHours(chosen: readonly number[] | undefined, onChoose: OnChoose | undefined) {
  const [draft, setDraft] = useState<readonly number[]>();
  const version = chosen?.join() ?? "";
  const [seen, setSeen] = useState(version);
  if (seen !== version) {
    setSeen(version);
    setDraft(undefined);
  }
  const telling = useTelling<number[]>(onChoose);
  return {
    shown: draft ?? chosen ?? [],
    moveTo: (hours: number[]) => {
      setDraft(hours);
      telling.moving(hours);
    },
    stepTo: (hours: number[]) => {
      setDraft(hours);
      telling.stepping(hours);
    },
    settle: telling.settle,
    settleOn: (hours: number[]) => {
      setDraft(hours);
      telling.settled(hours);
    },
    clear: () => {
      setDraft([]);
      telling.settled([]);
    },
  };
}

/** Where the keyboard stands, and what pointer and keys do. A table's handlers: cells carry only their place. */
function useGrid({ cellHours, choosing }: { cellHours: CellHours; choosing: ReturnType<typeof useHours> }) {
  const [stood, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const at = { ...stood, column: Math.min(stood.column, columnsOf(cellHours) - 1) };
  const anchor = useRef(at);
  const drawing = useRef<{ readonly from: CellPlace; readonly kept: readonly number[]; moved: boolean }>(undefined);

  const rectangle = (to: CellPlace, kept: readonly number[] = []): number[] => {
    const drawn = hoursOfRectangle(anchor.current, to, cellHours);
    return [...new Set([...kept, ...drawn])].toSorted((a, b) => a - b);
  };
  const stand = (table: Element, place: CellPlace) => {
    setAt(place);
    table.querySelector<HTMLElement>(placeSelector(place))?.focus({ preventScroll: true });
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLTableElement>) => {
      const place = placeUnder(event);
      if (place === undefined || event.button !== 0) return;
      event.preventDefault();
      if (!event.shiftKey) anchor.current = place;
      stand(event.currentTarget, place);
      event.currentTarget.setPointerCapture(event.pointerId);
      const kept = event.ctrlKey || event.metaKey ? choosing.shown : [];
      drawing.current = { from: place, kept, moved: event.shiftKey };
      const hours = rectangle(place, kept);
      // What alone is chosen is let go by the same press that chose it; what is more than that becomes this.
      if (!event.shiftKey && sameHours(hours, choosing.shown)) return;
      drawing.current.moved = true;
      choosing.moveTo(hours);
    },
    onPointerMove: (event: PointerEvent<HTMLTableElement>) => {
      const drawn = drawing.current;
      const place = drawn && placeUnder(event);
      if (drawn === undefined || place === undefined) return;
      const hours = rectangle(place, drawn.kept);
      if (sameHours(hours, choosing.shown)) return;
      drawn.moved = true;
      choosing.moveTo(hours);
    },
    onPointerUp: () => {
      const drawn = drawing.current;
      drawing.current = undefined;
      if (drawn === undefined) return;
      if (drawn.moved) choosing.settle();
      else choosing.clear();
    },
    onPointerCancel: () => {
      drawing.current = undefined;
      choosing.settle();
    },
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") {
        if (choosing.shown.length === 0) return;
        event.stopPropagation();
        choosing.clear();
        return;
      }
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        if (!event.shiftKey) anchor.current = at;
        const hours = rectangle(at);
        choosing.settleOn(sameHours(hours, choosing.shown) ? [] : hours);
        return;
      }
      const next = cellByKey(at, event.key, cellHours);
      if (next === undefined) return;
      event.preventDefault();
      stand(event.currentTarget, next);
      if (event.shiftKey) choosing.stepTo(rectangle(next));
      else anchor.current = next;
    },
    onKeyUp: (event: KeyboardEvent<HTMLTableElement>) => {
      if (event.key === "Shift") choosing.settle();
    },
  };
  return { at, handlers };
}

function placeNames(row: number, column: number) {
  return { "data-row": row, "data-column": column };
}

function placeSelector({ row, column }: CellPlace): string {
  return `[data-row="${row}"][data-column="${column}"]`;
}

/** The cell under the pointer, wherever the pointer is held. */
function placeUnder(event: PointerEvent<HTMLTableElement>): CellPlace | undefined {
  const under = event.currentTarget.ownerDocument
    .elementFromPoint(event.clientX, event.clientY)
    ?.closest<HTMLElement>("[data-row]");
  if (under === null || under === undefined || !event.currentTarget.contains(under)) return undefined;
  return { row: Number(under.dataset["row"]), column: Number(under.dataset["column"]) };
}

function sameHours(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((hour, place) => hour === other[place]);
}

/** Parts of events (an event known to an interval of hours) are told as whole ones; what is more than none is at least one. */
function whole(count: number): number {
  return count > 0 ? Math.max(1, Math.round(count)) : 0;
}
