import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { useComing } from "../../../ui/use-coming.ts";
import { words } from "../../screens/words.ts";
import { type importFile, undoImport } from "../api.ts";
import type { ImportReport } from "../import-report.ts";
import { sayProblem, screenWords } from "../words.ts";

/** Every line accounted for, and each that could not be read by itself. */
export function Counts({ report, lang }: { report: ImportReport; lang: Lang }) {
  const count = (value: number) => formatNumber(value, lang);
  // Something is told also of rows that could be read.
  const hasMore = report.problems.length > report.unreadable;
  return (
    <>
      <Facts
        facts={[
          { name: say(words.read, lang), value: count(report.read) },
          { name: say(words.added, lang), value: count(report.added) },
          { name: say(words.changed, lang), value: count(report.changed) },
          { name: say(words.same, lang), value: count(report.same) },
          { name: say(words.outside, lang), value: count(report.outside) },
          { name: say(words.unreadable, lang), value: count(report.unreadable) },
        ]}
      />
      {report.problems.length > 0 && (
        <>
          <SectionHeading heading={say(hasMore ? screenWords.lookOver : words.problems, lang)}>
            {say(words.allOf, lang, {
              shown: report.problems.length,
              total: count(Math.max(report.unreadable, report.problems.length)),
            })}
          </SectionHeading>
          <ul className="list">
            {report.problems.map((problem) => (
              <li key={`${problem.line} ${problem.column ?? ""} ${problem.expected}`}>{sayProblem(problem, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What there would be, and that nothing has been changed. */
export function FoundReport({ fileName, report, lang }: { fileName: string; report: ImportReport; lang: Lang }) {
  const place = useComing();
  return (
    <section className="stack" ref={place} tabIndex={-1}>
      <Notice
        kind={report.unreadable === 0 ? "done" : "advice"}
        heading={say(screenWords.tried, lang, { file: fileName })}
        safe={say(screenWords.triedSafe, lang)}
        live
      />
      <Counts report={report} lang={lang} />
    </section>
  );
}

type Run = Omit<OutputOf<typeof importFile>, "source">;

/** What came of it. */
export function RunReport({ run, lang }: { run: Run; lang: Lang }) {
  const place = useComing();
  return (
    <section className="stack" ref={place} tabIndex={-1}>
      <Notice
        kind={run.unreadable === 0 ? "done" : "advice"}
        heading={say(words.importDone, lang, { file: run.fileName })}
        safe={say(words.importSafe, lang)}
        live
      />
      <Counts report={run} lang={lang} />
    </section>
  );
}

export type Undone = Pick<Run, "fileName" | "removed" | "putBack">;

export function UndoneNotice({ undone, lang }: { undone: Undone; lang: Lang }) {
  const counts = { removed: formatNumber(undone.removed, lang), putBack: formatNumber(undone.putBack, lang) };
  return (
    <Notice
      kind="done"
      heading={say(words.importUndone, lang, { file: undone.fileName })}
      text={say(words.importUndoneText, lang, counts)}
      live
    />
  );
}

/** Asked once more before everything is taken back. */
export function Undo(props: {
  run: Pick<Run, "id" | "fileName">;
  partnership: string;
  lang: Lang;
  onBegun: () => void;
}) {
  const { run, partnership, lang } = props;
  const undo = useCommand(undoImport);
  const [asks, setAsks] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const takeBack = async () => {
    const result = await undo.run({ partnership, id: run.id });
    if (result.ok) props.onBegun();
    else setRefusal(result.refusal.sentence);
  };
  return (
    <>
      {asks ? (
        <div className="stack-tight">
          <p>{say(screenWords.undoAsk, lang, { file: run.fileName })}</p>
          <div className="row">
            <Button kind="main" small onPress={() => void takeBack()} busy={undo.busy}>
              {say(screenWords.undoYes, lang)}
            </Button>
            <Button small onPress={() => setAsks(false)}>
              {say(screenWords.undoNo, lang)}
            </Button>
          </div>
        </div>
      ) : (
        <Button small onPress={() => setAsks(true)} label={`${say(words.undoImport, lang)}: ${run.fileName}`}>
          {say(words.undoImport, lang)}
        </Button>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
    </>
  );
}
