import { useState } from "react";
import { nameOfPlace } from "../../ground/place.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatHash, formatInstant, softHyphens } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SignatureBlock, type SignatureHalf } from "../../ui/signature-block.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { OutputOf } from "../../ground/endpoint.ts";
import { words as consultationWords } from "../consultation/words.ts";
import { Amendments, ChangeFields, ExtensionForm } from "../amendments/screens/changes.tsx";
import { openDocument, propose, type saveDraft } from "../api.ts";
import { Brought, Clashes } from "../drafting/screens/clashes.tsx";
import { Comments } from "../drafting/screens/comments.tsx";
import { sayPlaces } from "../drafting/screens/said.ts";
import { Since } from "../drafting/screens/since.tsx";
import { useCommenting } from "../drafting/screens/use-commenting.ts";
import { useTogether } from "../drafting/screens/use-together.ts";
import { Versions } from "../drafting/screens/versions.tsx";
import { words as drafting } from "../drafting/words.ts";
import { Days } from "../phases/screens/days.tsx";
import { withAnswers } from "../owners/owner.ts";
import { Formerly } from "../renewal/screens/formerly.tsx";
import { RenderingsOf } from "../renderings/screens/renderings-of.tsx";
import { words as renewalWords } from "../renewal/words.ts";
import type { SigningParty } from "../signature.ts";
import { FilesOf } from "../specification/screens/files.tsx";
import { words as paperWords } from "../paper/words.ts";
import { draft } from "../draft-words.ts";
import { parties, pers, refusals, states, words } from "../words.ts";
import { DraftForm } from "./draft-form.tsx";
import type { Opened } from "./opened.ts";
import { Remarks } from "./remarks.tsx";
import { sayPeriod, saySeen, sayTarget } from "./said.ts";
import { TakeBack } from "./take-back.tsx";

type Saved = OutputOf<typeof saveDraft>;

/** /lova/<p>/<period>: the document, what is remarked on it, who has signed, and the one thing to do next. */
export function PledgeDocumentScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const opened = useAnswer(openDocument, { partnership, slug: item });
  const together = useTogether(opened.value);
  const commenting = useCommenting(props, opened.value);
  // Kept here, since the form of one revision goes when the next comes.
  const [saved, setSaved] = useState<Saved>();
  if (opened.state === "waiting") return <Loading text={say(words.document, lang)} />;
  if (opened.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={opened.state === "refused" ? opened.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const document = opened.value;
  const { revision } = document;
  if (props.query.get("vy") === "versioner") return <Versions {...props} document={document} />;
  const onSaved = (answer: Saved) => {
    if (answer.kept !== "aside") together.done();
    setSaved(answer.kept === "aside" ? undefined : answer);
  };
  const written = together.content ?? document.content;
  // What was typed before the day passed is not taken away; saving it says why it cannot be.
  const isWritten = document.state === "draft" && (document.frozenSince === null || together.unsaved);
  const content = document.state === "draft" ? withAnswers(written, document.owners) : written;
  return (
    <>
      <PageHeading
        document
        actions={<a href={`/lova/${partnership}/${document.slug}?vy=versioner`}>{say(drafting.versions, lang)}</a>}
        heading={document.title}
        over={
          <>
            <Tag>{say(states[document.state], lang)}</Tag> {document.example && <ExampleMark lang={lang} />}
          </>
        }
        {...(document.predecessorSlug === null
          ? {}
          : {
              lead: (
                <a
                  href={`/lova/${partnership}/${document.predecessorSlug}`}
                >{`${say(words.previous, lang)}: ${document.predecessorSlug}`}</a>
              ),
            })}
      />
      <Since partnership={partnership} document={document} lang={lang} key={document.id} />
      <Days partnership={partnership} document={document} lang={lang} />
      <Next {...props} document={document} unsaved={together.unsaved} openComments={commenting.open} />
      <TakeBack {...props} document={document} />
      <Clashes
        clashes={together.clashes}
        unsaved={together.unsaved}
        lang={lang}
        onChoose={(clash, take) => together.choose(clash, take)}
        onWrite={(clash, value) => together.writeTogether(clash, value)}
      />
      <Meanwhile {...props} together={together} saved={saved} />
      <Amendments {...props} document={document} content={content} />
      <div className="with-side">
        <div>
          {isWritten && document.amends === "amendment" && (
            <ChangeFields {...props} document={document} content={content} onType={together.type} />
          )}
          {isWritten && document.amends === "extension" ? (
            <ExtensionForm
              {...props}
              document={document}
              content={content}
              saved={saved?.revision === revision && !together.unsaved}
              clashes={together.clashes.length}
              onType={together.type}
              onSaved={onSaved}
              key={revision}
            />
          ) : isWritten ? (
            <DraftForm
              {...props}
              document={document}
              content={content}
              saved={saved?.revision === revision && !together.unsaved}
              onType={together.type}
              clashes={together.clashes.length}
              commenting={commenting}
              onSaved={onSaved}
              key={revision}
            />
          ) : (
            <Text {...props} document={document} />
          )}
          {isWritten && <Formerly items={document.content.formerly ?? []} lang={lang} />}
        </div>
        <aside
          className="stack-loose stays"
          aria-label={say(words.remarks, lang)}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
        >
          <Remarks content={content} lang={lang} {...(isWritten ? { onChange: together.type } : {})} />
          <Comments {...props} document={document} commenting={commenting} unsaved={together.unsaved} />
          <Signatures document={document} lang={lang} />
          {document.signatures.length === 2 && (
            <RenderingsOf partnership={partnership} slug={document.slug} lang={lang} />
          )}
          <FilesOf partnership={partnership} slug={document.slug} content={document.content} lang={lang} />
        </aside>
      </div>
    </>
  );
}

/** What another has changed while one wrote: put together here, or by the server as it was saved. */
function Meanwhile({
  lang,
  person,
  together,
  saved,
}: ScreenProps & { together: ReturnType<typeof useTogether>; saved: Saved | undefined }) {
  if (together.unsaved && together.brought.length > 0)
    return <Brought who={say(drafting.somebody, lang)} where={sayPlaces(together.brought, lang)} lang={lang} />;
  if (together.unsaved || saved === undefined || saved.brought.length === 0) return null;
  const { by } = saved;
  const isOwn = person.grants.some(({ party }) => party === by);
  const who = isOwn
    ? say(drafting.colleague, lang)
    : by === null || by === "other"
      ? say(drafting.somebody, lang)
      : say(parties[by], lang);
  return <Brought who={who} where={sayPlaces(saved.brought, lang)} lang={lang} />;
}

/** One turn at a time: what this person can do now, or who is waited for. */
function Next({
  partnership,
  lang,
  person,
  document,
  unsaved,
  openComments,
}: ScreenProps & { document: Opened; unsaved: boolean; openComments: number }) {
  const proposing = useCommand(propose);
  const [refusal, setRefusal] = useState<string>();
  const where = { partnership, slug: document.slug };
  const act = async (command: {
    run: (input: typeof where) => Promise<{ ok: boolean; refusal?: { sentence: string } }>;
  }) => {
    const result = await command.run(where);
    setRefusal(result.ok ? undefined : result.refusal?.sentence);
  };
  const grants = person.grants;
  const writes = grants.some(({ role }) => role === "coordinator" || role === "liaison");
  return (
    <div className="row">
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {document.state === "draft" && writes && (
        <Button
          kind="main"
          onPress={() => void act(proposing)}
          busy={proposing.busy}
          {...(unsaved ? { blocked: say(words.saveFirst, lang) } : {})}
        >
          {say(words.propose, lang)}
        </Button>
      )}
      {document.state === "draft" && writes && openComments > 0 && (
        <p className="small">{say(drafting.proposeWithOpen, lang, { count: openComments })}</p>
      )}
      {(document.state === "proposed" || document.state === "half-signed") &&
        document.mandate !== null &&
        document.cannotSign === null && (
          <LinkButton kind="turn" href={`/signera/${partnership}/${document.slug}`}>
            {say(words.goSign, lang)}
          </LinkButton>
        )}
      {(document.state === "proposed" || document.state === "half-signed") && document.cannotSign !== null && (
        <p className="small">{whyNotSign(document, lang)}</p>
      )}
      {(document.state === "proposed" || document.state === "half-signed") && (
        <a href={`/signera/${partnership}/papper-${document.slug}`}>{say(paperWords.onPaper, lang)}</a>
      )}
      {document.state === "signed" && writes && document.publicationAskedBy === null && (
        <LinkButton kind="turn" href={`/lova/${partnership}/publicera-${document.slug}`}>
          {say(words.askPublish, lang)}
        </LinkButton>
      )}
      {document.state === "signed" && document.publicationAskedBy !== null && (
        <Notice heading={say(words.secondKey, lang)} text={say(words.secondKeyText, lang)}>
          {writes && (
            <p>
              <a href={`/lova/${partnership}/publicera-${document.slug}`}>{say(words.toPublish, lang)}</a>
            </p>
          )}
        </Notice>
      )}
      {document.state !== "published" && document.state !== "closed" && (
        <a href={`/lova/${partnership}/synpunkter-${document.slug}`}>{say(consultationWords.heading, lang)}</a>
      )}
      {(document.state === "published" || document.state === "closed") && (
        <>
          {writes && (
            <LinkButton href={`/lova/${partnership}/nasta-${document.slug}`}>
              {say(renewalWords.toNext, lang)}
            </LinkButton>
          )}
          <a href={`/${partnership}/medborgarlofte/${document.slug}`}>{say(words.seePublic, lang)}</a>
        </>
      )}
    </div>
  );
}

/** Why this person is not asked to sign: the word that the server would refuse with. */
function whyNotSign({ cannotSign, mandateDay }: Opened, lang: Lang): string {
  if (cannotSign === null || !(cannotSign in refusals)) return "";
  const day = mandateDay === null ? "" : formatDay(mandateDay as Day, lang);
  return say(refusals[cannotSign as keyof typeof refusals], lang, { day });
}

/** The signed words look like the signed words. */
export function Text({
  partnership,
  lang,
  document,
}: Pick<ScreenProps, "partnership" | "lang"> & { document: Opened }) {
  const { content } = document;
  return (
    <div className="sheet stack-loose">
      {content.preamble !== undefined && (
        <p className="word" lang="sv">
          {content.preamble}
        </p>
      )}
      {content.pledges.map((pledge) => (
        <section key={pledge.id} className="stack-tight">
          <SectionHeading heading={say(words.pledge, lang, { number: pledge.order })} />
          <p className="word promise-words" lang="sv">
            {pledge.text}
          </p>
          {(pledge.subPledges ?? []).length > 0 && (
            <ul className="bullets word" lang="sv">
              {pledge.subPledges?.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          )}
          {pledge.openSlot === true && <p>{say(draft.openSlot, lang)}</p>}
          {pledge.situation !== undefined && (
            <p className="quiet">{`${say(draft.situation, lang)}: ${pledge.situation}`}</p>
          )}
          {(pledge.causes ?? []).length > 0 && (
            <p className="quiet">{`${say(words.causes, lang)}: ${(pledge.causes ?? []).join("; ")}`}</p>
          )}
          {pledge.expectedEffect !== undefined && (
            <p className="quiet">{`${say(words.effect, lang)}: ${pledge.expectedEffect.text}`}</p>
          )}
          {pledge.expectedEffect?.measured !== undefined && (
            <p className="quiet">{saySeen(pledge.expectedEffect.measured, pledge.expectedEffect.goal, lang)}</p>
          )}
          {pledge.problemIds.length > 0 && (
            <p className="small">
              <a href={`/prioritera/${partnership}`}>{say(words.restsOn, lang, { count: pledge.problemIds.length })}</a>
            </p>
          )}
          <ol className="list">
            {pledge.activities.map((activity) => (
              <li key={activity.id}>
                <p className="word large-word" lang="sv">
                  {activity.text}
                </p>
                <p className="small quiet">
                  {[
                    say(words.activity, lang, { number: activity.number }),
                    activity.accountable?.unit,
                    sayTarget(activity.target, lang),
                    activity.notCountableBecause,
                    activity.deadline?.said,
                    activity.season,
                    activity.condition,
                    activity.beyondOrdinary,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Formerly items={content.formerly ?? []} lang={lang} />
      <Around content={content} lang={lang} />
      <p className="small quiet">
        {say(words.hash, lang)}: <span className="code">{formatHash(document.contentHash)}</span>
      </p>
    </div>
  );
}

/** What the promise rests on and lies under, how it is followed up, and what is known to differ: all of it is in the text that is signed. */
function Around({ content, lang }: { content: Opened["content"]; lang: Lang }) {
  const third = content.parties.filter(({ standing }) => standing === "third").map(({ name }) => name);
  const { from, to } = content.period;
  const facts = [
    [words.period, sayPeriod({ from: from.said, to: to?.said ?? "" }, lang)],
    [draft.thirdParties, third.length === 0 ? "" : `${third.join(", ")}. ${say(draft.thirdNotSigning, lang)}`],
    [draft.area, content.area.map(nameOfPlace).filter(Boolean).join(", ")],
    [words.basis, content.basis.join(", ")],
    [words.agreement, content.agreement],
    [words.situationReport, content.situationReport],
    [words.review, content.review],
    [words.feedback, content.feedback],
    [draft.feedbackEvery, content.feedbackEvery && say(pers[content.feedbackEvery], lang)],
    [words.equality, content.equality],
    ...(content.renderings ?? []).map((text) => [words.otherText, `${text.channel}: ${text.differs ?? ""}`] as const),
    [words.noted, content.note],
    [words.sources, content.sources.map(({ title }) => title).join(", ")],
  ] as const;
  const told = facts.filter(([, value]) => value !== undefined && value !== "");
  return <Facts facts={told.map(([name, value]) => ({ name: say(name, lang), value }))} />;
}

/** A key tells the moment, a paper its day, or that nobody has published it. */
function sayWhen({ means, paperDay, signedAt }: Opened["signatures"][number], lang: Lang): string {
  if (means === "passkey") return formatInstant(signedAt as Instant, lang);
  return paperDay === null ? say(words.dayUnknown, lang) : formatDay(paperDay as Day, lang);
}

export function Signatures({ document, lang, own }: { document: Opened; lang: Lang; own?: SigningParty | undefined }) {
  const half = (party: SigningParty): SignatureHalf => {
    const signature = document.signatures.find((one) => one.party === party);
    const name = say(parties[party], lang);
    if (signature === undefined)
      return { signed: false, heading: `${name} ${say(words.missing, lang)}`, lines: [], own: own === party };
    const how = say(signature.means === "passkey" ? words.signedByKey : words.signedOnPaper, lang);
    return {
      signed: true,
      heading: name,
      lines: [
        softHyphens(signature.acting ? `tf. ${signature.office}` : signature.office),
        `${sayWhen(signature, lang)}, ${how}`,
      ],
    };
  };
  const all = document.missing.length === 0 && document.signatures.length > 0;
  return (
    <section>
      <SectionHeading heading={say(words.signatures, lang)} />
      <SignatureBlock
        municipality={half("municipality")}
        police={half("police")}
        {...(all ? { whole: say(words.bothSigned, lang) } : {})}
      />
    </section>
  );
}
