import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { InFull } from "../../pledge/consultation/screens/in-full.tsx";
import { answers, heldKinds, passageName } from "../../pledge/consultation/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Diff } from "../../ui/diff.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatHash, formatPeriod } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SerifQuote } from "../../ui/serif-quote.tsx";
import { Tag } from "../../ui/tag.tsx";
import { consultationWords as said } from "../consultation-words.ts";
import type { Site, ToldConsultation } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, sayCount, sayMany, type PageProps } from "./frame.tsx";

type Told = ToldConsultation<PublicCount>;
type Passage = Told["passages"][number];
type Shown = Pick<PageProps, "site" | "lang"> & { readonly draft: Told };

/** What was made last night says «open» until it is made anew; the day itself says whether it is. */
function phaseNow({ phase, to }: Told, today: PageProps["today"]): Told["phase"] {
  return phase === "open" && today > to ? "answering" : phase;
}

/** /ockelbo/utkast/…: the draft in its days; then what it became, with every comment and its answer. */
export function ConsultationPage(props: PageProps & { consultation: Told }) {
  const { site, lang, consultation: draft, today } = props;
  const phase = phaseNow(draft, today);
  const shown = { site, lang, draft };
  const to = formatDay(draft.to, lang);
  const lead = {
    open: say(said.openLead, lang, { to }),
    answering: say(said.answeringLead, lang, { to }),
    closed: say(said.closedLead, lang, { period: formatPeriod(draft.from, draft.to, lang) }),
  } as const;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/utkast/${draft.slug}`}
      crumbs={[{ word: say(said.draft, lang) }, { word: draft.title }]}
    >
      <PageHeading
        document
        heading={<span lang="sv">{say(said.heading, "sv", { title: draft.title })}</span>}
        over={draft.example ? <ExampleMark lang={lang} /> : undefined}
        lead={lead[phase]}
      />
      {phase !== "closed" && <Notice heading={say(said.notSigned, lang)} />}
      <div className="split-even">
        <section>
          <SectionHeading heading={say(said.can, lang)} />
          <p lang="sv">{draft.canInfluence}</p>
        </section>
        <section>
          <SectionHeading heading={say(said.cannot, lang)} />
          <p lang="sv">{draft.cannotInfluence}</p>
        </section>
      </div>
      {phase === "closed" && <p className="small quiet measure">{say(said.howToRead, lang)}</p>}
      {phase !== "answering" &&
        draft.passages.map((passage, place) => (
          <PassagePart
            key={`${passage.kind} ${passage.number} ${place}`}
            {...shown}
            passage={passage}
            place={place}
            isOpen={phase === "open"}
          />
        ))}
      {phase === "closed" && <Held {...shown} />}
      <p className="small quiet">
        {say(said.hash, lang)}: <span className="code">{formatHash(draft.contentHash)}</span>
      </p>
    </Frame>
  );
}

function nameOf(passage: Passage, lang: Lang): string {
  return say(passageName(passage), lang, { number: passage.number });
}

function PassagePart({
  site,
  lang,
  draft,
  passage,
  place,
  isOpen,
}: Shown & { passage: Passage; place: number; isOpen: boolean }) {
  const { comments, became } = passage;
  const name = nameOf(passage, lang);
  return (
    <section className="stack" id={`stycke-${place}`}>
      <SectionHeading heading={name}>
        {became !== null && say(passage.isNew ? said.added : passage.isChanged ? said.changedTo : said.unchanged, lang)}
      </SectionHeading>
      {became !== null && passage.isChanged ? (
        <div lang="sv" className="large-word measure">
          <Diff lang={lang} parts={became} />
        </div>
      ) : (
        <>
          <p className="word large-word measure" lang="sv">
            {passage.text}
          </p>
          <InFull sentences={passage.inFull ?? []} />
        </>
      )}
      {comments.length > 0 && (
        <>
          <h3>{sayMany(said.comments, comments.length, lang)}</h3>
          <ul className="list">
            {comments.map((comment, index) => (
              <li key={index}>
                <div className="stack-tight">
                  {comment.sentence !== "" && (
                    <p className="small quiet">{say(said.about, lang, { sentence: comment.sentence })}</p>
                  )}
                  <SerifQuote text={comment.text} textLang="sv" />
                  <Answer answer={comment.answer} lang={lang} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && (
        <p>
          <LinkButton
            href={inLang(`/${site.slug}/synpunkt/utkast?lofte=${draft.slug}&stycke=${place}`, lang)}
            label={say(said.commentWhat, lang, { what: name })}
          >
            {say(said.comment, lang)}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Answer({ answer, lang }: { answer: Passage["comments"][number]["answer"]; lang: Lang }) {
  if (answer === null) return <p className="small quiet">{say(said.noAnswerYet, lang)}</p>;
  return (
    <div className="stack-tight measure">
      <p>
        <Tag>{say(answers[answer.kind], lang)}</Tag>{" "}
        <span className="small quiet">{say(said.by, lang, { by: answer.by, on: formatDay(answer.on, lang) })}</span>
      </p>
      <p lang="sv">{answer.reason}</p>
      {answer.became !== "" && (
        <p>
          {say(said.becomes, lang)}{" "}
          <span className="word" lang="sv">
            {answer.became}
          </span>
        </p>
      )}
    </div>
  );
}

/** How many were not shown, and why; a few of a kind are "fewer than". */
function Held({ draft, lang }: Shown) {
  if (draft.held.length === 0) return <p>{say(said.heldNone, lang)}</p>;
  return (
    <section className="stack">
      <SectionHeading heading={say(said.held, lang)}>{sayCount(draft.heldInAll, lang)}</SectionHeading>
      <div className="measure stack-tight">
        <DataTable
          caption={say(said.held, lang)}
          captionHidden
          rows={draft.held}
          rowKey={({ reason }) => reason}
          columns={[
            { head: say(said.why, lang), names: true, cell: ({ reason }) => say(heldKinds[reason], lang) },
            { head: say(said.howMany, lang), number: true, cell: ({ heads }) => sayCount(heads, lang) },
          ]}
        />
        {draft.held.some(({ heads }) => heads.shown !== "count") && (
          <p className="small quiet">{say(words.smallNumbers, lang)}</p>
        )}
        <p className="small quiet">{say(said.heldLead, lang)}</p>
      </div>
    </section>
  );
}

/** On the partnership's first page and where one hands something in: a draft that is open now. */
export function OpenDrafts({ site, lang, today }: Pick<PageProps, "site" | "lang" | "today">) {
  return (site.consultations ?? [])
    .filter((draft) => phaseNow(draft, today) === "open")
    .map((draft) => (
      <Notice
        key={draft.slug}
        heading={say(said.openNow, lang)}
        text={say(said.openNowText, lang, { title: draft.title, to: formatDay(draft.to, lang) })}
      >
        <p>
          <a href={inLang(`/${site.slug}/utkast/${draft.slug}`, lang)}>{say(said.readDraft, lang)}</a>{" "}
          {draft.example && <ExampleMark lang={lang} />}
        </p>
      </Notice>
    ));
}

/** A document's way back to what was said of its draft. */
export function AnsweredDraft({ site, lang, slug }: { site: Site; lang: Lang; slug: string }) {
  // Another draft at the same address may have been laid down: its comments were on other words.
  const draft = site.consultations?.find(
    (one) => one.slug === slug && one.phase === "closed" && one.isDropped !== true,
  );
  if (draft === undefined) return null;
  return (
    <p>
      <a href={inLang(`/${site.slug}/utkast/${slug}`, lang)}>{say(said.readAnswered, lang)}</a>
    </p>
  );
}
