// Files of a known make, known by their heading: which column is what needs no asking, and what one must know before believing them is said.
import type { NewSource } from "../source.ts";
import { type Mapping, mappingField } from "./mapping.ts";

export const READY_MAPPINGS = ["police-uk", "police-uk-short"] as const;
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

const READY: readonly Ready[] = [
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
const MARKS: Readonly<Record<ReadyName, readonly string[]>> = {
  "police-uk": ["Crime ID", "Reported by", "Falls within", "LSOA code", "Last outcome category"],
  "police-uk-short": ["month", "force", "lsoa_code", "crime_type", "last_outcome"],
};

/** The make of a file with these columns. */
export function readyFor(heading: readonly string[]): Ready | undefined {
  return READY.find(({ name }) => MARKS[name].every((column) => heading.includes(column)));
}
