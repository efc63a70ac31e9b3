// What is said around a map that one points at, in every language the forms have.
import type { FormSaid } from "./open-form.ts";
import type { Grain } from "./pointed.ts";

export const pointWords = {
  open: { sv: "Visa på karta", en: "Show on a map", latt: "Visa på karta" },
  close: { sv: "Stäng kartan", en: "Close the map", latt: "Stäng kartan" },
  map: {
    sv: "Karta över {place}. Piltangenterna flyttar krysset, plus och minus zoomar.",
    en: "Map of {place}. The arrow keys move the cross, plus and minus zoom.",
    latt: "Karta över {place}. Pilarna flyttar krysset. Plus gör kartan större. Minus gör den mindre.",
  },
  guide: {
    sv: "Tryck där det är, eller flytta krysset med piltangenterna.",
    en: "Press where it is, or move the cross with the arrow keys.",
    latt: "Tryck på kartan där det är.",
  },
  zoomIn: { sv: "Zooma in", en: "Zoom in", latt: "Större karta" },
  zoomOut: { sv: "Zooma ut", en: "Zoom out", latt: "Mindre karta" },
  places: { sv: "Eller flytta krysset till en plats", en: "Or move the cross to a place", latt: "Eller välj en plats" },
  choose: { sv: "Välj plats", en: "Choose a place", latt: "Välj plats" },
  none: { sv: "Ingen punkt är satt.", en: "No point is set.", latt: "Du har inte valt någon punkt." },
  nearest: { sv: "Närmaste plats: {places}.", en: "Nearest place: {places}.", latt: "Närmaste plats: {places}." },
  set: { sv: "Punkten är satt.", en: "The point is set.", latt: "Du har valt en punkt." },
  outside: {
    sv: "Krysset ligger utanför {place}. Flytta det innanför gränsen.",
    en: "The cross lies outside {place}. Move it within the border.",
    latt: "Krysset är utanför {place}. Flytta det.",
  },
  remove: { sv: "Ta bort punkten", en: "Remove the point", latt: "Ta bort punkten" },
  failed: {
    sv: "Kartan kom inte. Välj i listan eller skriv var i stället.",
    en: "The map did not come. Choose in the list or write where instead.",
    latt: "Kartan fungerar inte nu. Skriv var det är.",
  },
  becomes: {
    sv: "Punkten sparas som en ruta som bara de som frågar ser; andra får på sin höjd veta vilken plats den ligger nära.",
    en: "The point is kept as a square that only those who ask see; others are told at most which place it is near.",
    latt: "Vi sparar en ruta på kartan. Bara de som frågar ser rutan.",
  },
  stretchGuide: {
    sv: "Tryck där det är. Är det en sträcka: välj Till och tryck där den slutar.",
    en: "Press where it is. If it is a stretch: choose To and press where it ends.",
    latt: "Tryck på kartan där det är. Är det en lång väg? Välj Till. Tryck där det slutar.",
  },
  stretchBecomes: {
    sv: "Det du pekar på sparas som rutor på 50 meter som bara de som tar emot synpunkten ser; andra får på sin höjd veta vilken sträcka det gäller.",
    en: "What you point at is kept as squares of 50 metres that only those who take the complaint in see; others are told at most which stretch it is about.",
    latt: "Vi sparar små rutor på kartan. Bara de som läser din synpunkt ser rutorna.",
  },
  howClose: {
    sv: "Hur noga får vi spara den?",
    en: "How closely may we keep it?",
    latt: "Hur stor ruta får vi spara?",
  },
  howCloseGuide: {
    sv: "Välj trakten om det är nära någons hem.",
    en: "Choose the neighbourhood if it is near somebody's home.",
    latt: "Är det nära någons hem? Välj en stor ruta.",
  },
  from: { sv: "Från", en: "From", latt: "Från" },
  to: { sv: "Till", en: "To", latt: "Till" },
  and: { sv: "och", en: "and", latt: "och" },
} satisfies Readonly<Record<string, FormSaid>>;

export const grainWords = {
  around: {
    sv: "Trakten, en ruta på en kilometer",
    en: "The neighbourhood, a square of a kilometre",
    latt: "En stor ruta. Den är en kilometer.",
  },
  spot: {
    sv: "Platsen, en ruta på 50 meter",
    en: "The place, a square of 50 metres",
    latt: "En liten ruta. Den är 50 meter.",
  },
} satisfies Readonly<Record<Grain, FormSaid>>;
