import type { Words } from "../ground/words.ts";
import type { WaitingKind } from "./waiting.ts";

/** What is to be done, and why it waits for this one. */
export const waitingKinds = {
  answers: { sv: "Läs {count} {count|svar|svar}: {title}", en: "Read {count} {count|answer|answers}: {title}" },
  complaints: {
    sv: "Läs {count} {count|synpunkt|synpunkter} om trafik",
    en: "Read {count} {count|complaint|complaints} about traffic",
  },
  persons: {
    sv: "Granska {count} {count|anteckning|anteckningar} för personuppgifter",
    en: "Review {count} {count|note|notes} for personal data",
  },
  disputes: {
    sv: "Svara {count} {count|boende|boende} som säger att det inte stämmer",
    en: "Answer {count} {count|resident|residents} who say that it is not so",
  },
  passages: {
    sv: "Läs {count} {count|stycke|stycken} som delats med er",
    en: "Read {count} {count|passage|passages} shared with you",
  },
  proposals: {
    sv: "Svara på {count} {count|förslag|förslag}: {title}",
    en: "Answer {count} {count|proposal|proposals}: {title}",
  },
  points: { sv: "Ta emot {count} {count|punkt|punkter}", en: "Take in {count} {count|point|points}" },
  promises: {
    sv: "Håll {count} {count|löfte|löften} från samtal",
    en: "Keep {count} {count|promise|promises} made in hearings",
  },
  protocols: {
    sv: "Gör protokoll av {count} {count|anteckning|anteckningar}: {title}",
    en: "Make the protocol of {count} {count|note|notes}: {title}",
  },
  weekly: {
    sv: "Säg vad {count} {count|händelse|händelser} i veckorapporter ledde till",
    en: "Say what {count} {count|event|events} in weekly reports led to",
  },
  report: { sv: "Veckorapporten: två minuter i dag", en: "The weekly report: two minutes today" },
} satisfies Words<WaitingKind>;

export const waitingWords = {
  heading: { sv: "Väntar på dig", en: "Waits for you" },
  since: { sv: "Äldst {day}", en: "The oldest {day}" },
  by: { sv: "Senast {day} · äldst {oldest}", en: "By {day} · the oldest {oldest}" },
  late: { sv: "Skulle ha gjorts {day} · äldst {oldest}", en: "Was to be done {day} · the oldest {oldest}" },
  week: { sv: "Vecka {week}, till och med {day}", en: "Week {week}, up to {day}" },
  open: { sv: "Öppna", en: "Open" },
} satisfies Words<string>;
