import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { setCauseAside, setMeasureAside } from "../api.ts";
import { words } from "../words.ts";
import type { Analysed } from "./read-analysis.ts";

/** «Avskriv, därför att …»: under the card that is changed, out of the way until it is asked for. Lies within the card's form and sends by its own button. */
export function Aside(
  props: ScreenProps & {
    problem: Analysed;
    card: { readonly id: string; readonly version: number };
    kind: "cause" | "measure";
    onDone: () => void;
  },
) {
  const { partnership, lang, problem, card, kind, onDone } = props;
  const [because, setBecause] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const cause = useCommand(setCauseAside);
  const measure = useCommand(setMeasureAside);
  const send = async () => {
    const said = { partnership, id: problem.id, version: card.version, because };
    const result =
      kind === "cause"
        ? await cause.run({ ...said, causeId: card.id })
        : await measure.run({ ...said, measureId: card.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onDone();
  };
  return (
    <details>
      <summary>{say(words.aside, lang)}</summary>
      <div className="stack">
        <PersonLine label={say(words.because, lang)} about="reason" lang={lang} value={because} onChange={setBecause} />
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <div className="row">
          <Button busy={cause.busy || measure.busy} onPress={() => void send()}>
            {say(words.aside, lang)}
          </Button>
        </div>
      </div>
    </details>
  );
}
