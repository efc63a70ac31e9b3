import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { words as follow } from "../../words.ts";
import { beginActionPlan, listActionPlans } from "../api.ts";
import { refusals, states, words } from "../words.ts";
import { planHeading } from "./written.ts";

type Listed = OutputOf<typeof listActionPlans>;

/** /folj-upp/<p>/atgardsplaner: the municipality's action plans, and the next one in one press. */
export function ActionPlanListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const answer = useAnswer(listActionPlans, { partnership });
  return (
    <Asked answer={answer} lang={lang} page>
      {(listed) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.heading, lang)}
            over={<a href={`/folj-upp/${partnership}`}>{say(follow.heading, lang)}</a>}
            lead={say(words.lead, lang)}
          />
          {listed.plans.length === 0 ? (
            <Empty
              heading={say(words.none, lang)}
              text={say(listed.mayWrite ? words.noneText : words.noneReader, lang)}
              level={2}
            />
          ) : (
            <Plans {...props} plans={listed.plans} />
          )}
          {listed.mayWrite && !listed.plans.some(({ state }) => state === "draft") && (
            <Begin {...props} ground={listed.ground} isFirst={listed.plans.length === 0} />
          )}
        </div>
      )}
    </Asked>
  );
}

function Plans({ partnership, lang, plans }: ScreenProps & Pick<Listed, "plans">) {
  const standing = ({ state, isSuperseded }: Listed["plans"][number]) =>
    state === "draft" ? states.draft : isSuperseded ? words.superseded : words.holds;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.all, lang)}>{plans.length}</SectionHeading>
      <DataTable
        caption={say(words.all, lang)}
        captionHidden
        rows={plans}
        rowKey={({ id }) => id}
        columns={[
          {
            head: say(words.name, lang),
            names: true,
            cell: (plan) => (
              <>
                <a href={`/folj-upp/${partnership}/atgardsplan-${plan.id}`}>{planHeading(plan, lang)}</a>{" "}
                {plan.example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          {
            head: say(words.state, lang),
            cell: (plan) => (
              <>
                <Tag>{say(standing(plan), lang)}</Tag> {plan.isTold && <Tag>{say(words.told, lang)}</Tag>}
              </>
            ),
          },
          {
            head: say(words.decided, lang),
            cell: ({ decidedOn, body }) =>
              decidedOn === null ? (
                "–"
              ) : (
                <>
                  {formatDay(decidedOn, lang)}, <span lang="sv">{body}</span>
                </>
              ),
          },
          {
            head: say(words.followedOn, lang),
            cell: ({ followedOn }) => (followedOn === null ? "–" : formatDay(followedOn, lang)),
          },
          { head: say(words.count, lang), number: true, cell: ({ measures }) => String(measures) },
        ]}
      />
    </section>
  );
}

/** Without a situation report there is nothing to rest it on: then the way to one. */
function Begin({
  partnership,
  lang,
  go,
  ground,
  isFirst,
}: ScreenProps & Pick<Listed, "ground"> & { readonly isFirst: boolean }) {
  const begin = useCommand(beginActionPlan);
  const [refusal, setRefusal] = useState<string>();
  const start = async () => {
    const result = await begin.run({ partnership });
    if (result.ok) go(`/folj-upp/${partnership}/atgardsplan-${result.value.id}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.begin, lang)} />
      {ground === null ? (
        <>
          <p className="measure">{say(refusals["plan-needs-situation"], lang)}</p>
          <div className="row">
            <LinkButton href={`/lagesbild/${partnership}/rapporter`}>{say(words.toSituations, lang)}</LinkButton>
          </div>
        </>
      ) : (
        <>
          <p className="measure">
            {say(isFirst ? words.beginFirstText : words.beginText, lang, {
              period: formatPeriod(ground.from, ground.to, lang),
            })}
          </p>
          {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
          <div className="row">
            <Button kind="turn" busy={begin.busy} onPress={() => void start()}>
              {say(words.begin, lang)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
