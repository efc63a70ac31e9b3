import { say } from "../../ground/words.ts";
import type { Reference } from "../../collect/source.ts";
import { answers as answerKinds, kinds, managers } from "../../collect/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatList, formatPeriod } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { PublicCount, ToldDialogue, ToldWalk } from "../site.ts";
import { samples, words } from "../words.ts";
import { Frame, sayAnswered, sayCount, type PageProps } from "./frame.tsx";

/** A word of a closed vocabulary of an earlier stage; what has no word is shown as it is. */
function wordOf(
  vocabulary: Readonly<Record<string, { sv: string; en: string }>>,
  key: string,
  lang: PageProps["lang"],
): string {
  const said = vocabulary[key];
  return said === undefined ? key : say(said, lang);
}

/** /ockelbo/vandring/…: the reviewed protocol, with an answer to each point or the words that none has come. */
export function WalkPage(props: PageProps & { walk: ToldWalk<PublicCount> }) {
  const { site, lang, walk } = props;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/vandring/${walk.slug}`}
      crumbs={[{ word: say(words.walks, lang), href: `/${site.slug}#lyssnat` }, { word: walk.village }]}
    >
      <PageHeading
        heading={walk.title}
        over={walk.example ? <ExampleMark lang={lang} /> : undefined}
        lead={`${formatDay(walk.on, lang)}, ${say(words.clock, lang, { from: walk.from, to: walk.to })}`}
      />
      <ul>
        <li>{say(words.meetingPoint, lang, { place: lowerFirst(walk.meetingPoint) })}</li>
        <li>
          {walk.walkers === null
            ? say(words.walkersUnknown, lang)
            : say(words.walkers, lang, { count: sayCount(walk.walkers, lang) })}
        </li>
        {walk.functions.length > 0 && (
          <li>{say(words.withUs, lang, { functions: formatList(walk.functions, lang) })}</li>
        )}
        {walk.reference !== null && (
          <li>
            {say(words.readOn, lang)}: <ReferenceLink reference={walk.reference} />
          </li>
        )}
      </ul>
      {!walk.example && walk.rows.some(({ example }) => example) && (
        <p>
          <ExampleMark lang={lang} /> {say(words.rowsExample, lang)}
        </p>
      )}
      {walk.rows.length === 0 ? (
        <Empty heading={say(words.noProtocol, lang)} text={say(words.noProtocolText, lang)} level={2} />
      ) : (
        <DataTable
          caption={say(words.protocol, lang)}
          rows={walk.rows}
          rowKey={(row) => String(row.number)}
          columns={[
            { head: say(words.number, lang), cell: (row) => row.number, number: true },
            { head: say(words.place, lang), cell: (row) => <span lang="sv">{row.place}</span>, names: true },
            {
              head: say(words.observation, lang),
              cell: (row) => (
                <>
                  <b>{wordOf(kinds, row.kind, lang)}.</b> <span lang="sv">{row.text}</span>
                </>
              ),
            },
            { head: say(words.proposal, lang), cell: (row) => <span lang="sv">{row.proposal}</span> },
            { head: say(words.manager, lang), cell: (row) => wordOf(managers, row.manager, lang) },
            {
              head: say(words.answer, lang),
              cell: (row) =>
                row.answer === "" ? (
                  say(row.kind === "positive" ? words.noAnswerNeeded : words.waitingForAnswer, lang)
                ) : (
                  <>
                    {wordOf(answerKinds, row.answer, lang)}{" "}
                    <span lang="sv">{[row.when, row.reason].filter((part) => part !== "").join(". ")}</span>
                  </>
                ),
            },
          ]}
        />
      )}
    </Frame>
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
        heading={dialogue.title}
        over={dialogue.example ? <ExampleMark lang={lang} /> : undefined}
        lead={`${formatPeriod(dialogue.from, dialogue.to, lang)}. ${sayAnswered(dialogue, lang)}.`}
      />
      <Notice
        heading={say(samples[dialogue.sampleType], lang)}
        text={dialogue.caveat === samples[dialogue.sampleType].sv ? undefined : dialogue.caveat}
      />
      <Facts
        facts={[
          { name: say(words.method, lang), value: <span lang="sv">{dialogue.method}</span> },
          { name: say(words.canInfluence, lang), value: <span lang="sv">{dialogue.canInfluence}</span> },
          { name: say(words.cannotInfluence, lang), value: <span lang="sv">{dialogue.cannotInfluence}</span> },
          ...(dialogue.reference === null
            ? []
            : [{ name: say(words.readOn, lang), value: <ReferenceLink reference={dialogue.reference} /> }]),
        ]}
      />
      {dialogue.themes.length > 0 && <Themes dialogue={dialogue} lang={lang} />}
    </Frame>
  );
}

function ReferenceLink({ reference }: { reference: Reference }) {
  const { title, url } = reference;
  return url === undefined ? (
    <span lang="sv">{title}</span>
  ) : (
    <a href={url} lang="sv">
      {title}
    </a>
  );
}

const lowerFirst = (text: string) => `${text.slice(0, 1).toLocaleLowerCase("sv")}${text.slice(1)}`;

function Themes({ dialogue, lang }: { dialogue: ToldDialogue<PublicCount>; lang: PageProps["lang"] }) {
  return (
    <>
      <SectionHeading heading={say(words.theme, lang)} />
      <DataTable
        caption={say(words.voicesHead, lang)}
        captionHidden
        rows={dialogue.themes}
        rowKey={(row) => row.theme}
        columns={[
          { head: say(words.theme, lang), cell: (row) => <span lang="sv">{row.theme}</span>, names: true },
          {
            head: say(words.voicesHead, lang),
            cell: (row) =>
              row.voices === null ? say(words.notCounted, lang) : sayCount(row.voices, lang, row.qualifier),
            number: true,
          },
          { head: say(words.quote, lang), cell: (row) => (row.quote === "" ? "" : <q lang="sv">{row.quote}</q>) },
        ]}
      />
    </>
  );
}
