import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

export type LineageStep = {
  /** "48 iakttagelser". */
  readonly text: string;
  readonly href?: string | undefined;
  /** A second line: "ur lägesbild 4". */
  readonly note?: string | undefined;
  /** The language of the note, when it is not the page's. */
  readonly noteLang?: Lang | undefined;
  readonly here?: boolean | undefined;
  /** Nothing stands here yet: an empty diamond with red words. */
  readonly missing?: boolean | undefined;
};

/** From observations to answers: every step a link, you-are-here in reflex. Counts have passed the disclosure gate. */
export function Lineage({
  lang,
  steps,
  of,
}: {
  lang: Lang;
  steps: readonly LineageStep[];
  /** Whose lineage, where a page has several: "Löfte 1". Said before every step, so that a list of links makes sense alone. */
  of?: string | undefined;
}) {
  return (
    <nav
      className="lineage"
      aria-label={of === undefined ? say(words.lineage, lang) : `${of}: ${say(words.lineage, lang)}`}
    >
      <ol className="lineage-steps">
        {steps.map((step) => (
          <li
            key={step.text}
            className={step.missing === true ? "lineage-missing" : step.here === true ? "lineage-here" : undefined}
            aria-current={step.here === true ? "step" : undefined}
          >
            {step.href === undefined ? (
              step.text
            ) : (
              <a href={step.href}>
                {of !== undefined && step.here !== true && <span className="visually-hidden">{of}: </span>}
                {step.text}
              </a>
            )}
            {step.note !== undefined && (
              <span className="lineage-note" lang={step.noteLang}>
                {step.note}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
