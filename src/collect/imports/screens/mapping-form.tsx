import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { peekAtFile } from "../api.ts";
import { CATEGORIES, type Category } from "../../category.ts";
import type { Mapping } from "../mapping.ts";
import { categories } from "../../words.ts";
import { words } from "../../screens/words.ts";

/** The mapping as a form holds it: a column's name, or nothing. */
export type MappingDraft = {
  readonly timeKind: "instant" | "day" | "month" | "interval";
  readonly time: string;
  readonly timeEnd: string;
  readonly format: string;
  readonly placeKind: Mapping["place"]["kind"];
  readonly lon: string;
  readonly lat: string;
  readonly place: string;
  readonly category: string;
  readonly otherwise: Category;
  readonly values: Mapping["category"]["values"];
  readonly text: string;
  readonly foreignId: string;
};

/** Column names as files spell them, in Swedish and English, tried in order. */
const SPELLINGS = {
  time: /^(date|datum|tid|tidpunkt|start|från|from|datetime|when|när|month|månad)/i,
  timeEnd: /^(end|slut|till|to|date_end)/i,
  lon: /^(lon|long|longitude|longitud|x|lng)$/i,
  lat: /^(lat|latitude|latitud|y)$/i,
  place: /^(plats|place|kommun|municipality|område|area|location)/i,
  category: /^(typ|type|kategori|category|brott|crime|offence|offense)/i,
  text: /^(text|beskrivning|description|rubrik|summary|title)/i,
  foreignId: /^(id|uid|nr|ärende|ärendenummer|diarienummer|crime id)$/i,
} as const;

/** What the heading suggests, or what was chosen the last time a file looked like this. */
export function guessMapping(
  heading: readonly string[],
  before: MappingDraft | undefined,
  mapping?: Mapping,
): MappingDraft {
  if (before !== undefined) return before;
  if (mapping !== undefined) return fromMapping(heading, mapping);
  const find = (what: keyof typeof SPELLINGS) => heading.find((name) => SPELLINGS[what].test(name)) ?? "";
  const [lon, lat, time] = [find("lon"), find("lat"), find("time")];
  const isMonth = /month|månad/i.test(time);
  return {
    timeKind: isMonth ? "month" : "instant",
    time,
    timeEnd: find("timeEnd"),
    format: isMonth ? "yyyy-MM" : "yyyy-MM-dd HH:mm",
    placeKind: lon !== "" && lat !== "" ? "position" : find("place") === "" ? "none" : "name",
    lon,
    lat,
    place: find("place"),
    category: find("category"),
    otherwise: "other.other",
    values: {},
    text: find("text"),
    foreignId: find("foreignId"),
  };
}

function fromMapping(heading: readonly string[], mapping: Mapping): MappingDraft {
  const { time, place, category } = mapping;
  const has = (name: string | undefined) => (name !== undefined && heading.includes(name) ? name : "");
  return {
    timeKind: time.kind === "none" ? "instant" : time.kind,
    time: has(time.kind === "none" ? undefined : time.kind === "interval" ? time.from : time.column),
    timeEnd: has(time.kind === "interval" ? time.to : undefined),
    format: time.kind === "none" ? "" : time.format,
    placeKind: place.kind,
    lon: has(place.kind === "position" ? place.lon : undefined),
    lat: has(place.kind === "position" ? place.lat : undefined),
    place: has(place.kind === "municipality" || place.kind === "name" ? place.column : undefined),
    category: has(category.column),
    otherwise: category.otherwise,
    values: category.values,
    text: has(mapping.text[0]),
    foreignId: has(mapping.foreignId),
  };
}

/** The mapping a form says, as it is sent. */
export function mappingOf(draft: MappingDraft): Mapping {
  const { timeKind: kind, format } = draft;
  const zone = "Europe/Stockholm" as const;
  const time: Mapping["time"] =
    draft.time === ""
      ? { kind: "none" }
      : kind === "interval"
        ? { kind, from: draft.time, to: draft.timeEnd, format, zone }
        : kind === "month"
          ? { kind, column: draft.time, format }
          : { kind, column: draft.time, format, zone };
  const place: Mapping["place"] =
    draft.placeKind === "position"
      ? { kind: "position", lon: draft.lon, lat: draft.lat }
      : draft.placeKind === "none" || draft.place === ""
        ? { kind: "none" }
        : { kind: draft.placeKind, column: draft.place };
  const { otherwise, values } = draft;
  return {
    time,
    place,
    category: { otherwise, values, ...(draft.category === "" ? {} : { column: draft.category }) },
    text: draft.text === "" ? [] : [draft.text],
    ...(draft.foreignId === "" ? {} : { foreignId: draft.foreignId }),
  };
}

/** Which column is what, beside the first rows of the file. */
export function MappingForm(props: {
  peeked: OutputOf<typeof peekAtFile>;
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
  lang: Lang;
}) {
  const { peeked, draft, lang } = props;
  const set = (field: keyof MappingDraft) => (value: string) => props.onChange({ ...draft, [field]: value });
  const columns = peeked.heading.map((name) => ({ value: name, word: name }));
  const column = (field: Exclude<keyof MappingDraft, "values">, label: { sv: string; en: string }) => (
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
      <p className="quiet">
        {say(words.mappingLead, lang, {
          columns: peeked.heading.length,
          encoding: peeked.encoding,
          separator: peeked.separator === "\t" ? "tab" : (peeked.separator ?? "–"),
        })}
      </p>
      <DataTable<readonly string[]>
        caption={say(words.mappingHeading, lang)}
        captionHidden
        rows={peeked.rows.slice(0, 3)}
        rowKey={(_row, place) => String(place)}
        columns={peeked.heading.map((head, place) => ({ head, cell: (row) => row[place] ?? "" }))}
      />
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
      {column("time", words.timeColumn)}
      {draft.timeKind === "interval" && column("timeEnd", words.timeEnd)}
      <TextField
        label={say(words.timeFormat, lang)}
        guide="yyyy-MM-dd HH:mm"
        value={draft.format}
        onChange={set("format")}
        short
      />
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
      {(draft.placeKind === "municipality" || draft.placeKind === "name") && column("place", words.placeColumn)}
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
