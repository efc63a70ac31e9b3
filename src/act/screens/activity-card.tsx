import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { QUALIFIERS, type Qualifier } from "../../ground/count.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { sayTarget } from "../../pledge/screens/said.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { today } from "../../platform/browser/device.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { Select } from "../../ui/select.tsx";
import { Status } from "../../ui/status.tsx";
import { TargetMeter } from "../../ui/target-meter.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type listActivities, logOccasion, noteDeviation } from "../api.ts";
import { CAUSES, type Cause } from "../deviation.ts";
import { readOutputs } from "../output-text.ts";
import { causes, qualifiers, words } from "../words.ts";

export type Listed = OutputOf<typeof listActivities>["activities"][number];

/** One promised activity: what is left, one tap to write what was done, or why it was not. */
export function ActivityCard({
  activity,
  partnership,
  lang,
  turn = false,
  children,
}: {
  activity: Listed;
  partnership: string;
  lang: Lang;
  /** The one on the page that comes next. */
  turn?: boolean;
  /** What the page has to say of it besides. */
  children?: ReactNode;
}) {
  const nameId = useId();
  const [doing, setDoing] = useState<"log" | "deviate">();
  const [saved, setSaved] = useState(false);
  const close = (done: boolean) => {
    setDoing(undefined);
    setSaved(done);
  };
  const target = sayTarget(activity.target ?? undefined, lang);
  // What was pressed is gone when the form comes, and the other way round: the hand goes on where the eye is.
  const card = useRef<HTMLElement>(null);
  const before = useRef(doing);
  useEffect(() => {
    if (before.current === doing) return;
    before.current = doing;
    card.current?.querySelector<HTMLElement>(doing === undefined ? "button" : "form :is(input, select)")?.focus();
  }, [doing]);
  return (
    <article ref={card} className={turn ? "sheet-turn stack" : "sheet stack"}>
      <div className="stack-tight">
        <div className="row between">
          <h3 id={nameId}>{say(words.numbered, lang, { number: activity.number })}</h3>
          <span className="row">
            {activity.expected !== null && <Standing activity={activity} lang={lang} />}
            {activity.example && <ExampleMark lang={lang} />}
          </span>
        </div>
        <p className="word large-word" lang="sv">
          <a href={`/gora/${partnership}/aktivitet-${activity.id}`}>{activity.text}</a>
        </p>
        <p className="small quiet">
          {[activity.unit, target, say(words.lastDay, lang, { day: formatDay(activity.period.to as Day, lang) })]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
        {children}
      </div>
      {activity.expected !== null && activity.expected > 0 && (
        <div>
          <p>
            <b>{formatNumber(activity.done.value, lang)}</b>{" "}
            {say(words.ofDone, lang, {
              expected: formatNumber(activity.expected, lang),
              unit: activity.target?.unit ?? "",
            })}
          </p>
          <TargetMeter
            done={activity.done.value}
            total={activity.expected}
            qualifier={activity.done.qualifier}
            sentence={`${formatNumber(activity.done.value, lang)} ${say(words.ofDone, lang, { expected: formatNumber(activity.expected, lang), unit: activity.target?.unit ?? "" })}`}
          />
          {activity.expectedByNow !== null && (
            <p className="small quiet">
              {say(words.inAll, lang, {
                done: formatNumber(activity.doneInAll.value, lang),
                due: formatNumber(activity.expectedByNow, lang),
              })}
            </p>
          )}
        </div>
      )}
      {saved && <Notice kind="done" heading={say(words.saved, lang)} live />}
      {activity.mine && doing === undefined && (
        <div className="row">
          <Button kind={turn ? "turn" : "plain"} onPress={() => setDoing("log")} describedBy={nameId}>
            {say(words.done, lang)}
          </Button>
          <Button onPress={() => setDoing("deviate")} describedBy={nameId}>
            {say(words.didNot, lang)}
          </Button>
        </div>
      )}
      {doing === "log" && <LogForm activity={activity} partnership={partnership} lang={lang} close={close} />}
      {doing === "deviate" && <DeviationForm activity={activity} partnership={partnership} lang={lang} close={close} />}
    </article>
  );
}

/** Whether what is promised for the period is there. */
export function Standing({ activity, lang }: { activity: Listed; lang: Lang }) {
  if (activity.left === 0) return <Status kind="met" word={say(words.standsDone, lang)} />;
  if (activity.expectedByNow !== null && activity.doneInAll.value < activity.expectedByNow)
    return <Status kind="behind" word={say(words.standsBehind, lang)} />;
  return activity.done.value === 0 ? (
    <Status kind="waiting" word={say(words.standsWaiting, lang)} />
  ) : (
    <Status kind="running" word={say(words.standsRunning, lang)} />
  );
}

type FormProps = { activity: Listed; partnership: string; lang: Lang; close: (saved: boolean) => void };

function LogForm({ activity, partnership, lang, close }: FormProps) {
  const log = useCommand(logOccasion);
  const [on, setOn] = useState<Day | undefined>(today());
  const [value, setValue] = useState<number | undefined>(1);
  const [qualifier, setQualifier] = useState<Qualifier>("exact");
  const [place, setPlace] = useState("");
  const [note, setNote] = useState("");
  const [outputs, setOutputs] = useState("");
  const [refusal, setRefusal] = useState<{ sentence: string; why: string }>();
  const send = async (confirmed: boolean) => {
    const read = readOutputs(outputs);
    if ("unread" in read) return setRefusal({ why: "unread", sentence: say(words.ofWhichUnread, lang, read.unread) });
    const result = await log.run({
      partnership,
      activityId: activity.id,
      occasion: {
        on: on ?? today(),
        count: { value: value ?? 0, qualifier },
        counted: activity.target?.unit ?? say(words.countedElse, "sv"),
        towardTarget: true,
        unitName: activity.unit,
        place: place.trim() === "" ? { kind: "unknown" } : { kind: "area", name: place.trim() },
        note,
        outputs: [...read.outputs],
        source: "own-log",
        confirmed,
      },
    });
    if (result.ok) close(true);
    else setRefusal(result.refusal);
  };
  const doubtful = refusal?.why === "unusually-large" || refusal?.why === "other-party-counted-it";
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <DateField label={say(words.day, lang)} value={on ?? ""} onChange={setOn} max={today()} />
      <NumberStepper lang={lang} label={say(words.count, lang)} value={value} onChange={setValue} min={0} />
      <Select
        label={say(words.howExact, lang)}
        value={qualifier}
        onChange={(given) => setQualifier(given as Qualifier)}
        options={QUALIFIERS.map((one) => ({ value: one, word: say(qualifiers[one], lang) }))}
      />
      <TextField
        label={say(words.place, lang)}
        value={place}
        onChange={setPlace}
        optional={say(words.optional, lang)}
      />
      <TextArea
        label={say(words.ofWhich, lang)}
        guide={say(words.ofWhichGuide, lang)}
        value={outputs}
        onChange={setOutputs}
        rows={2}
        optional={say(words.optional, lang)}
      />
      <TextField
        label={say(words.note, lang)}
        guide={say(words.noteGuide, lang)}
        value={note}
        onChange={setNote}
        optional={say(words.optional, lang)}
      />
      {refusal !== undefined && <Notice kind={doubtful ? "advice" : "error"} heading={refusal.sentence} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={log.busy}>
          {say(words.save, lang)}
        </Button>
        {doubtful && <Button onPress={() => void send(true)}>{say(words.saveAnyway, lang)}</Button>}
        <Button kind="bare" onPress={() => close(false)}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}

function DeviationForm({ activity, partnership, lang, close }: FormProps) {
  const note = useCommand(noteDeviation);
  const [cause, setCause] = useState<Cause>("vacancy");
  const [sentence, setSentence] = useState("");
  const [newDay, setNewDay] = useState<Day>();
  const [because, setBecause] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const next = newDay === undefined ? { kind: "none" as const, because } : { kind: "new-day" as const, day: newDay };
    const result = await note.run({
      partnership,
      activityId: activity.id,
      deviation: { on: today(), cause, sentence, unitName: activity.unit, next },
    });
    if (result.ok) close(true);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Select
        label={say(words.whyNot, lang)}
        value={cause}
        onChange={(value) => setCause(value as Cause)}
        options={CAUSES.map((value) => ({ value, word: say(causes[value], lang) }))}
      />
      <TextField label={say(words.sentence, lang)} value={sentence} onChange={setSentence} required />
      <DateField label={say(words.newTime, lang)} value={newDay ?? ""} onChange={setNewDay} min={today()} />
      {newDay === undefined && <TextField label={say(words.noNewTime, lang)} value={because} onChange={setBecause} />}
      <p aria-live="polite">
        <b>{say(words.preview, lang)}</b> {sentence}{" "}
        {newDay === undefined ? because : `${say(words.newTime, lang)}: ${formatDay(newDay, lang)}`}
      </p>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={note.busy}>
          {say(words.save, lang)}
        </Button>
        <Button kind="bare" onPress={() => close(false)}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}
