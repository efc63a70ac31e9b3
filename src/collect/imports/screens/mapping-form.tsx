import { say, type Lang } from "../../../ground/words.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { CATEGORIES } from "../../category.ts";
import { words } from "../../screens/words.ts";
import { categories } from "../../words.ts";
import type { Found } from "../held-file.ts";
import { screenWords } from "../words.ts";
import type { MappingDraft } from "./mapping-draft.ts";

type ColumnField = "time" | "timeEnd" | "hour" | "lon" | "lat" | "place" | "category" | "text" | "foreignId";

/** Which column is what. */
export function MappingForm(props: {
  heading: readonly string[];
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
  lang: Lang;
}) {
  const { heading, draft, lang } = props;
  const set = (field: keyof MappingDraft) => (value: string) => props.onChange({ ...draft, [field]: value });
  const columns = heading.filter((name) => name !== "").map((name) => ({ value: name, word: name }));
  const column = (field: ColumnField, label: { sv: string; en: string }) => (
    <Select
      label={say(label, lang)}
      empty={say(words.none, lang)}
      value={draft[field]}
      onChange={set(field)}
      options={columns}
    />
  );
  return (
    <>
      <SectionHeading heading={say(words.mappingHeading, lang)} />
      <p className="quiet">{say(screenWords.mappingKept, lang)}</p>
      {column("time", words.timeColumn)}
      {draft.time !== "" && (
        <>
          <Select
            label={say(words.timePrecision, lang)}
            value={draft.timeKind}
            onChange={set("timeKind")}
            options={[
              { value: "instant", word: say(words.toMinute, lang) },
              { value: "interval", word: say(words.toInterval, lang) },
              { value: "day", word: say(words.toDay, lang) },
              { value: "month", word: say(words.toMonth, lang) },
            ]}
          />
          {draft.timeKind === "interval" && column("timeEnd", words.timeEnd)}
          {draft.timeKind === "day" && column("hour", screenWords.hourColumn)}
          <TextField
            label={say(words.timeFormat, lang)}
            guide={say(screenWords.timeFormatGuide, lang)}
            value={draft.format}
            onChange={set("format")}
            short
          />
          {draft.timeKind !== "month" && (
            <Select
              label={say(screenWords.zone, lang)}
              value={draft.zone}
              onChange={set("zone")}
              options={[
                { value: "Europe/Stockholm", word: say(screenWords.swedishTime, lang) },
                { value: "UTC", word: "UTC" },
              ]}
            />
          )}
        </>
      )}
      <Select
        label={say(words.placeHow, lang)}
        value={draft.placeKind}
        onChange={set("placeKind")}
        options={[
          { value: "position", word: say(words.byPosition, lang) },
          { value: "municipality", word: say(words.byMunicipality, lang) },
          { value: "name", word: say(words.byName, lang) },
          { value: "none", word: say(words.byNothing, lang) },
        ]}
      />
      {draft.placeKind === "position" && (
        <>
          {column("lon", words.lon)}
          {column("lat", words.lat)}
        </>
      )}
      {draft.placeKind !== "none" &&
        column("place", draft.placeKind === "position" ? screenWords.placeNameColumn : words.placeColumn)}
      {column("category", words.categoryColumn)}
      <Select
        label={say(words.otherwise, lang)}
        value={draft.otherwise}
        onChange={set("otherwise")}
        options={CATEGORIES.map((value) => ({ value, word: say(categories[value], lang) }))}
      />
      {column("text", words.textColumn)}
      {column("foreignId", words.idColumn)}
    </>
  );
}

/** The words a file has for categories, each to one of ours; what is left alone is counted as the category when nothing else is said. */
export function WordsForm(props: {
  found: Found["words"];
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
  lang: Lang;
}) {
  const { draft, lang } = props;
  const ours = CATEGORIES.map((value) => ({ value, word: say(categories[value], lang) }));
  const keyOf = (word: string) => Object.keys(draft.values).find((key) => key.toLowerCase() === word.toLowerCase());
  return (
    <section className="stack">
      <SectionHeading heading={say(screenWords.wordsHeading, lang)}>{props.found.length}</SectionHeading>
      <p className="quiet">{say(screenWords.wordsLead, lang, { otherwise: say(categories[draft.otherwise], lang) })}</p>
      {props.found.map(({ word, rows }) => (
        <Select
          key={word}
          label={say(screenWords.wordRows, lang, { word, rows })}
          empty={say(categories[draft.otherwise], lang)}
          value={draft.values[keyOf(word) ?? ""] ?? ""}
          onChange={(value) => {
            const { [keyOf(word) ?? ""]: _before, ...others } = draft.values;
            const chosen = CATEGORIES.find((one) => one === value);
            props.onChange({ ...draft, values: chosen === undefined ? others : { ...others, [word]: chosen } });
          }}
          options={ours}
        />
      ))}
    </section>
  );
}
