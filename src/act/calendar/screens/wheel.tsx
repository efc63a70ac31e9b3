import { type FormEvent, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Id } from "../../../ground/id.ts";
import { monthOf } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { newDeviceId, today } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { asHeading } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { words as uiWords } from "../../../ui/words.ts";
import { beginWheel, putTask, readWheel, strikeTask, tickTask } from "../api.ts";
import { MONTHS, type Standing, standingOf, TASK_STAGES, type TaskStage } from "../wheel.ts";
import { standings, words } from "../words.ts";
import { monthName } from "./month-name.ts";
import { YearRing } from "./year-ring.tsx";

type Wheel = OutputOf<typeof readWheel>;
type Kept = Wheel["tasks"][number];

const STATUS: Readonly<Record<Standing, StatusKind>> = {
  done: "met",
  ahead: "waiting",
  now: "running",
  left: "behind",
};
const ROOMS: Readonly<Record<TaskStage, string>> = {
  collect: "lyssna",
  picture: "lagesbild",
  prioritise: "prioritera",
  pledge: "lova",
  act: "gora",
  follow: "folj-upp",
  tell: "beratta",
};

/** /gora/<p>/arshjul: what comes back every year, and how far this year has come. */
export function WheelScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const wheel = useAnswer(readWheel, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.wheel, lang)}
        over={partnershipName}
        lead={say(words.wheelLead, lang)}
        actions={<LinkButton href={`/gora/${partnership}/kalender`}>{say(words.heading, lang)}</LinkButton>}
      />
      <Asked answer={wheel} lang={lang}>
        {(read) =>
          read.tasks.length === 0 ? (
            <NoWheel partnership={partnership} lang={lang} mayWrite={read.mayWrite} />
          ) : (
            <Year partnership={partnership} lang={lang} wheel={read} />
          )
        }
      </Asked>
    </div>
  );
}

function NoWheel({ partnership, lang, mayWrite }: { partnership: string; lang: Lang; mayWrite: boolean }) {
  const begin = useCommand(beginWheel);
  const [refusal, setRefusal] = useState<string>();
  return (
    <Empty
      heading={say(words.noWheel, lang)}
      text={refusal ?? say(mayWrite ? words.noWheelText : words.noWheelYet, lang)}
      level={2}
      action={
        mayWrite && (
          <Button
            kind="main"
            busy={begin.busy}
            onPress={() =>
              void begin
                .run({ partnership })
                .then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence))
            }
          >
            {say(words.beginWheel, lang)}
          </Button>
        )
      }
    />
  );
}

function Year({ partnership, lang, wheel }: { partnership: string; lang: Lang; wheel: Wheel }) {
  const { year, tasks, mayWrite } = wheel;
  const [written, setWritten] = useState<string>();
  const now = today();
  const standing = (task: Kept) => standingOf(task, year, now);
  const done = tasks.filter((task) => standing(task) === "done").length;
  const form = (task: Kept | undefined) => (
    <TaskForm partnership={partnership} lang={lang} task={task} onClose={() => setWritten(undefined)} />
  );
  return (
    <div className="year-page">
      <YearRing
        year={year}
        month={Number(monthOf(now).slice(5))}
        standings={MONTHS.map((month) => tasks.filter((task) => task.month === month).map(standing))}
        lang={lang}
      />
      <section className="stack">
        <SectionHeading heading={String(year)}>{say(words.doneOf, lang, { done, all: tasks.length })}</SectionHeading>
        <ul className="list">
          {tasks.map((task) => (
            <li key={task.id}>
              {written === task.id ? (
                form(task)
              ) : (
                <TaskRow
                  {...{ partnership, lang, task, year, mayWrite }}
                  standing={standing(task)}
                  onChange={() => setWritten(task.id)}
                />
              )}
            </li>
          ))}
        </ul>
        {mayWrite &&
          (written === "new" ? (
            form(undefined)
          ) : (
            <div className="row">
              <Button onPress={() => setWritten("new")}>{say(words.add, lang)}</Button>
            </div>
          ))}
      </section>
    </div>
  );
}

function TaskRow(props: {
  readonly partnership: string;
  readonly lang: Lang;
  readonly task: Kept;
  readonly year: number;
  readonly mayWrite: boolean;
  readonly standing: Standing;
  readonly onChange: () => void;
}) {
  const { partnership, lang, task, year, mayWrite, standing, onChange } = props;
  const tick = useCommand(tickTask);
  const [refusal, setRefusal] = useState<string>();
  return (
    <div className="stack-tight">
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="year-task">
        <p className="year-task-month">{asHeading(monthName(task.month, lang))}</p>
        <div>
          <p className="strong" lang="sv">
            {task.text}
          </p>
          <p className="small quiet">
            <a href={`/${ROOMS[task.stage]}/${partnership}`}>{say(uiWords[task.stage], lang)}</a>{" "}
            {task.example && <ExampleMark lang={lang} />}
          </p>
        </div>
        <div className="row">
          <Status kind={STATUS[standing]} word={say(standings[standing], lang)} />
          {mayWrite && (
            <>
              <Button
                small
                busy={tick.busy}
                label={`${say(standing === "done" ? words.tickUndo : words.tickDone, lang)}: ${task.text}`}
                onPress={() =>
                  void tick
                    .run({ partnership, id: task.id, year, done: standing !== "done" })
                    .then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence))
                }
              >
                {say(standing === "done" ? words.tickUndo : words.tickDone, lang)}
              </Button>
              <Button kind="bare" small label={say(words.changeLabel, lang, { text: task.text })} onPress={onChange}>
                {say(words.change, lang)}
              </Button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function TaskForm(props: {
  readonly partnership: string;
  readonly lang: Lang;
  /** The one that is changed; a new one where there is none. */
  readonly task: Kept | undefined;
  readonly onClose: () => void;
}) {
  const { partnership, lang, task, onClose } = props;
  const put = useCommand(putTask);
  const strike = useCommand(strikeTask);
  const [id] = useState(() => task?.id ?? (newDeviceId() as Id<"year-task">));
  const [month, setMonth] = useState(task?.month ?? Number(monthOf(today()).slice(5)));
  const [text, setText] = useState(task?.text ?? "");
  const [stage, setStage] = useState<TaskStage>(task?.stage ?? "collect");
  const [refusal, setRefusal] = useState<{ sentence: string; field?: string | undefined }>();
  const told = (result: Awaited<ReturnType<typeof put.run>>) => (result.ok ? onClose() : setRefusal(result.refusal));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    told(await put.run({ partnership, id, month, text, stage }));
  };
  return (
    <form className="stack measure sheet" onSubmit={(event) => void send(event)}>
      <h3>{task === undefined ? say(words.add, lang) : say(words.changeLabel, lang, { text: task.text })}</h3>
      {refusal !== undefined && refusal.field !== "text" && (
        <Notice kind="error" level={3} heading={refusal.sentence} live />
      )}
      <Select
        label={say(words.month, lang)}
        value={String(month)}
        onChange={(value) => setMonth(Number(value))}
        options={MONTHS.map((value) => ({ value: String(value), word: asHeading(monthName(value, lang)) }))}
      />
      <TextField
        label={say(words.what, lang)}
        value={text}
        onChange={setText}
        maxLength={200}
        error={refusal?.field === "text" ? refusal.sentence : undefined}
      />
      <Select
        label={say(words.where, lang)}
        value={stage}
        onChange={(value) => setStage(value as TaskStage)}
        options={TASK_STAGES.map((value) => ({ value, word: say(uiWords[value], lang) }))}
      />
      <div className="row">
        <Button kind="main" type="submit" busy={put.busy}>
          {say(words.save, lang)}
        </Button>
        <Button onPress={onClose}>{say(words.cancel, lang)}</Button>
        {task !== undefined && (
          <Button kind="bare" busy={strike.busy} onPress={() => void strike.run({ partnership, id }).then(told)}>
            {say(words.strike, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}
