import { knowledgeOf, type Knowledge } from "../../collect/source.ts";
import { sourceKinds } from "../../collect/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { asHeading, formatNumber } from "../../ui/format.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SPEAKERS, type Speaker } from "../agreement.ts";
import { listHeard } from "../api.ts";
import { agreementWarnings, evidenceKinds, shortSamples, states, words } from "../words.ts";
import { categoryWord } from "./problem-fields.tsx";

type Row = OutputOf<typeof listHeard>["rows"][number];
type Props = Pick<ScreenProps, "partnership" | "lang">;

/** Which sources say the same, before anything is a problem: the door from what was heard to what is weighed. */
export function Agreement({ partnership, lang }: Props) {
  const { value } = useAnswer(listHeard, { partnership });
  if (value === undefined) return null;
  const isKnown = ({ about }: Row) => about === "theme" || about === "problem";
  const [known, loose] = [value.rows.filter(isKnown), value.rows.filter((row) => !isKnown(row))];
  return (
    <section className="stack">
      <div className="stack-tight">
        <SectionHeading heading={say(words.agreementHead, lang)} />
        <p className="measure">{say(words.agreementLead, lang)}</p>
      </div>
      {known.length === 0 ? (
        <Empty
          heading={say(words.nothingCoded, lang)}
          text={say(words.nothingCodedText, lang)}
          action={<LinkButton href={`/lyssna/${partnership}/koda`}>{say(words.toCoding, lang)}</LinkButton>}
        />
      ) : (
        <Table rows={known} caption={say(words.agreementCaption, lang)} {...{ partnership, lang }} />
      )}
      {loose.length > 0 && (
        <details>
          <summary>{say(words.notCoded, lang, { count: loose.length })}</summary>
          <div className="stack">
            <p className="measure">
              {say(words.notCodedLead, lang)} <a href={`/lyssna/${partnership}/koda`}>{say(words.toCoding, lang)}</a>
            </p>
            <Table rows={loose} caption={say(words.notCodedCaption, lang)} {...{ partnership, lang }} />
          </div>
        </details>
      )}
      {value.rows.length > 0 && <p className="small quiet measure">{say(words.agreementKey, lang)}</p>}
    </section>
  );
}

function Table({ rows, caption, partnership, lang }: Props & { rows: readonly Row[]; caption: string }) {
  const speaking = SPEAKERS.filter((one) => rows.some((row) => row.words.some(({ by }) => by === one)));
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ about, id }) => `${about} ${id}`}
      columns={[
        {
          head: say(words.heardHead, lang),
          names: true,
          cell: (row) => <Named row={row} partnership={partnership} lang={lang} />,
        },
        ...speaking.map((speaker) => ({
          head: speakerWord(speaker, lang),
          cell: (row: Row) => <Said row={row} speaker={speaker} lang={lang} />,
        })),
        {
          head: say(words.agreement, lang),
          cell: (row) => <Agreeing row={row} lang={lang} />,
        },
        {
          head: say(words.problem, lang),
          cell: (row) => <Became row={row} partnership={partnership} lang={lang} />,
        },
      ]}
    />
  );
}

const speakerWord = (speaker: Speaker, lang: Lang) =>
  speaker === "question" || speaker === "situation"
    ? asHeading(say(evidenceKinds[speaker], lang))
    : say(sourceKinds[speaker], lang);

/** Of notes, which have no name of their own, what they are about. */
function nameOf({ about, name, category }: Row, lang: Lang): string {
  return about === "notes"
    ? say(words.notesOn, lang, { category: categoryWord(category ?? "", lang) })
    : asHeading(name);
}

function Named({ row, partnership, lang }: Props & { row: Row }) {
  const { about, category } = row;
  const name = nameOf(row, lang);
  return (
    <>
      {about === "theme" ? <a href={`/lyssna/${partnership}/teman`}>{name}</a> : name}
      {category !== null && about !== "notes" && (
        <span className="small quiet">
          <br />
          {categoryWord(category, lang)}
        </span>
      )}
    </>
  );
}

/** Filled where other kinds of source say it too, hollow where one stands alone; the shape is that of how it is known (design.md). */
const MARKS: Readonly<Record<Knowledge, readonly [agreeing: string, alone: string]>> = {
  felt: ["●", "○"],
  recorded: ["■", "□"],
  measured: ["▲", "△"],
};

/** Source by source and never added up. */
function Said({ row, speaker, lang }: { row: Row; speaker: Speaker; lang: Lang }) {
  const said = row.words.filter(({ by }) => by === speaker);
  if (said.length === 0) return <span className="visually-hidden">{say(words.saysNothing, lang)}</span>;
  const mark =
    speaker === "question" || speaker === "situation" ? "·" : MARKS[knowledgeOf(speaker)][row.kinds > 1 ? 0 : 1];
  return said.map(({ source, sampleType, n, own }, place) => (
    <div key={place} title={source}>
      <span aria-hidden>{mark} </span>
      {n === null ? say(words.saysIt, lang) : formatNumber(n, lang)}
      {(sampleType !== null || own) && (
        <span className="small quiet">
          {" "}
          {[sampleType === null ? "" : say(shortSamples[sampleType], lang), own ? say(words.ownWord, lang) : ""]
            .filter(Boolean)
            .join(", ")}
        </span>
      )}
    </div>
  ));
}

function Agreeing({ row: { kinds, warnings }, lang }: { row: Row; lang: Lang }) {
  return (
    <>
      {kinds > 1
        ? say(words.severalKinds, lang, { count: kinds })
        : say(kinds === 1 ? words.oneKindOnly : words.noKind, lang)}
      {warnings.map((warning) => (
        <p key={warning} className="small quiet">
          {say(agreementWarnings[warning], lang)}
        </p>
      ))}
    </>
  );
}

/** The address that opens the form with this as its evidence. */
function raiseOn({ about, id, noteIds }: Row): string {
  switch (about) {
    case "theme":
      return `tema=${id}`;
    case "dialogue":
      return `sagt=${id}`;
    case "measurement":
      return `matning=${id}`;
    default:
      return `underlag=${noteIds.join(",")}`;
  }
}

function Became({ row, partnership, lang }: Props & { row: Row }) {
  if (row.problems.length === 0)
    return (
      <LinkButton
        small
        href={`/prioritera/${partnership}?${raiseOn(row)}`}
        label={`${say(words.makeProblem, lang)}: ${nameOf(row, lang)}`}
      >
        {say(words.makeProblem, lang)}
      </LinkButton>
    );
  return row.problems.map(({ slug, what, state }) => (
    <div key={slug}>
      <a href={`/prioritera/${partnership}/${slug}`} lang="sv">
        {what}
      </a>
      <span className="small quiet">
        <br />
        {say(states[state], lang)}
      </span>
    </div>
  ));
}
