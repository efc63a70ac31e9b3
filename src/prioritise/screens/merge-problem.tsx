import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { type listProblems, mergeProblem } from "../api.ts";
import { CHOOSERS } from "../problem.ts";
import { words } from "../words.ts";

type Listed = OutputOf<typeof listProblems>["problems"][number];

/** «För ihop med ett annat problem»: the same thing raised twice goes on in one of them, with a reason that everybody reads. */
export function MergeProblem({
  partnership,
  lang,
  person,
  go,
  problem,
  problems,
}: ScreenProps & { problem: Listed; problems: readonly Listed[] }) {
  const merging = useCommand(mergeProblem);
  const [into, setInto] = useState("");
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const others = problems.filter(({ id, state }) => id !== problem.id && (state === "open" || state === "chosen"));
  const may = problem.state === "open" && person.grants.some(({ role }) => CHOOSERS.includes(role));
  if (!may || others.length === 0) return null;
  const send = async () => {
    const other = others.find(({ id }) => id === into);
    if (other === undefined) return setRefusal(say(words.problemNeeded, lang));
    const result = await merging.run({
      partnership,
      id: problem.id,
      into: other.id,
      publicReason: reason,
    });
    // Where it goes on: whoever merged reads there what both now rest on.
    if (result.ok) go(`/prioritera/${partnership}/${other.slug}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <details>
      <summary>{say(words.mergeHead, lang)}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say(words.mergeLead, lang)}</p>
        <Select
          label={say(words.mergeInto, lang)}
          empty={say(words.chooseProblem, lang)}
          value={into}
          onChange={setInto}
          options={others.map(({ id, what }) => ({ value: id, word: what }))}
        />
        <TextArea label={say(words.mergeReason, lang)} value={reason} onChange={setReason} rows={2} />
        {refusal !== undefined && <FormError text={refusal} />}
        <div className="row">
          <Button type="submit" busy={merging.busy}>
            {say(words.merge, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
