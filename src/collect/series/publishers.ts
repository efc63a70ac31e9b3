// Those who publish what is read in, their terms, and what one must know of all they publish (domain.md 8). Licences are told as the publisher tells them.
import type { Publisher } from "./found.ts";

export const BRA_OFFENCES: Publisher = {
  name: "Brå: anmälda brott",
  method: "Polisens anmälningar, räknade av Brottsförebyggande rådet",
  caveat:
    "Anmälda brott är inte alla brott: hur många som anmäls och hur mycket polisen kontrollerar skiljer. Dagen är anmälningens, inte brottets. Siffror för månad och kvartal är preliminära tills året är slutligt.",
  licence: "Fri att använda när källan anges",
  url: "https://bra.se/statistik",
  sampleType: "total",
};

export const BRA_INDICATORS: Publisher = {
  name: "Brå: indikatorer för kommuners lägesbild",
  method:
    "Anmälda brott och Nationella trygghetsundersökningen (NTU), sammanställda per kommun av Brottsförebyggande rådet",
  caveat:
    "Två slags kunskap i samma fil: anmälda brott är vad som anmälts, NTU är vad ett urval av befolkningen svarat. De läggs inte ihop.",
  licence: "Fri att använda när källan anges",
  url: "https://bra.se/statistik/indikatorer-for-kommuners-lagesbild",
  sampleType: "not-a-sample",
};

export const KOLADA: Publisher = {
  name: "Kolada",
  method: "Nyckeltal som Rådet för främjande av kommunala analyser (RKA) hämtar från andra myndigheter",
  caveat: "Kolada återger andras statistik. Hur ett nyckeltal är räknat står i dess beskrivning på kolada.se.",
  licence: "Fri att använda med «Källa: Kolada»",
  url: "https://www.kolada.se",
  sampleType: "not-a-sample",
};

/** Whoever a table of the PxWeb kind says it comes from: Statistics Sweden, the Public Health Agency, a region. */
export function publisherOfTable(source: string, copyright: boolean | undefined): Publisher {
  const name = source.trim() === "" ? "Statistisk tabell utan angiven källa" : source.trim();
  const licence =
    copyright === undefined
      ? "Filen säger inget om villkor: ange källan och fråga den vid tvekan"
      : copyright
        ? "Filen säger att den är skyddad av upphovsrätt: fråga källan"
        : "Filen säger att den inte är skyddad av upphovsrätt: ange källan";
  return {
    name: `Tabell: ${name}`,
    method: "Tabell ur en statistisk databas",
    caveat: "Så som källan publicerat den. Vad orden i tabellen betyder står hos källan.",
    licence,
    url: "",
    sampleType: "not-a-sample",
  };
}
