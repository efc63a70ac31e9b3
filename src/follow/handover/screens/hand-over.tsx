import { useState } from "react";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { roles } from "../../../partnership/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { callOffHandOver, goThroughRow, openDossier, planHandOver, printDossier, typeDossier } from "../api.ts";
import { FIRST_SECTIONS, rows as rowWords, words } from "../words.ts";

type Opened = OutputOf<typeof openDossier>;
type Row = Opened["firstWeeks"][number];
type Props = ScreenProps & { readonly dossier: Opened; readonly again: () => void };

/** /installning/<p>/lamna-over: what is handed over, as it writes itself, and who leaves when. */
export function HandOverScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const answer = useAnswer(openDossier, { partnership });
  return (
    <Asked answer={answer} lang={lang} page>
      {(dossier) => <Shown {...props} dossier={dossier} again={answer.again} />}
    </Asked>
  );
}

function Shown(props: Props) {
  const { partnership, lang, dossier } = props;
  const isFirst = ({ key }: Opened["sections"][number]) => FIRST_SECTIONS.some((one) => one === key);
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={<a href={`/installning/${partnership}`}>{say(words.toSettings, lang)}</a>}
        lead={say(words.lead, lang)}
        actions={
          <>
            <LinkButton kind="main" href={addressOf(typeDossier, { partnership }, true)}>
              {say(words.docx, lang)}
            </LinkButton>
            <LinkButton href={addressOf(printDossier, { partnership }, true)}>{say(words.pdf, lang)}</LinkButton>
            <LinkButton href="#planera">{say(words.planHeading, lang)}</LinkButton>
          </>
        }
      />
      {dossier.handOvers.map((one) => (
        <Planned key={one.id} {...props} handOver={one} />
      ))}
      {dossier.firstWeeks.length > 0 && (
        <section>
          <SectionHeading heading={say(words.firstWeeks, lang)}>{dossier.firstWeeks.length}</SectionHeading>
          <p className="measure">{say(words.firstWeeksText, lang)}</p>
          <Rows {...props} rows={dossier.firstWeeks} />
        </section>
      )}
      <section className="stack-loose">
        <SectionHeading heading={say(words.first, lang)} />
        <Sections {...props} sections={dossier.sections.filter(isFirst)} />
      </section>
      <section className="stack-loose">
        <SectionHeading heading={say(words.all, lang)} />
        {dossier.confidential > 0 && (
          <p className="measure">{say(rowWords.confidentialOne, lang, { count: dossier.confidential })}</p>
        )}
        <Sections {...props} sections={dossier.sections.filter((one) => !isFirst(one))} />
      </section>
      {dossier.earlier.length > 0 && (
        <section>
          <SectionHeading heading={say(words.earlier, lang)} />
          <ul className="list">
            {dossier.earlier.map(({ key, about, note }) => (
              <li key={key}>
                <p className="quiet small">{about}</p>
                <p lang="sv">{note}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PlanForm {...props} />
    </div>
  );
}

function Sections({ sections, ...props }: Props & { readonly sections: Opened["sections"] }) {
  return sections.map(({ key, heading, rows }) => (
    <section key={key}>
      <SectionHeading heading={heading} level={3} />
      <Rows {...props} rows={rows} />
    </section>
  ));
}

function Rows({ rows, ...props }: Props & { readonly rows: readonly Row[] }) {
  return (
    <ul className="list">
      {rows.map((row) => (
        <GoThrough key={row.key} {...props} row={row} />
      ))}
    </ul>
  );
}

/** One row: what it is, what was written at it, and room for a sentence. */
function GoThrough({ partnership, lang, row, again }: Props & { readonly row: Row }) {
  const save = useCommand(goThroughRow);
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState(row.note);
  const [refusal, setRefusal] = useState<string>();
  const isTask = row.key.startsWith("task ");
  const send = async () => {
    const result = await save.run({ partnership, key: row.key, note });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    setOpen(false);
    again();
  };
  const { goneThrough } = row;
  return (
    <li className="list-row-acting">
      <div className="stack-tight">
        <p>
          {row.gap && (
            <>
              <Tag>{say(words.gap, lang)}</Tag>{" "}
            </>
          )}
          {row.href === "" ? row.text : <a href={row.href}>{row.text}</a>}
        </p>
        {row.detail !== "" && <p className="small quiet">{row.detail}</p>}
        {row.note !== "" && !isOpen && <p lang="sv">{row.note}</p>}
        {goneThrough !== null && (
          <p className="small quiet">
            {say(words.goneThrough, lang, { day: formatDay(goneThrough.on, lang), office: goneThrough.office })}
          </p>
        )}
        {isOpen && (
          <form
            className="stack-tight"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <PersonLine
              label={say(words.note, lang)}
              about="note"
              lang={lang}
              value={note}
              onChange={setNote}
              error={refusal}
            />
            <div className="row">
              <Button kind="main" type="submit" busy={save.busy}>
                {say(words.save, lang)}
              </Button>
              <Button kind="bare" onPress={() => setOpen(false)}>
                {say(words.cancel, lang)}
              </Button>
            </div>
          </form>
        )}
        {!isOpen && refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
      </div>
      {!isOpen && !(isTask && goneThrough !== null) && (
        <Button
          label={`${say(isTask ? words.isDone : goneThrough === null ? words.goThrough : words.change, lang)}: ${row.text}`}
          busy={save.busy}
          onPress={() => (isTask ? void send() : setOpen(true))}
        >
          {say(isTask ? words.isDone : goneThrough === null ? words.goThrough : words.change, lang)}
        </Button>
      )}
    </li>
  );
}

/** Who leaves and when, with what is to be thought of before then. */
function Planned({ partnership, lang, again, ...props }: Props & { readonly handOver: Opened["handOvers"][number] }) {
  const { id, leaver, role, successor, lastDay, state, waits, fallen, takenBy } = props.handOver;
  const callOff = useCommand(callOffHandOver);
  const [refusal, setRefusal] = useState<string>();
  const said = { leaver, successor, day: formatDay(lastDay, lang), role: say(roles[role], lang) };
  const isTaking = successor === "" ? words.invitedTakesOver : state === "taken" ? words.tookOver : words.takesOver;
  const who = fallen ? (state === "ahead" ? words.fallsAhead : words.fallen) : isTaking;
  const takeBack = async () => {
    const result = await callOff.run({ partnership, id: id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) again();
  };
  return (
    <Notice
      kind={state === "ahead" || fallen ? "advice" : "done"}
      heading={say(state === "ahead" ? words.ahead : words.ended, lang, said)}
      text={say(who, lang, said)}
    >
      {waits && <p>{say(words.waits, lang)}</p>}
      {(state === "ahead" || (state === "ended" && !fallen)) && (
        <>
          <p>
            {state === "ahead" ? say(words.phone, lang) : say(words.takenBy, lang, { day: formatDay(takenBy, lang) })}
          </p>
          {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
          <div className="row">
            <Button busy={callOff.busy} onPress={() => void takeBack()}>
              {say(words.callOff, lang)}
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}

const NEW = "new";

function PlanForm({ partnership, lang, person, dossier, again }: Props) {
  const plan = useCommand(planHandOver);
  const [leaverId, setLeaver] = useState(person.id);
  const [lastDay, setLastDay] = useState<Day>();
  const [successor, setSuccessor] = useState(NEW);
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [told, setTold] = useState<{ done?: string; link?: string | null; refusal?: string }>({});
  const send = async () => {
    if (lastDay === undefined) return;
    const result = await plan.run({
      partnership,
      leaverId,
      lastDay,
      successor: successor === NEW ? { kind: "invited", name, title } : { kind: "here", personId: successor },
    });
    if (!result.ok) return setTold({ refusal: result.refusal.sentence });
    setTold({ done: say(result.value.done ? words.doneNow : words.planned, lang), link: result.value.link });
    again();
  };
  const options = dossier.people.map((one) => ({ value: one.personId, word: `${one.name}, ${one.titles}` }));
  return (
    <section className="stack" id="planera">
      <SectionHeading heading={say(words.planHeading, lang)} />
      <p className="measure">{say(words.planText, lang)}</p>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Select label={say(words.leaver, lang)} value={leaverId} onChange={setLeaver} options={options} />
        <DateField
          label={say(words.lastDay, lang)}
          guide={say(words.lastDayGuide, lang)}
          value={lastDay ?? ""}
          onChange={setLastDay}
          required
        />
        <Select
          label={say(words.successor, lang)}
          value={successor}
          onChange={setSuccessor}
          options={[
            { value: NEW, word: say(words.somebodyNew, lang) },
            ...options.filter(({ value }) => value !== leaverId),
          ]}
        />
        {successor === NEW && (
          <>
            <TextField label={say(words.newName, lang)} value={name} onChange={setName} maxLength={120} required />
            <TextField label={say(words.newTitle, lang)} value={title} onChange={setTitle} maxLength={160} required />
          </>
        )}
        {told.refusal !== undefined && <Notice kind="error" level={3} heading={told.refusal} live />}
        {told.done !== undefined && (
          <Notice kind="done" level={3} heading={told.done} live>
            {typeof told.link === "string" && (
              <>
                <p>{say(words.link, lang)}</p>
                <p className="code">{told.link}</p>
              </>
            )}
          </Notice>
        )}
        <div className="row">
          <Button kind="turn" type="submit" busy={plan.busy}>
            {say(words.plan, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}
