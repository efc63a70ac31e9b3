import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { type Lang, say } from "../../ground/words.ts";
import { Keys } from "../../partnership/screens/settings.tsx";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { openDocument } from "../../pledge/api.ts";
import { askToPublish, publish } from "../../pledge/publication/api.ts";
import { answerWithKey } from "../../pledge/screens/answer-with-key.ts";
import { parties, refusals } from "../../pledge/words.ts";
import { Asked } from "../../ui/asked.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { previewPromise } from "../api.ts";
import type { Disclosed } from "../disclosure.ts";
import { publishWords as words, withheldSaid } from "../publish-words.ts";
import type { Site } from "../site.ts";
import { DocumentTold } from "./documents.tsx";

type Opened = OutputOf<typeof openDocument>;
type Preview = OutputOf<typeof previewPromise>;

/** /lova/<p>/publicera-<period>: the public page before it is public, what keeps it from being so, and this organisation's key (journey 12). */
export function PublishScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^publicera-/, "");
  const opened = useAnswer(openDocument, { partnership, slug });
  return (
    <Asked answer={opened} lang={lang} page>
      {(document) => <Publishing {...props} document={document} key={document.id} />}
    </Asked>
  );
}

function Publishing(props: ScreenProps & { document: Opened }) {
  const { partnership, lang, document } = props;
  const { slug, state } = document;
  const preview = useAnswer(previewPromise, { partnership, slug }, { enabled: state === "signed" });
  const [told, setTold] = useState<{ refusal?: string; done?: string }>({});
  const result = useRef<HTMLDivElement>(null);
  // The button that was pressed goes away; whoever pressed it is taken to what came of it.
  useEffect(() => {
    if (told.done !== undefined) result.current?.focus();
  }, [told.done]);
  const isOut = state === "published" || state === "closed";
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={<span lang="sv">{document.title}</span>}
        lead={say(words.lead, lang)}
        actions={<LinkButton href={`/lova/${partnership}/${slug}`}>{say(words.toDocument, lang)}</LinkButton>}
      />
      <div ref={result} tabIndex={-1}>
        {told.done !== undefined && <Notice kind="done" heading={told.done} live />}
        {isOut && (
          <>
            {document.logEntry !== null && <p>{say(words.entry, lang, { index: document.logEntry })}</p>}
            <p className="row">
              <a href={`/${partnership}/medborgarlofte/${slug}`}>{say(words.seePublic, lang)}</a>
              <a href={`/granska/${partnership}/${slug}`}>{say(words.check, lang)}</a>
              <a href="/logg">{say(words.seeLog, lang)}</a>
            </p>
          </>
        )}
        {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      </div>
      {!isOut && state !== "signed" && (
        <Notice heading={say(words.notNow, lang)} text={say(refusals["not-fully-signed"], lang)} />
      )}
      {state === "signed" && (
        <Asked answer={preview} lang={lang}>
          {(value) => (
            <>
              <Findings preview={value} lang={lang} />
              <section className="stack" aria-label={say(words.preview, lang)}>
                <SectionHeading heading={say(words.preview, lang)} />
                <p className="quiet">{say(words.previewText, lang)}</p>
                <div className="preview-page stack-loose">
                  <PreviewPage preview={value} slug={slug} lang={lang} />
                </div>
              </section>
              <GiveKey {...props} preview={value} onTold={setTold} />
            </>
          )}
        </Asked>
      )}
    </div>
  );
}

/** The same component as the public page is made of, fed by the same gate. */
function PreviewPage({ preview, slug, lang }: { preview: Preview; slug: string; lang: Lang }) {
  const site = preview.site as unknown as Disclosed<Site>;
  const document = site.documents.find((one) => one.slug === slug);
  return document && <DocumentTold site={site} lang={lang} document={document} isPreview />;
}

function Findings({ preview: { withheld, hidden }, lang }: { preview: Preview; lang: Lang }) {
  const stops = withheld.filter(({ reason }) => reason === null);
  const letOut = withheld.filter(({ reason }) => reason !== null);
  const line = ({ kind, where, said }: Preview["withheld"][number]) =>
    `${where === "" ? say(words.whole, lang) : say(words.point, lang, { where })}: ${say(withheldSaid[kind], lang, { said })}`;
  if (withheld.length === 0 && hidden.length === 0)
    return <Notice kind="done" heading={say(words.nothingHidden, lang)} />;
  return (
    <>
      {stops.length > 0 && (
        <Notice kind="error" heading={say(words.withheld, lang)} text={say(words.withheldLead, lang)}>
          <ul>
            {stops.map((one) => (
              <li key={line(one)}>{line(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {letOut.length > 0 && (
        <Notice kind="advice" heading={say(words.letOut, lang)}>
          <ul>
            {letOut.map((one) => (
              <li key={line(one)}>
                {line(one)} <span lang="sv">{one.reason}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {hidden.length > 0 && (
        <Notice heading={say(words.hidden, lang)}>
          <ul>
            {hidden.map(({ pledge, count }) => (
              <li key={pledge}>{say(words.hiddenIn, lang, { order: pledge, count })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Whose key is given, and this person's, once the page has been read. */
function GiveKey({
  partnership,
  lang,
  document,
  preview,
  onTold,
}: ScreenProps & {
  document: Opened;
  preview: Preview;
  onTold: (told: { refusal?: string; done?: string }) => void;
}) {
  const ask = useCommand(askToPublish);
  const send = useCommand(publish);
  const [read, setRead] = useState(false);
  const { slug, publicationAskedBy: given } = document;
  const press = async () => {
    onTold({});
    const sent = await answerWithKey(
      () => ask.run({ partnership, slug }),
      (key) => send.run({ partnership, slug, ...key }),
      { shown: document.contentHash, lang },
    );
    if (!sent.ok) return onTold({ refusal: sent.sentence });
    onTold({ done: say(sent.value.state === "published" ? words.published : words.firstDone, lang) });
  };
  // The server's own rule says why, before anything is pressed.
  const { cannot } = preview;
  const reason =
    cannot === null
      ? undefined
      : cannot.why === "holds-what-is-withheld"
        ? say(words.withheld, lang)
        : cannot.why in refusals
          ? say(refusals[cannot.why as keyof typeof refusals], lang, cannot.detail)
          : say(refusals["publishes-for-no-party"], lang);
  const blocked = reason ?? (read ? undefined : say(words.mustTick, lang));
  const mayGive = cannot === null || cannot.why === "holds-what-is-withheld";
  return (
    <>
      <section className="stack measure">
        <SectionHeading heading={say(words.keys, lang)} />
        <ul className="list">
          {(["municipality", "police"] as const).map((party) => (
            <li key={party}>
              {say(given === party ? words.given : words.awaited, lang, { party: say(parties[party], lang) })}
            </li>
          ))}
        </ul>
        {mayGive && <Checkbox label={say(words.readAndMay, lang)} checked={read} onChange={setRead} />}
        {reason !== undefined && <p>{reason}</p>}
        <Button
          kind="turn"
          busy={ask.busy || send.busy}
          onPress={() => void press()}
          {...(blocked === undefined ? {} : { blocked })}
        >
          {say(given === null ? words.firstKey : words.secondKey, lang)}
        </Button>
      </section>
      {mayGive && <Keys lang={lang} />}
    </>
  );
}
