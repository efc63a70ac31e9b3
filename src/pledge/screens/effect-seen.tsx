import { useState } from "react";
import { CATEGORY_GROUPS, type CategoryGroup } from "../../collect/category.ts";
import type { InputOf } from "../../ground/endpoint.ts";
import { type Day, readDay } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { askDetectable, listIndicators } from "../../picture/api.ts";
import { type Found, WANTED } from "../../picture/found.ts";
import { unitOf } from "../../picture/detectable-words.ts";
import { CATEGORY_WORDS } from "../../picture/question.ts";
import { groups } from "../../picture/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { formatNumber } from "../../ui/format.ts";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { Select } from "../../ui/select.tsx";
import type { Pledge } from "../document.ts";
import { wantedWays, words } from "../words.ts";
import { fieldId } from "./draft-fields.ts";
import { saySeen } from "./said.ts";
import { put } from "./put.ts";

type Indicators = NonNullable<ReturnType<typeof useIndicators>>;
type Wish = Omit<InputOf<typeof askDetectable>, "partnership">;

function useIndicators(partnership: string, enabled: boolean) {
  return useAnswer(listIndicators, { partnership }, { enabled }).value;
}

/** How large the change must be to be seen: chosen, worked out, said and drawn; and put in the promise with a goal. */
export function EffectSeen({
  partnership,
  pledge,
  lang,
  onChange,
}: {
  partnership: string;
  pledge: Pledge;
  lang: Lang;
  onChange: (pledge: Pledge) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const indicators = useIndicators(partnership, isOpen);
  const { expectedEffect } = pledge;
  const measured = expectedEffect?.measured;
  return (
    <>
      {measured !== undefined && (
        <div className="stack-tight">
          <p>{saySeen(measured, undefined, lang)}</p>
          <div className="row">
            <NumberStepper
              lang={lang}
              id={fieldId(String(pledge.order), "goal")}
              label={say(words.goal, lang, { unit: unitOf(measured, lang) })}
              value={expectedEffect?.goal}
              min={0}
              step={measured.kind === "events" || measured.kind === "count" ? 1 : 0.1}
              onChange={(goal) => {
                if (expectedEffect !== undefined)
                  onChange({
                    ...pledge,
                    expectedEffect: put(
                      expectedEffect,
                      "goal",
                      goal === undefined ? undefined : Math.round(goal * 10) / 10,
                    ),
                  });
              }}
            />
            <Button
              kind="bare"
              onPress={() => {
                if (expectedEffect !== undefined)
                  onChange({
                    ...pledge,
                    expectedEffect: put(put(expectedEffect, "measured", undefined), "goal", undefined),
                  });
              }}
            >
              {say(words.takeOut, lang)}
            </Button>
          </div>
        </div>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(words.seen, lang)}</summary>
        {indicators !== undefined && (
          <Reckoning
            partnership={partnership}
            indicators={indicators}
            lang={lang}
            kept={measured}
            blocked={expectedEffect === undefined ? say(words.effectFirst, lang) : undefined}
            onKeep={(found) => {
              if (expectedEffect === undefined) return;
              const { goal: _goal, ...effect } = expectedEffect;
              onChange({
                ...pledge,
                expectedEffect: { ...effect, indicator: found.name, wanted: found.wanted, measured: found },
              });
            }}
          />
        )}
      </details>
    </>
  );
}

function Reckoning({
  partnership,
  indicators,
  lang,
  kept,
  blocked,
  onKeep,
}: {
  partnership: string;
  indicators: Indicators;
  lang: Lang;
  kept: Found | undefined;
  blocked: string | undefined;
  onKeep: (found: Found) => void;
}) {
  const [chosen, setChosen] = useState("");
  const [wish, setWish] = useState<Wish>({
    of: "events",
    fran: indicators.from,
    till: indicators.to,
    months: 12,
    wanted: "down",
  });
  const [asked, setAsked] = useState<Wish>();
  const answer = useAnswer(askDetectable, { partnership, ...(asked ?? wish) }, { enabled: asked !== undefined });
  const change = (part: Partial<Wish>) => {
    setWish({ ...wish, ...part });
    setAsked(undefined);
  };
  const choose = (value: string) => {
    setChosen(value);
    const [of = "events", name = ""] = value.split(/:(.*)/);
    const { road: _road, series: _series, comparisonRoad: _comparison, answers: _answers, ...rest } = wish;
    setAsked(undefined);
    setWish({
      ...rest,
      of: of as Wish["of"],
      ...(of === "road" ? { road: Number(name) } : {}),
      ...(of === "series" ? { series: name } : {}),
    });
  };
  return (
    <div className="stack-tight">
      <p className="small quiet">{say(words.seenLead, lang)}</p>
      <Select
        label={say(words.seenIn, lang)}
        empty={say(words.chooseMeasure, lang)}
        value={chosen}
        options={[
          { value: "events", word: say(words.eventsInPicture, lang) },
          ...indicators.roads.map(({ number, name }) => ({
            value: `road:${number}`,
            word: say(words.speedOn, lang, { name }),
          })),
          ...indicators.series.map(({ slug, name, area }) => ({
            value: `series:${slug}`,
            word: say(words.statisticOf, lang, { name, area }),
          })),
        ]}
        onChange={choose}
      />
      {chosen !== "" && (
        <>
          <Narrowing indicators={indicators} wish={wish} lang={lang} onChange={change} />
          <Select
            label={say(words.wantedWay, lang)}
            value={wish.wanted ?? "down"}
            options={WANTED.map((value) => ({ value, word: say(wantedWays[value], lang) }))}
            onChange={(wanted) => change({ wanted: wanted as (typeof WANTED)[number] })}
          />
          <div className="row">
            <Button onPress={() => setAsked(wish)} busy={asked !== undefined && answer.state === "waiting"}>
              {say(words.reckon, lang)}
            </Button>
          </div>
          <p aria-live="polite" className={answer.state === "refused" ? undefined : "word"}>
            {asked !== undefined && answer.state === "refused" && answer.refusal.sentence}
            {asked !== undefined && answer.state === "answered" && answer.value.sentence[lang]}
          </p>
          {asked !== undefined && answer.state === "answered" && (
            <Answer answer={answer.value} lang={lang} kept={kept} blocked={blocked} onKeep={onKeep} />
          )}
        </>
      )}
    </div>
  );
}

/** What the choice is narrowed by: of events kind, place, time and a place beside; of a road another road; of a series how many answered. */
function Narrowing({
  indicators,
  wish,
  lang,
  onChange,
}: {
  indicators: Indicators;
  wish: Wish;
  lang: Lang;
  onChange: (part: Partial<Wish>) => void;
}) {
  const villages = indicators.villages.map(({ slug, name }) => ({ value: slug, word: name }));
  if (wish.of === "road") {
    const roads = indicators.roads.find(({ number }) => number === wish.road)?.comparisonRoads ?? [];
    if (roads.length === 0) return null;
    return (
      <Select
        label={say(words.compareWith, lang)}
        empty={say(words.nothingBeside, lang)}
        value={wish.comparisonRoad ?? ""}
        options={roads.map((name) => ({ value: name, word: name }))}
        onChange={(comparisonRoad) => onChange(comparisonRoad === "" ? { comparisonRoad: "" } : { comparisonRoad })}
      />
    );
  }
  if (wish.of === "series") {
    const unit = indicators.series.find(({ slug }) => slug === wish.series)?.unit ?? "";
    if (!/procent|andel|%/i.test(unit)) return null;
    return (
      <Counted
        lang={lang}
        label={say(words.howManyAnswered, lang)}
        value={wish.answers as number | undefined}
        onChange={(answers) => onChange({ answers })}
      />
    );
  }
  const setDay = (key: "fran" | "till") => (day: Day | undefined) => onChange({ [key]: day ?? "" });
  return (
    <>
      <div className="split-even">
        <Select
          label={say(words.kindOfEvent, lang)}
          empty={say(words.everyKind, lang)}
          value={CATEGORY_GROUPS.find((group) => CATEGORY_WORDS[group] === wish.kategori) ?? ""}
          options={CATEGORY_GROUPS.map((value) => ({ value, word: say(groups[value], lang) }))}
          onChange={(group) => onChange({ kategori: group === "" ? "" : CATEGORY_WORDS[group as CategoryGroup] })}
        />
        <Select
          label={say(words.placeOfEvents, lang)}
          empty={say(words.wholeMunicipality, lang)}
          value={wish.ort ?? ""}
          options={villages}
          onChange={(ort) => onChange({ ort })}
        />
      </div>
      <div className="split-even">
        <DateField
          label={say(words.timeBeforeFrom, lang)}
          value={readDay(wish.fran ?? "") ?? ""}
          onChange={setDay("fran")}
        />
        <DateField
          label={say(words.timeBeforeTo, lang)}
          value={readDay(wish.till ?? "") ?? ""}
          onChange={setDay("till")}
        />
      </div>
      <div className="split-even">
        <Counted
          lang={lang}
          label={say(words.monthsAfter, lang)}
          value={wish.months as number}
          max={120}
          onChange={(months) => onChange({ months })}
        />
        <Select
          label={say(words.compareWith, lang)}
          empty={say(words.nothingBeside, lang)}
          value={wish.jamfor ?? ""}
          options={villages.filter(({ value }) => value !== wish.ort)}
          onChange={(jamfor) => onChange({ jamfor })}
        />
      </div>
    </>
  );
}

/** A number that can be emptied and written anew; what is asked keeps the last whole one meanwhile. */
function Counted({
  value,
  onChange,
  ...field
}: {
  lang: Lang;
  label: string;
  value: number | undefined;
  max?: number;
  onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <NumberStepper
      {...field}
      value={typed}
      min={1}
      onChange={(next) => {
        setTyped(next);
        if (next !== undefined) onChange(next);
      }}
    />
  );
}

type Told = NonNullable<ReturnType<typeof useAnswer<typeof askDetectable>>["value"]>;

/** The words first, then how often each outcome would be seen; what cannot be told has no drawing and may be kept all the same. */
function Answer({
  answer: { found, chances },
  lang,
  kept,
  blocked,
  onKeep,
}: {
  answer: Told;
  lang: Lang;
  kept: Found | undefined;
  blocked: string | undefined;
  onKeep: (found: Found) => void;
}) {
  return (
    <>
      {found !== null && chances.length > 0 && (
        <BarChart
          lang={lang}
          sentence={say(words.chanceSentence, lang, { unit: unitOf(found, lang) })}
          heads={[say(words.valueHead, lang, { unit: unitOf(found, lang) }), say(words.chanceHead, lang)]}
          bars={chances.map(({ at, tenths }) => ({ label: formatNumber(at, lang), count: tenths }))}
        />
      )}
      {found !== null && JSON.stringify(found) === JSON.stringify(kept) && <p>{say(words.standsInPromise, lang)}</p>}
      {found !== null && (
        <div className="row">
          <Button onPress={() => onKeep(found)} {...(blocked === undefined ? {} : { blocked })}>
            {say(words.putInPromise, lang)}
          </Button>
        </div>
      )}
    </>
  );
}
