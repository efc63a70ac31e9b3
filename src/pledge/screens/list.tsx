import { useState } from "react";
import { readDay } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatPeriod } from "../../ui/format.ts";
import { Lineage } from "../../ui/lineage.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { listDocuments, startDraft } from "../api.ts";
import { closings, parties, states, words } from "../words.ts";

/** /lova/<p>: every document in order, and the chain they make. */
export function PledgeListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const list = useAnswer(listDocuments, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.heading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const { documents } = list.value;
  const latest = documents.at(-1);
  return (
    <>
      <PageHeading heading={say(words.heading, lang)} over={props.partnershipName} lead={say(words.lead, lang)} />
      {documents.length === 0 ? (
        <Empty heading={say(words.noDocuments, lang)} text={say(words.noDocumentsText, lang)} />
      ) : (
        <>
          <Lineage
            lang={lang}
            steps={documents.map((document) => ({
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
                    {row.example && <ExampleMark lang={lang} />}
                  </>
                ),
              },
              { head: say(words.period, lang), cell: (row) => periodOf(row, lang) },
              { head: say(words.pledges, lang), cell: (row) => row.pledges, number: true },
              {
                head: say(words.state, lang),
                cell: (row) => (
                  <Tag>
                    {say(states[row.state], lang)}
                    {row.closing !== null && `: ${say(closings[row.closing], lang)}`}
                    {row.state === "half-signed" &&
                      `: ${row.missing.map((party) => say(parties[party], lang)).join(", ")} ${say(words.missing, lang)}`}
                  </Tag>
                ),
              },
            ]}
          />
        </>
      )}
      <StartDraft {...props} former={latest?.slug} />
    </>
  );
}

/** As exactly as the document says it: days, or only years. */
function periodOf({ from, to }: { from: string; to: string }, lang: Lang): string {
  const [first, last] = [readDay(from), readDay(to)];
  return first === undefined || last === undefined ? `${from}–${to}` : formatPeriod(first, last, lang);
}

function StartDraft({ partnership, lang, go, query, former }: ScreenProps & { former: string | undefined }) {
  const start = useCommand(startDraft);
  const [slug, setSlug] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const begin = async () => {
    const result = await start.run({ partnership, slug, ...(former === undefined ? {} : { from: former }) });
    // The problem it is started from comes along, so that nobody looks it up again.
    const problem = query.get("problem");
    if (result.ok) go(`/lova/${partnership}/${result.value.slug}${problem === null ? "" : `?problem=${problem}`}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <section>
      <SectionHeading heading={say(former === undefined ? words.startNew : words.startNext, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField label={say(words.slug, lang)} value={slug} onChange={setSlug} required short error={refusal} />
        <Button type="submit" busy={start.busy}>
          {say(former === undefined ? words.startNew : words.startNext, lang)}
        </Button>
      </form>
    </section>
  );
}
