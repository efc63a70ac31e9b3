import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { callMeetingOff } from "../api.ts";
import { words } from "../words.ts";
import type { MeetingProps } from "./read-meeting.ts";

/** Folded in: the seldom way out of a meeting that is not held. */
export function CallOff({ partnership, lang, meeting, onDone }: MeetingProps & { onDone: () => void }) {
  const calling = useCommand(callMeetingOff);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; field?: string | undefined }>();
  const send = async () => {
    const result = await calling.run({ partnership, on: meeting.on, reason });
    setProblem(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (result.ok) onDone();
  };
  return (
    <details>
      <summary>{say(words.callOff, lang)}</summary>
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say(words.callOffText, lang)}</p>
        {problem !== undefined && problem.field === undefined && (
          <Notice kind="error" level={3} heading={problem.sentence} live />
        )}
        <PersonText
          about="matter"
          lang={lang}
          label={say(words.callOffReason, lang)}
          guide={say(words.callOffReasonGuide, lang)}
          value={reason}
          onChange={setReason}
          rows={2}
          error={problem?.field === "reason" ? problem.sentence : undefined}
        />
        <div className="row">
          <Button type="submit" busy={calling.busy}>
            {say(words.callOff, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
