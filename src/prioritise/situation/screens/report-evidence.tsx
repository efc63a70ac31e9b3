// An adopted situation report as evidence: the form that cites it, and the way to it from the problem that rests on it.
import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { CiteForm } from "../../screens/cite-form.tsx";
import { listSituationReports } from "../api.ts";
import { words } from "../words.ts";

/** Leads to the report, as it was adopted. */
export function CitedReport({
  partnership,
  lang,
  reportId,
}: Pick<ScreenProps, "partnership" | "lang"> & { reportId: string }) {
  const list = useAnswer(listSituationReports, { partnership });
  const report = list.value?.reports.find(({ id }) => id === reportId);
  if (report === undefined || report.adoptedOn === null) return null;
  return (
    <p className="measure">
      <a href={`/lagesbild/${partnership}/rapport-${report.slug}`}>
        {say(words.report, lang, { period: formatPeriod(report.from, report.to, lang) })}
      </a>
      , {say(words.adoptedBy, lang, { day: formatDay(report.adoptedOn, lang), body: report.adoptedBy ?? "" })}
    </p>
  );
}

/** Those that are adopted: what is in work may still say something else. */
export function CiteReport({ partnership, lang, problemId }: ScreenProps & { problemId: string }) {
  const list = useAnswer(listSituationReports, { partnership });
  const [reportId, setReport] = useState("");
  const adopted = (list.value?.reports ?? []).filter(({ state }) => state === "adopted");
  if (adopted.length === 0) return null;
  return (
    <CiteForm
      {...{ partnership, lang, problemId }}
      summary={say(words.cite, lang)}
      missing={reportId === "" ? say(words.citeNeeded, lang) : undefined}
      evidence={(said) => ({ kind: "situation", refId: reportId, ...said })}
      onCited={() => setReport("")}
    >
      <Select
        label={say(words.citeWhich, lang)}
        empty="–"
        value={reportId}
        onChange={setReport}
        options={adopted.map(({ id, from, to }) => ({
          value: id,
          word: say(words.report, lang, { period: formatPeriod(from, to, lang) }),
        }))}
      />
    </CiteForm>
  );
}
