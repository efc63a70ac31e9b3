import { type ReactNode, useState } from "react";
import type { InputOf } from "../../ground/endpoint.ts";
import { say } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { citeEvidence } from "../api.ts";
import { STRENGTHS, type Strength } from "../problem.ts";
import { strengths, words } from "../words.ts";

type Evidence = InputOf<typeof citeEvidence>["evidence"];

type Props = Pick<ScreenProps, "partnership" | "lang"> & {
  problemId: string;
  /** What has not been chosen yet, as a sentence. */
  missing: string | undefined;
  /** The evidence of what has been chosen, with what is said of it. */
  evidence: (said: Pick<Evidence, "caption" | "strength">) => Evidence;
  /** What is proposed to be said of it. */
  caption?: string;
  onCited: () => void;
  children: ReactNode;
};

/** Folded out under a problem. */
export function CiteForm({ summary, ...props }: Props & { summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <CiteFields {...props} />
    </details>
  );
}

/** Evidence of any kind is cited alike: something is chosen, and it is said what it shows and how strongly. */
export function CiteFields(props: Props) {
  const { partnership, lang, problemId, missing, evidence, onCited, children } = props;
  const cite = useCommand(citeEvidence);
  const [typed, setTyped] = useState<string>();
  const caption = typed ?? props.caption ?? "";
  const [strength, setStrength] = useState<Strength>("fair");
  const [refusal, setRefusal] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  // What is missing is said once it was asked for, and no longer when it is there.
  const told = isAsked && missing !== undefined ? missing : refusal;
  const send = async () => {
    setAsked(true);
    setRefusal(undefined);
    if (missing !== undefined) return;
    const result = await cite.run({ partnership, id: problemId, evidence: evidence({ caption, strength }) });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    setAsked(false);
    onCited();
    setTyped(undefined);
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      <TextField label={say(words.caption, lang)} value={caption} onChange={setTyped} required />
      <Select
        label={say(words.strength, lang)}
        value={strength}
        onChange={(value) => setStrength(value as Strength)}
        options={STRENGTHS.map((value) => ({ value, word: say(strengths[value], lang) }))}
      />
      {told !== undefined && <FormError text={told} />}
      <div className="row">
        <Button type="submit" busy={cite.busy}>
          {say(words.addEvidence, lang)}
        </Button>
      </div>
    </form>
  );
}
