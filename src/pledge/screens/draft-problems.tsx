import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { listProblems } from "../../prioritise/api.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import type { Pledge } from "../document.ts";
import { draft } from "../draft-words.ts";
import { fieldId } from "./draft-fields.ts";

/** The problems of Prioritise, each to be tied to the promise or not; those nobody takes up are left out unless they are tied already. */
export function ProblemsOf({
  partnership,
  pledge,
  lang,
  onChange,
}: {
  partnership: string;
  pledge: Pledge;
  lang: Lang;
  onChange: (pledge: Pledge) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const { value } = useAnswer(listProblems, { partnership }, { enabled: isOpen });
  const tied: readonly string[] = pledge.problemIds;
  const problems = value?.problems.filter(
    ({ id, state }) => state === "chosen" || state === "open" || tied.includes(id),
  );
  const tie = (id: string, isTied: boolean) =>
    onChange({
      ...pledge,
      problemIds: (isTied ? [...tied, id] : tied.filter((one) => one !== id)) as Pledge["problemIds"],
    });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={fieldId(String(pledge.order), "problems")}>
        {say(draft.problemsChosen, lang, { count: tied.length })}
      </summary>
      {problems !== undefined && problems.length === 0 && <p>{say(draft.noProblems, lang)}</p>}
      <div className="stack-tight" lang="sv">
        {problems?.map(({ id, what }) => (
          <Checkbox key={id} label={what} checked={tied.includes(id)} onChange={(isTied) => tie(id, isTied)} />
        ))}
      </div>
    </details>
  );
}
