import { useEffect, useId, useRef, useState } from "react";
import { PersonText } from "../../collect/privacy/screens/person-text.tsx";
import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { Content } from "../document.ts";
import { exceptionsIn, exceptionTo, withException, withoutException } from "../exceptions.ts";
import { lint, questionsAnswered, stopping, type Remark } from "../lint.ts";
import { advice } from "../lint-advice.ts";
import { ADVICE, PERSONAL, QUESTIONS } from "../rules.ts";
import { rules, words } from "../words.ts";
import { fieldOf, goToField } from "./draft-fields.ts";

type Props = { readonly content: Content; readonly lang: Lang };
type Changing = { readonly onChange: (content: Content) => void };

/** How many are left: where one lands when a remark has left the list. */
const STATUS = "remarks-left";

/** What a careful reader misses, in the order of the text. While it is written: why, how a better one reads, the way to the field, and the reason to leave it. */
export function Remarks({ content, lang, onChange }: Props & Partial<Changing>) {
  const remarks = lint(content);
  const isLeft = (remark: Remark) => exceptionTo(content, remark) !== undefined;
  const open = remarks.filter((remark) => !isLeft(remark));
  const stops = stopping(content, remarks);
  const { met, excepted } = questionsAnswered(content, remarks);
  return (
    <section className="stack">
      <div>
        <SectionHeading heading={say(words.remarks, lang)}>
          {say(words.stopsAndAdvice, lang, { stops: stops.length, advice: open.length - stops.length })}
        </SectionHeading>
        <p className="small quiet" id={STATUS} tabIndex={-1} aria-live={onChange === undefined ? undefined : "polite"}>
          {say(excepted === 0 ? words.answered : words.answeredExcept, lang, {
            count: met,
            excepted,
            of: QUESTIONS.length,
          })}
        </p>
        {onChange !== undefined && stops.length > 0 && <p className="small quiet">{say(words.stopsLead, lang)}</p>}
      </div>
      {open.length === 0 ? (
        <p>{say(words.noRemarks, lang)}</p>
      ) : (
        <ol className="list remarks">
          {open.map((remark) => (
            <li
              key={`${remark.rule}-${remark.where}-${remark.at ?? ""}-${remark.said ?? ""}`}
              className={classes(!ADVICE.includes(remark.rule) && "stops")}
            >
              <div className="stack-tight">
                <p className="small quiet">
                  {`${placeOf(remark, lang)} · ${say(ADVICE.includes(remark.rule) ? words.advise : words.stop, lang)}`}
                </p>
                <p>
                  <b>{sentenceOf(remark, lang)}</b>
                </p>
                {onChange !== undefined && (
                  <Help remark={remark} all={open} content={content} lang={lang} onChange={onChange} />
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <Left content={content} lang={lang} {...(onChange === undefined ? {} : { onChange })} />
    </section>
  );
}

/** What is left unmet, each with its reason: at the side while it is written, and on top of what is signed. */
export function Left({ content, lang, onChange }: Props & Partial<Changing>) {
  const left = exceptionsIn(content);
  if (left.length === 0) return null;
  return (
    <div className="stack-tight">
      <SectionHeading heading={say(words.withReasons, lang)} level={onChange === undefined ? 2 : 3}>
        {left.length}
      </SectionHeading>
      {onChange === undefined && <p className="small quiet">{say(words.withReasonsLead, lang)}</p>}
      <ul className="list">
        {left.map((one) => (
          <li key={`${one.rule}-${one.where}-${one.said ?? ""}`}>
            <p>
              <b>{placeOf(one, lang)}.</b> {sentenceOf(one, lang)}
            </p>
            <p className="word" lang="sv">
              {one.reason}
            </p>
            {onChange !== undefined && (
              <Button kind="bare" small onPress={() => onChange(withoutException(content, one))}>
                {say(words.dropReason, lang)}
                <About remark={one} lang={lang} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Help({
  remark,
  all,
  content,
  lang,
  onChange,
}: Props & Changing & { readonly remark: Remark; readonly all: readonly Remark[] }) {
  const { why, better } = advice[remark.rule];
  const field = fieldOf(remark);
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLSpanElement>(null);
  const same = PERSONAL.includes(remark.rule) ? 1 : all.filter(({ rule }) => rule === remark.rule).length;
  const stop = () => {
    setWriting(false);
    // Back to where one was: the button stands there again a moment later.
    setTimeout(() => opener.current?.closest("button")?.focus());
  };
  return (
    <>
      <details className="small">
        <summary>{say(words.betterExample, lang)}</summary>
        <p>{say(why, lang)}</p>
        <p className="word">{say(better, lang)}</p>
      </details>
      {writing ? (
        <Reason
          count={same}
          lang={lang}
          onStop={stop}
          onKeep={(reason, everywhere) =>
            onChange(
              withException(
                content,
                everywhere ? { ...remark, where: "", said: sayings(all, remark) } : remark,
                reason,
              ),
            )
          }
        />
      ) : (
        <div className="row">
          {field !== undefined && (
            <Button kind="bare" small onPress={() => goToField(field)}>
              {say(words.goToField, lang)}
              <About remark={remark} lang={lang} />
            </Button>
          )}
          {!ADVICE.includes(remark.rule) && (
            <Button kind="bare" small onPress={() => setWriting(true)}>
              <span ref={opener}>{say(words.keepWithReason, lang)}</span>
              <About remark={remark} lang={lang} />
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Which remark a button is about, for those who hear the buttons one by one. */
function About({ remark, lang }: { readonly remark: Placed; readonly lang: Lang }) {
  return <span className="visually-hidden">{` ${placeOf(remark, lang)}, ${sentenceOf(remark, lang)}`}</span>;
}

function Reason({
  count,
  lang,
  onKeep,
  onStop,
}: {
  readonly count: number;
  readonly lang: Lang;
  readonly onKeep: (reason: string, everywhere: boolean) => void;
  readonly onStop: () => void;
}) {
  const [reason, setReason] = useState("");
  const [everywhere, setEverywhere] = useState(count > 1);
  const id = useId();
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <div className="stack-tight">
      <PersonText
        about="public"
        lang={lang}
        id={id}
        label={say(words.reason, lang)}
        guide={say(words.reasonGuide, lang)}
        value={reason}
        onChange={setReason}
        rows={3}
      />
      {count > 1 && (
        <Checkbox label={say(words.reasonEverywhere, lang, { count })} checked={everywhere} onChange={setEverywhere} />
      )}
      <div className="row">
        <Button
          small
          onPress={() => {
            if (reason.trim() === "") document.getElementById(id)?.focus();
            else {
              onKeep(reason.trim(), count > 1 && everywhere);
              document.getElementById(STATUS)?.focus();
            }
          }}
        >
          {say(words.keepReason, lang)}
        </Button>
        <Button kind="bare" small onPress={onStop}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </div>
  );
}

/** The words at all places where the same is remarked on; undefined where it is about none. */
function sayings(all: readonly Remark[], { rule }: Remark): string | undefined {
  const said = all.flatMap((one) => (one.rule === rule && one.said !== undefined ? [one.said] : []));
  return said.length === 0 ? undefined : [...new Set(said)].join("», «");
}

type Placed = Pick<Remark, "rule" | "where"> & { readonly said?: string };

const sentenceOf = ({ rule, said }: Placed, lang: Lang) => say(rules[rule], lang, said === undefined ? {} : { said });

function placeOf({ where }: Placed, lang: Lang): string {
  if (where === "") return say(words.whole, lang);
  return say(where.includes(".") ? words.activity : words.pledge, lang, { number: where });
}
