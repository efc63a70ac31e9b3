import type { Words } from "../../ground/words.ts";
import type { Grain } from "../pointed.ts";

/** What the desk reads of what residents have pointed out. */
export const pointedWords = {
  pointed: { sv: "Pekade på kartan: {where}", en: "Pointed at the map: {where}" },
  near: { sv: "nära {place}, {metres} m bort", en: "near {place}, {metres} m away" },
  unnamed: { sv: "ingen namngiven plats i närheten", en: "no named place nearby" },
  show: { sv: "Visa på karta", en: "Show on a map" },
  hide: { sv: "Stäng kartan", en: "Close the map" },
  map: { sv: "Karta över det som pekats ut. Orden ovanför säger samma sak.", en: "Map of what was pointed out. The words above say the same." }, // prettier-ignore
  noMap: { sv: "Kartan går inte att visa här. Orden ovanför säger samma sak.", en: "The map cannot be shown here. The words above say the same." }, // prettier-ignore
  stretch: { sv: "en sträcka på {metres} m", en: "a stretch of {metres} m" },
} satisfies Words<string>;

export const grainSaid = {
  around: { sv: "trakten, en ruta på en kilometer", en: "the neighbourhood, a square of a kilometre" },
  spot: { sv: "en ruta på 50 meter", en: "a square of 50 metres" },
} satisfies Words<Grain>;
