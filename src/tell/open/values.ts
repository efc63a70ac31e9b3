// The words that stand in the columns of open data. They are the format's own: a word on a page may be bettered, and a word in a file is what somebody's program looks for.
import type { Qualifier } from "../../ground/count.ts";
import type { Said, Words } from "../../ground/words.ts";

export const statuses = {
  "not-started": { sv: "ej påbörjad", en: "not started" },
  running: { sv: "pågår", en: "under way" },
  "on-plan": { sv: "enligt plan", en: "on plan" },
  behind: { sv: "efter plan", en: "behind plan" },
  met: { sv: "uppfylld", en: "met" },
  exceeded: { sv: "överträffad", en: "exceeded" },
  partly: { sv: "delvis", en: "partly" },
  "not-met": { sv: "ej uppfylld", en: "not met" },
  dropped: { sv: "utgår", en: "dropped" },
  "not-measurable": { sv: "ej mätbar", en: "not measurable" },
} satisfies Words<string>;

export const qualifiers = {
  exact: { sv: "exakt", en: "exactly" },
  "at-least": { sv: "minst", en: "at least" },
  approximately: { sv: "ungefär", en: "about" },
} satisfies Words<Qualifier>;

export const comparators = {
  "at-least": { sv: "minst", en: "at least" },
  exactly: { sv: "exakt", en: "exactly" },
  "at-most": { sv: "högst", en: "at most" },
} satisfies Words<string>;

export const pers = {
  total: { sv: "sammanlagt", en: "in all" },
  day: { sv: "dag", en: "day" },
  week: { sv: "vecka", en: "week" },
  month: { sv: "månad", en: "month" },
  quarter: { sv: "kvartal", en: "quarter" },
  term: { sv: "termin", en: "school term" },
  year: { sv: "år", en: "year" },
} satisfies Words<string>;

export const owners = {
  joint: { sv: "gemensamt", en: "jointly" },
  municipality: { sv: "kommunen", en: "the municipality" },
  police: { sv: "polisen", en: "the police" },
  other: { sv: "annan", en: "another" },
} satisfies Words<string>;

export const documentStates = {
  published: { sv: "publicerat", en: "published" },
  changed: { sv: "ändrat", en: "changed" },
  expired: { sv: "avslutat", en: "ended" },
  withdrawn: { sv: "återkallat", en: "withdrawn" },
} satisfies Words<string>;

export const answers = {
  chosen: { sv: "vi gör", en: "we do" },
  declined: { sv: "gör vi inte", en: "we will not" },
  merged: { sv: "ihop med annat", en: "joined with another" },
} satisfies Words<string>;

export const pointKinds = {
  problem: { sv: "problem", en: "problem" },
  positive: { sv: "bra plats", en: "good place" },
  idea: { sv: "idé", en: "idea" },
  question: { sv: "fråga", en: "question" },
  event: { sv: "händelse", en: "event" },
} satisfies Words<string>;

export const keepers = {
  municipality: { sv: "kommunen", en: "the municipality" },
  housing: { sv: "bostadsbolaget", en: "the housing company" },
  "road-authority": { sv: "trafikverket", en: "the transport administration" },
  "road-association": { sv: "vägföreningen", en: "the road association" },
  region: { sv: "regionen", en: "the region" },
  private: { sv: "privat mark", en: "private ground" },
  unknown: { sv: "vet inte", en: "not known" },
} satisfies Words<string>;

export const pointAnswers = {
  "will-be-done": { sv: "åtgärdas", en: "will be done" },
  investigated: { sv: "utreds", en: "being looked into" },
  declined: { sv: "avslås", en: "declined" },
  "passed-on": { sv: "vidarebefordras", en: "passed on" },
  "already-planned": { sv: "redan planerad", en: "already planned" },
  done: { sv: "klart", en: "done" },
} satisfies Words<string>;

export const pointStates = {
  registered: { sv: "väntar på svar", en: "waiting for an answer" },
  sent: { sv: "väntar på svar", en: "waiting for an answer" },
  question: { sv: "väntar på svar", en: "waiting for an answer" },
  "not-ours": { sv: "väntar på svar", en: "waiting for an answer" },
  received: { sv: "väntar på svar", en: "waiting for an answer" },
  investigated: { sv: "utreds", en: "being looked into" },
  decided: { sv: "ska åtgärdas", en: "will be done" },
  planned: { sv: "planerat", en: "planned" },
  underway: { sv: "pågår", en: "under way" },
  done: { sv: "klart, inte kontrollerat", en: "done, not checked" },
  verified: { sv: "klart och kontrollerat", en: "done and checked" },
  "fed-back": { sv: "återkopplat", en: "told of" },
  forwarded: { sv: "vidarebefordrat", en: "forwarded" },
  declined: { sv: "avslaget", en: "declined" },
  duplicate: { sv: "samma som en annan punkt", en: "the same as another item" },
} satisfies Words<string>;

export const meterMethods = {
  radar: { sv: "radar", en: "radar" },
  tubes: { sv: "slang", en: "tubes" },
  display: { sv: "skylt", en: "display" },
  camera: { sv: "kamera", en: "camera" },
  other: { sv: "annat", en: "other" },
} satisfies Words<string>;

export const indicatorColumns = {
  output: { sv: "prestation", en: "output" },
  outcome: { sv: "resultat", en: "outcome" },
  experience: { sv: "upplevelse", en: "experience" },
} satisfies Words<string>;

export const verdicts = {
  better: { sv: "bättre", en: "better" },
  worse: { sv: "sämre", en: "worse" },
  "no-clear-change": { sv: "ingen tydlig förändring", en: "no clear change" },
  "cannot-be-known": { sv: "kan inte avgöras", en: "cannot be known" },
} satisfies Words<string>;

/** The word of a code; what has none is left as it is. */
export function valueOf(vocabulary: Readonly<Record<string, Said>>, code: string | null | undefined): string | null {
  if (code === null || code === undefined || code === "") return null;
  return Object.hasOwn(vocabulary, code) ? (vocabulary[code]?.sv ?? code) : code;
}

/** Each word once, as a table of the format lists them. */
export function valuesOf(vocabulary: Readonly<Record<string, Said>>): readonly Said[] {
  return [...new Map(Object.values(vocabulary).map((said) => [said.sv, said])).values()];
}
