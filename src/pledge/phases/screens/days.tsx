import { useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { addDays, dayOf, type Day, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay, formatList, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { Opened } from "../../screens/opened.ts";
import { parties } from "../../words.ts";
import { readSchedule, setSchedule } from "../api.ts";
import { proposedDays } from "../schedule.ts";
import { phaseNames, refusals, waitedFor, words } from "../words.ts";

type Read = OutputOf<typeof readSchedule>;
type Of = { readonly partnership: string; readonly document: Opened; readonly lang: Lang };

/** Where a draft is, until when, and who is waited for; and the form that moves its days. Nothing once it is published. */
export function Days(props: Of) {
  const { partnership, document, lang } = props;
  const answer = useAnswer(readSchedule, { partnership, slug: document.slug });
  const [done, setDone] = useState("");
  const place = useRef<HTMLDivElement>(null);
  if (answer.value === undefined || answer.value.steps.length === 0) return null;
  const read = answer.value;
  const [set] = read.sets;
  const whoOf = (party: Read["sets"][number]["by"]) => say(party === "other" ? words.other : parties[party], lang);
  return (
    <section className="stack" aria-label={say(words.heading, lang)}>
      <Late read={read} lang={lang} />
      {read.frozenSince !== null && (
        <Notice
          level={2}
          heading={say(words.frozen, lang, { day: formatDay(addDays(read.frozenSince, 1), lang) })}
          text={say(words.frozenText, lang)}
        />
      )}
      {read.misfits.map(({ why, day }) => (
        <Notice key={why} level={2} heading={say(refusals[why], lang, { day: formatDay(day, lang) })} />
      ))}
      <PhaseLine read={read} lang={lang} />
      <div ref={place} tabIndex={-1} role="status">
        {done !== "" && <Notice kind="done" level={2} heading={done} />}
      </div>
      <div className="stack-tight">
        {set === undefined ? (
          <p className="small quiet">{say(words.noDays, lang)}</p>
        ) : (
          <p className="small quiet">
            {say(set.turn === 1 ? words.setBy : words.movedBy, lang, {
              party: whoOf(set.by),
              day: formatDay(dayOf(set.at as Instant), lang),
            })}
            {"."}
            {set.reason !== null && ` ${say(words.because, lang, { reason: set.reason })}`}
          </p>
        )}
        {read.sets.length > 1 && (
          <details className="small">
            <summary>{say(words.history, lang)}</summary>
            <ol className="list">
              {read.sets.map((one) => (
                <li key={one.turn}>
                  <p>{say(words.wasSet, lang, daysOf(one, lang))}</p>
                  <p className="quiet">
                    {`${whoOf(one.by)}, ${formatDay(dayOf(one.at as Instant), lang)}`}
                    {one.reason !== null && `. ${say(words.because, lang, { reason: one.reason })}`}
                  </p>
                </li>
              ))}
            </ol>
          </details>
        )}
        {read.maySet && (set !== undefined || document.state === "draft") && (
          <details key={set?.turn ?? 0}>
            <summary>{say(set === undefined ? words.set : words.move, lang)}</summary>
            <DaysForm
              {...props}
              read={read}
              onDone={() => {
                setDone(say(words.saved, lang));
                place.current?.focus();
              }}
            />
          </details>
        )}
      </div>
    </section>
  );
}

const daysOf = ({ writtenBy, signedBy }: Read["sets"][number], lang: Lang) => ({
  written: formatDay(writtenBy, lang),
  signed: formatDay(signedBy, lang),
});

const sayParties = (of: Read["missing"], lang: Lang) =>
  formatList(
    of.map((party) => say(parties[party], lang)),
    lang,
  );

/** «Polisen har inte skrivit under. Dagen var 12 mars.» */
function Late({ read, lang }: { readonly read: Read; readonly lang: Lang }) {
  const [set] = read.sets;
  if (read.late.length === 0 || set === undefined) return null;
  const detail = {
    parties: sayParties(read.late, lang),
    count: read.late.length,
    day: formatDay(set.signedBy, lang),
  };
  return <Notice kind="error" level={2} heading={say(words.late, lang, detail)} />;
}

/** The phases in a row, or under each other where it is narrow: what has been, where it is, and what comes by itself. */
function PhaseLine({ read, lang }: { readonly read: Read; readonly lang: Lang }) {
  return (
    <div className="lineage">
      <ol>
        {read.steps.map(({ phase, from, to, standing, waitsFor }) => (
          <li
            key={phase}
            className={standing === "here" ? "lineage-here" : standing === "future" ? "lineage-future" : undefined}
            aria-current={standing === "here" ? "step" : undefined}
          >
            {say(phaseNames[phase], lang)}
            <span className="lineage-note">{sayDays(phase, { from, to }, lang)}</span>
            {standing !== "done" && (
              <span className="lineage-note">
                {say(waitedFor[waitsFor], lang, {
                  parties: sayParties(read.missing, lang),
                  count: read.missing.length,
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function sayDays(
  phase: Read["steps"][number]["phase"],
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
  lang: Lang,
): string {
  // Of what holds the first day is what is worked towards.
  if (phase === "holds")
    return from === null ? say(words.noDay, lang) : say(words.from, lang, { day: formatDay(from, lang) });
  if (to === null) return say(words.noDay, lang);
  return say(phase === "sign" ? words.by : words.until, lang, { day: formatDay(to, lang) });
}

function DaysForm({ partnership, document, lang, read, onDone }: Of & { read: Read; onDone: () => void }) {
  const [set] = read.sets;
  const setting = useCommand(setSchedule);
  const proposed = proposedDays(document.content.period.from.on, today());
  const [writtenBy, setWritten] = useState<Day | undefined>(set?.writtenBy ?? proposed.writtenBy);
  const [signedBy, setSigned] = useState<Day | undefined>(set?.signedBy ?? proposed.signedBy);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; field?: string | undefined }>();
  const wrong = (field: string) => (problem?.field === field ? problem.sentence : undefined);
  const hasPassed = set !== undefined && (set.writtenBy < today() || set.signedBy < today());
  const send = async () => {
    if (writtenBy === undefined || signedBy === undefined) return;
    const days = { writtenBy, signedBy, turn: set?.turn ?? 0, reason };
    const result = await setting.run({ partnership, slug: document.slug, ...days });
    setProblem(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (result.ok) onDone();
  };
  return (
    <form
      className="stack measure sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem !== undefined && problem.field === undefined && (
        <Notice kind="error" level={3} heading={problem.sentence} live />
      )}
      {set === undefined && proposed.back !== undefined && (
        <p className="small">
          {say(words.reckonedBack, lang, {
            first: formatDay(proposed.back, lang),
            comments: formatPeriod(proposed.comments.from, proposed.comments.to, lang),
          })}
        </p>
      )}
      <div className="split-even">
        {document.state === "draft" && (
          <DateField
            label={say(words.writtenBy, lang)}
            guide={say(words.writtenByGuide, lang)}
            value={writtenBy ?? ""}
            onChange={setWritten}
            required
            error={wrong("writtenBy")}
          />
        )}
        <DateField
          label={say(words.signedBy, lang)}
          guide={say(words.signedByGuide, lang)}
          value={signedBy ?? ""}
          onChange={setSigned}
          required
          error={wrong("signedBy")}
        />
      </div>
      {(hasPassed || wrong("reason") !== undefined) && (
        <PersonText
          about="public"
          lang={lang}
          label={say(words.reason, lang)}
          guide={say(words.reasonGuide, lang)}
          value={reason}
          onChange={setReason}
          rows={2}
          error={wrong("reason")}
        />
      )}
      <div className="row">
        <Button type="submit" busy={setting.busy}>
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}
