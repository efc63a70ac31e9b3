import { useRef, useState } from "react";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Blocks } from "../../../ui/blocks.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { NotThere } from "../../../ui/not-there.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import {
  groundActionPlan,
  openActionPlan,
  printActionPlan,
  takeBackActionPlan,
  tellActionPlan,
  typeActionPlan,
} from "../api.ts";
import { planWords, states, words } from "../words.ts";
import { Correct, Decide } from "./decide.tsx";
import { FollowUps } from "./follow-up.tsx";
import { Measures } from "./measures.tsx";
import type { PlanProps } from "./read-plan.ts";
import { planHeading } from "./written.ts";

/** /folj-upp/<p>/atgardsplan-<id>: in work, measure by measure; decided, as it reads, with how it is followed up. */
export function ActionPlanScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const planId = (props.item ?? "").replace(/^atgardsplan-/, "");
  const answer = useAnswer(openActionPlan, { partnership, planId });
  const [told, setTold] = useState<string>();
  const heading = useRef<HTMLDivElement>(null);
  if (answer.state === "refused" && answer.refusal.status === 404)
    return <NotThere stage="follow" href={`/folj-upp/${partnership}/atgardsplaner`} lang={lang} />;
  const done = (sentence: string) => {
    setTold(sentence);
    heading.current?.focus();
    answer.again();
  };
  return (
    <Asked answer={answer} lang={lang} page>
      {(plan) => (
        <div className="stack-loose">
          <div ref={heading} tabIndex={-1}>
            <Head {...props} plan={plan} done={done} />
          </div>
          {told !== undefined && <Notice kind="done" level={2} heading={told} live />}
          {plan.state === "draft" ? (
            <>
              {!plan.mayWrite && <Notice heading={say(words.onlyReads, lang)} />}
              <NewerGround {...props} plan={plan} done={done} />
              <Measures {...props} plan={plan} done={done} />
              {plan.mayWrite && plan.measures.length > 0 && <Decide {...props} plan={plan} done={done} />}
            </>
          ) : (
            <>
              <article className="stack written" aria-label={planHeading(plan, lang)}>
                <Blocks blocks={plan.blocks} />
              </article>
              {plan.mayWrite && (
                <>
                  <FollowUps {...props} plan={plan} done={done} />
                  <Tell {...props} plan={plan} done={done} />
                  <Correct {...props} plan={plan} done={done} />
                </>
              )}
            </>
          )}
        </div>
      )}
    </Asked>
  );
}

function Head({ partnership, lang, plan }: PlanProps) {
  const on = { partnership, planId: plan.id };
  return (
    <div className="stack">
      <PageHeading
        heading={planHeading(plan, lang)}
        over={
          plan.example ? (
            <ExampleMark lang={lang} />
          ) : (
            <a href={`/folj-upp/${partnership}/atgardsplaner`}>{say(words.all, lang)}</a>
          )
        }
        actions={
          <>
            <LinkButton href={addressOf(printActionPlan, on, true)}>{say(words.pdf, lang)}</LinkButton>
            <LinkButton href={addressOf(typeActionPlan, on, true)}>{say(words.docx, lang)}</LinkButton>
            {plan.isTold && (
              <LinkButton href={`/${partnership}/atgardsplan/${plan.slug}`}>{say(words.toPage, lang)}</LinkButton>
            )}
          </>
        }
      />
      <Facts
        facts={[
          { name: say(words.state, lang), value: say(states[plan.state], lang) },
          {
            name: say(words.ground, lang),
            value: (
              <a href={`/lagesbild/${partnership}/rapport-${plan.ground.slug}`}>
                {say(words.situation, lang, { period: formatPeriod(plan.ground.from, plan.ground.to, lang) })}
              </a>
            ),
          },
        ]}
      />
      {plan.decisions.flatMap(({ id, decidedOn, body, registryNumber, correctedWhy }) =>
        correctedWhy === null ? (
          []
        ) : (
          <p key={id} className="small quiet measure">
            {say(words.before, lang, {
              day: formatDay(decidedOn, lang),
              body,
              number: registryNumber,
              reason: correctedWhy,
            })}
          </p>
        ),
      )}
      {plan.supersededBy !== null && (
        <p className="measure">
          <a href={`/folj-upp/${partnership}/atgardsplan-${plan.supersededBy.id}`}>
            {say(planWords.superseded, lang, {
              day: formatDay(plan.supersededBy.decidedOn, lang),
              plan: planHeading(plan.supersededBy, lang),
            })}
          </a>
        </p>
      )}
    </div>
  );
}

function NewerGround({ partnership, lang, plan, done }: PlanProps) {
  const ground = useCommand(groundActionPlan);
  const [refusal, setRefusal] = useState<string>();
  const { newerGround } = plan;
  if (newerGround === null || !plan.mayWrite) return null;
  const period = formatPeriod(newerGround.from, newerGround.to, lang);
  const take = async () => {
    const result = await ground.run({ partnership, planId: plan.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) done(say(words.groundTaken, lang, { period }));
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.newerGround, lang)} />
      <p className="measure">
        {say(words.newerGroundText, lang, { period, day: formatDay(newerGround.adoptedOn, lang) })}
      </p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button busy={ground.busy} onPress={() => void take()}>
          {say(words.takeGround, lang)}
        </Button>
      </div>
    </section>
  );
}

/** The plan is the municipality's, and so is the yes to that strangers read it. */
function Tell({ partnership, lang, plan, done }: PlanProps) {
  const tell = useCommand(tellActionPlan);
  const takeBack = useCommand(takeBackActionPlan);
  const [refusal, setRefusal] = useState<string>();
  const decide = async (command: typeof tell, sentence: string) => {
    const result = await command.run({ partnership, planId: plan.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) done(sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.tell, lang)} />
      <p className="measure">{say(plan.isTold ? words.isTold : words.tellText, lang)}</p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        {plan.isTold ? (
          <Button busy={takeBack.busy} onPress={() => void decide(takeBack, say(words.takenBack, lang))}>
            {say(words.takeBack, lang)}
          </Button>
        ) : (
          <Button kind="main" busy={tell.busy} onPress={() => void decide(tell, say(words.isTold, lang))}>
            {say(words.tell, lang)}
          </Button>
        )}
      </div>
    </section>
  );
}
