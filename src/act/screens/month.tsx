import { useEffect, useState } from "react";
import { addMonths, type Day, type Month, monthOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { addressOf as addressOfDoor } from "../../platform/browser/client.ts";
import { today } from "../../platform/browser/device.ts";
import { OwnersAsked } from "../../pledge/owners/screens/owners-asked.tsx";
import { DecisionsOwned } from "../../prioritise/meetings/screens/decisions.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { asHeading, numberWord } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status } from "../../ui/status.tsx";
import { listActivities, printMonth } from "../api.ts";
import { inGroups, leftOf } from "../due.ts";
import { groups, monthWords } from "../month-words.ts";
import { ItemsOwned } from "../items/screens/list.tsx";
import { words } from "../words.ts";
import { useHeard } from "./act-phone.tsx";
import { ActivityCard } from "./activity-card.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { sayLastWorkday, sayLate, sayLeft, sayMonth, sayPart, sayPlanned } from "./month-said.ts";
import type { Listed } from "./waiting.ts";

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;
type Heard = Readonly<Record<string, readonly Listed[]>>;

/** /min-manad: what my units have promised, over all my partnerships; `?enhet=Gatuenheten` is one unit's own page, `?manad=2026-11` another month's, to be read. */
export function MonthScreen({ lang, query }: ScreenProps) {
  const me = useHeard(whoAmI, {}, ({ person }) => person !== null);
  const now = today();
  const only = query.get("enhet");
  const asked = query.get("manad") ?? "";
  const month = MONTH.test(asked) ? (asked as Month) : monthOf(now);
  const isNow = month === monthOf(now);
  const [heard, setHeard] = useState<Heard>({});
  const partnerships = me.state === "answered" ? me.value.partnerships : [];
  const mine = partnerships.flatMap(({ slug }) => heard[slug] ?? []);
  const isHeard = partnerships.length > 0 && partnerships.every(({ slug }) => heard[slug] !== undefined);
  return (
    <>
      <PageHeading
        heading={isHeard ? sayHeading(mine, { month, now, lang }) : asHeading(sayMonth(month, now, lang))}
        over={
          only === null ? (
            say(words.myMonth, lang)
          ) : (
            <>
              {only} <a href={addressOfMonth({ month, isNow, only: null })}>{say(monthWords.allUnits, lang)}</a>
            </>
          )
        }
      />
      {me.state === "waiting" && <Loading text={say(words.loading, lang)} />}
      <div className="month-page">
        <div className="stack-tight">
          <MonthGrid
            month={month}
            today={now}
            lang={lang}
            done={new Set(mine.flatMap(({ occasions }) => occasions.filter(isDone).map(({ on }) => on)))}
            left={new Set(mine.flatMap((one) => (one.left > 0 ? [...one.planned, one.period.to] : one.planned)))}
          />
          <Step {...{ month, now, only, lang }} />
        </div>
        <div className="stack-loose">
          {!isNow && <Notice heading={say(monthWords.readOnly, lang)} level={2} />}
          {isNow && partnerships.map(({ slug }) => <OwnersAsked key={slug} partnership={slug} lang={lang} />)}
          {partnerships.map(({ slug, name }) => (
            <MonthIn
              key={slug}
              partnership={slug}
              name={partnerships.length > 1 ? name : undefined}
              {...{ month, now, only, lang, setHeard }}
            />
          ))}
          {isNow && partnerships.map(({ slug }) => <ItemsOwned key={slug} partnership={slug} lang={lang} />)}
          {isNow && partnerships.map(({ slug }) => <DecisionsOwned key={slug} partnership={slug} lang={lang} />)}
        </div>
      </div>
    </>
  );
}

const isDone = ({ struck, towardTarget }: Listed["occasions"][number]) => struck === null && towardTarget;

/** «November: tre av fem kvar». */
function sayHeading(mine: readonly Listed[], { month, now, lang }: { month: Month; now: Day; lang: Lang }): string {
  const { left, total } = leftOf(mine, month);
  const word = mine.length === 0 ? "nothing" : total === 0 ? "only" : left === 0 ? "allDone" : "leftOf";
  return say(monthWords[word], lang, {
    month: asHeading(sayMonth(month, now, lang)),
    left: numberWord(left, lang),
    total: numberWord(total, lang),
  });
}

function addressOfMonth({ month, isNow, only }: { month: Month; isNow: boolean; only: string | null }): string {
  const query = new URLSearchParams([
    ...(only === null ? [] : [["enhet", only]]),
    ...(isNow ? [] : [["manad", month]]),
  ]).toString();
  return query === "" ? "/min-manad" : `/min-manad?${query}`;
}

function Step({ month, now, only, lang }: { month: Month; now: Day; only: string | null; lang: Lang }) {
  const to = (step: number) => {
    const other = monthOf(addMonths(`${month}-01` as Day, step));
    return {
      word: asHeading(sayMonth(other, now, lang)),
      href: addressOfMonth({ month: other, isNow: other === monthOf(now), only }),
    };
  };
  const [before, after] = [to(-1), to(1)];
  return (
    <nav className="row between" aria-label={say(monthWords.stepMonth, lang)}>
      <LinkButton kind="bare" small href={before.href}>
        <Icon name="arrow-back" /> {before.word}
      </LinkButton>
      <LinkButton kind="bare" small href={after.href}>
        {after.word} <Icon name="arrow" />
      </LinkButton>
      {month !== monthOf(now) && (
        <LinkButton kind="bare" small href={addressOfMonth({ month, isNow: true, only })}>
          {say(monthWords.thisMonth, lang)}
        </LinkButton>
      )}
    </nav>
  );
}

type MonthProps = {
  partnership: string;
  /** Where there are several. */
  name: string | undefined;
  month: Month;
  now: Day;
  only: string | null;
  lang: Lang;
  setHeard: (change: (heard: Heard) => Heard) => void;
};

function MonthIn({ partnership, name, month, now, only, lang, setHeard }: MonthProps) {
  const isNow = month === monthOf(now);
  const list = useHeard(listActivities, isNow ? { partnership } : { partnership, month });
  const activities = list.state === "answered" ? list.value.activities : undefined;
  useEffect(() => {
    const mine = activities?.filter((one) => one.mine && (only === null || one.unit === only));
    setHeard(({ [partnership]: _before, ...others }) =>
      mine === undefined ? others : { ...others, [partnership]: mine },
    );
  }, [activities, only, partnership, setHeard]);
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (activities === undefined)
    return (
      <Notice kind="error" heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)} />
    );
  const mine = activities.filter((one) => one.mine && (only === null || one.unit === only));
  if (mine.length === 0)
    return (
      <Empty
        level={2}
        heading={name === undefined ? say(words.monthNothing, lang) : `${name}: ${say(words.monthNothing, lang)}`}
        text={say(words.monthNothingText, lang)}
      />
    );
  const inOrder = inGroups(mine, month);
  const turn = inOrder.find(({ group }) => group === "late" || group === "left")?.list[0];
  return (
    <>
      <Units {...{ partnership, mine, month, isNow, only, lang }} />
      {inOrder.map(({ group, list: of }) => (
        <section key={group} className="stack">
          <SectionHeading
            heading={
              name === undefined
                ? say(groups[group], lang)
                : say(monthWords.groupIn, lang, { group: say(groups[group], lang), name })
            }
          >
            {of.length}
          </SectionHeading>
          {of.map((activity) => (
            <ActivityCard
              key={activity.id}
              activity={isNow ? activity : { ...activity, mine: false }}
              partnership={partnership}
              lang={lang}
              turn={isNow && activity === turn}
            >
              <Remains activity={activity} now={now} lang={lang} />
            </ActivityCard>
          ))}
        </section>
      ))}
    </>
  );
}

/** Each unit's own page, and its month on paper. */
function Units({
  partnership,
  mine,
  month,
  isNow,
  only,
  lang,
}: {
  partnership: string;
  mine: readonly Listed[];
  month: Month;
  isNow: boolean;
  only: string | null;
  lang: Lang;
}) {
  const units = [...new Set(mine.map(({ unit }) => unit).filter((unit) => unit !== ""))].toSorted();
  if (units.length === 0) return null;
  if (units.length > 1)
    return (
      <nav className="row" aria-label={say(monthWords.units, lang)}>
        {units.map((unit) => (
          <a key={unit} href={addressOfMonth({ month, isNow, only: unit })}>
            {unit}
          </a>
        ))}
      </nav>
    );
  const unit = only ?? units[0]!;
  return (
    <div className="row">
      <LinkButton href={addressOfDoor(printMonth, { partnership, unit, ...(isNow ? {} : { month }) }, true)}>
        <Icon name="print" /> {say(monthWords.print, lang)}
      </LinkButton>
    </div>
  );
}

/** What is late, what remains and until when, in words. */
function Remains({ activity, now, lang }: { activity: Listed; now: Day; lang: Lang }) {
  const late = sayLate(activity, lang);
  const part = sayPart(activity, lang);
  const remains = [sayLeft(activity, now, lang), sayLastWorkday(activity, lang), sayPlanned(activity, lang)]
    .filter((one) => one !== undefined)
    .join(" · ");
  return (
    <>
      {late !== undefined && (
        <p>
          <Status kind="behind" word={late} as="text" />
        </p>
      )}
      {remains !== "" && <p>{asHeading(remains)}</p>}
      {part !== undefined && <p className="small quiet">{part}</p>}
    </>
  );
}
