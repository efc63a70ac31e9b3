import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { listSources } from "../../api.ts";
import { importFile, listImportRuns, peekAtFile, undoImport } from "../api.ts";
import type { ImportKind } from "../import-report.ts";
import type { Mapping } from "../mapping.ts";
import { sayProblem } from "../words.ts";
import { MappingForm, mappingOf, type MappingDraft, guessMapping } from "./mapping-form.tsx";
import { words } from "../../screens/words.ts";

type Peeked = OutputOf<typeof peekAtFile>;
type Run = OutputOf<typeof importFile>;

/** /lyssna/<p>/las-in: a file, which column is what, and line by line what came of it. */
export function ImportScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const sources = useAnswer(listSources, { partnership });
  const runs = useAnswer(listImportRuns, { partnership });
  const peek = useCommand(peekAtFile);
  const read = useCommand(importFile);
  const [kind, setKind] = useState<ImportKind>("polisen");
  const [area, setArea] = useState<"county" | "country">("county");
  const [file, setFile] = useState<File>();
  const [peeked, setPeeked] = useState<Peeked>();
  const [draft, setDraft] = useState<MappingDraft>();
  const [source, setSource] = useState("");
  const [sourceName, setSourceName] = useState("");
  const [told, setTold] = useState<{ run?: Run; refusal?: string }>({});

  const own = sources.state === "answered" ? sources.value.sources.filter((one) => one.kind === "event-file") : [];
  const choose = async (chosen: File | undefined, as: ImportKind) => {
    setFile(chosen);
    setPeeked(undefined);
    setTold({});
    if (chosen === undefined || as !== "csv") return;
    // The beginning is enough to see the columns; a packed file is sent whole.
    const start = chosen.name.endsWith(".gz") ? chosen : chosen.slice(0, 64 * 1024);
    const result = await peek.run({ partnership }, start);
    if (!result.ok) return setTold({ refusal: result.refusal.sentence });
    const before = runs.state === "answered" ? lastMapping(runs.value.runs, result.value.heading) : undefined;
    setPeeked(result.value);
    setDraft(guessMapping(result.value.heading, before));
  };
  const send = async () => {
    if (file === undefined) return;
    const mapping = kind === "csv" && draft !== undefined ? mappingOf(draft) : undefined;
    const result = await read.run(
      {
        partnership,
        kind,
        fileName: file.name,
        area,
        ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
        ...(source === "" ? {} : { source }),
        ...(sourceName === "" ? {} : { sourceName }),
      },
      file,
    );
    setTold(result.ok ? { run: result.value } : { refusal: result.refusal.sentence });
  };

  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.importHeading, lang)} over={partnershipName} lead={say(words.importLead, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ChoiceGroup
          label={say(words.importKind, lang)}
          value={kind}
          onChange={(value) => {
            setKind(value as ImportKind);
            void choose(file, value as ImportKind);
          }}
          options={[
            { value: "polisen", word: say(words.polisen, lang), guide: say(words.polisenGuide, lang) },
            { value: "csv", word: say(words.csv, lang), guide: say(words.csvGuide, lang) },
          ]}
        />
        <FileField
          label={say(words.file, lang)}
          guide={say(words.fileGuide, lang)}
          accept={kind === "polisen" ? ".json,.ndjson,.gz" : ".csv,.txt,.tsv,.json,.ndjson,.geojson,.gz"}
          onChange={(files) => void choose(files[0], kind)}
        />
        {kind === "polisen" && (
          <ChoiceGroup
            label={say(words.area, lang)}
            value={area}
            onChange={(value) => setArea(value as typeof area)}
            columns={2}
            options={[
              { value: "county", word: say(words.county, lang) },
              { value: "country", word: say(words.country, lang) },
            ]}
          />
        )}
        {kind === "csv" && peeked !== undefined && draft !== undefined && (
          <>
            {own.length > 0 && (
              <Select
                label={say(words.chooseSource, lang)}
                empty={say(words.newSource, lang)}
                value={source}
                onChange={setSource}
                options={own.map(({ slug, name }) => ({ value: slug, word: name }))}
              />
            )}
            {source === "" && (
              <TextField label={say(words.sourceName, lang)} value={sourceName} onChange={setSourceName} required />
            )}
            <MappingForm peeked={peeked} draft={draft} onChange={setDraft} lang={lang} />
          </>
        )}
        <Button type="submit" kind="main" busy={read.busy}>
          {say(words.readIn, lang)}
        </Button>
      </form>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.run !== undefined && <Report key={told.run.id} run={told.run} partnership={partnership} lang={lang} />}
    </div>
  );
}

/** The latest mapping whose columns this file has too. */
function lastMapping(
  runs: readonly { readonly mapping?: Mapping | undefined }[],
  heading: readonly string[],
): MappingDraft | undefined {
  for (const { mapping } of runs) {
    if (mapping === undefined) continue;
    const draft = guessMapping(heading, undefined, mapping);
    if (draft.time !== "") return draft;
  }
  return undefined;
}

function Report({ run, partnership, lang }: { run: Run; partnership: string; lang: Lang }) {
  const count = (value: number) => formatNumber(value, lang);
  const undo = useCommand(undoImport);
  const [undone, setUndone] = useState<OutputOf<typeof undoImport>>();
  const [refusal, setRefusal] = useState<string>();
  const takeBack = async () => {
    const result = await undo.run({ partnership, id: run.id });
    if (result.ok) setUndone(result.value);
    else setRefusal(result.refusal.sentence);
  };
  if (undone !== undefined)
    return (
      <Notice
        kind="done"
        heading={say(words.importUndone, lang, { file: run.fileName })}
        text={say(words.importUndoneText, lang, { removed: count(undone.removed), putBack: count(undone.putBack) })}
        live
      />
    );
  return (
    <section className="stack">
      <Notice
        kind={run.unreadable === 0 ? "done" : "advice"}
        heading={say(words.importDone, lang, { file: run.fileName })}
        safe={say(words.importSafe, lang)}
        live
      />
      <Facts
        facts={[
          { name: say(words.read, lang), value: count(run.read) },
          { name: say(words.added, lang), value: count(run.added) },
          { name: say(words.changed, lang), value: count(run.changed) },
          { name: say(words.same, lang), value: count(run.same) },
          { name: say(words.outside, lang), value: count(run.outside) },
          { name: say(words.unreadable, lang), value: count(run.unreadable) },
        ]}
      />
      {run.added + run.changed > 0 && (
        <Button onPress={() => void takeBack()} busy={undo.busy}>
          {say(words.undoImport, lang)}
        </Button>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {run.problems.length > 0 && (
        <>
          <SectionHeading heading={say(words.problems, lang)}>
            {say(words.allOf, lang, { shown: run.problems.length, total: count(run.unreadable) })}
          </SectionHeading>
          <ul className="list">
            {run.problems.map((problem) => (
              <li key={`${problem.line} ${problem.column ?? ""}`}>{sayProblem(problem, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
