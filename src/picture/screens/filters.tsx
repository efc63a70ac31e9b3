import { CATEGORY_GROUPS } from "../../collect/category.ts";
import { OBSERVATION_KINDS } from "../../collect/observation.ts";
import { kinds } from "../../collect/words.ts";
import { addDays, addMonths, type Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { formatNumber } from "../../ui/format.ts";
import { hoursInWords } from "../../ui/hour-cells.ts";
import { InkSwitch } from "../../ui/ink-switch.tsx";
import { ELSEWHERE, UNPLACED } from "../areas.ts";
import { daysAsked, type Question } from "../question.ts";
import { explorerWords, groups, knowledges, words } from "../words.ts";
import { Pick, PickSeveral } from "./pick.tsx";
import { periodSaid } from "./period.ts";

/** Several in one button: all of them, one by name, the first and how many more. */
export function severalSaid(chosen: readonly string[], lang: Lang): string {
  const [first, ...more] = chosen;
  if (first === undefined) return say(explorerWords.allOfThem, lang);
  return more.length === 0 ? first : say(explorerWords.andMore, lang, { first, count: more.length });
}

export function TimePick(props: {
  lang: Lang;
  from: Day | undefined;
  to: Day | undefined;
  hours: readonly number[];
  /** The first and the last day there is anything of. */
  span: readonly [first: Day, last: Day] | undefined;
  onDays: (from: Day | undefined, to: Day | undefined) => void;
  onHours: (hours: readonly number[]) => void;
}) {
  const { lang, from, to, hours, span } = props;
  const value = [periodSaid(from, to, lang), ...(hours.length === 0 ? [] : [hoursInWords(hours, lang)])].join(", ");
  const back = (months: number) => {
    if (span === undefined) return;
    const last = span[1];
    props.onDays(addDays(addMonths(last, -months), 1), last);
  };
  return (
    <Pick
      label={say(explorerWords.time, lang)}
      value={value}
      isSet={from !== undefined || to !== undefined || hours.length > 0}
    >
      <div className="pick-ends">
        <DateField
          label={say(explorerWords.fromDay, lang)}
          value={from ?? ""}
          max={to}
          onChange={(day) => props.onDays(day, to)}
        />
        <DateField
          label={say(explorerWords.toDay, lang)}
          value={to ?? ""}
          min={from}
          onChange={(day) => props.onDays(from, day)}
        />
      </div>
      <div className="row">
        <Button small onPress={() => back(3)}>
          {say(explorerWords.lastThreeMonths, lang)}
        </Button>
        <Button small onPress={() => back(12)}>
          {say(explorerWords.lastYear, lang)}
        </Button>
        <Button small kind="bare" onPress={() => props.onDays(undefined, undefined)}>
          {say(words.fromStart, lang)}
        </Button>
      </div>
      {hours.length > 0 && (
        <div className="row">
          <span className="small">{say(explorerWords.hoursChosen, lang, { hours: hoursInWords(hours, lang) })}</span>
          <Button small kind="bare" onPress={() => props.onHours([])}>
            {say(explorerWords.allHours, lang)}
          </Button>
        </div>
      )}
    </Pick>
  );
}

type Props = {
  lang: Lang;
  partnership: string;
  /** The picture with nothing chosen. */
  startOver: string;
  /** On the wall it is what both see, and nothing leads away from the meeting. */
  isOnWall: boolean;
  question: Question;
  /** What the question may be narrowed by; what the server has not told yet is left out. */
  sources: readonly { readonly slug: string; readonly name: string }[];
  villages: readonly { readonly slug: string; readonly name: string }[];
  span: readonly [first: Day, last: Day] | undefined;
  onChange: (changed: Partial<Question>) => void;
};

/** The question in one row: each part on a button that says what is chosen. */
export function Filters(props: Props) {
  const { lang, partnership, isOnWall, question, sources, villages, span, onChange } = props;
  const { from, to } = daysAsked(question);
  const areaWord = areaSaid(question, villages, lang);
  const groupWords = question.categories.map((group) => say(groups[group], lang));
  const kindWords = question.kinds.map((kind) => say(kinds[kind], lang));
  return (
    <div className="explorer-bar" role="group" aria-label={say(words.filters, lang)}>
      <h1>{say(words.heading, lang)}</h1>
      {!isOnWall && (
        <>
          <InkSwitch
            icon="eye"
            word={say(explorerWords.publicView, lang)}
            on={question.sharing === "public"}
            onChange={(on) => onChange({ sharing: on ? "public" : "all" })}
          />
          <InkSwitch
            word={say(explorerWords.meetingView, lang)}
            on={question.sharing === "shared"}
            onChange={(on) => onChange({ sharing: on ? "shared" : "all" })}
          />
        </>
      )}
      <TimePick
        lang={lang}
        from={from}
        to={to}
        hours={question.hours}
        span={span}
        onDays={(first, last) => onChange({ from: first, to: last })}
        onHours={(hours) => onChange({ hours })}
      />
      <Pick
        label={say(explorerWords.kindShort, lang)}
        value={severalSaid([...groupWords, ...kindWords], lang)}
        isSet={groupWords.length + kindWords.length > 0}
      >
        <PickSeveral
          label={say(words.category, lang)}
          options={CATEGORY_GROUPS.map((group) => ({ value: group, word: say(groups[group], lang) }))}
          chosen={question.categories}
          onChange={(categories) => onChange({ categories })}
        />
        <PickSeveral
          label={say(words.kind, lang)}
          options={OBSERVATION_KINDS.map((kind) => ({ value: kind, word: say(kinds[kind], lang) }))}
          chosen={question.kinds}
          onChange={(chosen) => onChange({ kinds: chosen })}
        />
      </Pick>
      <Pick
        label={say(explorerWords.sourcesShort, lang)}
        value={
          question.sources.length > 0
            ? say(explorerWords.countOf, lang, {
                count: formatNumber(question.sources.length, lang),
                total: formatNumber(sources.length, lang),
              })
            : severalSaid(
                question.knowledge.map((one) => say(knowledges[one], lang)),
                lang,
              )
        }
        isSet={question.sources.length + question.knowledge.length > 0}
      >
        <PickSeveral
          label={say(words.knowledge, lang)}
          options={(["felt", "recorded", "measured"] as const).map((value) => ({
            value,
            word: say(knowledges[value], lang),
          }))}
          chosen={question.knowledge}
          onChange={(knowledge) => onChange({ knowledge })}
        />
        <PickSeveral
          label={say(words.source, lang)}
          options={sources.map(({ slug, name }) => ({ value: slug, word: name }))}
          chosen={question.sources}
          onChange={(chosen) => onChange({ sources: chosen })}
        />
      </Pick>
      <Pick
        label={say(explorerWords.place, lang)}
        value={areaWord}
        isSet={question.area !== undefined || question.box !== undefined}
      >
        <ChoiceGroup
          label={say(words.area, lang)}
          value={question.area ?? ""}
          options={[
            { value: "", word: say(explorerWords.wholeMunicipality, lang) },
            ...villages.map(({ slug, name }) => ({ value: slug, word: name })),
            { value: ELSEWHERE, word: say(words.elsewhere, lang) },
            { value: UNPLACED, word: say(words.unplaced, lang) },
          ]}
          onChange={(area) => onChange({ area: area === "" ? undefined : area, box: undefined })}
        />
      </Pick>
      <div className="explorer-ways">
        <LinkButton kind="bare" small href={props.startOver}>
          {say(explorerWords.startOver, lang)}
        </LinkButton>
        {!isOnWall && (
          <>
            <LinkButton kind="bare" small href={`/lagesbild/${partnership}/fil`}>
              {say(explorerWords.openFile, lang)}
            </LinkButton>
            <LinkButton kind="bare" small href={`/lagesbild/${partnership}/rapporter`}>
              {say(explorerWords.reports, lang)}
            </LinkButton>
            <LinkButton kind="bare" small href={`/lagesbild/${partnership}/arbetsmoten`}>
              {say(explorerWords.meetings, lang)}
            </LinkButton>
          </>
        )}
      </div>
    </div>
  );
}

function areaSaid(question: Question, villages: Props["villages"], lang: Lang): string {
  const { area, box } = question;
  if (box !== undefined) return say(explorerWords.partOfMap, lang);
  if (area === undefined) return say(explorerWords.wholeMunicipality, lang);
  if (area === ELSEWHERE) return say(words.elsewhere, lang);
  if (area === UNPLACED) return say(words.unplaced, lang);
  return villages.find(({ slug }) => slug === area)?.name ?? area;
}
