import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Lineage } from "../../ui/lineage.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { kinds } from "../amendments/words.ts";
import { listDocuments, startDraft } from "../api.ts";
import { startFromFile } from "../specification/api.ts";
import { FromFile, type ChosenFile } from "../specification/screens/from-file.tsx";
import { words as fileWords } from "../specification/words.ts";
import { listSchedules } from "../phases/api.ts";
import { NowIn } from "../phases/screens/now-in.tsx";
import { words as mandateWords } from "../mandates/words.ts";
import { readPasted } from "../pasted.ts";
import { words as renewalWords } from "../renewal/words.ts";
import { sayProposed } from "./proposed-time.ts";
import { sayPeriod } from "./said.ts";
import { Dropped } from "./take-back.tsx";
import { closings, parties, states, words } from "../words.ts";

/** /lova/<p>: every document in order, and the chain they make. */
export function PledgeListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const list = useAnswer(listDocuments, { partnership });
  const days = useAnswer(listSchedules, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.heading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const { documents, dropped } = list.value;
  // A change stands in the table, and is no link in the chain.
  const promises = documents.filter(({ amends }) => amends === null);
  const latest = promises.at(-1);
  // The problem one comes from goes along, whichever way the promise is begun.
  const problem = props.query.get("problem");
  const former = promises.findLast(({ state }) => state === "published" || state === "closed");
  return (
    <>
      <PageHeading
        heading={say(words.heading, lang)}
        over={props.partnershipName}
        lead={say(words.lead, lang)}
        actions={<a href={`/installning/${partnership}/uppdrag`}>{say(mandateWords.heading, lang)}</a>}
      />
      {documents.length === 0 ? (
        <Empty heading={say(words.noDocuments, lang)} text={say(words.noDocumentsText, lang)} />
      ) : (
        <>
          <Lineage
            lang={lang}
            steps={promises.map((document) => ({
              text: document.slug,
              href: `/lova/${partnership}/${document.slug}`,
              note: say(states[document.state], lang),
              here: document.id === latest?.id,
            }))}
          />
          <DataTable
            caption={say(words.heading, lang)}
            captionHidden
            rows={documents.toReversed()}
            rowKey={(row) => row.id}
            columns={[
              {
                head: say(words.document, lang),
                names: true,
                cell: (row) => (
                  <>
                    <a href={`/lova/${partnership}/${row.slug}`}>{row.title}</a>{" "}
                    {row.amends !== null && <Tag>{say(kinds[row.amends], lang)}</Tag>}{" "}
                    {row.example && <ExampleMark lang={lang} />}
                  </>
                ),
              },
              { head: say(words.period, lang), cell: (row) => sayPeriod(row, lang) },
              { head: say(words.pledges, lang), cell: (row) => row.pledges, number: true },
              {
                head: say(words.state, lang),
                cell: (row) => (
                  <>
                    <Tag>
                      {say(states[row.state], lang)}
                      {row.closing !== null && `: ${say(closings[row.closing], lang)}`}
                      {row.state === "half-signed" &&
                        `: ${row.missing.map((party) => say(parties[party], lang)).join(", ")} ${say(words.missing, lang)}`}
                    </Tag>
                    <NowIn days={days.value?.documents.find(({ slug }) => slug === row.slug)} lang={lang} />
                  </>
                ),
              },
            ]}
          />
        </>
      )}
      {former !== undefined && (
        <section className="stack">
          <SectionHeading heading={say(renewalWords.toPrepare, lang)} />
          <p className="measure">{say(renewalWords.prepareLead, lang)}</p>
          <div className="row">
            <LinkButton kind="main" href={`/lova/${partnership}/nasta-${former.slug}${asQuery(problem)}`}>
              {say(renewalWords.toPrepare, lang)}
            </LinkButton>
          </div>
        </section>
      )}
      <StartDraft {...props} problem={problem} proposed={list.value.proposed} />
      <Dropped dropped={dropped} lang={lang} />
    </>
  );
}

const asQuery = (problem: string | null) => (problem === null ? "" : `?problem=${problem}`);

type From = "nothing" | "text" | "file";

function StartDraft({
  partnership,
  lang,
  go,
  problem,
  proposed,
}: ScreenProps & { problem: string | null; proposed: OutputOf<typeof listDocuments>["proposed"] }) {
  const start = useCommand(startDraft);
  const startInFile = useCommand(startFromFile);
  const [slug, setSlug] = useState(proposed?.slug ?? "");
  const [from, setFrom] = useState<From>("nothing");
  const [text, setText] = useState("");
  const [file, setFile] = useState<ChosenFile>();
  const [refusal, setRefusal] = useState<{ readonly sentence: string; readonly field?: string | undefined }>();
  const begin = async () => {
    if (from === "file" && file === undefined) {
      setRefusal({ sentence: say(fileWords.fileNeeded, lang), field: "file" });
      return;
    }
    const origin = from === "text" ? { text } : {};
    const result =
      from === "file" && file !== undefined
        ? await startInFile.run({ partnership, slug, document: file.document }, file.file)
        : await start.run({ partnership, slug, ...origin });
    if (result.ok) go(`/lova/${partnership}/${result.value.slug}${asQuery(problem)}`);
    else setRefusal(result.refusal);
  };
  const said = (field: string) => (refusal?.field === field ? refusal.sentence : undefined);
  return (
    <section>
      <SectionHeading heading={say(words.startNew, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField
          label={say(words.slug, lang)}
          guide={from === "file" ? undefined : sayProposed(proposed, lang)}
          value={slug}
          onChange={setSlug}
          required
          short
          error={refusal?.field === "text" || refusal?.field === "file" ? undefined : refusal?.sentence}
        />
        <ChoiceGroup
          label={say(words.startFrom, lang)}
          value={from}
          onChange={(value) => {
            setFrom(value as From);
            // A file says its own time.
            if (value === "file" && slug === proposed?.slug) setSlug("");
          }}
          options={[
            { value: "text", word: say(words.fromText, lang) },
            { value: "file", word: say(fileWords.fromFile, lang) },
            { value: "nothing", word: say(words.fromNothing, lang) },
          ]}
        />
        {from === "text" && <PastedText text={text} lang={lang} error={said("text")} onChange={setText} />}
        {from === "file" && (
          <FromFile partnership={partnership} lang={lang} chosen={file} error={said("file")} onChange={setFile} />
        )}
        <Button type="submit" busy={start.busy || startInFile.busy}>
          {say(words.startNew, lang)}
        </Button>
      </form>
    </section>
  );
}

/** The text, and while it stands there what is read out of it: nothing of it goes unseen. */
function PastedText(props: { text: string; lang: Lang; error: string | undefined; onChange: (text: string) => void }) {
  const { text, lang, error, onChange } = props;
  const { pledges, left } = readPasted(text);
  const activities = pledges.reduce((sum, pledge) => sum + pledge.activities.length, 0);
  return (
    <div className="stack-tight">
      <TextArea
        label={say(words.pasted, lang)}
        guide={say(words.pastedGuide, lang)}
        value={text}
        onChange={onChange}
        rows={8}
        maxLength={40_000}
        error={error}
        required
      />
      {text.trim() !== "" && (
        <>
          <p aria-live="polite">
            <b>{say(words.pastedRead, lang, { pledges: pledges.length, activities })}</b>
          </p>
          <ol className="list" lang="sv">
            {pledges.map((pledge, at) => (
              <li key={`${at} ${pledge.text}`}>
                <p className="word">{pledge.text}</p>
                <ul>
                  {pledge.activities.map((activity) => (
                    <li key={activity.text}>{activity.text}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
          {left.length > 0 && (
            <details className="small">
              <summary>{say(words.pastedLeft, lang, { count: left.length })}</summary>
              <ul lang="sv">
                {[...new Set(left)].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
