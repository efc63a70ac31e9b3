import { useRef } from "react";
import { type Lang, say } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { readCauses } from "../../prioritise/causes/api.ts";
import { Button } from "../../ui/button.tsx";
import type { Activity, Pledge } from "../document.ts";
import { words } from "../words.ts";
import { newActivity } from "./new-parts.ts";

type CauseId = NonNullable<Pledge["causeIds"]>[number];
type Card = { readonly id: string; readonly text: string };
type Props = { partnership: string; pledge: Pledge; lang: Lang; onChange: (pledge: Pledge) => void };

/** What the analysis of the pledge's problems has found, so that nobody writes it twice: causes to act on, and measures to promise. */
export function FromAnalysis(props: Props) {
  return props.pledge.problemIds.map((problemId) => <OfProblem key={problemId} {...props} problemId={problemId} />);
}

function OfProblem({ partnership, pledge, lang, onChange, problemId }: Props & { problemId: string }) {
  const summary = useRef<HTMLElement>(null);
  const { value } = useAnswer(readCauses, { partnership, id: problemId });
  const { causes: written = [], causeIds = [] } = pledge;
  const isTied = ({ id }: { readonly id: string }) => causeIds.some((one) => one === id);
  const cards = value?.causes ?? [];
  const tied = cards.filter(isTied);
  const causes = cards.filter((card) => card.setAside === null && !isTied(card));
  const measures = (value?.measures ?? []).filter(
    ({ id, setAside, text }) =>
      setAside === null &&
      !pledge.activities.some((activity) => activity.measureId === id || activity.text.startsWith(text)),
  );
  if (causes.length + measures.length + tied.length === 0) return null;
  // What is taken leaves the list: whoever pressed goes on from its heading.
  const take = (next: Pledge) => {
    summary.current?.focus();
    onChange(next);
  };
  const promise = ({ id, text }: Card) => {
    // An activity nobody has written in yet is the place for it.
    const empty = pledge.activities.find((one) => one.text === "");
    const said = { text, measureId: id as NonNullable<Activity["measureId"]> };
    const added = { ...newActivity(`${pledge.order}.${pledge.activities.length + 1}`), ...said };
    const activities =
      empty === undefined
        ? [...pledge.activities, added]
        : pledge.activities.map((one) => (one === empty ? { ...empty, ...said } : one));
    take({ ...pledge, activities });
  };
  /** Its words and where they are from; words that stand there already are written once. */
  const tie = ({ id, text }: Card) =>
    take({
      ...pledge,
      causes: written.includes(text) ? written : [...written, text],
      causeIds: [...causeIds, id as CauseId],
    });
  const untie = ({ id, text }: Card) =>
    take({ ...pledge, causes: written.filter((one) => one !== text), causeIds: causeIds.filter((one) => one !== id) });
  return (
    <details>
      <summary ref={summary}>
        {causes.length + measures.length === 0
          ? say(words.allFromAnalysis, lang)
          : say(words.fromAnalysis, lang, { count: causes.length + measures.length })}
      </summary>
      <ul className="list">
        {causes.map((card) => (
          <li key={card.id}>
            <span lang="sv">{card.text}</span>
            <Button small label={say(words.addCauseNamed, lang, { text: card.text })} onPress={() => tie(card)}>
              {say(words.addCause, lang)}
            </Button>
          </li>
        ))}
        {measures.map((card) => (
          <li key={card.id}>
            <span lang="sv">{card.text}</span>
            <Button small label={say(words.makeActivityNamed, lang, { text: card.text })} onPress={() => promise(card)}>
              {say(words.makeActivity, lang)}
            </Button>
          </li>
        ))}
        {tied.map((card) => (
          <li key={card.id}>
            <span>
              <span lang="sv">{card.text}</span> <span className="small quiet">{say(words.causeTied, lang)}</span>
            </span>
            <Button small label={say(words.untieCauseNamed, lang, { text: card.text })} onPress={() => untie(card)}>
              {say(words.untieCause, lang)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
