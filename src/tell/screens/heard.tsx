import type { Reference } from "../../collect/source.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import { type Lang, say } from "../../ground/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatList, formatPeriod } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { ToldDialogue, ToldDispute, ToldWalk } from "../site.ts";
import { counts, samples, words } from "../words.ts";
import { Frame, sayCount, sayHeads, sayMany, type PageProps } from "./frame.tsx";
import { replyWords } from "../../collect/campaigns/words.ts";
import { PointList, pointsOf, WalkOutcome } from "./walk-points.tsx";

/** /ockelbo/vandring/…: the reviewed protocol place by place, with an answer to each point or the words that none has come. */
export function WalkPage(props: PageProps & { walk: ToldWalk<PublicCount> }) {
  const { site, lang, walk } = props;
  const points = pointsOf(walk);
  const places = [...new Set(points.asking.map(({ place }) => place))];
  const invented = walk.rows.some(({ example }) => example);
  return (
    <Frame
      {...props}
      address={`/${site.slug}/vandring/${walk.slug}`}
      crumbs={[{ word: say(words.walks, lang), href: `/${site.slug}#lyssnat` }, { word: walk.village }]}
    >
      <PageHeading
        heading={<span lang="sv">{walk.title}</span>}
        over={walk.example ? <ExampleMark lang={lang} /> : undefined}
        lead={`${formatDay(walk.on, lang)}, ${say(words.clock, lang, { from: walk.from, to: walk.to })}`}
      />
      <Facts
        facts={[
          { name: say(words.meetingPoint, lang), value: <span lang="sv">{walk.meetingPoint}</span> },
          ...(walk.walkers === null
            ? []
            : [{ name: say(words.whoWalked, lang), value: sayHeads(counts.walkers, walk.walkers, lang) }]),
          ...(walk.functions.length === 0
            ? []
            : [{ name: say(words.withUs, lang), value: <span lang="sv">{formatList(walk.functions, "sv")}</span> }]),
          ...(walk.rows.length === 0
            ? []
            : [{ name: say(words.whatCameOfIt, lang), value: <WalkOutcome points={points} lang={lang} /> }]),
          ...(walk.reference === null
            ? []
            : [{ name: say(words.readOn, lang), value: <ReferenceLink reference={walk.reference} /> }]),
        ]}
      />
      {walk.rows.length === 0 && (
        <Empty heading={say(words.noProtocol, lang)} text={say(words.noProtocolText, lang)} level={2} />
      )}
      {points.good.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.goodPlaces, lang)}>
            {invented && <ExampleMark lang={lang} />}
          </SectionHeading>
          <PointList points={points.good} lang={lang} named />
        </section>
      )}
      {points.asking.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.protocol, lang)}>
            {sayMany(counts.walkPoints, walk.rows.length, lang)}
            {invented && (
              <>
                {" "}
                <ExampleMark lang={lang} />
              </>
            )}
          </SectionHeading>
          {walk.complementedOn !== undefined && (
            <p className="quiet">{say(words.complemented, lang, { day: formatDay(walk.complementedOn, lang) })}</p>
          )}
          {places.map((place) => (
            <section key={place} className="stack-tight">
              <h3 lang="sv">{place}</h3>
              <PointList points={points.asking.filter((point) => point.place === place)} lang={lang} />
            </section>
          ))}
        </section>
      )}
    </Frame>
  );
}

/** Where it can be read by everybody. */
function ReferenceLink({ reference: { title, url } }: { reference: Reference }) {
  if (url === undefined) return <span lang="sv">{title}</span>;
  return (
    <a href={url} lang="sv">
      {title}
    </a>
  );
}

/** /ockelbo/dialog/…: what was asked, what could be changed, what was said, and what it does not tell. */
export function DialoguePage(props: PageProps & { dialogue: ToldDialogue<PublicCount> }) {
  const { site, lang, dialogue } = props;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/dialog/${dialogue.slug}`}
      crumbs={[{ word: say(words.dialogues, lang), href: `/${site.slug}#lyssnat` }, { word: dialogue.title }]}
    >
      <PageHeading
        heading={<span lang="sv">{dialogue.title}</span>}
        over={dialogue.example ? <ExampleMark lang={lang} /> : undefined}
        lead={whenAndHowMany(dialogue, lang)}
      />
      <DialogueTold dialogue={dialogue} lang={lang} />
    </Frame>
  );
}

/** «2 november–13 december 2026 · 20 svarade». */
export function whenAndHowMany(dialogue: ToldDialogue<PublicCount>, lang: Lang): string {
  return [
    formatPeriod(dialogue.from, dialogue.to, lang),
    dialogue.answered === null
      ? say(words.answersNotPublished, lang)
      : sayHeads(counts.answered, dialogue.answered, lang),
  ].join(" · ");
}

/** «Ifrågasatt 6 oktober: någon av dem som berättade säger att det inte är löst», and what was answered. */
function Disputed({ dispute, lang }: { dispute: ToldDispute<PublicCount>; lang: Lang }) {
  const { voices, since, open, answer } = dispute;
  const day = formatDay(since, lang);
  return (
    <span className="small">
      <br />
      {voices.shown === "count" || voices.shown === "at-least"
        ? say(words.disputedMany, lang, { day, count: sayCount(voices, lang) })
        : say(words.disputedSome, lang, { day })}{" "}
      {answer !== null && (
        <>
          {say(words.disputeAnswer, lang, {
            day: formatDay(answer.on, lang),
            reply: replyWords[answer.kind][lang].toLowerCase(),
          })}{" "}
          <span lang="sv">{answer.text}</span>{" "}
        </>
      )}
      {open && say(words.disputeWaits, lang)}
    </span>
  );
}

export function DialogueTold({ dialogue, lang }: { dialogue: ToldDialogue<PublicCount>; lang: Lang }) {
  const caution = say(samples[dialogue.sampleType], lang);
  return (
    <>
      <Facts
        facts={[
          // What nobody wrote anything under has no line of its own.
          ...(
            [
              [words.how, dialogue.method],
              [words.canInfluence, dialogue.canInfluence],
              [words.cannotInfluence, dialogue.cannotInfluence],
            ] as const
          ).flatMap(([name, text]) =>
            text.trim() === "" ? [] : [{ name: say(name, lang), value: <span lang="sv">{text}</span> }],
          ),
          ...(dialogue.reference === null
            ? []
            : [{ name: say(words.readOn, lang), value: <ReferenceLink reference={dialogue.reference} /> }]),
        ]}
      />
      {dialogue.themes.length === 0 ? (
        <Empty
          heading={say(words.answersNotPublished, lang)}
          text={say(words.answersNotPublishedText, lang)}
          level={2}
          action={<p lang="sv">{dialogue.caveat}</p>}
        />
      ) : (
        <section className="stack">
          <SectionHeading heading={say(words.whatWasSaid, lang)}>
            {sayMany(counts.themesSaid, dialogue.themes.length, lang)}
          </SectionHeading>
          <Notice heading={caution} level={3}>
            {dialogue.caveat !== "" && dialogue.caveat !== samples[dialogue.sampleType].sv && (
              <p lang="sv">{dialogue.caveat}</p>
            )}
          </Notice>
          <div className="measure stack-tight">
            <DataTable
              caption={say(words.whatWasSaid, lang)}
              captionHidden
              rows={dialogue.themes}
              rowKey={(row) => row.theme}
              columns={[
                {
                  head: say(words.theme, lang),
                  cell: (row) => (
                    <>
                      <span lang="sv">{row.theme}</span>
                      {row.quote !== "" && (
                        <q className="quoted" lang="sv">
                          {row.quote}
                        </q>
                      )}
                      {row.dispute !== undefined && row.dispute !== null && (
                        <Disputed dispute={row.dispute} lang={lang} />
                      )}
                    </>
                  ),
                  names: true,
                },
                {
                  head: say(words.voicesHead, lang),
                  cell: (row) =>
                    row.voices === null ? say(words.notCounted, lang) : sayCount(row.voices, lang, row.qualifier),
                  number: true,
                },
              ]}
            />
            {dialogue.themes.some(
              ({ voices }) => voices !== null && voices.shown !== "count" && voices.shown !== "about",
            ) && <p className="small quiet">{say(words.smallNumbers, lang)}</p>}
          </div>
        </section>
      )}
    </>
  );
}
