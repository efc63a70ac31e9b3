import { useState } from "react";
import type { InputOf } from "../../../ground/endpoint.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { states as problemStates, words as problemWords } from "../../words.ts";
import { answerInRound, closeRound } from "../api.ts";
import { orderOf } from "../weigh.ts";
import { templates, words } from "../words.ts";
import type { InRound, ReadRound } from "./read-round.ts";

type Ends = NonNullable<ReadRound["ends"]>;
type Deciding = InRound & { readonly ends: Ends; readonly mayAnswer: boolean };
type Said = Omit<InputOf<typeof answerInRound>, "partnership" | "year">;

/** «Svar på allt»: what was weighed and what many have said, each with its answer or without, and the closing that waits for the last of them. */
export function AnswerAll(props: InRound) {
  const { lang, read, round } = props;
  if (read.ends === null) return null;
  const deciding = { ...props, ends: read.ends, mayAnswer: round.state === "scoring" && read.weighsFor !== null };
  return (
    <>
      <section className="stack">
        <SectionHeading heading={say(words.decide, lang)} />
        <p className="measure">{say(words.decideLead, lang)}</p>
        <Problems {...deciding} />
      </section>
      <section className="stack">
        <SectionHeading heading={say(words.themes, lang)}>{read.themes.length}</SectionHeading>
        {read.themes.length === 0 && <p>{say(words.themesNone, lang)}</p>}
        <ul className="list">
          {read.themes.map((theme) => (
            <li key={theme.id}>
              <Theme {...deciding} theme={theme} />
            </li>
          ))}
        </ul>
      </section>
      {round.state === "closed" ? (
        <Notice
          kind="done"
          heading={say(words.isClosed, lang)}
          text={read.counted === 0 ? undefined : say(words.counted, lang, { count: read.counted })}
        />
      ) : (
        deciding.mayAnswer && <Closing {...deciding} />
      )}
    </>
  );
}

function useSaying({ partnership, year }: InRound) {
  const answer = useCommand(answerInRound);
  const [refusal, setRefusal] = useState<string>();
  const send = async (said: Said) => {
    const result = await answer.run({ partnership, year, ...said });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return { send, refusal, busy: answer.busy };
}

/** In the order of both. */
function Problems(props: Deciding) {
  const { read, round } = props;
  const scores = (read.together ?? []).flatMap((party) => party.scores);
  return (
    <ul className="list">
      {orderOf(round.problemIds, scores, round.weights).map(({ problemId }) => (
        <li key={problemId}>
          <Weighed {...props} problemId={problemId} />
        </li>
      ))}
    </ul>
  );
}

function Weighed(props: Deciding & { problemId: string }) {
  const { partnership, lang, read, ends, mayAnswer, problemId } = props;
  const { send, refusal, busy } = useSaying(props);
  const problem = read.problems.find(({ id }) => id === problemId);
  if (problem === undefined) return null;
  const said = (kind: Said["kind"]) =>
    read.answers.find((answer) => answer.problemId === problemId && answer.kind === kind);
  const isOpen = problem.state === "open";
  const word =
    isOpen && said("open") !== undefined ? say(words.leftOpen, lang) : say(problemStates[problem.state], lang);
  return (
    <div className="stack">
      <div>
        <a href={`/prioritera/${partnership}/${problem.slug}`} className="strong" lang="sv">
          {problem.what}
        </a>{" "}
        <Tag>{ends.problems.includes(problemId) ? say(words.noAnswer, lang) : word}</Tag>
      </div>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {isOpen && mayAnswer && (
        <div className="row">
          <LinkButton href={`/prioritera/${partnership}/${problem.slug}`}>{say(words.toProblem, lang)}</LinkButton>
          {said("open") === undefined && (
            <Button busy={busy} onPress={() => void send({ problemId, kind: "open", reason: "" })}>
              {say(words.leaveOpen, lang)}
            </Button>
          )}
        </div>
      )}
      {(["order", "cause"] as const).map((kind) => {
        const given = said(kind);
        const label = say(kind === "order" ? words.orderReason : words.causeReason, lang);
        if (given !== undefined)
          return (
            <p key={kind} className="measure">
              {label} <span lang="sv">{given.reason}</span>
            </p>
          );
        const isNeeded = (kind === "order" ? ends.order : ends.causes).includes(problemId);
        return isNeeded && mayAnswer ? (
          <ReasonForm
            key={kind}
            lang={lang}
            label={label}
            press={say(words.keepReason, lang)}
            busy={busy}
            onSay={(reason) => send({ problemId, kind, reason })}
          />
        ) : undefined;
      })}
    </div>
  );
}

function Theme(props: Deciding & { theme: ReadRound["themes"][number] }) {
  const { partnership, lang, read, ends, mayAnswer, theme } = props;
  const { send, refusal, busy } = useSaying(props);
  const given = read.answers.find(({ themeId }) => themeId === theme.id);
  const standing = ends.themes.includes(theme.id)
    ? words.noAnswer
    : given?.kind === "open"
      ? words.leftOpen
      : given !== undefined
        ? undefined
        : theme.declinedBefore
          ? words.themeDeclinedBefore
          : words.themeIsProblem;
  return (
    <div className="stack">
      <div>
        <span className="strong" lang="sv">
          {theme.name}
        </span>{" "}
        <Tag>{say(standing ?? problemStates.declined, lang)}</Tag>
        <p className="small quiet">{say(words.themeVoices, lang, { voices: theme.voices })}</p>
        {given !== undefined && given.reason !== "" && (
          <p className="measure" lang="sv">
            {given.reason}
          </p>
        )}
      </div>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {mayAnswer && (given !== undefined || standing === words.noAnswer) && (
        <>
          <div className="row">
            <LinkButton
              href={`/prioritera/${partnership}?tema=${theme.id}`}
              label={`${say(words.makeProblem, lang)}: ${theme.name}`}
            >
              {say(words.makeProblem, lang)}
            </LinkButton>
            <LinkButton
              href={`/prioritera/${partnership}?tema=${theme.id}&som=underlag`}
              label={`${say(problemWords.citeHead, lang)}: ${theme.name}`}
            >
              {say(problemWords.citeHead, lang)}
            </LinkButton>
            {given?.kind !== "open" && (
              <Button busy={busy} onPress={() => void send({ themeId: theme.id, kind: "open", reason: "" })}>
                {say(words.leaveOpen, lang)}
              </Button>
            )}
          </div>
          <details>
            <summary>{say(words.decline, lang)}</summary>
            <ReasonForm
              lang={lang}
              label={say(words.because, lang)}
              press={say(words.answerTheme, lang)}
              busy={busy}
              hasTemplates
              onSay={(reason) => send({ themeId: theme.id, kind: "declined", reason })}
            />
          </details>
        </>
      )}
    </div>
  );
}

const KINDS = Object.keys(templates) as (keyof typeof templates)[];

function ReasonForm(props: {
  lang: InRound["lang"];
  label: string;
  press: string;
  busy: boolean;
  hasTemplates?: boolean;
  onSay: (reason: string) => Promise<void>;
}) {
  const { lang } = props;
  const [reason, setReason] = useState("");
  const [template, setTemplate] = useState("");
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void props.onSay(reason);
      }}
    >
      {props.hasTemplates === true && (
        <Select
          label={say(words.template, lang)}
          empty={say(words.templateNone, lang)}
          value={template}
          onChange={(value) => {
            setTemplate(value);
            const chosen = KINDS.find((kind) => kind === value);
            if (chosen !== undefined) setReason(templates[chosen].sv);
          }}
          options={KINDS.map((kind) => ({ value: kind, word: `${say(templates[kind], lang).trim()} …` }))}
        />
      )}
      <PersonText
        about="public"
        lang={lang}
        label={props.label}
        guide={say(words.reasonPublic, lang)}
        value={reason}
        onChange={setReason}
        rows={3}
      />
      <div className="row">
        <Button type="submit" busy={props.busy}>
          {props.press}
        </Button>
      </div>
    </form>
  );
}

/** Stays pressable: the no says how many still wait for an answer. */
function Closing({ partnership, lang, year }: Deciding) {
  const close = useCommand(closeRound);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await close.run({ partnership, year });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="sheet-acting stack">
      <p className="measure">{say(words.closeGuide, lang)}</p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button kind="turn" busy={close.busy} onPress={() => void send()}>
          {say(words.close, lang)}
        </Button>
      </div>
    </div>
  );
}
