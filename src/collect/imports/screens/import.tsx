import { useEffect, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatInstant, formatNumber } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Progress } from "../../../ui/progress.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { listSources } from "../../api.ts";
import { listCampaigns } from "../../campaigns/api.ts";
import { CAMPAIGN_METHODS, type CampaignMethod } from "../../campaigns/campaign.ts";
import { campaignMethods } from "../../campaigns/words.ts";
import { Asked } from "../../../ui/asked.tsx";
import { words } from "../../screens/words.ts";
import {
  holdFile,
  letFileGo,
  listHeldFiles,
  listImportRuns,
  lookAtFile,
  readFile,
  showHeldFile,
  tryFile,
} from "../api.ts";
import type { ImportKind } from "../import-report.ts";
import { screenWords } from "../words.ts";
import { FileLook, type Looked } from "./file-look.tsx";
import { draftFor, type MappingDraft, mappingOf } from "./mapping-draft.ts";
import { MappingForm, WordsForm } from "./mapping-form.tsx";
import { FoundReport, RunReport, Undo, UndoneNotice } from "./report.tsx";

/** /lyssna/<p>/las-in: a file is handed in and looked at, tried, read in, and taken back if it was wrong. */
export function ImportScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const held = useAnswer(listHeldFiles, { partnership });
  const [hold, letGo] = [useCommand(holdFile), useCommand(letFileGo)];
  const [id, setId] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const handIn = async (file: File | undefined) => {
    setRefusal(undefined);
    if (file === undefined) return;
    const result = await hold.run({ partnership, fileName: file.name }, file);
    if (result.ok) setId(result.value.id);
    else setRefusal(result.refusal.sentence);
  };
  const takeAway = async (fileId: string) => {
    const result = await letGo.run({ partnership, id: fileId });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  const waiting =
    held.state === "answered" ? held.value.files.find(({ state }) => state !== "read" && state !== "gone") : undefined;

  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.importHeading, lang)} over={partnershipName} lead={say(words.importLead, lang)} />
      {id === undefined ? (
        <div className="stack measure">
          <FileField
            label={say(words.file, lang)}
            guide={`${say(screenWords.handIn, lang)} ${say(screenWords.formats, lang)}`}
            accept=".csv,.txt,.tsv,.xlsx,.json,.ndjson,.geojson,.gz"
            onChange={(files) => void handIn(files[0])}
          />
          {hold.busy && <Loading text={say(screenWords.sending, lang)} />}
          {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
          {waiting !== undefined && (
            <Notice heading={say(screenWords.goOn, lang)}>
              <Button small onPress={() => setId(waiting.id)}>
                {say(screenWords.goOnWith, lang, { file: waiting.fileName })}
              </Button>
              <Button small onPress={() => void takeAway(waiting.id)} busy={letGo.busy}>
                {say(screenWords.letGo, lang, { file: waiting.fileName })}
              </Button>
            </Notice>
          )}
        </div>
      ) : (
        <HeldFile key={id} id={id} partnership={partnership} lang={lang} onOther={() => setId(undefined)} />
      )}
      <Earlier partnership={partnership} lang={lang} />
    </div>
  );
}

type Here = { readonly partnership: string; readonly lang: Lang };
type Held = OutputOf<typeof showHeldFile>;
const LOOK_AGAIN_MS = 500;

/** A file that has been handed in: what it looks like, how far it has come, what came of it. */
function HeldFile({ id, partnership, lang, onOther }: Here & { id: string; onOther: () => void }) {
  const held = useAnswer(showHeldFile, { partnership, id });
  const [top, setTop] = useState<{ sheet?: string; headingLine?: number }>({});
  const looked = useAnswer(lookAtFile, { partnership, id, ...top });
  const { again } = held;
  const isWorking = held.state === "answered" && (held.value.state === "trying" || held.value.state === "reading");
  useEffect(() => {
    if (!isWorking) return undefined;
    const looking = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(looking);
  }, [isWorking, again]);

  return (
    <div className="stack-loose">
      <Asked answer={held} lang={lang}>
        {(file) =>
          file.run === undefined ? (
            <Asked answer={looked} lang={lang}>
              {(value) => (
                <>
                  {file.state !== "reading" && (
                    <FileLook
                      looked={value}
                      lang={lang}
                      onSheet={(sheet) => setTop({ sheet })}
                      onHeading={(headingLine) => setTop({ ...top, headingLine })}
                    />
                  )}
                  <Plan
                    key={`${value.sheet ?? ""} ${value.headingLine}`}
                    file={file}
                    looked={value}
                    partnership={partnership}
                    lang={lang}
                  />
                </>
              )}
            </Asked>
          ) : (
            <RunReport run={file.run} lang={lang} />
          )
        }
      </Asked>
      <div>
        <Button onPress={onOther}>{say(screenWords.otherFile, lang)}</Button>
      </div>
    </div>
  );
}

type Wish = {
  readonly kind: ImportKind;
  readonly area: "county" | "country";
  readonly source: string;
  readonly sourceName: string;
  readonly campaign: string;
  readonly method: CampaignMethod;
};

/** What is to be done with the file: which column is what, into which source; tried, and then read in. */
function Plan({ file, looked, partnership, lang }: Here & { file: Held; looked: Looked }) {
  const { suggested } = looked;
  const before = file.wish;
  const [draft, setDraft] = useState<MappingDraft>(() => draftFor(looked, suggested.mapping));
  const [wish, setWish] = useState<Wish>({
    kind: before?.kind ?? suggested.kind,
    area: before?.area ?? "county",
    source: before?.source ?? suggested.source ?? "",
    sourceName: before?.sourceName ?? suggested.sourceName ?? "",
    campaign: before?.campaign ?? suggested.campaign ?? "",
    method: before?.method ?? "door",
  });
  const [tried, setTried] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [attempt, read] = [useCommand(tryFile), useCommand(readFile)];

  const asked = {
    kind: wish.kind,
    area: wish.area,
    ...(wish.kind === "csv" && { mapping: mappingOf(draft, looked.sheet) }),
    ...(wish.kind === "csv" && wish.source !== "" && { source: wish.source }),
    ...(wish.kind === "csv" && wish.source === "" && wish.sourceName !== "" && { sourceName: wish.sourceName }),
    ...(wish.kind === "odk" && wish.campaign !== "" && { campaign: wish.campaign }),
    ...(wish.kind === "odk" && { method: wish.method }),
  };
  const said = JSON.stringify(asked);
  const [first] = useState(said);
  const send = async (door: typeof attempt | typeof read) => {
    setRefusal(undefined);
    const result = await door.run({ partnership, id: file.id, ...asked });
    if (!result.ok) return setRefusal(result.refusal.sentence);
    setTried(said);
  };
  if (file.state === "trying" || file.state === "reading") return <Working file={file} lang={lang} />;
  const found = file.state === "tried" ? file.found : undefined;
  const isAsTried = found !== undefined && said === (tried ?? first);
  return (
    <>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send(isAsTried ? read : attempt);
        }}
      >
        <Known looked={looked} partnership={partnership} lang={lang} />
        <Goal wish={wish} onChange={setWish} partnership={partnership} lang={lang} />
        {wish.kind === "csv" && <MappingForm heading={looked.heading} draft={draft} onChange={setDraft} lang={lang} />}
        {found !== undefined && <FoundReport fileName={file.fileName} report={found} lang={lang} />}
        {found !== undefined && wish.kind === "csv" && found.words.length > 0 && (
          <WordsForm found={found.words} draft={draft} onChange={setDraft} lang={lang} />
        )}
        {found !== undefined && !isAsTried && <p role="status">{say(screenWords.changedSince, lang)}</p>}
        <div className="row">
          {isAsTried ? (
            <Button type="submit" kind="main" busy={read.busy}>
              {say(words.readIn, lang)}
            </Button>
          ) : (
            <Button type="submit" kind="main" busy={attempt.busy}>
              {say(found !== undefined ? screenWords.tryAgain : screenWords.tryIt, lang)}
            </Button>
          )}
        </div>
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      </form>
    </>
  );
}

function Working({ file, lang }: { file: Held; lang: Lang }) {
  const { done, rows } = file;
  const counts = { done: formatNumber(done, lang), rows: formatNumber(rows ?? 0, lang) };
  return (
    <div className="stack measure">
      <Progress
        label={say(file.state === "trying" ? screenWords.trying : screenWords.reading, lang, { file: file.fileName })}
        done={done}
        of={rows}
        words={say(rows === undefined ? screenWords.rowsDone : screenWords.rowsDoneOf, lang, counts)}
      />
      <p className="quiet">{say(screenWords.canLeave, lang)}</p>
    </div>
  );
}

/** What the file is known as, where it is known. */
function Known({ looked, partnership, lang }: Here & { looked: Looked }) {
  const sources = useAnswer(listSources, { partnership });
  const { kind, source, ready, sourceName } = looked.suggested;
  if (kind === "odk") return <Notice level={3} heading={say(screenWords.known.odk, lang)} />;
  if (kind === "polisen") return <Notice level={3} heading={say(screenWords.known.police, lang)} />;
  if (source !== undefined) {
    const found = sources.state === "answered" ? sources.value.sources.find(({ slug }) => slug === source) : undefined;
    return <Notice level={3} heading={say(screenWords.known.source, lang, { source: found?.name ?? source })} />;
  }
  return ready === undefined ? null : (
    <Notice level={3} heading={say(screenWords.known.ready, lang, { name: sourceName ?? ready })} />
  );
}

/** What kind of file it is, and where its events go. */
function Goal({ wish, onChange, partnership, lang }: Here & { wish: Wish; onChange: (wish: Wish) => void }) {
  const sources = useAnswer(listSources, { partnership });
  const own = sources.state === "answered" ? sources.value.sources.filter((one) => one.kind === "event-file") : [];
  return (
    <>
      <ChoiceGroup
        label={say(words.importKind, lang)}
        value={wish.kind}
        onChange={(kind) => onChange({ ...wish, kind: kind as ImportKind })}
        options={[
          { value: "csv", word: say(words.csv, lang), guide: say(words.csvGuide, lang) },
          { value: "polisen", word: say(words.polisen, lang), guide: say(words.polisenGuide, lang) },
          { value: "odk", word: say(screenWords.odk, lang), guide: say(screenWords.odkGuide, lang) },
        ]}
      />
      {wish.kind === "odk" ? (
        <AnswersGoal wish={wish} onChange={onChange} partnership={partnership} lang={lang} />
      ) : wish.kind === "polisen" ? (
        <ChoiceGroup
          label={say(words.area, lang)}
          value={wish.area}
          onChange={(area) => onChange({ ...wish, area: area as Wish["area"] })}
          columns={2}
          options={[
            { value: "county", word: say(words.county, lang) },
            { value: "country", word: say(words.country, lang) },
          ]}
        />
      ) : (
        <>
          {own.length > 0 && (
            <Select
              label={say(words.chooseSource, lang)}
              empty={say(words.newSource, lang)}
              value={wish.source}
              onChange={(source) => onChange({ ...wish, source })}
              options={own.map(({ slug, name }) => ({ value: slug, word: name }))}
            />
          )}
          {wish.source === "" && (
            <TextField
              label={say(words.sourceName, lang)}
              value={wish.sourceName}
              onChange={(sourceName) => onChange({ ...wish, sourceName })}
              required
            />
          )}
        </>
      )}
    </>
  );
}

/** Methods by which somebody else filled the form in. */
const MET = CAMPAIGN_METHODS.filter((method) => method !== "form");

/** Which dialogue the answers are to, and how those who answered were met. */
function AnswersGoal({ wish, onChange, partnership, lang }: Here & { wish: Wish; onChange: (wish: Wish) => void }) {
  const campaigns = useAnswer(listCampaigns, { partnership });
  const open =
    campaigns.state === "answered"
      ? campaigns.value.campaigns.filter(({ mine, state }) => mine && state === "open")
      : [];
  return (
    <>
      <Select
        label={say(screenWords.dialogue, lang)}
        empty={say(screenWords.dialogueNone, lang)}
        value={wish.campaign}
        onChange={(campaign) => onChange({ ...wish, campaign })}
        options={open.map(({ slug, title }) => ({ value: slug, word: title }))}
      />
      <Select
        label={say(screenWords.met, lang)}
        guide={say(screenWords.metGuide, lang)}
        value={wish.method}
        onChange={(method) => onChange({ ...wish, method: method as CampaignMethod })}
        options={MET.map((value) => ({ value, word: say(campaignMethods[value], lang) }))}
      />
    </>
  );
}

type Run = OutputOf<typeof listImportRuns>["runs"][number];

/** How much of a reading has been taken back. */
function TakingBack({ run, lang }: { run: Run; lang: Lang }) {
  const [done, of] = [run.removed + run.putBack, run.added + run.changed];
  const counts = { done: formatNumber(done, lang), rows: formatNumber(of, lang) };
  return (
    <div className="stack measure">
      <Progress
        label={say(screenWords.takingBack, lang, { file: run.fileName })}
        done={done}
        of={of}
        words={say(screenWords.rowsDoneOf, lang, counts)}
      />
      <p className="quiet">{say(screenWords.canLeave, lang)}</p>
    </div>
  );
}

/** What has been read in before, each of which can be taken back. */
function Earlier({ partnership, lang }: Here) {
  const runs = useAnswer(listImportRuns, { partnership });
  // The one that was taken back from here: how far that has come, and that it is over.
  const [begun, setBegun] = useState<string>();
  const { again } = runs;
  const all = runs.state === "answered" ? runs.value.runs : [];
  const isGoing = all.some(({ state }) => state === "undoing");
  useEffect(() => {
    if (!isGoing) return undefined;
    const looking = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(looking);
  }, [isGoing, again]);
  const undone = all.find(({ id, state }) => id === begun && state === "undone");
  if (runs.state !== "answered" || runs.value.runs.length === 0) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(screenWords.earlier, lang)}>{runs.value.runs.length}</SectionHeading>
      {undone !== undefined && <UndoneNotice undone={undone} lang={lang} />}
      {all
        .filter(({ state }) => state === "undoing")
        .map((run) => (
          <TakingBack key={run.id} run={run} lang={lang} />
        ))}
      <DataTable
        caption={say(screenWords.earlier, lang)}
        captionHidden
        rows={runs.value.runs}
        rowKey={(run) => run.id}
        columns={[
          { head: say(words.file, lang), names: true, cell: (run) => run.fileName },
          { head: say(screenWords.when, lang), cell: (run) => formatInstant(run.finishedAt as Instant, lang) },
          { head: say(words.added, lang), cell: (run) => formatNumber(run.added, lang), number: true },
          { head: say(words.unreadable, lang), cell: (run) => formatNumber(run.unreadable, lang), number: true },
          { head: say(screenWords.state, lang), cell: (run) => say(screenWords.states[run.state], lang) },
          {
            head: say(screenWords.undo, lang),
            cell: (run) =>
              run.state === "finished" && run.added + run.changed > 0 ? (
                <Undo run={run} partnership={partnership} lang={lang} onBegun={() => setBegun(run.id)} />
              ) : (
                "–"
              ),
          },
        ]}
      />
    </section>
  );
}
