import { useState } from "react";
import { nameOfPlace, type Place } from "../../ground/place.ts";
import { say } from "../../ground/words.ts";
import { formatList } from "../../ui/format.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import type { Content } from "../document.ts";
import { draft, placeKinds } from "../draft-words.ts";
import { placesNamed } from "../named-places.ts";
import { PERIODS, type Per } from "../target.ts";
import { pers, words } from "../words.ts";
import { fieldId } from "./draft-fields.ts";
import { Line, ListField } from "./draft-line.tsx";
import { put } from "./put.ts";

type Props = { content: Content; lang: ScreenProps["lang"]; onChange: (content: Content) => void };

/** "Läses som kommunen Ockelbo och området Åmot." */
export function ReadAs({ places, lang }: { places: readonly Place[]; lang: Props["lang"] }) {
  const named = places.filter((place) => nameOfPlace(place) !== "");
  if (named.length === 0) return null;
  const said = named.map((place) => say(placeKinds[place.kind], lang, { name: nameOfPlace(place) }));
  return <p className="small quiet">{say(draft.readAs, lang, { places: formatList(said, lang) })}</p>;
}

/** Who promises beside the two that sign, and where: one municipality, several, or a part of one. */
export function PartiesAndArea({ content, lang, onChange }: Props) {
  // As they were when the form was opened: a name that is typed anew is the same party or place again.
  const [known] = useState(content);
  const signing = content.parties.filter(({ standing }) => standing !== "third");
  const setThird = (names: readonly string[]) => {
    const third = names.map(
      (name) =>
        known.parties.find((one) => one.standing === "third" && one.name === name) ??
        ({ standing: "third", name } as const),
    );
    onChange({ ...content, parties: [...signing, ...third] });
  };
  return (
    <details>
      <summary>{say(draft.partiesAndArea, lang)}</summary>
      <div className="stack-tight">
        <p>
          {say(draft.partiesSign, lang, {
            parties: formatList(
              signing.map(({ name }) => name),
              lang,
            ),
          })}
        </p>
        <ListField
          id={fieldId("", "parties")}
          label={say(draft.thirdParties, lang)}
          guide={say(draft.thirdPartiesGuide, lang)}
          between={"\n"}
          values={content.parties.filter(({ standing }) => standing === "third").map(({ name }) => name)}
          onChange={setThird}
        />
        <ListField
          id={fieldId("", "area")}
          label={say(draft.area, lang)}
          guide={say(draft.areaGuide, lang)}
          between={"\n"}
          values={content.area.map(nameOfPlace).filter((name) => name !== "")}
          onChange={(names) => onChange({ ...content, area: placesNamed(names, known.area) })}
        />
        <ReadAs places={content.area} lang={lang} />
        {content.area.filter(({ kind }) => kind === "municipality").length > 1 && (
          <p className="small">{say(draft.severalMunicipalities, lang)}</p>
        )}
      </div>
    </details>
  );
}

/** What lies around the promises: what they rest on, what they lie under, for whom it differs. */
export function MoreOfDocument({ content, lang, onChange }: Props) {
  const line = (key: "agreement" | "situationReport" | "feedback") => (
    <Line
      id={fieldId("", key)}
      label={say(words[key], lang)}
      value={content[key]}
      onChange={(text) => onChange(put(content, key, text))}
    />
  );
  const area = (key: "preamble" | "equality" | "note", label: string, rows: number) => (
    <Line
      id={fieldId("", key)}
      label={label}
      value={content[key]}
      onChange={(text) => onChange(put(content, key, text))}
      rows={rows}
    />
  );
  return (
    <details>
      <summary>{say(words.moreOfDocument, lang)}</summary>
      <div className="stack-tight">
        {area("preamble", say(words.preamble, lang), 3)}
        <ListField
          id={fieldId("", "basis")}
          label={say(words.basis, lang)}
          guide={say(words.oneALine, lang)}
          between={"\n"}
          values={content.basis}
          onChange={(values) => onChange({ ...content, basis: values })}
        />
        {line("agreement")}
        {line("situationReport")}
        {line("feedback")}
        <Select
          label={say(draft.feedbackEvery, lang)}
          empty="–"
          value={content.feedbackEvery ?? ""}
          options={PERIODS.filter((per) => per !== "total").map((per) => ({ value: per, word: say(pers[per], lang) }))}
          onChange={(per) => onChange(put(content, "feedbackEvery", per as Per | ""))}
        />
        {area("equality", say(words.equality, lang), 2)}
        {area("note", say(draft.note, lang), 2)}
        <Sources content={content} lang={lang} onChange={onChange} />
      </div>
    </details>
  );
}

const ADDRESS_LAST = /^(.*?)\s*(https?:\/\/\S+)$/;

function Sources({ content, lang, onChange }: Props) {
  const [known] = useState(content.sources);
  const written = ({ title, url }: Content["sources"][number]) =>
    url === undefined || url === title ? title : `${title} ${url}`;
  const read = (line: string): Content["sources"][number] => {
    const [, title = line, url] = ADDRESS_LAST.exec(line) ?? [];
    const before = known.find((one) => written(one) === line);
    return before ?? { title: title === "" ? line : title, ...(url === undefined ? {} : { url }) };
  };
  return (
    <ListField
      id={fieldId("", "sources")}
      label={say(draft.sources, lang)}
      guide={say(draft.sourcesGuide, lang)}
      between={"\n"}
      values={content.sources.map(written)}
      onChange={(lines) => onChange({ ...content, sources: lines.map(read) })}
    />
  );
}
