import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { SegmentedSwitch } from "../../../ui/segmented-switch.tsx";
import { handOut, readRenderings } from "../api.ts";
import type { Form } from "../rendering.ts";
import { channels, forms, refusals, shortHash, words } from "../words.ts";
import { DriftCheck } from "./drift-check.tsx";

type Read = OutputOf<typeof readRenderings>;
type Text = Read["texts"][number];
type In = Pick<ScreenProps, "partnership" | "lang"> & { readonly slug: string; readonly read: Read };

/** /lova/<p>/texter-<period>: the promise's texts for others' pages and for paper, what was handed out, and whether what is published is right. */
export function RenderingsScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const slug = item.replace(/^texter-/, "");
  const [language, setLanguage] = useState<Lang>("sv");
  const asked = useAnswer(readRenderings, { partnership, slug, language });
  if (asked.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (asked.value === undefined)
    return (
      <Notice
        kind="error"
        level={1}
        heading={asked.state === "refused" ? asked.refusal.sentence : say(words.notFetched, lang)}
      />
    );
  const read = asked.value;
  const isWriter = props.person.grants.some(({ role }) => role === "coordinator" || role === "liaison");
  const inside = { partnership, lang, slug, read };
  return (
    <>
      <PageHeading
        heading={say(words.heading, lang)}
        over={
          <>
            <a href={`/lova/${partnership}/${slug}`} lang="sv">
              {read.title}
            </a>{" "}
            {read.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={say(words.lead, lang)}
      />
      {read.cannot !== null && (
        <Notice kind="advice" heading={sayCannot(read, lang)}>
          {read.cannotSlug !== null && (
            <a href={`/lova/${partnership}/texter-${read.cannotSlug}`}>{say(words.toRenderings, lang)}</a>
          )}
        </Notice>
      )}
      {read.texts.length > 0 && (
        <>
          <div>
            <SegmentedSwitch
              label={say(words.language, lang)}
              segments={[
                { value: "sv", word: say(words.swedish, lang) },
                { value: "en", word: say(words.english, lang) },
              ]}
              value={language}
              onChange={setLanguage}
            />
          </div>
          {read.texts.map((text) => (
            <OneText {...inside} key={text.channel} text={text} language={language} isWriter={isWriter} />
          ))}
          <HandedOut {...inside} />
          <DriftCheck partnership={partnership} slug={slug} lang={lang} checks={read.checks} isWriter={isWriter} />
        </>
      )}
    </>
  );
}

function sayCannot({ cannot, cannotSlug }: Read, lang: Lang): string {
  const refusal = Object.entries(refusals).find(([why]) => why === cannot)?.[1];
  return refusal === undefined ? "" : say(refusal, lang, { slug: cannotSlug ?? "", most: "" });
}

/** One channel: what it says, and the ways to take it along. Whatever is taken is kept first. */
function OneText({
  partnership,
  lang,
  slug,
  read,
  text,
  language,
  isWriter,
}: In & { text: Text; language: Lang; isWriter: boolean }) {
  const handing = useCommand(handOut);
  const [told, setTold] = useState<{ readonly kind: "done" | "error"; readonly sentence: string }>();
  const channel = say(channels[text.channel], lang);
  const named = (what: string) => ({ children: what, label: say(words.of, lang, { what, channel }) });
  const take = async (form: Form, then: (id: string) => Promise<string> | string) => {
    const result = await handing.run({ partnership, slug, channel: text.channel, form, language });
    if (!result.ok) return setTold({ kind: "error", sentence: result.refusal.sentence });
    try {
      setTold({ kind: "done", sentence: await then(result.value.id) });
    } catch {
      setTold({ kind: "error", sentence: say(words.notCopied, lang) });
    }
  };
  const copy = (form: "text" | "html") => {
    // Begun while the press still counts as one: some browsers let nothing be copied after that.
    const copying = navigator.clipboard.writeText(text[form]);
    void take(form, async () => {
      await copying;
      return say(words.copied, lang);
    });
    copying.catch(() => {});
  };
  const fetchFile = (form: Form) =>
    void take(form, (id) => {
      location.assign(`/api/pledge/${partnership}/handed-out/${id}`);
      return say(words.fetched, lang);
    });
  const blocked = read.cannot === null ? {} : { blocked: sayCannot(read, lang) };
  const isPoster = text.channel === "poster";
  return (
    <section className="stack">
      <SectionHeading heading={channel} />
      {isPoster && <p className="measure">{say(words.posterLead, lang)}</p>}
      {!isPoster && (
        <details className="stack">
          <summary>
            {say(words.read, lang)}
            <span className="visually-hidden">{`: ${channel}`}</span>
          </summary>
          <div className="sheet rendering-text" lang={language}>
            {text.text}
          </div>
        </details>
      )}
      {isWriter && (
        <div className="row">
          {isPoster ? (
            <Button
              {...named(say(words.fetchPoster, lang))}
              {...blocked}
              busy={handing.busy}
              onPress={() => fetchFile("pdf")}
            />
          ) : (
            <>
              <Button
                {...named(say(words.copyText, lang))}
                {...blocked}
                busy={handing.busy}
                onPress={() => copy("text")}
              />
              <Button
                {...named(say(words.copyHtml, lang))}
                {...blocked}
                busy={handing.busy}
                onPress={() => copy("html")}
              />
              <Button
                kind="bare"
                {...named(say(words.fetchText, lang))}
                {...blocked}
                busy={handing.busy}
                onPress={() => fetchFile("text")}
              />
              <Button
                kind="bare"
                {...named(say(words.fetchHtml, lang))}
                {...blocked}
                busy={handing.busy}
                onPress={() => fetchFile("html")}
              />
            </>
          )}
        </div>
      )}
      <div role="status">{told !== undefined && <Notice kind={told.kind} level={3} heading={told.sentence} />}</div>
    </section>
  );
}

/** What has left the house, as it was. */
function HandedOut({ partnership, lang, read }: In) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.handedOut, lang)} />
      {read.handedOut.length === 0 ? (
        <p>{say(words.nothingHandedOut, lang)}</p>
      ) : (
        <DataTable
          caption={say(words.handedOut, lang)}
          captionHidden
          rows={read.handedOut}
          rowKey={({ id }) => id}
          columns={[
            {
              head: say(words.what, lang),
              names: true,
              cell: ({ id, channel, form, lang: of, ofOtherText }) => (
                <>
                  <a href={`/api/pledge/${partnership}/handed-out/${id}`} download>
                    {`${say(channels[channel], lang)}, ${say(forms[form], lang)}${of === "en" ? `, ${say(words.english, lang).toLowerCase()}` : ""}`}
                  </a>
                  {ofOtherText && <span className="small quiet">{` ${say(words.ofOtherText, lang)}`}</span>}
                </>
              ),
            },
            { head: say(words.when, lang), cell: ({ at }) => formatInstant(at as Instant, lang) },
            { head: say(words.whose, lang), cell: ({ by }) => <span lang="sv">{by}</span> },
            { head: say(words.checksum, lang), cell: ({ hash }) => <span className="code">{shortHash(hash)}</span> },
          ]}
        />
      )}
    </section>
  );
}
