import { useState } from "react";
import { dayOf } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { layReportAside, takeReportUp } from "../api.ts";
import { words } from "../words.ts";
import { leads, type ReportProps } from "./read-report.ts";

/** That it was laid aside, by whom and why; and the way back for one who leads, where no other has come in its place. */
export function Aside(props: ReportProps & { onDone: () => void }) {
  const { partnership, lang, report, onDone } = props;
  const up = useCommand(takeReportUp);
  const [refusal, setRefusal] = useState<string>();
  if (report.aside === null) return null;
  const { by, at, reason, isFollowed } = report.aside;
  const takeUp = async () => {
    const result = await up.run({ partnership, slug: report.slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onDone();
  };
  return (
    <div className="stack-tight">
      <Notice
        heading={say(words.wasAside, lang, { by, day: formatDay(dayOf(at), lang), reason })}
        text={isFollowed ? say(words.asideFollowed, lang) : undefined}
      />
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {!isFollowed && leads(props) && (
        <div className="row">
          <Button busy={up.busy} onPress={() => void takeUp()}>
            {say(words.takeUp, lang)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Folded in: the seldom way out of a report in work. */
export function LayAside({ partnership, lang, report, onDone }: ReportProps & { onDone: () => void }) {
  const laying = useCommand(layReportAside);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; field?: string | undefined }>();
  const send = async () => {
    const result = await laying.run({ partnership, slug: report.slug, reason });
    setProblem(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (result.ok) onDone();
  };
  return (
    <details>
      <summary>{say(words.layAside, lang)}</summary>
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say(words.layAsideText, lang)}</p>
        {problem !== undefined && problem.field === undefined && (
          <Notice kind="error" level={3} heading={problem.sentence} live />
        )}
        <PersonText
          about="matter"
          lang={lang}
          label={say(words.asideReason, lang)}
          guide={say(words.asideReasonGuide, lang)}
          value={reason}
          onChange={setReason}
          rows={2}
          error={problem?.field === "reason" ? problem.sentence : undefined}
        />
        <div className="row">
          <Button type="submit" busy={laying.busy}>
            {say(words.layAside, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
