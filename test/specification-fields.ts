// What each field of the JSON form means, for the documentation under spec/: what the table has too is said there (src/pledge/specification/columns.ts).
import { type Column, COLUMNS, type Level } from "../src/pledge/specification/columns.ts";
import { jsonSchema } from "../src/pledge/specification/file.ts";

export type FieldMeaning = { readonly sv: string; readonly en: string; readonly example: string };
type Schema = { readonly [name: string]: unknown };

/** A way of a shape that stands in several places is said once, by the shape's name. */
const SHAPES: readonly (readonly [pattern: RegExp, shape: string])[] = [
  [/^documents\.area\.|^documents\.pledges\.activities\.place\./, "PLATS."],
  [
    /^documents\.(?:period\.(?:from|to)|signedOn|(?:signatories|renderings)\.on|pledges\.activities\.deadline)\./,
    "DAG.",
  ],
  [/^documents\.(?:pledges\.(?:activities\.)?)?exceptions\./, "UNDANTAG."],
  [/^documents\.toldResults\.results\.parts\./, "DEL."],
];
const WAY_OF: Readonly<Record<Level, string>> = {
  document: "documents",
  pledge: "documents.pledges",
  activity: "documents.pledges.activities",
};

// oxfmt-ignore
const OWN: Readonly<Record<string, readonly [sv: string, en: string, example: string]>> = {
  "format": ["Att filen är ett medborgarlöfte", "That the file is a citizen promise", "medborgarlofte"],
  "version": ["Specifikationens version", "Version of the specification", "1.0"],
  "documents": ["Ett löftesdokument i taget: det som skrivs under", "One promise document at a time: what is signed", "[ … ]"],
  "documents.period": ["När löftet gäller", "When the promise is in force", "{ from, to }"],
  "documents.parties.standing": ["Kommunen, polisen eller en annan part", "Municipality, police or a third party", "municipality"],
  "documents.parties.name": ["Partens namn", "The party's name", "Ockelbo kommun"],
  "documents.parties.organisationId": ["Id som en ansvarig enhet pekar på", "Id that an accountable unit points at", "0190163d-8694-739b-aea5-966c26f8ad91"],
  "documents.signatories.standing": ["För vilken part", "For which party", "police"],
  "documents.signatories.office": ["Ämbete", "Office", "lokalpolisområdeschef"],
  "documents.signatories.acting": ["Om det var en tillförordnad", "Whether acting", "true"],
  "documents.signatories.on": ["När", "When", "{ said: 2022-04-21 }"],
  "documents.amends": ["Vad dokumentet ändrar, när det är en ändring eller förlängning av ett annat", "What it changes, where it amends or extends another", "{ … }"],
  "documents.amends.withdrawn.activity": ["Aktivitetens id", "The activity's id", "0190163d-8694-739b-aea5-966c26f8ad91"],
  "documents.amends.withdrawn.number": ["Numret den hade", "The number it had", "1.2"],
  "documents.amends.withdrawn.reason": ["Varför", "Why", "Skolan har stängt"],
  "documents.plain": ["Hela löftet i klarspråk, bredvid orden som gäller", "The whole promise in plain Swedish, beside the words that hold", "{ text, of }"],
  "documents.easyRead": ["Hela löftet på lättläst svenska", "The whole promise in easy Swedish", "{ text, of }"],
  "documents.pledges.plain": ["Löftet i klarspråk", "The promise in plain Swedish", "{ text, of }"],
  "documents.pledges.easyRead": ["Löftet på lättläst svenska", "The promise in easy Swedish", "{ text, of }"],
  "documents.pledges": ["Löftena, i ordning", "The promises, in order", "[ … ]"],
  "documents.formerly.id": ["Löftet eller aktiviteten i det förra löftet", "The pledge or activity of the promise before", "0190163d-8694-739b-aea5-966c26f8ad91"],
  "documents.formerly.number": ["Som det citerades där", "As it was cited there", "2.1"],
  "documents.formerly.text": ["Orden där", "The words there", "Gatuenheten sätter upp fjorton nya lyktstolpar."],
  "documents.formerly.fate": ["Behålls, ändras, avslutas eller lämnas över", "Kept, changed, ended or handed over", "end"],
  "documents.formerly.reason": ["Skälet, som alla läser", "The reason, which everybody reads", "Lyktorna står där."],
  "documents.formerly.handedTo": ["Vem som tar över", "Who takes over", "Trafikverket"],
  "UNDANTAG.rule": ["Vilken fråga", "Which question", "no-number"],
  "UNDANTAG.said": ["Orden det gäller", "The words it is about", "trafikkontroller"],
  "UNDANTAG.reason": ["Skälet, som publiceras", "The reason, which is published", "Antalet beror på väglaget"],
  "documents.pledges.expectedEffect": ["Vad det ska leda till", "What should come of it", "{ … }"],
  "documents.pledges.expectedEffect.measured": ["Hur stor förändringen måste bli för att synas, som det räknades ut", "How large the change must be to be seen, as it was reckoned", "{ … }"],
  "documents.pledges.expectedEffect.measured.kind": ["Slags mått", "Kind of measure", "events"],
  "documents.pledges.expectedEffect.measured.of": ["Var måttet slås upp", "Where the measure is looked up", "kategori=traffic"],
  "documents.pledges.expectedEffect.measured.name": ["Måttets namn", "The measure's name", "Händelser i trafiken"],
  "documents.pledges.expectedEffect.measured.unit": ["Enhet", "Unit", "händelser"],
  "documents.pledges.expectedEffect.measured.from": ["Tiden före, första dag", "The time before, first day", "2024-01-01"],
  "documents.pledges.expectedEffect.measured.to": ["Tiden före, sista dag", "The time before, last day", "2024-12-31"],
  "documents.pledges.expectedEffect.measured.wanted": ["Ska öka eller minska", "Should rise or fall", "down"],
  "documents.pledges.expectedEffect.measured.months": ["Månader som räknas efteråt", "Months counted afterwards", "12"],
  "documents.pledges.expectedEffect.measured.before": ["Hur det var före; aldrig en handfull", "How it was before; never a handful", "26"],
  "documents.pledges.expectedEffect.measured.n": ["Svar eller fordon bakom", "Answers or vehicles behind it", "420"],
  "documents.pledges.expectedEffect.measured.comparison": ["Vad det jämförs med", "What it is compared with", "{ … }"],
  "documents.pledges.expectedEffect.measured.comparison.name": ["Namnet på det", "Its name", "Hofors"],
  "documents.pledges.expectedEffect.measured.comparison.before": ["Hur det var där", "How it was there", "31"],
  "documents.pledges.expectedEffect.measured.dispersion": ["Hur mycket mer månaderna skiljer sig än slumpen gör", "How much more the months vary than chance makes them", "1,4"],
  "documents.pledges.expectedEffect.measured.seenAt": ["Första värdet som självt skulle urskiljas", "The first value that would itself be told apart", "15"],
  "documents.pledges.expectedEffect.measured.level": ["Vad det måste bli för att synas åtta gånger av tio", "What it must come to, to be seen eight times of ten", "13"],
  "documents.pledges.activities": ["Aktiviteterna, i ordning", "The activities, in order", "[ … ]"],
  "documents.pledges.activities.accountable": ["Den enda ansvariga enheten", "The one accountable unit", "{ … }"],
  "documents.pledges.activities.target": ["Det som kan räknas", "What can be counted", "{ … }"],
  "documents.pledges.activities.target.perEntity": ["Antalet gäller för var och en", "The number is for each", "{ name: skola, count: 4 }"],
  "documents.pledges.activities.baseline": ["Utgångsläget", "The baseline", "{ … }"],
  "documents.pledges.activities.baseline.value": ["Antal med hur säkert det är", "Number with how sure it is", "{ value: 43, qualifier: at-least }"],
  "documents.toldResults": ["Resultat som berättats för ett avslutat löfte", "Results told of a finished promise", "[ … ]"],
  "documents.toldResults.period": ["För vilken tid", "For what time", "2019"],
  "documents.toldResults.published": ["När det publicerades", "When it was published", "2020-02-11"],
  "documents.toldResults.source": ["Var det publicerades", "Where it was published", "kommunens webbplats"],
  "documents.toldResults.results": ["Ett resultat i taget", "One result at a time", "[ … ]"],
  "documents.toldResults.results.pledge": ["Löftets nummer", "The promise's number", "1"],
  "documents.toldResults.results.by": ["Vem som berättar", "Who tells it", "police"],
  "documents.toldResults.results.actual": ["Hur många det blev", "How many it came to", "43"],
  "documents.toldResults.results.qualifier": ["Hur säkert talet är", "How sure the number is", "at-least"],
  "documents.toldResults.results.parts": ["Därav", "Of which", "[ … ]"],
  "DEL.what": ["Vad", "What", "rattfylleri"],
  "DEL.actual": ["Hur många", "How many", "12"],
  "DEL.qualifier": ["Hur säkert", "How sure", "exact"],
  "DEL.parts": ["Delar av delen", "Parts of the part", "[ … ]"],
  "documents.toldResults.results.unit": ["Vad som räknas", "What is counted", "trafikkontroller"],
  "documents.toldResults.results.status": ["Hur det gick, i deras ord", "How it went, in their words", "genomfört"],
  "documents.toldResults.results.done": ["Om det är gjort", "Whether it is done", "true"],
  "documents.toldResults.results.dates": ["Dagar", "Days", "[ 2019-05-02 ]"],
  "documents.toldResults.results.place": ["Var", "Where", "E16"],
  "documents.toldResults.results.per": ["Per vilken tid", "Per what time", "år"],
  "documents.toldResults.results.text": ["I ord", "In words", "Kontrollerna hölls under våren"],
  "documents.toldResults.communicated": ["Var och när invånarna fick veta", "Where and when residents were told", "[ lokaltidningen 2020-02-12 ]"],
  "documents.sources.title": ["Vad källan heter", "What the source is called", "Pressmeddelande"],
  "documents.sources.url": ["Dess adress", "Its address", "https://exempel.se/lofte"],
  "documents.sources.read": ["När den lästes", "When it was read", "2026-11-01"],
  "documents.renderings.channel": ["Var", "Where", "polisens webbplats"],
  "documents.renderings.on": ["När", "When", "{ said: 2022-04 }"],
  "documents.renderings.sha256": ["Textens kontrollsumma", "The text's checksum", "64 hexadecimala tecken"],
  "documents.renderings.differs": ["Hur den skiljer sig", "How it differs", "Löfte 2 lyder «unga»"],
  "DAG.said": ["Som det är sagt: ett år, en månad, en dag, «tills vidare»", "As it was said: a year, a month, a day, “until further notice”", "hösten 2015"],
  "DAG.on": ["Dagen i kalendern, när den är känd", "The day of the calendar, where it is known", "2015-12-31"],
  "PLATS.kind": ["point, segment, area, municipality, county eller unknown", "point, segment, area, municipality, county or unknown", "municipality"],
  "PLATS.code": ["Kommunkod (fyra siffror) eller länskod (två)", "Municipality code (four digits) or county code (two)", "2101"],
  "PLATS.name": ["Namnet, som folk säger", "The name, as people say it", "Ockelbo"],
  "PLATS.position": ["Longitud och latitud i grader, WGS 84", "Longitude and latitude in degrees, WGS 84", "[ 16.72, 60.89 ]"],
  "PLATS.accuracyMetres": ["Hur nära punkten är, i meter", "How near the point is, in metres", "50"],
  "PLATS.line": ["En sträcka", "A stretch", "[ [ 16.7, 60.8 ], [ 16.8, 60.9 ] ]"],
  "PLATS.outline": ["En ytas gräns", "The outline of an area", "[ … ]"],
};

/** The field's own word in the documentation, where it belongs to a shape. */
export function wayInDocumentation(way: string): string {
  for (const [pattern, shape] of SHAPES) if (pattern.test(way)) return way.replace(pattern, shape);
  return way;
}

const inTable = new Map<string, Column>(COLUMNS.map((one) => [`${WAY_OF[one.level]}.${one.path.join(".")}`, one]));

/** What a field means; undefined where nobody has said. */
export function meaningOf(way: string): (FieldMeaning & { readonly column: string }) | undefined {
  const column = inTable.get(way);
  if (column !== undefined) return { ...column.meaning, example: column.example, column: column.name };
  const own = OWN[wayInDocumentation(way)];
  return own && { sv: own[0], en: own[1], example: own[2], column: "" };
}

/** Every field of the schema as «documents.pledges.text», in its order, and whether it must be there. */
export function fieldsOf(): readonly { readonly way: string; readonly needed: boolean }[] {
  const schema: Schema = jsonSchema();
  const found = new Map<string, boolean>();
  const look = (given: Schema, way: string, oneOfSeveral = false): void => {
    const reference = given["$ref"];
    const here =
      typeof reference === "string"
        ? (schema["$defs"] as Record<string, Schema>)[reference.split("/").at(-1)!]!
        : given;
    if (way.includes("parts.parts")) return;
    for (const one of (here["oneOf"] ?? []) as readonly Schema[]) look(one, way, true);
    if (typeof here["items"] === "object" && here["items"] !== null) look(here["items"] as Schema, way);
    const required = (here["required"] ?? []) as readonly string[];
    for (const [name, inner] of Object.entries((here["properties"] ?? {}) as Record<string, Schema>)) {
      const at = way === "" ? name : `${way}.${name}`;
      // Of several kinds of place only the kind is there in all.
      const needed = required.includes(name) && (!oneOfSeveral || name === "kind");
      found.set(at, (found.get(at) ?? true) && needed);
      look(inner, at);
    }
  };
  look(schema, "");
  return [...found].map(([way, needed]) => ({ way, needed }));
}
