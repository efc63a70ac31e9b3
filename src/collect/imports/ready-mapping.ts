// Files of a known make, known by their heading: which column is what needs no asking, and what one must know before believing them is said.
import { CATEGORIES } from "../category.ts";
import type { NewSource } from "../source.ts";
import { type Mapping, mappingField } from "./mapping.ts";

export const READY_MAPPINGS = ["police-uk", "police-uk-short", "odk"] as const;
export type ReadyName = (typeof READY_MAPPINGS)[number];
export type Ready = {
  readonly name: ReadyName;
  readonly mapping: Mapping;
  /** What a source of such files is, when it is made for them. */
  readonly source: Pick<NewSource, "name" | "method" | "sampleType" | "reliability" | "caveat" | "reference">;
};

/** The categories of data.police.uk, which are those of the forces' offence groups, as ours. */
const UK_CATEGORIES: Mapping["category"]["values"] = {
  "anti-social behaviour": "disorder.other",
  "bicycle theft": "theft.other",
  burglary: "theft.burglary",
  "criminal damage and arson": "vandalism.damage",
  drugs: "drugs.other",
  "other crime": "other.other",
  "other theft": "theft.other",
  "possession of weapons": "violence.weapon",
  "public order": "disorder.other",
  robbery: "violence.robbery",
  shoplifting: "theft.other",
  "theft from the person": "theft.other",
  "vehicle crime": "theft.vehicle",
  "violence and sexual offences": "violence.assault",
};

/** Months and snapped points: what the makers of these files say of them. */
const UK_SOURCE: Ready["source"] = {
  name: "data.police.uk, brott per gata",
  method: "Polisdistriktens månadsfiler från data.police.uk (Open Government Licence v3)",
  sampleType: "total",
  reliability: "fair",
  caveat:
    "Bara månaden är känd. Varje punkt är flyttad till den närmaste av ett antal fasta punkter med minst åtta adresser, så att många händelser ligger på samma punkt utan att ha hänt på samma plats. Ordningsstörningar har inget eget nummer. Alla distrikt är inte med.",
  reference: { title: "About data.police.uk", url: "https://data.police.uk/about/" },
};

const READY: readonly (Ready & { readonly name: keyof typeof MARKS })[] = [
  {
    name: "police-uk",
    source: UK_SOURCE,
    mapping: mappingField.parse({
      foreignId: "Crime ID",
      time: { kind: "month", column: "Month", format: "yyyy-MM" },
      place: { kind: "position", lon: "Longitude", lat: "Latitude", name: "Location" },
      category: { column: "Crime type", values: UK_CATEGORIES },
    }),
  },
  {
    name: "police-uk-short",
    source: UK_SOURCE,
    mapping: mappingField.parse({
      time: { kind: "month", column: "month", format: "yyyy-MM" },
      place: { kind: "position", lon: "lon", lat: "lat", name: "lsoa_code" },
      category: { column: "crime_type", values: UK_CATEGORIES },
    }),
  },
];
/** Columns that nothing is read from, but that tell a file of this make from any other. */
const MARKS: Readonly<Record<Exclude<ReadyName, "odk">, readonly string[]>> = {
  "police-uk": ["Crime ID", "Reported by", "Falls within", "LSOA code", "Last outcome category"],
  "police-uk-short": ["month", "force", "lsoa_code", "crime_type", "last_outcome"],
};

/** The make of a file with these columns. */
export function readyFor(heading: readonly string[]): Ready | undefined {
  return READY.find(({ name }) => MARKS[name].every((column) => heading.includes(column))) ?? odkFor(heading);
}

const ODK_SOURCE: Ready["source"] = {
  name: "Iakttagelser från ODK",
  method: "Ifyllda formulär, exporterade från ODK eller ett annat program av samma slag",
  sampleType: "not-a-sample",
  reliability: "unknown",
  caveat: "Ifyllda formulär. Vilka som fyllt i dem och hur platserna valdes är inte beskrivet än.",
};

/** Our categories, as a form of ours calls them. */
const OUR_CATEGORIES: Mapping["category"]["values"] = Object.fromEntries(CATEGORIES.map((name) => [name, name]));

/** Filled-in forms, whose columns are called what whoever made the form called its questions, with the groups before: known by the number each form has. */
function odkFor(heading: readonly string[]): Ready | undefined {
  const called = (...names: readonly string[]) => heading.find((name) => names.includes(name));
  const last = (name: string) => name.split(/[-/.]/).at(-1)!;
  const like = (pattern: RegExp) => heading.find((name) => pattern.test(last(name)));
  const foreignId = called("meta-instanceID", "meta/instanceID", "meta.instanceID", "instanceID", "KEY", "__id");
  const time = called("SubmissionDate", "__system.submissionDate", "_submission_time");
  if (foreignId === undefined || time === undefined) return undefined;
  const lon = heading.find((name) => /[-_.]longitude$/i.test(name));
  const lat =
    lon &&
    heading.find(
      (name) => name === lon.replace(/longitude$/i, (end) => (end === "Longitude" ? "Latitude" : "latitude")),
    );
  const place = like(/^(stopp?|plats|place|ort|omrade|område)$/i);
  const category = like(/^(kategori|category|tema|theme|typ|type|vad|what)$/i);
  const text = heading.filter((name) =>
    /(iakttagelse|observation|beskriv|describ|anteckning|kommentar|comment|forslag|förslag|proposal|^text$|^vad_)/i.test(
      last(name),
    ),
  );
  return {
    name: "odk",
    source: ODK_SOURCE,
    mapping: mappingField.parse({
      foreignId,
      time: { kind: "instant", column: time, format: "iso" },
      place:
        lon !== undefined && lat !== undefined
          ? { kind: "position", lon, lat, ...(place === undefined ? {} : { name: place }) }
          : place === undefined
            ? { kind: "none" }
            : { kind: "name", column: place },
      category: { ...(category === undefined ? {} : { column: category }), values: OUR_CATEGORIES },
      text: text.slice(0, 10),
    }),
  };
}
