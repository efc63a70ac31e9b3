import { useState } from "react";
import { dayOf } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { NotThere } from "../../../ui/not-there.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Paragraphs } from "../../../ui/paragraphs.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { openSituationReport, readSituationWordings, writeSituation } from "../api.ts";
import { type Chapter, CHAPTERS, lawPartOf, numberOf } from "../chapters.ts";
import type { Voice } from "../report.ts";
import { chapters, guides, lawParts, remarks, saves, voices, words } from "../words.ts";
import { Figures } from "./figures.tsx";
import { type ReadPiece, type ReportProps, standing } from "./read-report.ts";

/** /lagesbild/<p>/kapitel-<nr>-<period>: one chapter: its text, what the parties say of it, and what one keeps to itself. */
export function SituationChapterScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const [, number = "", slug = ""] = /^kapitel-(\d+)-(.+)$/.exec(props.item ?? "") ?? [];
  const chapter = CHAPTERS[Number(number) - 1];
  const asked = useAnswer(openSituationReport, { partnership, slug });
  if (chapter === undefined || (asked.state === "refused" && asked.refusal.status === 404))
    return <NotThere stage="picture" href={`/lagesbild/${partnership}/rapporter`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {(report) => <ChapterOf key={chapter} {...props} report={report} chapter={chapter} />}
    </Asked>
  );
}

type ChapterProps = ReportProps & { readonly chapter: Chapter };

function ChapterOf(props: ChapterProps) {
  const { partnership, lang, report, chapter } = props;
  const period = formatPeriod(report.from, report.to, lang);
  const read = report.chapters.find((one) => one.chapter === chapter);
  if (read === undefined) return null;
  const part = lawPartOf(chapter);
  const own = report.remarks.filter((remark) => remark.chapter === chapter);
  const writes = report.state === "draft" && report.mine !== null;
  const others = read.pieces.filter(({ voice, organisationId }) => voice === "party" && organisationId !== report.mine);
  const nameOf = (id: string | null) => report.parties.find(({ organisationId }) => organisationId === id)?.name ?? "";
  return (
    <div className="stack-loose">
      <PageHeading
        heading={`${numberOf(chapter)} ${say(chapters[chapter], lang)}`}
        over={say(words.report, lang, { period })}
        lead={writes ? undefined : say(guides[chapter], lang)}
        actions={
          <LinkButton href={`/lagesbild/${partnership}/rapport-${report.slug}`}>{say(words.toReport, lang)}</LinkButton>
        }
      />
      {part !== undefined && <p className="measure">{say(lawParts[part], lang)}</p>}
      {own.map(({ kind }) => (
        <Notice key={kind} kind="advice" heading={say(remarks[kind], lang)} />
      ))}
      <section className="stack">
        <SectionHeading heading={say(voices.text, lang)} />
        {writes ? (
          <Writing
            {...props}
            voice="text"
            piece={standing(read, "text")}
            rows={14}
            guide={say(guides[chapter], lang)}
          />
        ) : (
          <Standing lang={lang} piece={standing(read, "text")} />
        )}
      </section>
      <Figures {...props} figures={read.figures} writes={writes} />
      <section className="stack">
        <SectionHeading heading={say(words.comments, lang)} />
        {others.map((piece) => (
          <div key={piece.organisationId} className="stack-tight">
            <h3>{say(words.commentFrom, lang, { name: nameOf(piece.organisationId) })}</h3>
            <Standing lang={lang} piece={piece} />
          </div>
        ))}
        {writes ? (
          <>
            <Writing
              {...props}
              voice="party"
              piece={standing(read, "party", report.mine)}
              label={say(words.commentFrom, lang, { name: nameOf(report.mine) })}
              guide={say(words.partyGuide, lang)}
            />
            <Writing {...props} voice="joint" piece={standing(read, "joint")} guide={say(words.jointGuide, lang)} />
          </>
        ) : (
          <>
            {report.mine !== null && (
              <div className="stack-tight">
                <h3>{say(words.commentFrom, lang, { name: nameOf(report.mine) })}</h3>
                <Standing lang={lang} piece={standing(read, "party", report.mine)} />
              </div>
            )}
            <h3>{say(voices.joint, lang)}</h3>
            <Standing lang={lang} piece={standing(read, "joint")} />
          </>
        )}
      </section>
      {report.mine !== null && (
        <section className="stack">
          <SectionHeading heading={say(voices.note, lang)} />
          {writes ? (
            <Writing
              {...props}
              voice="note"
              piece={standing(read, "note", report.mine)}
              guide={say(words.noteGuide, lang)}
            />
          ) : (
            <Standing lang={lang} piece={standing(read, "note", report.mine)} />
          )}
        </section>
      )}
      <Earlier {...props} />
      <Neighbours {...props} />
    </div>
  );
}

function Standing({ lang, piece }: { lang: ReportProps["lang"]; piece: ReadPiece | undefined }) {
  if (piece === undefined || piece.text === "") return <p className="quiet">{say(words.nothingWritten, lang)}</p>;
  return (
    <>
      <Paragraphs text={piece.text} />
      <By lang={lang} piece={piece} />
    </>
  );
}

function By({ lang, piece }: { lang: ReportProps["lang"]; piece: ReadPiece }) {
  const day = formatDay(dayOf(piece.writtenAt), lang);
  return (
    <p className="small quiet">
      {piece.carried ? say(words.carried, lang) : say(words.byWhom, lang, { by: piece.writtenBy, day })}
    </p>
  );
}

/** A text as it stands, in a field. What somebody else saved meanwhile is shown over it, and neither is lost. */
function Writing(
  props: ChapterProps & {
    voice: Voice;
    piece: ReadPiece | undefined;
    guide: string;
    label?: string;
    rows?: number;
  },
) {
  const { partnership, lang, report, chapter, voice, piece } = props;
  const [text, setText] = useState(piece?.text ?? "");
  const [version, setVersion] = useState(piece?.version ?? 0);
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const write = useCommand(writeSituation);
  const isNewer = (piece?.version ?? 0) > version;
  const send = async () => {
    // Whoever has been shown the newer text and saves again has weighed both.
    const from = refusal !== undefined && isNewer ? (piece?.version ?? 0) : version;
    const result = await write.run({ partnership, slug: report.slug, chapter, voice, text, version: from });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setSaved(result.ok);
    if (result.ok) setVersion(result.value.version);
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {refusal !== undefined && isNewer && piece !== undefined && (
        <div className="sheet stack-tight">
          <h4>{say(words.newer, lang)}</h4>
          <Standing lang={lang} piece={piece} />
        </div>
      )}
      <PersonText
        label={props.label ?? say(voices[voice], lang)}
        guide={props.guide}
        about="matter"
        lang={lang}
        rows={props.rows ?? 3}
        value={text}
        onChange={(value) => {
          setText(value);
          setSaved(false);
        }}
      />
      {piece !== undefined && piece.text !== "" && <By lang={lang} piece={piece} />}
      {saved && <Notice kind="done" level={3} heading={say(words.saved, lang)} live />}
      <div>
        <Button type="submit" kind={voice === "text" ? "main" : "plain"} busy={write.busy}>
          {say(saves[voice], lang)}
        </Button>
      </div>
    </form>
  );
}

/** Everything that has been written here, so that nothing is gone that somebody wrote over. */
function Earlier({ partnership, lang, report, chapter }: ChapterProps) {
  const [isOpen, setOpen] = useState(false);
  const asked = useAnswer(readSituationWordings, { partnership, slug: report.slug, chapter }, { enabled: isOpen });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.earlier, lang)}</summary>
      {asked.value?.wordings.map((piece) => (
        <div key={`${piece.voice} ${piece.organisationId} ${piece.version}`} className="stack-tight">
          <h3>{say(words.earlierOf, lang, { voice: say(voices[piece.voice], lang), version: piece.version })}</h3>
          <Standing lang={lang} piece={piece} />
        </div>
      ))}
      {asked.value?.wordings.length === 0 && <p className="quiet">{say(words.nothingWritten, lang)}</p>}
    </details>
  );
}

function Neighbours({ partnership, lang, report, chapter }: ChapterProps) {
  const at = CHAPTERS.indexOf(chapter);
  const link = (to: Chapter | undefined, word: typeof words.next) =>
    to === undefined ? null : (
      <a href={`/lagesbild/${partnership}/kapitel-${numberOf(to)}-${report.slug}`}>
        {say(word, lang, { name: say(chapters[to], lang) })}
      </a>
    );
  return (
    <p className="row">
      {link(CHAPTERS[at - 1], words.previous)} {link(CHAPTERS[at + 1], words.next)}
    </p>
  );
}
