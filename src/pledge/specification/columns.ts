// The columns of the table: one row an activity, what is true of the whole promise repeated on each of its rows. Kept as data, so that the writer, the
// reader and the documentation (spec/medborgarlofte) are one.
import type { Said } from "../../ground/words.ts";
import { modalities } from "../words.ts";
import {
  type Cell,
  choiceCell,
  exceptionItem,
  formerItem,
  listCell,
  numberCell,
  partyItem,
  placeCell,
  placeItem,
  renderingItem,
  saidDayCell,
  signatoryItem,
  sourceItem,
  textCell,
  textItem,
  withdrawnItem,
  yesNoCell,
} from "./cells.ts";

/** Whose fact it is: of the whole document, of one promise in it, of one activity. */
export type Level = "document" | "pledge" | "activity";
export type Column = {
  readonly name: string;
  readonly level: Level;
  /** Where it lies in the document, promise or activity of the JSON form. */
  readonly path: readonly string[];
  readonly cell: Cell;
  readonly needed?: true;
  readonly meaning: Said;
  readonly example: string;
};

const OWNERS = choiceCell({ joint: "gemensamt", municipality: "kommunen", police: "polisen", other: "annan" });
const PERS = {
  total: "sammanlagt",
  day: "dag",
  week: "vecka",
  month: "månad",
  quarter: "kvartal",
  term: "termin",
  year: "år",
};
const MODALITIES = Object.fromEntries(Object.entries(modalities).map(([code, { sv }]) => [code, sv]));
const COMPARATORS = { "at-least": "minst", exactly: "exakt", "at-most": "högst" };
const HORIZONS = { short: "kort sikt", long: "lång sikt" };
const WANTED = { up: "öka", down: "minska" };
const AMENDMENTS = { amendment: "ändring", extension: "förlängning" };
const QUALIFIERS = { exact: "exakt", "at-least": "minst", approximately: "ungefär" };

const column =
  (level: Level) =>
  (name: string, path: string, cell: Cell, sv: string, en: string, example: string): Column => ({
    name,
    level,
    path: path.split("."),
    cell,
    meaning: { sv, en },
    example,
  });
const needed = (one: Column): Column => ({ ...one, needed: true });
const [document, pledge, activity] = [column("document"), column("pledge"), column("activity")];

// oxfmt-ignore
export const COLUMNS: readonly Column[] = [
  needed(document("titel", "title", textCell, "Löftets rubrik", "The promise's title", "Medborgarlöfte 2022–2024")),
  document("version", "version", textCell, "Vilken av flera publicerade texter", "Which of several published texts", "kommunens text"),
  needed(document("parter", "parties", listCell(partyItem), "De som lovar: kommunen, polisen och andra", "Those who promise: municipality, police and others", "kommunen: Ockelbo kommun | polisen: lokalpolisområde Gästrikland")),
  needed(document("omrade", "area", listCell(placeItem), "Var löftet gäller: kommunkod och namn, länskod och namn, eller ett ortnamn", "Where it applies: municipality code and name, county code and name, or a place name", "2101 Ockelbo")),
  needed(document("galler_fran", "period.from", saidDayCell(false), "Första dagen, så exakt som det är sagt", "First day, as exactly as it was said", "2022")),
  document("galler_till", "period.to", saidDayCell(true), "Sista dagen, så exakt som det är sagt", "Last day, as exactly as it was said", "2024"),
  document("undertecknat", "signedOn", saidDayCell(true), "När det skrevs under", "When it was signed", "2022-04-21"),
  document("inledning", "preamble", textCell, "Inledande text", "Preamble", "Polisen och Ockelbo kommun fortsätter att samverka …"),
  document("underlag", "basis", listCell(textItem), "Vad löftet bygger på", "What the promise rests on", "trygghetsvandringar | medborgardialoger"),
  document("uppfoljning", "review", textCell, "Hur och när det följs upp", "How and when it is followed up", "Följs upp varje kvartal i det lokala brottsförebyggande rådet"),
  document("aterkoppling", "feedback", textCell, "Hur invånarna får veta", "How residents are told", "På kommunens webbplats"),
  document("aterkoppling_per", "feedbackEvery", choiceCell(PERS), "Hur ofta invånarna får veta", "How often residents are told", "kvartal"),
  document("overenskommelse", "agreement", textCell, "Samverkansöverenskommelsen det ligger under", "The cooperation agreement it lies under", "Samverkansöverenskommelse 2021–2024"),
  document("lagesbild", "situationReport", textCell, "Lägesbilden det bygger på", "The situation report it rests on", "Lägesbild 2021"),
  document("jamlikhet", "equality", textCell, "För vilka det är olika, och vad som gjorts åt det", "For whom it differs, and what was done about it", "Kvinnor svarar oftare att de undviker centrum"),
  document("anmarkning", "note", textCell, "Vad som är osäkert eller saknas", "What is uncertain or lacking", "Aktiviteterna har inget antal"),
  document("kallor", "sources", listCell(sourceItem), "Var texten är publicerad: rubrik, adress, när den lästes, med ~ emellan", "Where it is published: title, address, when it was read, with ~ between", "Pressmeddelande ~ https://exempel.se/lofte ~ 2026-11-01"),
  document("klarsprak", "plain.text", textCell, "Hela löftet i klarspråk, bredvid orden som gäller", "The whole promise in plain Swedish, beside the words that hold", "Det ska vara ljust vid stationen."),
  document("klarsprak_ur", "plain.of", textCell, "Kontrollsumman av det löfte texten skrevs ur", "Checksum of the promise it was written from", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
  document("lattlast", "easyRead.text", textCell, "Hela löftet på lättläst svenska", "The whole promise in easy Swedish", "Det ska vara ljust."),
  document("lattlast_ur", "easyRead.of", textCell, "Kontrollsumman av det löfte texten skrevs ur", "Checksum of the promise it was written from", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
  document("undertecknare", "signatories", listCell(signatoryItem), "Vilka som skrev under, med ämbete och aldrig namn; dag och om det var en tillförordnad, med ~ emellan", "Who signed, by office and never by name; the day and whether acting, with ~ between", "polisen: lokalpolisområdeschef ~ 2022-04-21 ~ tf."),
  document("undantag", "exceptions", listCell(exceptionItem), "Frågor som lämnats obesvarade med avsikt: frågan, skälet, orden det gäller, med ~ emellan", "Questions left unmet on purpose: the question, the reason, the words it is about, with ~ between", "no-follow-up ~ Uppföljningen bestäms i januari"),
  document("andra_texter", "renderings", listCell(renderingItem), "Samma löfte publicerat i andra ord: var, när, kontrollsumma, hur det skiljer sig, med ~ emellan", "The same promise published in other words: where, when, checksum, how it differs, with ~ between", "polisens webbplats ~ 2022-04"),
  document("fran_forra", "formerly", listCell(formerItem), "Vad som hände med allt i det förra löftet: numret och orden där, behålls, ändras, avslutas eller lämnas över, skälet, till vem, id, med ~ emellan", "What became of everything in the promise before: number and words there, its fate, the reason, to whom, id, with ~ between", "2.1 ~ Fjorton lyktstolpar ~ avslutas ~ De står där"),
  document("andrar", "amends.documentId", textCell, "Id för det dokument som detta ändrar eller förlänger", "Id of the document that this one amends or extends", "0190163d-8694-739b-aea5-966c26f8ad91"),
  document("andrar_kontrollsumma", "amends.contentHash", textCell, "Kontrollsumman av texten som ändras", "Checksum of the text that is changed", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
  document("andrar_slag", "amends.kind", choiceCell(AMENDMENTS), "Ändring eller förlängning", "Amendment or extension", "förlängning"),
  document("andrar_skal", "amends.reason", textCell, "Varför, som alla läser det", "Why, as everybody reads it", "Bygget blev ett år senare"),
  document("utgar", "amends.withdrawn", listCell(withdrawnItem), "Aktiviteter som inte längre är lovade: numret de hade, skälet, id, med ~ emellan", "Activities that are promised no more: the number they had, the reason, id, with ~ between", "1.2 ~ Skolan har stängt ~ 0190163d-8694-739b-aea5-966c26f8ad91"),
  needed(pledge("lofte", "order", numberCell, "Löftets nummer", "The promise's number", "2")),
  needed(pledge("lofte_text", "text", textCell, "Löftet, ordagrant", "The promise, word for word", "Vi lovar att tillsammans minska droganvändningen")),
  needed(pledge("tema", "theme", textCell, "Ämne", "Theme", "droger")),
  needed(pledge("agare", "owner", OWNERS, "Vem som lovar just detta", "Who makes this promise", "gemensamt")),
  pledge("agare_sagt", "ownerSaid", textCell, "Vem, när det är någon annan än de två", "Who, where it is somebody else than the two", "kommun+fastighetsägare"),
  pledge("malgrupp", "targetGroup", textCell, "För vilka", "For whom", "unga"),
  pledge("oppen_plats", "openSlot", yesNoCell, "En plats som lämnats öppen med avsikt", "A slot left open on purpose", "nej"),
  pledge("dellofte", "subPledges", listCell(textItem), "Samma löfte för en grupp eller plats", "The same promise for a group or a place", "skolgårdarna | centrum"),
  pledge("nulage", "situation", textCell, "Hur det är nu", "How it is now", "Fyra av tio undviker stationen på kvällen"),
  pledge("orsaker", "causes", listCell(textItem), "Orsaker löftet tar tag i", "Causes the promise acts on", "mörk gångväg | få vuxna ute"),
  pledge("vantad_effekt", "expectedEffect.text", textCell, "Vad det ska leda till", "What should come of it", "Färre undviker stationen"),
  pledge("vantad_effekt_nar", "expectedEffect.horizon", choiceCell(HORIZONS), "På kort eller lång sikt", "Soon or in the long run", "lång sikt"),
  pledge("vantad_effekt_matt", "expectedEffect.indicator", textCell, "Måttet det ska synas i", "The measure it should be seen in", "andelen trygga"),
  pledge("vantad_effekt_riktning", "expectedEffect.wanted", choiceCell(WANTED), "Ska öka eller minska", "Should rise or fall", "öka"),
  pledge("vantad_effekt_kalla", "expectedEffect.source", textCell, "Varifrån måttet kommer", "Where the measure comes from", "trygghetsundersökning"),
  pledge("vantad_effekt_mal", "expectedEffect.goal", numberCell, "Målet, i måttets enhet", "The goal, in the measure's unit", "13"),
  pledge("lofte_klarsprak", "plain.text", textCell, "Löftet i klarspråk", "The promise in plain Swedish", "Gångvägen ska ha ljus."),
  pledge("lofte_klarsprak_ur", "plain.of", textCell, "Kontrollsumman av det löfte texten skrevs ur", "Checksum of the promise it was written from", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
  pledge("lofte_lattlast", "easyRead.text", textCell, "Löftet på lättläst svenska", "The promise in easy Swedish", "Vägen ska ha ljus."),
  pledge("lofte_lattlast_ur", "easyRead.of", textCell, "Kontrollsumman av det löfte texten skrevs ur", "Checksum of the promise it was written from", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
  pledge("lofte_undantag", "exceptions", listCell(exceptionItem), "Frågor som lämnats obesvarade med avsikt, som i undantag", "Questions left unmet on purpose, as in undantag", "cannot-fail ~ Så står det i överenskommelsen ~ verka för"),
  pledge("problem", "problemIds", listCell(textItem), "Id för problem som löftet svarar på, i det system filen kommer från", "Ids of problems it answers, in the system the file comes from", "0190163d-8694-739b-aea5-966c26f8ad91"),
  pledge("orsakskort", "causeIds", listCell(textItem), "Id för orsakskorten som orsakerna kommer från, i det system filen kommer från", "Ids of the cause cards the causes are from, in the system the file comes from", "0190163d-8694-739b-aea5-966c26f8ad91"),
  pledge("lofte_fortsatter", "continues", textCell, "Id för löftet som det här fortsätter", "Id of the promise this one goes on from", "0190163d-8694-739b-aea5-966c26f8ad91"),
  pledge("lofte_id", "id", textCell, "Id för löftet: samma id är samma löfte i en senare version. Utan id får det ett nytt", "The promise's id: the same id is the same promise in a later version. Without one it is given a new", "0190163d-8694-739b-aea5-966c26f8ad91"),
  needed(activity("aktivitet", "number", textCell, "Aktivitetens nummer", "The activity's number", "2.1")),
  needed(activity("aktivitet_text", "text", textCell, "Aktiviteten, ordagrant", "The activity, word for word", "Åtta trafikkontroller per år på E16")),
  needed(activity("aktivitet_agare", "owner", OWNERS, "Vems aktiviteten är", "Whose the activity is", "polisen")),
  activity("ansvarig_part", "accountable.organisationId", textCell, "Parten som den ansvariga enheten hör till, med partens namn", "The party the accountable unit belongs to, by its name", "lokalpolisområde Gästrikland"),
  activity("ansvarig_enhet", "accountable.unit", textCell, "Den enda enhet som svarar för den", "The one unit that answers for it", "Trafikgruppen"),
  activity("ansvar_accepterat", "accountable.accepted", yesNoCell, "Om enheten har tackat ja", "Whether the unit has accepted", "ja"),
  activity("medverkande", "supporting", listCell(textItem), "Andra som hjälper till", "Others who help", "fritidsgården | skolan"),
  needed(activity("slag", "modality", choiceCell(MODALITIES), "På vilket sätt", "In what way", "återkommande")),
  activity("jamforelse", "target.comparator", choiceCell(COMPARATORS), "Minst, exakt eller högst", "At least, exactly or at most", "minst"),
  activity("antal", "target.value", numberCell, "Hur många", "How many", "8"),
  activity("enhet", "target.unit", textCell, "Vad som räknas", "What is counted", "trafikkontroller"),
  activity("per", "target.per", choiceCell(PERS), "Per vilken tid", "Per what time", "år"),
  activity("per_sagt", "target.perText", textCell, "Annan rytm", "Another rhythm", "helgfri torsdag"),
  activity("for_varje", "target.perEntity.name", textCell, "Antalet gäller för var och en av dessa", "The number is for each of these", "skola"),
  activity("for_varje_antal", "target.perEntity.count", numberCell, "Hur många sådana", "How many of these", "4"),
  activity("platser", "target.places", listCell(textItem), "Platser, ordagrant", "Places, word for word", "E16 | Wij trädgårdar"),
  activity("platser_valjs", "target.placesBy", textCell, "Hur platserna väljs", "How the places are chosen", "där klagomål kommit in"),
  activity("tid", "target.time", textCell, "Tid på dagen eller veckan", "Time of day or week", "fredagskvällar"),
  activity("ej_rakneligt", "notCountableBecause", textCell, "Varför den inte kan räknas", "Why it cannot be counted", "Beror på hur många som ringer"),
  activity("plats", "place", placeCell, "Plats för just denna aktivitet", "Place of this activity", "Centrum"),
  activity("senast", "deadline", saidDayCell(true), "Senast klar", "Done by", "2023-12-31"),
  activity("arstid", "season", textCell, "Årstid eller termin", "Season or term", "höstterminen"),
  activity("villkor", "condition", textCell, "Bara om", "Only if", "om medel beviljas"),
  activity("utgangslage_grad", "baseline.value.qualifier", choiceCell(QUALIFIERS), "Hur säkert utgångsläget är känt", "How surely the baseline is known", "ungefär"),
  activity("utgangslage", "baseline.value.value", numberCell, "Utgångsläget", "The baseline", "43"),
  activity("utgangslage_enhet", "baseline.unit", textCell, "Vad utgångsläget räknas i", "What the baseline is counted in", "trafikkontroller"),
  activity("utgangslage_dag", "baseline.on", textCell, "När utgångsläget gällde", "When the baseline held", "2021-12-31"),
  activity("utgangslage_kalla", "baseline.source", textCell, "Varifrån utgångsläget är känt", "How the baseline is known", "polisens verksamhetsstatistik"),
  activity("utover_ordinarie", "beyondOrdinary", textCell, "Vad som är nytt jämfört med ordinarie arbete", "What is new beside ordinary work", "Kontrollerna görs där boende pekat"),
  activity("plats_longitud", "place.position.0", numberCell, "Platsens longitud i grader, WGS 84", "Longitude of the place in degrees, WGS 84", "16,7167"),
  activity("plats_latitud", "place.position.1", numberCell, "Platsens latitud i grader, WGS 84", "Latitude of the place in degrees, WGS 84", "60,8889"),
  activity("plats_noggrannhet", "place.accuracyMetres", numberCell, "Hur nära punkten är, i meter", "How near the point is, in metres", "50"),
  activity("aktivitet_undantag", "exceptions", listCell(exceptionItem), "Frågor som lämnats obesvarade med avsikt, som i undantag", "Questions left unmet on purpose, as in undantag", "no-number ~ Antalet beror på väglaget"),
  activity("atgard", "measureId", textCell, "Id för åtgärden i orsaksanalysen som aktiviteten är gjord av, i det system filen kommer från", "Id of the measure in the analysis that the activity was made of, in the system the file comes from", "0190163d-8694-739b-aea5-966c26f8ad91"),
  activity("aktivitet_fortsatter", "continues", textCell, "Id för aktiviteten som den här fortsätter", "Id of the activity this one goes on from", "0190163d-8694-739b-aea5-966c26f8ad91"),
  activity("aktivitet_id", "id", textCell, "Id för aktiviteten. Utan id får den ett nytt", "The activity's id. Without one it is given a new", "0190163d-8694-739b-aea5-966c26f8ad91"),
];

export const columnsOf = (level: Level): readonly Column[] => COLUMNS.filter((one) => one.level === level);
/** A column of the file's own: which rows belong to one document, where several have the same title. */
export const DOCUMENT_COLUMN = "dokument";
