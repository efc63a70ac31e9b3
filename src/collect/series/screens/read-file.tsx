import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Day, dayOf, instantOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { readSeriesFile, tryOutSeriesFile } from "../api.ts";
import { AREAS, type Areas } from "../reading.ts";
import { absences, areaChoices, sayArea, sayPeriod, saySeriesProblem, seriesKinds } from "../words.ts";
import { TakeBack } from "./take-back.tsx";
import { words } from "./words.ts";

type Tried = OutputOf<typeof tryOutSeriesFile>;
type Run = OutputOf<typeof readSeriesFile>;
type Report = Omit<Tried, "kind" | "source" | "licence" | "asOf" | "first">;
type Told = {
  readonly tried?: Tried;
  readonly run?: Run;
  readonly undone?: { values: number; series: number };
  readonly refusal?: string;
};

/** /lyssna/<p>/las-in-statistik: a file is known by itself, tried out, read in and, if it was the wrong one, taken back. */
export function ReadSeriesScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const tryOut = useCommand(tryOutSeriesFile);
  const read = useCommand(readSeriesFile);
  const [file, setFile] = useState<File>();
  const [retrievedOn, setRetrievedOn] = useState<Day>();
  const [areas, setAreas] = useState<Areas>("near");
  const [errors, setErrors] = useState<{ readonly file?: string; readonly day?: string }>({});
  const [told, setTold] = useState<Told>({});

  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setTold({});
    // When the browser saved it is when it was fetched; whoever knows better says so.
    if (chosen !== undefined) setRetrievedOn(dayOf(instantOf(chosen.lastModified)));
  };
  const send = async (keep: boolean) => {
    setErrors({
      ...(file === undefined ? { file: say(words.fileNeeded, lang) } : {}),
      ...(retrievedOn === undefined ? { day: say(words.dayNeeded, lang) } : {}),
    });
    if (file === undefined || retrievedOn === undefined) return;
    const input = { partnership, fileName: file.name, retrievedOn, areas };
    if (keep) {
      const result = await read.run(input, file);
      setTold(result.ok ? { run: result.value } : { refusal: result.refusal.sentence });
    } else {
      const result = await tryOut.run(input, file);
      setTold(result.ok ? { tried: result.value } : { refusal: result.refusal.sentence });
    }
  };

  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.readHeading, lang)}
        over={partnershipName}
        lead={say(words.readLead, lang)}
        actions={<LinkButton href={`/lyssna/${partnership}/statistik`}>{say(words.back, lang)}</LinkButton>}
      />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
      >
        <FileField
          label={say(words.file, lang)}
          guide={say(words.fileGuide, lang)}
          accept=".xlsx,.csv,.txt,.json,.px,.gz"
          error={errors.file}
          onChange={(files) => choose(files[0])}
        />
        <DateField
          label={say(words.retrieved, lang)}
          guide={say(words.retrievedGuide, lang)}
          value={retrievedOn ?? ""}
          error={errors.day}
          onChange={setRetrievedOn}
        />
        <ChoiceGroup
          label={say(words.areas, lang)}
          value={areas}
          onChange={(value) => {
            setAreas(value as Areas);
            setTold({});
          }}
          options={AREAS.map((value) => ({ value, word: say(areaChoices[value], lang) }))}
        />
        <Button type="submit" kind={told.tried === undefined ? "main" : "plain"} busy={tryOut.busy}>
          {say(words.tryOut, lang)}
        </Button>
      </form>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.tried !== undefined && (
        <TriedOut tried={told.tried} busy={read.busy} onRead={() => void send(true)} lang={lang} />
      )}
      {told.run !== undefined && told.undone === undefined && (
        <section className="stack">
          <Notice
            kind={told.run.unreadable === 0 ? "done" : "advice"}
            heading={say(words.done, lang, { file: told.run.fileName })}
            safe={say(words.doneSafe, lang)}
            live
          />
          <ReportOf report={told.run} lang={lang} />
          <div className="row">
            <LinkButton kind="main" href={`/lyssna/${partnership}/statistik`}>
              {say(words.toSeries, lang)}
            </LinkButton>
            <TakeBack
              reading={told.run}
              partnership={partnership}
              lang={lang}
              onDone={(undone) => setTold({ ...told, undone })}
            />
          </div>
        </section>
      )}
      {told.run !== undefined && told.undone !== undefined && (
        <Notice
          kind="done"
          heading={say(words.takenBack, lang, { file: told.run.fileName })}
          text={say(words.takenBackText, lang, told.undone)}
          live
        />
      )}
    </div>
  );
}

function TriedOut(props: { tried: Tried; busy: boolean; onRead: () => void; lang: Lang }) {
  const { tried, lang } = props;
  const isNothing = tried.added + tried.changed + tried.older === 0;
  return (
    <section className="stack">
      <Notice
        kind={tried.unreadable === 0 ? "note" : "advice"}
        heading={say(words.triedHeading, lang, { kind: say(seriesKinds[tried.kind], lang) })}
        text={isNothing ? say(words.triedNothing, lang) : undefined}
        live
      />
      <Facts
        facts={[
          { name: say(words.source, lang), value: tried.source },
          { name: say(words.licence, lang), value: tried.licence },
          { name: say(words.asOf, lang), value: formatDay(tried.asOf as Day, lang) },
        ]}
      />
      <ReportOf report={tried} lang={lang} />
      {tried.first.length > 0 && (
        <DataTable
          caption={say(words.firstOnes, lang)}
          rows={tried.first}
          rowKey={({ slug }) => slug}
          columns={[
            { head: say(words.what, lang), names: true, cell: ({ name, unit }) => `${name}, ${unit}` },
            { head: say(words.where, lang), cell: ({ area }) => sayArea(area, lang) },
            { head: say(words.period, lang), cell: ({ step, latest }) => sayPeriod({ step, ...latest }, lang) },
            {
              head: say(words.value, lang),
              number: true,
              cell: ({ latest }) =>
                latest.value === undefined
                  ? say(absences[latest.absent ?? "missing"], lang)
                  : formatNumber(latest.value, lang),
            },
          ]}
        />
      )}
      <Button kind="main" onPress={props.onRead} busy={props.busy}>
        {say(words.read, lang)}
      </Button>
    </section>
  );
}

const COUNTED = [
  "series",
  "newSeries",
  "added",
  "changed",
  "same",
  "older",
  "absent",
  "outside",
  "unreadable",
] as const;

function ReportOf({ report, lang }: { report: Report; lang: Lang }) {
  return (
    <>
      <Facts
        facts={COUNTED.map((name) => ({ name: say(words[name], lang), value: formatNumber(report[name], lang) }))}
      />
      {report.problems.length > 0 && (
        <>
          <SectionHeading heading={say(words.problems, lang)} level={3}>
            {say(words.shownProblems, lang, {
              shown: report.problems.length,
              total: formatNumber(report.unreadable, lang),
            })}
          </SectionHeading>
          <ul className="list">
            {report.problems.map((problem, place) => (
              <li key={`${place} ${problem.line}`}>{saySeriesProblem(problem, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
