import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Day, type Month, monthOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { asHeading, formatClock, formatDay, formatMonth } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { endAddress, listCalendar, openAddress } from "../api.ts";
import { kinds, words } from "../words.ts";

type Calendar = OutputOf<typeof listCalendar>;
type Row = Calendar["entries"][number];

/** /gora/<p>/kalender: what lies ahead, and an address that puts it into one's own calendar. `?enhet=` is one unit's. */
export function CalendarScreen({ partnership, partnershipName, lang, query, go }: ScreenProps) {
  const unit = query.get("enhet");
  const list = useAnswer(listCalendar, { partnership, ...(unit === null ? {} : { unit }) });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={<LinkButton href={`/gora/${partnership}/arshjul`}>{say(words.wheel, lang)}</LinkButton>}
      />
      <Asked answer={list} lang={lang}>
        {(calendar) => (
          <>
            <div className="measure">
              <Select
                label={say(words.whose, lang)}
                value={unit ?? ""}
                empty={say(words.everything, lang)}
                onChange={(value) =>
                  go(`/gora/${partnership}/kalender${value === "" ? "" : `?${new URLSearchParams({ enhet: value })}`}`)
                }
                options={calendar.units.map((value) => ({ value, word: value }))}
              />
            </div>
            {calendar.entries.length === 0 ? (
              <Empty heading={say(words.nothing, lang)} text={say(words.nothingText, lang)} level={2} />
            ) : (
              monthsOf(calendar.entries).map(([month, entries]) => (
                <section key={month} className="stack-tight">
                  <SectionHeading heading={asHeading(formatMonth(month, lang))}>{entries.length}</SectionHeading>
                  <ul className="list">
                    {entries.map((entry) => (
                      <EntryRow key={`${entry.key} ${entry.on}`} entry={entry} lang={lang} />
                    ))}
                  </ul>
                </section>
              ))
            )}
            <Addresses key={unit} {...{ partnership, lang, unit }} addresses={calendar.addresses} />
          </>
        )}
      </Asked>
    </div>
  );
}

function monthsOf(entries: readonly Row[]): readonly (readonly [Month, readonly Row[]])[] {
  const months = [...new Set(entries.map(({ on }) => monthOf(on)))];
  return months.map((month) => [month, entries.filter(({ on }) => monthOf(on) === month)]);
}

function EntryRow({ entry, lang }: { entry: Row; lang: Lang }) {
  const { kind, what, on, meeting, place, unit, path, cancelled, example } = entry;
  const when =
    meeting === null
      ? formatDay(on, lang)
      : `${formatDay(on, lang)} ${formatClock(meeting.from, lang)}–${formatClock(meeting.to, lang)}`;
  return (
    <li className="list-row-acting">
      <div>
        <a href={path} className="strong" lang={what === "" ? undefined : "sv"}>
          {cancelled && say(words.calledOff, lang)}
          {what === "" ? say(kinds[kind], lang) : what}
        </a>
        <p className="small quiet">
          {[what === "" ? "" : say(kinds[kind], lang), unit, place].filter(Boolean).join(" · ")}{" "}
          {example && <ExampleMark lang={lang} />}
        </p>
      </div>
      <p className="list-figures">
        <time dateTime={on}>{when}</time>
      </p>
    </li>
  );
}

function Addresses(props: {
  readonly partnership: string;
  readonly lang: Lang;
  readonly unit: string | null;
  readonly addresses: Calendar["addresses"];
}) {
  const { partnership, lang, unit, addresses } = props;
  const make = useCommand(openAddress);
  const close = useCommand(endAddress);
  const [made, setMade] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const [told, setTold] = useState<{ readonly refusal?: string; readonly closed?: boolean }>({});
  const open = async () => {
    const result = await make.run({ partnership, unit });
    setCopied(false);
    setMade(result.ok ? result.value.address : undefined);
    setTold(result.ok ? {} : { refusal: result.refusal.sentence });
  };
  const end = async (id: Calendar["addresses"][number]["id"]) => {
    const result = await close.run({ partnership, id });
    setMade(undefined);
    setTold(result.ok ? { closed: true } : { refusal: result.refusal.sentence });
  };
  const nameOf = (of: string | null) => of ?? say(words.everything, lang);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.inYours, lang)} />
      <p className="measure">{say(words.inYoursText, lang)}</p>
      {told.refusal !== undefined && <Notice kind="error" level={3} heading={told.refusal} live />}
      {told.closed === true && <Notice kind="done" level={3} heading={say(words.closed, lang)} live />}
      {made !== undefined && (
        <div className="sheet stack measure">
          <Notice kind="done" level={3} heading={say(words.shownOnce, lang)} live />
          <p className="code">{made}</p>
          <div className="row">
            <Button onPress={() => void navigator.clipboard.writeText(made).then(() => setCopied(true))}>
              {say(words.copy, lang)}
            </Button>
            {isCopied && <span role="status">{say(words.copied, lang)}</span>}
          </div>
        </div>
      )}
      <div className="row">
        <Button busy={make.busy} onPress={() => void open()}>
          {say(words.make, lang)}
        </Button>
        <span className="quiet">{nameOf(unit)}</span>
      </div>
      {addresses.length > 0 && (
        <div className="stack-tight">
          <h3>{say(words.yours, lang)}</h3>
          <ul className="list">
            {addresses.map(({ id, unit: of, madeOn, lastReadOn }) => (
              <li key={id} className="list-row-acting">
                <p>
                  {nameOf(of)}{" "}
                  <span className="small quiet">
                    {[say(words.madeOn, lang, { day: formatDay(madeOn, lang) }), sayRead(lastReadOn, lang)].join(", ")}
                  </span>
                </p>
                <Button
                  kind="plain"
                  small
                  busy={close.busy}
                  label={`${say(words.close, lang)}: ${nameOf(of)}, ${say(words.madeOn, lang, { day: formatDay(madeOn, lang) }).toLowerCase()}`}
                  onPress={() => void end(id)}
                >
                  {say(words.close, lang)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function sayRead(day: Day | null, lang: Lang): string {
  return day === null ? say(words.neverRead, lang) : say(words.readOn, lang, { day: formatDay(day, lang) });
}
