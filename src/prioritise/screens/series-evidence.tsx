// Official statistics as evidence: the form that cites a series for a period, and what is shown of it under the problem, with all that one must know.
import { useState } from "react";
import { listSeries, openSeries } from "../../collect/series/api.ts";
import { sayArea, sayPeriod } from "../../collect/series/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { formatDay, formatHash, formatNumber } from "../../ui/format.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { listProblems } from "../api.ts";
import { warnings, words } from "../words.ts";
import { CiteForm } from "./cite-form.tsx";
import { sayRests } from "./rests.ts";

type Figure = NonNullable<OutputOf<typeof listProblems>["problems"][number]["evidence"][number]["figure"]>;
type Listed = OutputOf<typeof listSeries>["series"][number];

/** More than these nobody looks through: a word narrows them. */
const MOST_SHOWN = 50;

/** What the series said when it was cited, and what weighs against it. */
export function CitedFigure({
  figure: { frozen, warnings: why, since },
  partnership,
  lang,
}: {
  figure: Figure;
  partnership: string;
  lang: Lang;
}) {
  const number = (value: number) => formatNumber(value, lang);
  const rests = sayRests(frozen, lang);
  return (
    <div className="stack measure">
      <p>
        <a href={`/lyssna/${partnership}/statistik-${frozen.slug}`}>{frozen.name}</a>, {sayArea(frozen.area, lang)},{" "}
        {sayPeriod(frozen, lang)}: <b>{number(frozen.value)}</b> {frozen.unit}
        {rests !== "" && ` (${rests})`}
      </p>
      {why.length > 0 && (
        <ul className="list">
          {why.map((warning) => (
            <li key={warning}>{say(warnings[warning], lang)}</li>
          ))}
          {frozen.breaks.map(({ on, why: reason }) => (
            <li key={on}>{say(words.figureBreak, lang, { day: formatDay(on, lang), why: reason })}</li>
          ))}
        </ul>
      )}
      {since.state === "changed" && (
        <p className="strong">
          {say(words.figureChanged, lang, { value: number(since.value), day: formatDay(since.asOf, lang) })}
        </p>
      )}
      {since.state === "gone" && <p className="strong">{say(words.figureGone, lang)}</p>}
      {frozen.caveats.length > 0 && (
        <details>
          <summary>{say(words.toKnow, lang)}</summary>
          {frozen.caveats.map((caveat) => (
            <p key={caveat} lang="sv">
              {caveat}
            </p>
          ))}
        </details>
      )}
      <p className="small quiet">
        {say(words.figureSource, lang, {
          source: frozen.source,
          day: formatDay(frozen.asOf, lang),
          file: frozen.fileName,
          checksum: formatHash(frozen.checksum, 4),
        })}
      </p>
    </div>
  );
}

/** A series and a period of it, chosen among those that are read in. */
export function CiteSeries({ partnership, lang, problemId }: ScreenProps & { problemId: string }) {
  const list = useAnswer(listSeries, { partnership });
  const [sought, setSought] = useState("");
  const [slug, setSlug] = useState("");
  const [from, setFrom] = useState("");
  const found = list.state === "answered" ? list.value.series.filter((one) => holds(one, sought, lang)) : [];
  // What has been chosen stays to be seen, whatever is sought after that.
  const chosen = list.state === "answered" ? list.value.series.filter((one) => one.slug === slug) : [];
  const shown = [...chosen, ...found.filter((one) => one.slug !== slug)].slice(0, MOST_SHOWN);
  return (
    <CiteForm
      {...{ partnership, lang, problemId }}
      summary={say(words.citeSeries, lang)}
      missing={slug === "" || from === "" ? say(words.seriesNeeded, lang) : undefined}
      evidence={(said) => ({ kind: "series", slug, from, ...said })}
      onCited={() => {
        setSlug("");
        setFrom("");
      }}
    >
      <TextField
        label={say(words.searchSeries, lang)}
        guide={say(words.searchSeriesGuide, lang, { most: MOST_SHOWN })}
        value={sought}
        onChange={setSought}
      />
      {list.state === "answered" && shown.length === 0 ? (
        <p>{say(words.noSeries, lang)}</p>
      ) : (
        <Select
          label={say(words.chooseSeries, lang)}
          empty="–"
          value={slug}
          onChange={(value) => {
            setSlug(value);
            setFrom("");
          }}
          options={shown.map((one) => ({ value: one.slug, word: nameOf(one, lang) }))}
        />
      )}
      {slug !== "" && <Period {...{ partnership, lang, slug, from, setFrom }} />}
    </CiteForm>
  );
}

/** The periods that have a figure, the last first. */
export function Period(props: {
  partnership: string;
  lang: Lang;
  slug: string;
  from: string;
  setFrom: (from: string) => void;
}) {
  const { partnership, lang, slug, from, setFrom } = props;
  const opened = useAnswer(openSeries, { partnership, slug });
  if (opened.state !== "answered") return null;
  const { series, values } = opened.value;
  return (
    <Select
      label={say(words.choosePeriod, lang)}
      empty="–"
      value={from}
      onChange={setFrom}
      options={values.toReversed().flatMap((value) =>
        value.value === undefined
          ? []
          : [
              {
                value: value.from,
                word: `${sayPeriod({ step: series.step, ...value }, lang)}: ${formatNumber(value.value, lang)} ${series.unit}`,
              },
            ],
      )}
    />
  );
}

const nameOf = (one: Listed, lang: Lang) => `${one.name}, ${one.unit}, ${sayArea(one.area, lang)}`;

function holds(one: Listed, sought: string, lang: Lang): boolean {
  const text = nameOf(one, lang).toLocaleLowerCase(lang);
  return sought
    .toLocaleLowerCase(lang)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
