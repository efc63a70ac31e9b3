import { useRef } from "react";
import { type Lang, say } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { readCauses } from "../../prioritise/causes/api.ts";
import { Button } from "../../ui/button.tsx";
import type { Pledge } from "../document.ts";
import { words } from "../words.ts";
import { newActivity } from "./new-parts.ts";

type Props = { partnership: string; pledge: Pledge; lang: Lang; onChange: (pledge: Pledge) => void };

/** What the analysis of the pledge's problems has found, so that nobody writes it twice: causes to act on, and measures to promise. */
export function FromAnalysis(props: Props) {
  return props.pledge.problemIds.map((problemId) => <OfProblem key={problemId} {...props} problemId={problemId} />);
}

function OfProblem({ partnership, pledge, lang, onChange, problemId }: Props & { problemId: string }) {
  const summary = useRef<HTMLElement>(null);
  const { value } = useAnswer(readCauses, { partnership, id: problemId });
  const written = pledge.causes ?? [];
  const promised = pledge.activities.map(({ text }) => text);
  const causes = (value?.causes ?? []).filter(({ setAside, text }) => setAside === null && !written.includes(text));
  const measures = (value?.measures ?? []).filter(
    ({ setAside, text }) => setAside === null && !promised.some((one) => one.startsWith(text)),
  );
  if (causes.length + measures.length === 0) return null;
  // What is taken leaves the list: whoever pressed goes on from its heading.
  const take = (next: Pledge) => {
    summary.current?.focus();
    onChange(next);
  };
  const promise = (text: string) => {
    // An activity nobody has written in yet is the place for it.
    const empty = pledge.activities.find((one) => one.text === "");
    const added = { ...newActivity(`${pledge.order}.${pledge.activities.length + 1}`), text };
    const activities =
      empty === undefined
        ? [...pledge.activities, added]
        : pledge.activities.map((one) => (one === empty ? { ...empty, text } : one));
    take({ ...pledge, activities });
  };
  return (
    <details>
      <summary ref={summary}>{say(words.fromAnalysis, lang, { count: causes.length + measures.length })}</summary>
      <ul className="list">
        {causes.map(({ id, text }) => (
          <li key={id}>
            <span lang="sv">{text}</span>
            <Button
              small
              label={say(words.addCauseNamed, lang, { text })}
              onPress={() => take({ ...pledge, causes: [...written, text] })}
            >
              {say(words.addCause, lang)}
            </Button>
          </li>
        ))}
        {measures.map(({ id, text }) => (
          <li key={id}>
            <span lang="sv">{text}</span>
            <Button small label={say(words.makeActivityNamed, lang, { text })} onPress={() => promise(text)}>
              {say(words.makeActivity, lang)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
