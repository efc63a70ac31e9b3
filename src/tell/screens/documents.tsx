import { dayOf, type Instant } from "../../ground/time.ts";
import { say, type Lang, type Said } from "../../ground/words.ts";
import { readLeaf } from "../../pledge/logged.ts";
import type { Activity } from "../../pledge/document.ts";
import type { Again } from "../../pledge/easy.ts";
import { sayForEach } from "../../pledge/screens/said.ts";
import { notHeldOf } from "../../pledge/specification/held.ts";
import { sayNotHeld } from "../../pledge/specification/words.ts";
import { inWords } from "../../pledge/terms.ts";
import { closings, rules } from "../../pledge/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatHash, formatList, formatPeriod } from "../../ui/format.ts";
import { Lineage, type LineageStep } from "../../ui/lineage.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status, StatusDiamond } from "../../ui/status.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Site, ToldDocument } from "../site.ts";
import { promiseFiles } from "../overview-words.ts";
import { contentTold } from "../promise-file.ts";
import { changeWords } from "../change-words.ts";
import { lackings, logged, needs, ways, weaknesses, words } from "../words.ts";
import { AGAIN_PATHS, ChooseWords, saidAgainIn, SaidAgainText } from "./again.tsx";
import { ChangeItself, ChangeList, ChangesOf, heldBy, promisesOf } from "./changes.tsx";
import { factsOfWhole, MoreOfActivityTold, MoreOfPledgeTold, signedActivity, signedPledge } from "./clause-more.tsx";
import { ExpiryNotice } from "./expiry.tsx";
import { AnsweredDraft } from "./consultation.tsx";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { BecameTold, KinTold, placeOf } from "./kin.tsx";
import { sayAmount, sayPace, sayTime } from "./said.ts";
import { DocumentSignatures } from "./signatures.tsx";

/** /ockelbo/medborgarlofte: the chain, with its gaps said plainly. */
export function LineagePage(props: PageProps) {
  const { site, lang } = props;
  return (
    <Frame {...props} address={`/${site.slug}/medborgarlofte`} crumbs={[{ word: say(words.menuPledges, lang) }]}>
      <PageHeading heading={say(words.lineage, lang)} lead={say(words.lineageLead, lang)} />
      {site.documents.length === 0 ? (
        <Empty heading={say(words.noDocuments, lang)} text={say(words.noPromiseEver, lang)} level={2} />
      ) : (
        <Lineage lang={lang} steps={promisesOf(site).flatMap((document) => stepsTo(document, site, lang))} />
      )}
      <ol className="answers answers-wide">
        {promisesOf(site)
          .toReversed()
          .map((document) => (
            <li key={document.slug}>
              <div className="stack-tight">
                <h2>
                  <a href={inLang(`/${site.slug}/medborgarlofte/${document.slug}`, lang)} lang="sv">
                    {document.title}
                  </a>
                </h2>
                <p className="row">
                  <Tag>{stateOf(document, lang)}</Tag> {document.example && <ExampleMark lang={lang} />}
                </p>
                <ExpiryNotice document={document} lang={lang} />
                <ChangeList document={document} site={site} lang={lang} />
                {document.gap !== null && (
                  <p className="small quiet">
                    {say(words.gap, lang, {
                      from: formatDay(document.gap.from, lang),
                      to: formatDay(document.gap.to, lang),
                    })}
                  </p>
                )}
              </div>
              <ul className="stack measure" lang="sv">
                {heldBy(document, site).pledges.map((pledge) => (
                  <li key={pledge.order} className="stack-tight">
                    <p className="word">{pledge.text}</p>
                    <div lang={lang}>
                      <KinTold site={site} document={document} pledge={pledge} lang={lang} />
                    </div>
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ol>
    </Frame>
  );
}

/** The document, and before it the years that had none. */
function stepsTo(document: ToldDocument, site: Site, lang: Lang): LineageStep[] {
  return [
    ...(document.gap === null
      ? []
      : [
          {
            text: formatPeriod(document.gap.from, document.gap.to, lang),
            note: say(words.noPledge, lang),
            missing: true,
          },
        ]),
    {
      text: document.slug.replace("-", "–"),
      href: inLang(`/${site.slug}/medborgarlofte/${document.slug}`, lang),
      note: stateOf(document, lang),
      here: document.slug === site.current[0]?.documentSlug,
    },
  ];
}

function stateOf(document: ToldDocument, lang: Lang): string {
  if (document.state === "published") return say(words.inForce, lang);
  return document.closing === null ? say(words.closed, lang) : say(closings[document.closing], lang);
}

/** /ockelbo/medborgarlofte/2022-2024: the exact words that hold, who signed, and at each activity what it says and what it lacks. Where it has been changed, both texts. */
export function DocumentPage(props: PageProps & { document: ToldDocument; again?: Again }) {
  const { site, lang, document, again } = props;
  const holds = heldBy(document, site);
  if (again !== undefined) return <AgainPage {...props} again={again} holds={holds} />;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/medborgarlofte/${document.slug}`}
      crumbs={[{ word: say(words.menuPledges, lang), href: `/${site.slug}/medborgarlofte` }, { word: document.slug }]}
    >
      <DocumentTold {...props} />
    </Frame>
  );
}

/** The page without its frame: also what those who publish see before anybody else does. */
export function DocumentTold({
  site,
  lang,
  document,
  isPreview = false,
}: Pick<PageProps, "site" | "lang"> & { document: ToldDocument; isPreview?: boolean }) {
  const holds = heldBy(document, site);
  return (
    <>
      <PageHeading
        document
        {...(isPreview ? { level: 2 as const } : {})}
        heading={<span lang="sv">{holds.title}</span>}
        lead={say(document.state === "published" ? words.holdsFor : words.heldFor, lang, {
          period: sayTime(holds, lang),
        })}
        over={
          <>
            <Tag>{stateOf(document, lang)}</Tag> {document.example && <ExampleMark lang={lang} />}
          </>
        }
      />
      {!isPreview && <ChooseWords site={site} document={document} held={holds} now={undefined} lang={lang} />}
      <ExpiryNotice document={document} lang={lang} />
      <AnsweredDraft site={site} lang={lang} slug={document.slug} />
      <ChangesOf document={document} site={site} lang={lang} />
      <ChangeItself document={document} site={site} lang={lang} />
      <DocumentText site={site} lang={lang} document={holds} />
      {/* Pages of their own once they are out, and read by those who let them out. */}
      {isPreview &&
        saidAgainIn(holds).map((kind) => (
          <section key={kind} className="stack">
            <SectionHeading heading={say(ways[kind], lang)} />
            <SaidAgainText site={site} document={document} held={holds} now={kind} lang={lang} isPreview />
          </section>
        ))}
      <AboutDocument document={holds} lang={lang} />
      {holds !== document && (
        <section className="stack" id="som-undertecknat">
          <SectionHeading heading={say(changeWords.asSigned, lang)} />
          <p>{say(changeWords.asSignedLead, lang)}</p>
          <details className="stack">
            <summary>{say(changeWords.readAsSigned, lang)}</summary>
            <DocumentText site={site} lang={lang} document={document} isSecond />
            <AboutDocument document={document} lang={lang} isSecond />
          </details>
        </section>
      )}
    </>
  );
}

/** /ockelbo/medborgarlofte/2022-2024/lattlast: the same promise said again for those who read slowly. */
function AgainPage(props: PageProps & { document: ToldDocument; again: Again; holds: ToldDocument }) {
  const { site, lang, document, again, holds } = props;
  const home = `/${site.slug}/medborgarlofte/${document.slug}`;
  return (
    <Frame
      {...props}
      address={`${home}/${AGAIN_PATHS[again]}`}
      crumbs={[
        { word: say(words.menuPledges, lang), href: `/${site.slug}/medborgarlofte` },
        { word: document.slug, href: home },
        { word: say(ways[again], lang) },
      ]}
    >
      <PageHeading
        document
        heading={<span lang="sv">{holds.title}</span>}
        over={
          <>
            <Tag>{stateOf(document, lang)}</Tag> {document.example && <ExampleMark lang={lang} />}
          </>
        }
      />
      <ChooseWords site={site} document={document} held={holds} now={again} lang={lang} />
      <ExpiryNotice document={document} lang={lang} />
      <SaidAgainText site={site} document={document} held={holds} now={again} lang={lang} />
    </Frame>
  );
}

/** The words of one document beside who signed them. */
function DocumentText({
  site,
  lang,
  document,
  isSecond = false,
}: Pick<PageProps, "site" | "lang"> & { document: ToldDocument; isSecond?: boolean }) {
  const content = contentTold(document);
  const notHeld = content && sayNotHeld(notHeldOf([content]), lang);
  return (
    <div className="with-side">
      <div className="stack">
        <Lacks document={document} lang={lang} />
        <article className="sheet clauses" aria-label={say(words.theWords, lang)}>
          {document.preamble !== "" && (
            <p className="word" lang="sv">
              {document.preamble}
            </p>
          )}
          {document.pledges.map((pledge) => (
            <section key={pledge.order} id={isSecond ? undefined : placeOf(pledge.order)}>
              <div className="clause">
                <h2>{say(words.pledgeNumber, lang, { number: pledge.order })}</h2>
                <p className="word clause-words" lang="sv">
                  {pledge.text}
                </p>
                <MoreOfPledgeTold pledge={signedPledge(document, pledge.order)} lang={lang} />
                <Weaknesses document={document} where={String(pledge.order)} lang={lang} />
                {!isSecond && <KinTold site={site} document={document} pledge={pledge} lang={lang} />}
              </div>
              {pledge.activities.map((activity) => (
                <div key={activity.number} className="clause">
                  <h3>{say(words.activity, lang, { number: activity.number })}</h3>
                  <p className="word" lang="sv">
                    {activity.text}
                  </p>
                  <Needs activity={activity} signed={signedActivity(document, activity.number)} lang={lang} />
                  <MoreOfActivityTold activity={signedActivity(document, activity.number)} lang={lang} />
                  <Weaknesses document={document} where={activity.number} lang={lang} />
                  {activity.became !== undefined && activity.became !== null && (
                    <p className="small">
                      <BecameTold became={activity.became} lang={lang} />
                    </p>
                  )}
                </div>
              ))}
            </section>
          ))}
        </article>
      </div>
      <aside className="stack" aria-label={say(words.signedBy, lang)}>
        <SectionHeading heading={say(words.signedBy, lang)} />
        <DocumentSignatures document={document} lang={lang} />
        {document.evidence !== undefined && (
          <ul className="list">
            <li>
              <a href={inLang(`/granska/${site.slug}/${document.slug}`, lang)}>{say(words.checkSignatures, lang)}</a>
            </li>
            <li>
              <a
                href={`/granska/${site.slug}/${document.slug}.samsyn`}
                download={`lofte-${site.slug}-${document.slug}.samsyn`}
              >
                {say(words.fetchBundle, lang)}
              </a>
            </li>
            <li>
              <a href={inLang(`/granska/${site.slug}/${document.slug}.pdf`, lang)} download>
                {say(words.fetchPaper, lang)}
              </a>
            </li>
            {(["json", "csv"] as const).map((form) => (
              <li key={form}>
                <a href={`/${site.slug}/medborgarlofte/${document.slug}.${form}`} download>
                  {say(promiseFiles[form], lang)}
                </a>
                {form === "csv" && notHeld !== undefined && <span className="small quiet"> {notHeld}</span>}
              </li>
            ))}
          </ul>
        )}
      </aside>
    </div>
  );
}

/** What it rests on, and by what it is known. */
function AboutDocument({
  document,
  lang,
  isSecond = false,
}: {
  document: ToldDocument;
  lang: Lang;
  /** An older text on the page of the one that holds. */
  isSecond?: boolean;
}) {
  return (
    <section className="stack-tight" {...(isSecond ? {} : { id: "grund" })}>
      <SectionHeading heading={say(words.aboutDocument, lang)} />
      <Facts
        facts={[
          ...factsOfWhole(document, lang),
          {
            name: say(words.basis, lang),
            value:
              document.basis.length === 0 ? (
                say(words.notSaid, lang)
              ) : (
                <ul lang="sv">
                  {document.basis.map((source) => (
                    <li key={source}>{source}</li>
                  ))}
                </ul>
              ),
          },
          ...(["agreement", "situationReport", "followUp", "equality"] as const).flatMap((part) =>
            document[part] === ""
              ? []
              : [{ name: say(words[part], lang), value: <span lang="sv">{document[part]}</span> }],
          ),
          ...document.renderings.map(({ channel, differs }) => ({
            name: `${say(words.renderings, lang)}: ${channel}`,
            value: <span lang="sv">{differs}</span>,
          })),
          ...(document.note === ""
            ? []
            : [{ name: say(words.toKnow, lang), value: <span lang="sv">{document.note}</span> }]),
          ...(document.sources.length === 0
            ? []
            : [{ name: say(words.sources, lang), value: <SourceList document={document} /> }]),
          {
            name: say(words.checksum, lang),
            value: (
              <>
                <code>{formatHash(document.contentHash)}</code>
                <p className="small quiet">{say(words.checksumWhy, lang)}</p>
              </>
            ),
          },
          ...(document.log === undefined || document.log.length === 0
            ? []
            : [{ name: say(words.inLog, lang), value: <Logged log={document.log} lang={lang} /> }]),
        ]}
      />
    </section>
  );
}

/** Each entry with when it was put in, and the proof that it is there. */
function Logged({ log, lang }: { log: NonNullable<ToldDocument["log"]>; lang: Lang }) {
  return (
    <>
      <ul>
        {log.map(({ index, kind, leaf }) => {
          const said = readLeaf(leaf);
          const party = say(said?.party === "police" ? words.thePolice : words.theMunicipality, lang);
          const what = say(logged[kind], lang, { party });
          const day = said && formatDay(dayOf(said.logged as Instant), lang);
          return (
            <li key={index}>
              {day === undefined ? what : say(words.loggedAt, lang, { what, day })}:{" "}
              <a href={`/api/tell/log/entry?index=${index}`}>
                {say(words.logProof, lang)} <span className="quiet">({say(words.logEntry, lang, { index })})</span>
              </a>
            </li>
          );
        })}
      </ul>
      <p className="small">
        <a href={inLang("/logg", lang)}>{say(words.inLogWhy, lang)}</a>
      </p>
    </>
  );
}

function SourceList({ document }: { document: ToldDocument }) {
  return (
    <ul>
      {document.sources.map((source) => (
        <li key={source.title} lang="sv">
          {source.url === undefined ? source.title : <a href={source.url}>{source.title}</a>}
        </li>
      ))}
    </ul>
  );
}

type ToldClause = ToldDocument["pledges"][number]["activities"][number];
const NEEDS = ["who", "howMuch", "where", "when"] as const;

/** What a clause says of who, how much, where and when; empty where it says nothing. */
function saidOf(
  { unit, target, uncounted, places, deadline }: ToldClause,
  signed: Activity | undefined,
  lang: Lang,
): Record<keyof typeof needs, string> {
  const amount = [sayAmount(target, lang), sayForEach(target?.perEntity, lang)].filter(Boolean).join(" ");
  const pace = target?.per === "total" ? "" : sayPace(target, lang);
  return {
    who: unit,
    howMuch: amount === "" && uncounted !== "" ? say(words.uncounted, lang, { because: uncounted }) : amount,
    where: places.length === 0 ? (target?.placesBy ?? "") : formatList(places, lang),
    when: [deadline === null ? pace : sayDeadline(deadline, lang), signed?.season].filter(Boolean).join(", "),
  };
}

/** "senast 31 oktober 2025", or as it was said where it is no day; words of its own stand before the day. */
function sayDeadline(deadline: NonNullable<ToldClause["deadline"]>, lang: Lang): string {
  const { said, on } = deadline;
  if (on === undefined) return said;
  const day = say(words.notLaterThan, lang, { day: formatDay(on, lang) });
  return inWords(deadline) ? `${said} (${day})` : day;
}

/** Who, how much, where, when: what is there is said, what is not is said to be missing. */
function Needs({
  activity,
  signed,
  lang,
}: {
  activity: ToldClause;
  /** The same as it was signed. */
  signed: Activity | undefined;
  lang: Lang;
}) {
  const said = saidOf(activity, signed, lang);
  return (
    <dl className="needs">
      {NEEDS.map((need) => (
        <div key={need}>
          <dt>{say(needs[need], lang)}</dt>
          <dd>
            {said[need] === "" ? (
              <Status kind="missed" word={say(words.lacking, lang)} as="text" />
            ) : (
              <span lang={need === "when" ? undefined : "sv"}>{said[need]}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Weakness = keyof typeof weaknesses;
const isWeakness = (rule: string): rule is Weakness => rule in weaknesses;

/** What is weak at one place of the document ("" is the whole), in words for residents; and what was left on purpose, with why. */
function weaknessesAt(document: ToldDocument, where: string, lang: Lang) {
  const here = <T extends { readonly where: string }>(list: readonly T[]) => list.filter((one) => one.where === where);
  const sayHow = (how: Said, said: string | undefined) => say(how, lang, said === undefined ? {} : { said });
  return [
    ...here(document.lacks).flatMap(({ rule, said }) =>
      isWeakness(rule) ? [{ text: sayHow(weaknesses[rule], said), reason: undefined }] : [],
    ),
    ...here(document.left ?? []).map(({ rule, said, reason }) => ({
      // Whom the words point at is not said once more.
      text: sayHow(
        isWeakness(rule) ? weaknesses[rule] : rules[rule],
        rule === "names-a-person" || rule === "few-people" ? "…" : said,
      ),
      reason,
    })),
  ];
}

/** Why it was left as it is, in the parties' own words. */
function Reason({ reason, lang }: { reason: string | undefined; lang: Lang }) {
  if (reason === undefined) return null;
  return (
    <>
      {` ${say(words.lackReason, lang)} `}
      <span className="word" lang="sv">
        {reason}
      </span>
    </>
  );
}

function Weaknesses({ document, where, lang }: { document: ToldDocument; where: string; lang: Lang }) {
  const found = weaknessesAt(document, where, lang);
  if (found.length === 0) return null;
  return (
    <ul className="stack-tight">
      {found.map(({ text, reason }) => (
        <li key={text} className="weak">
          <StatusDiamond kind="partly" />
          <span>
            {text}
            <Reason reason={reason} lang={lang} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The whole in two sentences; each lack stands at the words it is about. */
function Lacks({ document, lang }: { document: ToldDocument; lang: Lang }) {
  if (document.lacks.length === 0 && (document.left ?? []).length === 0) return null;
  const clauses = document.pledges
    .flatMap(({ activities }) => activities)
    .map((activity) => saidOf(activity, signedActivity(document, activity.number), lang));
  const missing = NEEDS.filter((need) => clauses.some((clause) => clause[need] === ""));
  return (
    <Notice kind="advice" heading={say(words.lacks, lang)}>
      <p>
        {missing.length > 0 &&
          `${say(words.activitiesLack, lang, {
            what: formatList(
              missing.map((need) => say(lackings[need], lang)),
              lang,
            ),
          })} `}
        {weaknessesAt(document, "", lang).map(({ text, reason }) => (
          <span key={text}>
            {text}
            <Reason reason={reason} lang={lang} />{" "}
          </span>
        ))}
      </p>
      <p className="small quiet">{say(words.lacksLead, lang)}</p>
    </Notice>
  );
}
