import { useState, type ReactNode } from "react";
import { managers } from "../../../collect/words.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { type Step, Steps } from "../../../ui/steps.tsx";
import { openItem } from "../api.ts";
import { nextStep, type StepKind } from "../item.ts";
import { FaultReport } from "../../faults/screens/report.tsx";
import { sayManager, sayPlan } from "../said.ts";
import { steps as stepWords, taken, words } from "../words.ts";
import { Pictures } from "./pictures.tsx";
import { answerSaid, kindOf, type Opened, stateSaid, whenSaid } from "./shown.ts";
import { StepForm } from "./step-form.tsx";

/** /gora/<p>/punkt-<id>: one action item, its whole way and what comes next. */
export function ItemScreen(props: ScreenProps) {
  const { partnership, lang, item: address = "" } = props;
  const answer = useAnswer(openItem, { partnership, id: address.replace(/^punkt-/, "") });
  return (
    <Asked answer={answer} lang={lang} page>
      {(item) => (
        <div className="stack-loose">
          <PageHeading
            heading={
              item.from === "walk" ? say(words.itemAt, lang, { number: item.number, place: item.place }) : item.place
            }
            lead={item.text}
            over={<a href={`/gora/${partnership}/punkter`}>{say(words.toItems, lang)}</a>}
          />
          <div className="row">
            <Status kind={kindOf(item)} word={stateSaid(item, lang)} />
            {item.example && <ExampleMark lang={lang} />}
          </div>
          <Facts facts={factsOf(item, partnership, lang)} />
          <Next item={item} partnership={partnership} lang={lang} onDone={answer.again} />
          <FaultReport partnership={partnership} id={item.id} said={item.text} lang={lang} />
          <Pictures item={item} partnership={partnership} lang={lang} />
          <section className="stack">
            <SectionHeading heading={say(words.way, lang)} />
            <Steps steps={wayOf(item, lang)} />
          </section>
        </div>
      )}
    </Asked>
  );
}

function factsOf(item: Opened, partnership: string, lang: Lang) {
  const all: readonly { name: string; value: ReactNode }[] = [
    { name: say(words.proposed, lang), value: item.proposal },
    { name: say(words.responsible, lang), value: sayManager(item.manager, lang) },
    { name: say(words.plan, lang), value: whenSaid(item, lang) },
    { name: say(words.reasonHead, lang), value: item.reason },
    {
      name: say(words.sameAs, lang),
      value: item.sameAs && <a href={`/gora/${partnership}/punkt-${item.sameAs.id}`}>{item.sameAs.said}</a>,
    },
    {
      name: say(words.from, lang),
      value: <a href={`/lyssna/${partnership}/${item.of.address}`}>{item.of.title}</a>,
    },
  ];
  return all.filter(({ value }) => value !== "" && value !== null);
}

/** One plain next step; the others are folded in. */
function Next(props: { item: Opened; partnership: string; lang: Lang; onDone: () => void }) {
  const { item, partnership, lang, onDone } = props;
  const [open, setOpen] = useState<StepKind>();
  const [saved, setSaved] = useState(false);
  const next = nextStep(item);
  const main = next !== undefined && item.may.includes(next) ? next : undefined;
  const others = item.may.filter((kind) => kind !== main);
  const choose = (kind: StepKind | undefined) => {
    setOpen(kind);
    setSaved(false);
  };
  const isUndecided = item.decision === null && item.state !== "duplicate";
  return (
    <section className="stack">
      <SectionHeading heading={say(words.next, lang)} />
      {saved && <Notice kind="done" level={3} heading={say(words.saved, lang)} live />}
      {isUndecided && (
        <>
          <p className="measure">{say(words.waitsInCollect, lang)}</p>
          <p>
            <LinkButton href={`/lyssna/${partnership}/${item.of.address}`}>
              {say(words.toOrigin, lang, { title: item.of.title })}
            </LinkButton>
          </p>
        </>
      )}
      {!isUndecided && item.may.length === 0 && (
        <p className="quiet measure">{say(next === undefined ? words.nothingNext : words.notYours, lang)}</p>
      )}
      {open === undefined ? (
        <>
          {main !== undefined && (
            <p>
              <Button kind="turn" onPress={() => choose(main)}>
                {say(stepWords[main], lang)}
              </Button>
            </p>
          )}
          {others.length > 0 && (
            <details>
              <summary>{say(words.otherSteps, lang)}</summary>
              <ul className="row">
                {others.map((kind) => (
                  <li key={kind}>
                    <Button onPress={() => choose(kind)}>{say(stepWords[kind], lang)}</Button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      ) : (
        <StepForm
          key={open}
          kind={open}
          item={item}
          partnership={partnership}
          lang={lang}
          onClose={(isSaved) => {
            setOpen(undefined);
            setSaved(isSaved);
            if (isSaved) onDone();
          }}
        />
      )}
    </section>
  );
}

/** Every step with its day; the last is where it is. */
function wayOf(item: Opened, lang: Lang): readonly Step[] {
  const line = (heading: string, on: Parameters<typeof formatDay>[0], ...texts: readonly string[]): Step => ({
    heading: `${formatDay(on, lang)}: ${heading}`,
    text: texts.some(Boolean) ? texts.filter(Boolean).join(" · ") : undefined,
  });
  const steps: Step[] = [line(say(words.registered, lang), item.registeredOn, item.of.title)];
  if (item.sentOn !== null) steps.push(line(say(words.sent, lang), item.sentOn, sayManager(item.manager, lang)));
  if (item.replied !== null)
    steps.push(line(say(words.replied, lang, { unit: item.replied.unit }), item.replied.on, item.replied.text));
  const decided = item.decision && {
    on: item.decision.on,
    step: line(
      say(words.decided, lang, { answer: answerSaid(item.decision, lang) }),
      item.decision.on,
      item.decision.reason,
    ),
  };
  let told = decided;
  for (const step of item.steps) {
    if (told !== null && told.on <= step.notedOn) {
      steps.push(told.step);
      told = null;
    }
    const plan = step.by === null ? "" : sayPlan({ by: step.by, inSeason: step.inSeason }, lang);
    const day = step.by !== null && plan === step.by ? formatDay(step.by, lang) : plan;
    steps.push(
      line(
        say(taken[step.kind], lang),
        step.on ?? step.notedOn,
        day === "" ? "" : say(words.by, lang, { day }),
        step.to === null ? "" : say(managers[step.to], lang),
        step.walk === "" ? "" : say(words.checkedOnWalk, lang, { walk: step.walk }),
        step.text,
        [step.organisation, step.office].filter(Boolean).join(", "),
      ),
    );
  }
  if (told !== null) steps.push(told.step);
  const last = steps.length - 1;
  const next = nextStep(item);
  return [
    ...steps.map((step, place): Step => (place === last ? { ...step, state: "here" } : step)),
    ...(next === undefined ? [] : [{ heading: say(taken[next], lang), state: "future" as const }]),
  ];
}
