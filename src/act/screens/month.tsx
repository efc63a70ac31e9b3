import type { Day } from "../../ground/time.ts";
import { monthOf } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { today } from "../../platform/browser/device.ts";
import { OwnersAsked } from "../../pledge/owners/screens/owners-asked.tsx";
import { DecisionsOwned } from "../../prioritise/meetings/screens/decisions.tsx";
import { Empty } from "../../ui/empty.tsx";
import { formatMonth } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { listActivities } from "../api.ts";
import { words } from "../words.ts";
import { ActivityCard } from "./activity-card.tsx";

/** /min-manad: what my units have promised, over all my partnerships; `?enhet=Gatuenheten` is one unit's own page. */
export function MonthScreen({ lang, query }: ScreenProps) {
  const me = useAnswer(whoAmI, {});
  const month = formatMonth(monthOf(today()), lang);
  return (
    <>
      <PageHeading heading={say(words.myMonth, lang)} over={month} />
      {me.state === "waiting" && <Loading text={say(words.loading, lang)} />}
      {me.state === "answered" &&
        me.value.partnerships.map(({ slug }) => <OwnersAsked key={slug} partnership={slug} lang={lang} />)}
      {me.state === "answered" &&
        me.value.partnerships.map(({ slug }) => <DecisionsOwned key={slug} partnership={slug} lang={lang} />)}
      {me.state === "answered" &&
        me.value.partnerships.map(({ slug, name }) => (
          <MonthIn key={slug} partnership={slug} name={name} lang={lang} only={query.get("enhet")} />
        ))}
    </>
  );
}

type MonthProps = { partnership: string; name: string; lang: ScreenProps["lang"]; only: string | null };

function MonthIn({ partnership, name, lang, only }: MonthProps) {
  const list = useAnswer(listActivities, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice kind="error" heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)} />
    );
  const mine = list.value.activities
    .filter((activity) => activity.mine && (only === null || activity.unit === only))
    .toSorted((a, b) => b.left - a.left || ((a.period.to as Day) < (b.period.to as Day) ? -1 : 1));
  const left = mine.filter((activity) => activity.left > 0).length;
  return (
    <section className="stack">
      <SectionHeading heading={name}>
        {mine.length > 0 &&
          (left === 0 ? say(words.allDone, lang) : say(words.leftOf, lang, { left, total: mine.length }))}
      </SectionHeading>
      {mine.length === 0 && <Empty heading={say(words.monthNothing, lang)} text={say(words.monthNothingText, lang)} />}
      {[...new Set(mine.map(({ unit }) => unit))].map((unit) => (
        <section key={unit} className="stack">
          <h3>
            {only === null && unit !== "" ? <a href={`/min-manad?enhet=${encodeURIComponent(unit)}`}>{unit}</a> : unit}
          </h3>
          {mine
            .filter((activity) => activity.unit === unit)
            .map((activity) => (
              <ActivityCard
                key={activity.id}
                activity={activity}
                partnership={partnership}
                lang={lang}
                turn={activity === mine[0] && activity.left > 0}
              />
            ))}
        </section>
      ))}
    </section>
  );
}
