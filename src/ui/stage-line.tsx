import { say, type Lang } from "../ground/words.ts";
import { classes } from "./classes.ts";
import { words } from "./words.ts";

/** The seven stages, in the order the work walks. */
export const STAGE_KEYS = ["collect", "picture", "prioritise", "pledge", "act", "follow", "tell"] as const;
export type StageKey = (typeof STAGE_KEYS)[number];

/** Where the parties each go their own way: both listen, and every activity has one owner. */
const APART: ReadonlySet<StageKey> = new Set(["collect", "act"]);

export type StageLinks = Readonly<
  Record<StageKey, { readonly href: string; /** A live count: "4 svar väntar". */ readonly count?: string | undefined }>
>;

type Line = {
  lang: Lang;
  stages: StageLinks;
  current?: StageKey | undefined;
  /** Whose line it is, where a page has several. */
  of?: string | undefined;
};

/**
 * Navigation, progress and explanation at once: two strands that become one, part at Göra and meet again.
 * `compact` is the editors' 78 px line without counts; `folded` is the mini line below 960 px, which opens the list.
 */
export function StageLine(
  props: Line & {
    as?: "full" | "compact" | "folded" | undefined;
  },
) {
  const line = (
    <nav className={classes("stage-line", props.as === "compact" && "stage-compact")} aria-label={nameOf(props)}>
      <Strands />
      <StageList {...props} />
    </nav>
  );
  if (props.as !== "folded") return line;
  return (
    <div className="stage-folded">
      <StageMini {...props} />
      {line}
    </div>
  );
}

/** "Följa upp, skede 6 av 7" with a small line; pressing it opens the list. Works without script. */
export function StageMini({ lang, stages, current, of }: Line) {
  const place = current === undefined ? -1 : STAGE_KEYS.indexOf(current);
  return (
    <nav className="stage-mini" aria-label={nameOf({ lang, of })}>
      <details>
        <summary>
          <span className="stage-mini-words">
            {current !== undefined && (
              <>
                <b>{say(words[current], lang)}</b>
                <span className="quietest">{say(words.stageOf, lang, { number: place + 1 })}</span>
              </>
            )}
            <span>{say(words.allStages, lang)}</span>
          </span>
          <span className="stage-mini-line">
            <MiniLine current={current} />
          </span>
        </summary>
        <StageList lang={lang} stages={stages} current={current} />
      </details>
    </nav>
  );
}

function nameOf({ lang, of }: Pick<Line, "lang" | "of">): string {
  return of === undefined ? say(words.stages, lang) : `${of}: ${say(words.stages, lang)}`;
}

function StageList({ lang, stages, current }: Line) {
  return (
    <ol className="stage-list">
      {STAGE_KEYS.map((key) => {
        const here = key === current;
        const { href, count } = stages[key];
        return (
          <li key={key} className={classes("stage", APART.has(key) && "stage-apart", here && "stage-current")}>
            <a href={href} aria-current={here ? "step" : undefined}>
              <span className="stage-node" aria-hidden="true" />
              <span className="stage-name">{say(words[key], lang)}</span>
              {count !== undefined && <span className="stage-count">{count}</span>}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function Strands() {
  return (
    <svg className="stage-strands" viewBox="0 0 1400 44" preserveAspectRatio="none" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="3">
        <path
          vectorEffect="non-scaling-stroke"
          d="M20 12H150L235 22M20 32H150L235 22M765 22L850 12H950L1035 22M765 22L850 32H950L1035 22"
        />
        <path vectorEffect="non-scaling-stroke" strokeWidth="7" d="M230 22H770M1030 22H1300" />
        <path vectorEffect="non-scaling-stroke" strokeDasharray="2 5" d="M1300 22H1500M-100 12H20M-100 32H20" />
      </g>
    </svg>
  );
}

/** Nodes sit at seven even places; the drawing stretches, the diamonds keep their shape. */
function MiniLine({ current }: { current: StageKey | undefined }) {
  return (
    <svg aria-hidden="true">
      <svg viewBox="0 0 1400 28" width="100%" height="28" preserveAspectRatio="none">
        <g fill="none" stroke="currentColor" strokeWidth="2">
          <path
            vectorEffect="non-scaling-stroke"
            d="M0 7H150L235 14M0 21H150L235 14M765 14L850 7H950L1035 14M765 14L850 21H950L1035 14"
          />
          <path vectorEffect="non-scaling-stroke" strokeWidth="5" d="M230 14H770M1030 14H1300" />
          <path vectorEffect="non-scaling-stroke" strokeDasharray="2 4" d="M1300 14H1400" />
        </g>
      </svg>
      {STAGE_KEYS.map((key, place) => {
        const here = key === current;
        const half = here ? 10 : 7;
        return (
          <svg key={key} x={`${((2 * place + 1) * 100) / 14}%`} y="14" overflow="visible">
            <path
              d={`M0 ${-half} ${half} 0 0 ${half} ${-half} 0Z`}
              className={here ? "stage-mini-here" : APART.has(key) ? "stage-mini-apart" : "stage-mini-node"}
            />
          </svg>
        );
      })}
    </svg>
  );
}
