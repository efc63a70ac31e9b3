import type { Day } from "../../ground/time.ts";
import { monthOf } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { today } from "../../platform/browser/device.ts";
import { Empty } from "../../ui/empty.tsx";
import { formatMonth } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { listActivities } from "../api.ts";
import { words } from "../words.ts";
import { ActivityCard } from "./activity-card.tsx";

/** /min-manad: what my unit has promised, over all my partnerships. */
export function MonthScreen({ lang }: ScreenProps) {
  const me = useAnswer(whoAmI, {});
  const month = monthOf(today());
  return (
    <>
      <PageHeading heading={say(words.myMonth, lang)} over={formatMonth(month, lang)} />
      {me.state === "waiting" && <Loading text={say(words.loading, lang)} />}
      {me.state === "answered" &&
        me.value.partnerships.map(({ slug, name }) => (
          <MonthIn key={slug} partnership={slug} name={name} lang={lang} />
        ))}
    </>
  );
}

function MonthIn({ partnership, name, lang }: { partnership: string; name: string; lang: ScreenProps["lang"] }) {
  const list = useAnswer(listActivities, { partnership });
  if (list.state !== "answered") return <Loading text={say(words.loading, lang)} />;
  const mine = list.value.activities
    .filter((activity) => activity.mine)
    .toSorted((a, b) => b.left - a.left || ((a.period.to as Day) < (b.period.to as Day) ? -1 : 1));
  return (
    <section className="stack">
      <SectionHeading heading={name} />
      {mine.length === 0 && <Empty heading={say(words.monthNothing, lang)} text={say(words.monthNothingText, lang)} />}
      {mine.map((activity) => (
        <ActivityCard key={activity.id} activity={activity} partnership={partnership} lang={lang} />
      ))}
    </section>
  );
}
