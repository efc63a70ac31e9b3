// A coded theme as evidence: the form that cites it for a place, and what is shown of it under the problem, source by source.
import { useState } from "react";
import { listThemes } from "../../collect/campaigns/api.ts";
import { sampleTypes } from "../../collect/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { inSwedishOrder, say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { formatNumber } from "../../ui/format.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import type { listProblems } from "../api.ts";
import { themeWarnings, words } from "../words.ts";
import { CiteForm } from "./cite-form.tsx";

type Coded = NonNullable<OutputOf<typeof listProblems>["problems"][number]["evidence"][number]["coded"]>;

/** What the theme stood on when it was cited, and what weighs against it. */
export function CitedTheme({
  coded: { frozen, warnings, since },
  partnership,
  lang,
}: {
  coded: Coded;
  partnership: string;
  lang: Lang;
}) {
  const { theme, place, sources, keptApart = 0 } = frozen;
  return (
    <div className="stack measure">
      <p>
        <a href={`/lyssna/${partnership}/teman`}>{place === "" ? theme : say(words.themeAt, lang, { theme, place })}</a>
      </p>
      <ul className="small">
        {sources.map(({ source, sampleType, pieces, voices }) => (
          <li key={`${source} ${sampleType}`}>
            {say(words.themeSource, lang, { source, sample: say(sampleTypes[sampleType], lang), pieces, voices })}
          </li>
        ))}
        {keptApart > 0 && <li className="quiet">{say(words.sourcesKeptApart, lang, { count: keptApart })}</li>}
      </ul>
      {warnings.length > 0 && (
        <ul className="small quiet">
          {warnings.map((warning) => (
            <li key={warning}>{say(themeWarnings[warning], lang)}</li>
          ))}
        </ul>
      )}
      {since.state === "changed" && (
        <p>
          {say(words.themeChanged, lang, {
            now: formatNumber(since.now, lang),
            before: formatNumber(since.before, lang),
            sources: since.sources,
          })}
        </p>
      )}
      {since.state === "gone" && <p>{say(words.themeGone, lang)}</p>}
    </div>
  );
}

/** Where the theme is cited for: a place it was coded to, or wherever it was said. */
export function ThemePlace(props: {
  facets: readonly { readonly place: string }[];
  place: string;
  setPlace: (place: string) => void;
  lang: Lang;
}) {
  const { facets, place, setPlace, lang } = props;
  const places = [...new Set(facets.map((facet) => facet.place))].filter((one) => one !== "").toSorted(inSwedishOrder);
  if (places.length === 0) return null;
  return (
    <Select
      label={say(words.choosePlace, lang)}
      empty={say(words.anyPlace, lang)}
      value={place}
      onChange={setPlace}
      options={places.map((one) => ({ value: one, word: one }))}
    />
  );
}

/** A theme and a place it was coded to. */
export function CiteTheme({ partnership, lang, problemId }: ScreenProps & { problemId: string }) {
  const list = useAnswer(listThemes, { partnership });
  const [themeId, setTheme] = useState("");
  const [place, setPlace] = useState("");
  const themes = list.state === "answered" ? list.value.themes : [];
  const facets = themes.find(({ id }) => id === themeId)?.facets ?? [];
  return (
    <CiteForm
      {...{ partnership, lang, problemId }}
      summary={say(words.citeTheme, lang)}
      missing={themeId === "" ? say(words.themeNeeded, lang) : undefined}
      evidence={(said) => ({ kind: "coded", themeId, place, ...said })}
      onCited={() => {
        setTheme("");
        setPlace("");
      }}
    >
      <Select
        label={say(words.chooseTheme, lang)}
        empty="–"
        value={themeId}
        onChange={(value) => {
          setTheme(value);
          setPlace("");
        }}
        options={themes.map(({ id, name }) => ({ value: id, word: name }))}
      />
      <ThemePlace facets={facets} place={place} setPlace={setPlace} lang={lang} />
    </CiteForm>
  );
}
