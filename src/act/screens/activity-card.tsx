import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Day, Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { sayTarget } from "../../pledge/screens/said.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatClock, formatDay, formatNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { Status } from "../../ui/status.tsx";
import { TargetMeter } from "../../ui/target-meter.tsx";
import { correctOccasion, withdrawDeviation } from "../api.ts";
import { words } from "../words.ts";
import { useActPhone } from "./act-phone.tsx";
import { DeviationForm } from "./deviation-form.tsx";
import { LogForm } from "./log-form.tsx";
import { sayCount, sayDeviation, sayOutcome } from "./said.ts";
import {
  countsIn,
  deviationIn,
  isDeviation,
  isDoubt,
  isHomeless,
  isLog,
  type Listed,
  occasionIn,
  onPhone,
} from "./waiting.ts";

type Doing = { readonly form: "log" | "beside" | "move" | "deviate"; readonly mending?: Entry };

/** One promised activity: what is left, one tap to write what was done, or why it was not. What is written is on the phone before it is said to be saved. */
export function ActivityCard({
  activity: heard,
  partnership,
  lang,
  turn = false,
  children,
  level = 3,
}: {
  activity: Listed;
  partnership: string;
  lang: Lang;
  /** The one on the page that comes next. */
  turn?: boolean;
  /** What the page has to say of it besides. */
  children?: ReactNode;
  /** 2 where the page is about this activity alone. */
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const nameId = useId();
  const phone = useActPhone();
  const { activity, waiting, refused } = onPhone(heard, phone?.entries ?? []);
  const [doing, setDoing] = useState<Doing>();
  const [saved, setSaved] = useState<string>();
  const close = (id?: string) => {
    setDoing(undefined);
    setSaved(id);
  };
  const target = sayTarget(activity.target ?? undefined, lang);
  // What was pressed is gone when the form comes, and the other way round: the hand goes on where the eye is.
  const card = useRef<HTMLElement>(null);
  const before = useRef(doing);
  useEffect(() => {
    if (before.current === doing) return;
    before.current = doing;
    card.current
      ?.querySelector<HTMLElement>(doing === undefined ? ".card-acts button" : "form :is(input, select)")
      ?.focus();
  }, [doing]);
  const props = { activity, partnership, lang, close };
  return (
    <article ref={card} className={turn ? "sheet-turn stack" : "sheet stack"}>
      <div className="stack-tight">
        <div className="row between">
          <Heading id={nameId}>{say(words.numbered, lang, { number: activity.number })}</Heading>
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
      {saved !== undefined && phone !== undefined && (
        <Saved key={saved} id={saved} activity={activity} partnership={partnership} phone={phone} lang={lang} />
      )}
      {refused
        .filter((entry) => !isHomeless(entry) && doing?.mending?.id !== entry.id)
        .map((entry) => (
          <Refused
            key={entry.id}
            entry={entry}
            phone={phone}
            lang={lang}
            onMend={() => setDoing({ form: formFor(entry), mending: entry })}
          />
        ))}
      <Waits entries={waiting.filter(({ id }) => id !== saved)} lang={lang} />
      {activity.mine && doing === undefined && (
        <div className="stack-tight card-acts">
          <Button kind={turn ? "turn" : "plain"} onPress={() => setDoing({ form: "log" })} describedBy={nameId}>
            {say(words.done, lang)}
          </Button>
          <div className="row">
            <Button onPress={() => setDoing({ form: "move" })} describedBy={nameId}>
              {say(words.move, lang)}
            </Button>
            <Button onPress={() => setDoing({ form: "deviate" })} describedBy={nameId}>
              {say(words.didNot, lang)}
            </Button>
            <Button kind="bare" onPress={() => setDoing({ form: "beside" })} describedBy={nameId}>
              {say(words.beside, lang)}
            </Button>
          </div>
        </div>
      )}
      {(doing?.form === "log" || doing?.form === "beside") && (
        <LogForm {...props} mending={doing.mending} beside={doing.form === "beside"} />
      )}
      {(doing?.form === "move" || doing?.form === "deviate") && (
        <DeviationForm {...props} mending={doing.mending} moves={doing.form === "move"} />
      )}
    </article>
  );
}

function formFor(entry: Entry): Doing["form"] {
  if (isDeviation(entry)) return "deviate";
  return occasionIn(entry).towardTarget ? "log" : "beside";
}

type PartProps = { readonly phone: Phone; readonly lang: Lang };

/** What came of it, where it is, and the way back for as long as the page stands. */
function Saved({
  id,
  activity,
  partnership,
  phone,
  lang,
}: PartProps & { id: string; activity: Listed; partnership: string }) {
  const [undone, setUndone] = useState(false);
  const entry = phone.entries.find((one) => one.id === id);
  if (undone) return <Notice heading={say(words.undone, lang)} live />;
  // What came back with a no says so itself.
  if (entry === undefined || entry.state === "refused") return null;
  const undo = async () => {
    setUndone(true);
    if (!(await phone.outbox.drop(id))) {
      const of = { partnership, activityId: activity.id, reason: say(words.undoneReason, "sv") };
      await phone.outbox.put(
        isLog(entry)
          ? { endpoint: correctOccasion, input: { ...of, occasionId: id }, after: id }
          : { endpoint: withdrawDeviation, input: { ...of, deviationId: id }, after: id },
      );
    }
    void phone.outbox.send();
  };
  const isHere = entry.state !== "sent";
  return (
    <Notice
      kind={isHere ? "note" : "done"}
      heading={outcomeOf(entry, activity, lang)}
      safe={isHere ? say(words.savedOnPhone, lang, { clock: formatClock(entry.savedAt as Instant, lang) }) : undefined}
      text={isHere ? say(words.goesLater, lang) : undefined}
      live
    >
      <div className="row">
        <Button kind="bare" onPress={() => void undo()}>
          {say(words.undo, lang)}
        </Button>
      </div>
    </Notice>
  );
}

function outcomeOf(entry: Entry, activity: Listed, lang: Lang): string {
  if (isDeviation(entry)) return say(words.deviationSaved, lang);
  const occasion = occasionIn(entry);
  if (!occasion.towardTarget) return say(words.besideSaved, lang);
  return countsIn(activity, occasion) ? sayOutcome(activity, lang) : say(words.elsewhen, lang);
}

function sayEntry(entry: Entry, lang: Lang): string {
  if (isDeviation(entry)) return sayDeviation(deviationIn(entry), lang);
  if (!isLog(entry)) return "";
  const { on, count, counted } = occasionIn(entry);
  return `${formatDay(on, lang)}: ${sayCount(count, lang)} ${counted}`;
}

function Waits({ entries, lang }: { entries: readonly Entry[]; lang: Lang }) {
  if (entries.length === 0) return null;
  return (
    <ul className="list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="row between">
            <span>{sayEntry(entry, lang)}</span>
            <Status kind="waiting" word={say(words.waits, lang)} as="text" />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What came back with a no: why, that it is kept, and what one can do. What is only odd is asked about once. */
function Refused({
  entry,
  phone,
  lang,
  onMend,
}: {
  entry: Entry;
  phone: Phone | undefined;
  lang: Lang;
  onMend: () => void;
}) {
  const doubtful = isDoubt(entry);
  const confirm = async () => {
    await phone?.outbox.rewrite(entry.id, {
      ...entry.input,
      occasion: { ...occasionIn(entry), confirmed: true },
    });
    await phone?.outbox.send();
  };
  const isWritten = isLog(entry) || isDeviation(entry);
  return (
    <div id={`nekad-${entry.id}`}>
      <Notice
        kind={doubtful ? "advice" : "error"}
        heading={entry.sentence ?? ""}
        text={sayEntry(entry, lang)}
        safe={say(words.keptHere, lang)}
        live
      >
        <div className="row">
          {doubtful && (
            <Button kind="main" onPress={() => void confirm()}>
              {say(words.isRight, lang)}
            </Button>
          )}
          {isWritten && <Button onPress={onMend}>{say(words.mend, lang)}</Button>}
          <Button kind="bare" onPress={() => void phone?.outbox.drop(entry.id, { refused: true })}>
            {say(words.remove, lang)}
          </Button>
        </div>
      </Notice>
    </div>
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
