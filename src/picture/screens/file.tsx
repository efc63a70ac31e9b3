import { useCallback, useMemo, useState, type ReactNode } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { explorerWords, fileWrong, unopened, words } from "../words.ts";
import { FileExplored } from "./file-explored.tsx";
import { fileAddress, type LookedAtFile, readFileQuestion } from "./file-question.ts";
import {
  COLUMN_ROLES,
  type ColumnGuess,
  type ColumnRole,
  type FileProblem,
  type FileReading,
  type FileShape,
} from "./file-shape.ts";
import { type EventsFrom, type Holding, useExplorer } from "./use-explorer.ts";
import { useGesture } from "./use-gesture.ts";

/** /lagesbild/<p>/fil: a file of the reader's own in the same explorer. It is read in the browser and goes nowhere. */
export function FileScreen({ partnership, lang, query }: ScreenProps) {
  const [from, setFrom] = useState<Extract<EventsFrom, { file: File }>>();
  const explorer = useExplorer(from);
  const said = query.toString();
  const write = useCallback((value: LookedAtFile) => fileAddress(partnership, value), [partnership]);
  const { value, isMoving, move } = useGesture(said, readFileQuestion, write);
  const settled = useMemo(() => readFileQuestion(said), [said]);
  const looked = isMoving ? value : settled;
  const { holding } = explorer;
  const open = (files: readonly File[]) => {
    const [file] = files;
    if (file !== undefined) setFrom({ file, reading: undefined });
  };
  if (from !== undefined && holding.state === "open")
    return (
      <div className="explorer">
        <FileExplored
          lang={lang}
          name={from.file.name}
          looked={looked}
          isMoving={isMoving}
          explorer={explorer}
          facts={holding.facts}
          move={move}
          close={
            <Button kind="bare" small onPress={() => setFrom(undefined)}>
              {say(explorerWords.fileAnother, lang)}
            </Button>
          }
          about={
            <About
              lang={lang}
              shape={holding.shape}
              problems={holding.problems}
              wrongCells={holding.wrongCells}
              read={(reading) => setFrom({ file: from.file, reading })}
            />
          }
        />
      </div>
    );
  return (
    <div className="stack">
      <Breadcrumb
        lang={lang}
        parts={[
          { word: say(words.heading, lang), href: `/lagesbild/${partnership}` },
          { word: say(explorerWords.fileHeading, lang) },
        ]}
      />
      <PageHeading heading={say(explorerWords.fileHeading, lang)} lead={say(explorerWords.fileLead, lang)} />
      {from === undefined && (
        <FileField
          label={say(explorerWords.fileLabel, lang)}
          guide={say(explorerWords.fileGuide, lang)}
          accept=".csv,.gz,.txt,.tsv,.samsyn,text/csv"
          onChange={open}
        />
      )}
      {from !== undefined && (
        <Reading lang={lang} name={from.file.name} holding={holding} again={() => setFrom(undefined)}>
          {holding.state === "failed" && holding.shape !== undefined && (
            <ColumnChoice lang={lang} shape={holding.shape} read={(reading) => setFrom({ file: from.file, reading })} />
          )}
        </Reading>
      )}
    </div>
  );
}

function Reading(props: { lang: Lang; name: string; holding: Holding; again: () => void; children: ReactNode }) {
  const { lang, holding } = props;
  if (holding.state === "failed")
    return (
      <Notice kind="error" heading={say(unopened[holding.trouble], lang)} live>
        {props.children}
        <Button onPress={props.again}>{say(explorerWords.fileAnother, lang)}</Button>
      </Notice>
    );
  const rows = holding.state === "opening" ? holding.rows : 0;
  return (
    <Loading
      text={say(explorerWords.fileReading, lang, { name: props.name })}
      note={rows === 0 ? undefined : say(explorerWords.fileRows, lang, { rows: formatNumber(rows, lang) })}
    />
  );
}

/** That the file stays here, what could not be read, and which column is what. */
function About(props: {
  lang: Lang;
  shape: FileShape | undefined;
  problems: readonly FileProblem[];
  wrongCells: number;
  read: (reading: FileReading) => void;
}) {
  const { lang, shape, problems } = props;
  const isPlaced = shape?.columns.lon !== undefined && shape.columns.lat !== undefined;
  return (
    <>
      {problems.length > 0 && (
        <Notice
          kind="advice"
          heading={say(explorerWords.fileProblems, lang, { count: formatNumber(props.wrongCells, lang) })}
          text={say(explorerWords.fileProblemsText, lang)}
        >
          <ul className="small">
            {problems.slice(0, FIRST_PROBLEMS).map(({ line, column, read, wrong }) => (
              <li key={`${line} ${column}`}>{say(fileWrong[wrong], lang, { line, column, read })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {shape !== undefined && !isPlaced && (
        <Notice
          kind="advice"
          heading={say(explorerWords.fileNoPlace, lang)}
          text={say(explorerWords.fileNoPlaceText, lang)}
        />
      )}
      {shape !== undefined && (
        <details open={!isPlaced}>
          <summary>{say(explorerWords.fileColumns, lang)}</summary>
          <ColumnChoice lang={lang} shape={shape} read={props.read} />
        </details>
      )}
    </>
  );
}

const FIRST_PROBLEMS = 5;
const ROLE_WORDS: Readonly<Record<ColumnRole, (typeof explorerWords)["roleLon"]>> = {
  lon: explorerWords.roleLon,
  lat: explorerWords.roleLat,
  time: explorerWords.roleTime,
  hour: explorerWords.roleHour,
  until: explorerWords.roleUntil,
  category: explorerWords.roleCategory,
  source: explorerWords.roleSource,
};

function ColumnChoice(props: { lang: Lang; shape: FileShape; read: (reading: FileReading) => void }) {
  const { lang, shape } = props;
  const [columns, setColumns] = useState<ColumnGuess>(shape.columns);
  const [dayOrder, setDayOrder] = useState(shape.dayOrder);
  const choose = (role: ColumnRole, heading: string) => {
    const { [role]: _before, ...others } = columns;
    setColumns(heading === "" ? others : { ...others, [role]: heading });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.read({ columns, dayOrder });
      }}
    >
      <div className="filter-row">
        {COLUMN_ROLES.map((role) => (
          <Select
            key={role}
            label={say(ROLE_WORDS[role], lang)}
            empty={say(explorerWords.fileNoColumn, lang)}
            value={columns[role] ?? ""}
            options={shape.heading.map((heading) => ({ value: heading, word: heading }))}
            onChange={(heading) => choose(role, heading)}
          />
        ))}
        {shape.dayOrder !== undefined && (
          <Select
            label={say(explorerWords.dayOrder, lang)}
            value={dayOrder}
            options={[
              { value: "day-first", word: say(explorerWords.dayFirst, lang) },
              { value: "month-first", word: say(explorerWords.monthFirst, lang) },
            ]}
            onChange={(order) => setDayOrder(order === "month-first" ? "month-first" : "day-first")}
          />
        )}
      </div>
      <Button type="submit">{say(explorerWords.fileColumnsRead, lang)}</Button>
    </form>
  );
}
