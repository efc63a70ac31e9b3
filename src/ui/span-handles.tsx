import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Day } from "../ground/time.ts";
import { say, type Lang } from "../ground/words.ts";
import { chartWords } from "./chart-words.ts";
import { classes } from "./classes.ts";
import { formatDay } from "./format.ts";
import { barAt, gripAt, spanByKey, spanHeld, type Hold, type Span } from "./span-brush.ts";
import { barsWithin, type StripBar } from "./time-bars.ts";
import { useTelling, type Settling } from "./use-telling.ts";

export type OnBrush = (from: Day | undefined, to: Day | undefined, how: Settling) => void;

const REACH_PIXELS = 12;
const REACH_PIXELS_FINGER = 24;

/** The span that is shown: what is being moved, else what is chosen. The whole series is the same as nothing chosen. */
export function useSpan(
  bars: readonly StripBar[],
  chosen: { readonly from: Day; readonly to: Day } | undefined,
  onBrush: OnBrush | undefined,
) {
  const count = bars.length;
  const [hold, setHold] = useState<Hold>();
  /** Null is "nothing": moved away from what is chosen, and not yet told back. */
  const [draft, setDraft] = useState<Span | null>();
  const version = `${chosen?.from}/${chosen?.to}/${bars[0]?.from}/${bars.at(-1)?.to}/${count}`;
  const [seen, setSeen] = useState(version);
  if (seen !== version) {
    setSeen(version);
    if (hold === undefined) setDraft(undefined);
  }
  const told = useMemo(
    () => (chosen === undefined ? undefined : barsWithin(bars, chosen.from, chosen.to)),
    [bars, chosen],
  );
  const current = draft === undefined ? told : (draft ?? undefined);
  const shown = current === undefined || current.last >= count || isAll(current, count) ? undefined : current;
  const daysOf = (span: Span): [Day | undefined, Day | undefined] =>
    isAll(span, count) ? [undefined, undefined] : [bars[span.first]?.from, bars[span.last]?.to];
  const telling = useTelling<[Day | undefined, Day | undefined]>(
    onBrush && (([from, to], how) => onBrush(from, to, how)),
  );
  return {
    shown,
    hold,
    take: setHold,
    moveTo: (span: Span) => {
      setDraft(span);
      telling.moving(daysOf(span));
    },
    stepTo: (span: Span) => {
      setDraft(span);
      telling.stepping(daysOf(span));
    },
    settle: () => {
      setHold(undefined);
      telling.settle();
    },
    clear: useCallback(() => {
      setHold(undefined);
      setDraft(null);
      telling.settled([undefined, undefined]);
    }, [telling]),
  };
}

function isAll(span: Span, count: number): boolean {
  return span.first === 0 && span.last === count - 1;
}

/** Lies over the bars: takes the pointer, and holds the two handles, which are sliders. */
export function SpanBrush(props: {
  lang: Lang;
  bars: readonly StripBar[];
  span: ReturnType<typeof useSpan>;
  countHead: string;
}) {
  const { lang, bars, span } = props;
  const count = bars.length;
  const help = useId();
  /** Where the strip lay when it was taken hold of: measured at each move the page would be laid out once more. */
  const lies = useRef<DOMRect>(undefined);
  const first = useRef<SVGGElement>(null);
  const last = useRef<SVGGElement>(null);
  const shown = span.shown ?? { first: 0, last: count - 1 };

  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    lies.current = event.currentTarget.getBoundingClientRect();
    const { place, width } = placeIn(event, lies.current);
    const reach = event.pointerType === "touch" ? REACH_PIXELS_FINGER : REACH_PIXELS;
    const grip = gripAt(place, width, count, span.shown, reach);
    const at = barAt(place, width, count);
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    (grip === "last" ? last : first).current?.focus({ preventScroll: true });
    span.take({ grip, at, span: shown });
    if (grip === "new") span.moveTo({ first: at, last: at });
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (span.hold === undefined || lies.current === undefined) return;
    const { place, width } = placeIn(event, lies.current);
    // A handle stands at the edge of a bar: the last one belongs to the bar before it.
    const nudge = span.hold.grip === "last" ? -width / count / 2 : span.hold.grip === "first" ? width / count / 2 : 0;
    const next = spanHeld(span.hold, barAt(place + nudge, width, count), count);
    if (next.first !== span.shown?.first || next.last !== span.shown.last) span.moveTo(next);
  };
  const key = (handle: "first" | "last") => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && (span.shown !== undefined || span.hold !== undefined)) {
      event.preventDefault();
      // Escape closes what lies around as well, unless it had something to do here.
      event.stopPropagation();
      span.clear();
      return;
    }
    const next = spanByKey(shown, handle, event.key, count, event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    span.stepTo(next);
  };
  return (
    <>
      <svg
        className={classes("strip-brush", span.hold?.grip === "span" && "strip-brush-moving")}
        role="group"
        aria-label={say(chartWords.chooseSpan, lang)}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={span.settle}
        onPointerCancel={span.settle}
      >
        {span.shown !== undefined && (
          <rect
            className="strip-grab"
            x={`${(100 * shown.first) / count}%`}
            width={`${(100 * (shown.last + 1 - shown.first)) / count}%`}
            height="100%"
          />
        )}
        {(["first", "last"] as const).map((handle) => {
          const place = handle === "first" ? shown.first : shown.last + 1;
          const bar = bars[shown[handle]];
          return (
            <svg key={handle} x={`${(100 * place) / count}%`} y="100%" overflow="visible">
              <g
                ref={handle === "first" ? first : last}
                className={classes("strip-handle", span.shown !== undefined && "strip-handle-set")}
                role="slider"
                tabIndex={0}
                aria-label={say(handle === "first" ? chartWords.fromHandle : chartWords.toHandle, lang)}
                aria-describedby={help}
                aria-valuemin={0}
                aria-valuemax={count - 1}
                aria-valuenow={shown[handle]}
                aria-valuetext={bar === undefined ? undefined : formatDay(handle === "first" ? bar.from : bar.to, lang)}
                onKeyDown={key(handle)}
                onKeyUp={span.settle}
              >
                <rect className="strip-reach" x="-13" y="-30" width="26" height="42" />
                <path className="strip-ring" d="M0-15 14 0 0 15-14 0Z" />
                <path className="strip-diamond" d="M0-8.500 7.500 0 0 8.500-7.500 0Z" />
              </g>
            </svg>
          );
        })}
      </svg>
      <p id={help} className="visually-hidden">
        {say(chartWords.howToSpan, lang)}
      </p>
    </>
  );
}

function placeIn(event: PointerEvent, { left, width }: DOMRect): { place: number; width: number } {
  return { place: event.clientX - left, width };
}
