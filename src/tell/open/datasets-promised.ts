// What is promised, what has been done of it and how both parties judged it, as open data.
import { personIn } from "../../collect/person-in-text.ts";
import type { Place } from "../../ground/place.ts";
import type { Day } from "../../ground/time.ts";
import { spanOf, type Content } from "../../pledge/document.ts";
import { slugOf } from "../../ground/words.ts";
import { contentTold } from "../promise-file.ts";
import type { Site, ToldDocument } from "../site.ts";
import { column, counted, type Dataset, type Geometry, latest, type RowSaid, type Source } from "./dataset.ts";
import * as values from "./values.ts";
import { datasetWords } from "./words.ts";

type Pledge = Content["pledges"][number];
type Activity = Pledge["activities"][number];
type Current = Site["current"][number]["activities"][number];

const { valueOf, valuesOf } = values;
const POINTS_AT_SOMEBODY = "kan peka ut en person";

// oxfmt-ignore
export const promises: Dataset = {
  ...datasetWords.loften,
  name: "loften",
  themes: ["GOVE", "JUST"],
  hasPlaces: true,
  columns: [
    column("dokument", "text", "Löftets adress hos samarbetet", "The promise's address at the partnership"),
    column("tillstand", "text", "Om texten gäller: en text som har ändrats står kvar, och ändringen är en egen text", "Whether the text holds: one that has been changed stays, and the change is a text of its own", { values: valuesOf(values.documentStates) }),
    column("version", "text", "Kontrollsumma (SHA-256) för texten som undertecknades", "Checksum (SHA-256) of the text that was signed"),
    column("period_fran", "day", "Första dagen; tom där det inte är sagt som en dag", "First day; empty where it was not said as a day"),
    column("period_till", "day", "Sista dagen; tom där det inte är sagt som en dag", "Last day; empty where it was not said as a day"),
    column("lofte_id", "text", "Samma id är samma löfte i en senare text", "The same id is the same promise in a later text"),
    column("lofte_nummer", "integer", "Löftets nummer i dokumentet", "The promise's number in the document"),
    column("omrade", "text", "Vad löftet gäller, i löftets eget ord", "What the promise is about, in its own word"),
    column("lofte_text", "text", "Löftet, ordagrant", "The promise, word for word"),
    column("aktivitet_id", "text", "Samma id är samma aktivitet i en senare text", "The same id is the same activity in a later text"),
    column("aktivitet_nummer", "text", "Aktivitetens nummer; tom för ett löfte utan aktiviteter", "The activity's number; empty for a promise without activities"),
    column("aktivitet_text", "text", "Aktiviteten, ordagrant", "The activity, word for word"),
    column("part", "text", "Vems det är", "Whose it is", { values: valuesOf(values.owners) }),
    column("ansvarig_enhet", "text", "Den enda enhet som svarar för den", "The one unit that answers for it"),
    column("malvarde", "number", "Hur många som är lovade", "How many are promised", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("jamforelse", "text", "Minst, exakt eller högst så många", "At least, exactly or at most as many", { values: valuesOf(values.comparators) }),
    column("enhet", "text", "Vad som räknas", "What is counted"),
    column("per", "text", "Per vilken tid; en annan rytm står med löftets egna ord", "Per what time; another rhythm stands in the promise's own words", { values: valuesOf(values.pers) }),
    column("platser", "text", "Platser, ordagrant; flera med | emellan", "Places, word for word; several with | between"),
    column("utfall", "number", "Hur många som har gjorts; tom för en text som inte gäller", "How many have been done; empty for a text that does not hold", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("utfall_precision", "text", "Hur säkert utfallet är räknat", "How surely it has been counted", { values: valuesOf(values.qualifiers) }),
    column("status", "text", "Parternas bedömning i den senaste uppföljningen", "The parties' judgement in the latest follow-up", { values: valuesOf(values.statuses) }),
    column("motivering", "text", "Varför de bedömer så", "Why they judge so"),
  ],
  rowsOf: (source) => source.site.documents.flatMap((document) => promiseRows(source, document)),
};

function promiseRows({ site }: Source, document: ToldDocument): readonly RowSaid[] {
  const content = contentTold(document);
  const holds = (document.changes ?? []).length === 0;
  const span = content === undefined ? document : spanOf(content);
  const done = new Map(site.current.flatMap(({ activities }) => activities.map((one) => [one.id as string, one])));
  const shared = {
    dokument: document.slug,
    tillstand: valueOf(values.documentStates, stateOf(document, holds)),
    version: document.contentHash,
    period_fran: span.from ?? null,
    period_till: span.to ?? null,
  };
  const row = (pledge: Pledge, activity: Activity | undefined): RowSaid => {
    const told = holds && activity !== undefined ? done.get(activity.id) : undefined;
    const [pledgeText, pledgeWithheld] = wordsOf("lofte_text", pledge.text);
    const [text, withheld] = wordsOf("aktivitet_text", activity?.text ?? "");
    const judged = toldWords({ motivering: told?.status?.explanation ?? null });
    const target = activity?.target;
    return {
      id: `${document.slug}.${activity?.id ?? pledge.id}`,
      cells: {
        ...shared,
        lofte_id: pledge.id,
        lofte_nummer: pledge.order,
        omrade: pledge.theme,
        lofte_text: pledgeText,
        aktivitet_id: activity?.id ?? null,
        aktivitet_nummer: activity?.number ?? null,
        aktivitet_text: text,
        part: valueOf(values.owners, activity?.owner ?? pledge.owner),
        ansvarig_enhet: activity?.accountable?.unit ?? null,
        malvarde: target?.value ?? null,
        jamforelse: valueOf(values.comparators, target?.comparator),
        enhet: target?.unit ?? null,
        per: valueOf(values.pers, target?.per) ?? target?.perText ?? null,
        platser: placesOf(activity).join(" | "),
        utfall: told === undefined ? null : told.done.value,
        utfall_precision: told === undefined ? null : valueOf(values.qualifiers, told.done.qualifier),
        status: valueOf(values.statuses, told?.status?.status),
        ...judged.cells,
      },
      geometry: geometryOf(activity?.place),
      from: span.from ?? null,
      to: span.to ?? null,
      changed: latest([document.publishedOn ?? span.from, ...daysOf(site, told)]),
      withheld: [...pledgeWithheld, ...withheld, ...judged.withheld],
      example: document.example,
      path: `/medborgarlofte/${document.slug}`,
    };
  };
  if (content === undefined) return toldRows(document, shared);
  return content.pledges.flatMap((pledge) =>
    pledge.activities.length === 0
      ? [row(pledge, undefined)]
      : pledge.activities.map((activity) => row(pledge, activity)),
  );
}

/** What was told before the signed text was: the same words with fewer facts beside them. */
function toldRows(document: ToldDocument, shared: RowSaid["cells"]): readonly RowSaid[] {
  return document.pledges.flatMap((pledge) =>
    (pledge.activities.length === 0 ? [undefined] : pledge.activities).map((activity) => {
      const [lofte_text, pledgeWithheld] = wordsOf("lofte_text", pledge.text);
      const [aktivitet_text, withheld] = wordsOf("aktivitet_text", activity?.text ?? "");
      return {
        id: `${document.slug}.${activity?.number ?? pledge.order}`,
        cells: {
          ...shared,
          lofte_nummer: pledge.order,
          lofte_text,
          aktivitet_nummer: activity?.number ?? null,
          aktivitet_text,
          ansvarig_enhet: activity?.unit ?? null,
        },
        from: document.from,
        to: document.to,
        changed: latest([document.publishedOn ?? document.from]),
        withheld: [...pledgeWithheld, ...withheld],
        example: document.example,
        path: `/medborgarlofte/${document.slug}`,
      };
    }),
  );
}

function stateOf({ state, closing }: ToldDocument, holds: boolean): keyof typeof values.documentStates {
  if (closing === "withdrawn") return "withdrawn";
  if (state === "closed") return "expired";
  return holds ? "published" : "changed";
}

/** As in the overview: words in which somebody can be known are not handed out row by row. */
function wordsOf(name: string, text: string): readonly [string | null, readonly string[]] {
  if (text === "") return [null, []];
  return personIn(text) === undefined ? [text, []] : [null, [`${name}: ${POINTS_AT_SOMEBODY}`]];
}

/** The same for several cells at once; one that says nothing stays as it is. */
function toldWords<Name extends string>(said: Readonly<Record<Name, string | null>>) {
  const found = (Object.entries(said) as [Name, string | null][])
    .filter(([, text]) => text !== null && personIn(text) !== undefined)
    .map(([name]) => name);
  return {
    cells: { ...said, ...Object.fromEntries(found.map((name) => [name, null])) },
    withheld: found.map((name) => `${name}: ${POINTS_AT_SOMEBODY}`),
  };
}

function placesOf(activity: Activity | undefined): readonly string[] {
  const named = activity?.place?.name;
  return activity?.target?.places ?? (named === undefined ? [] : [named]);
}

function geometryOf(place: Place | undefined): Geometry | null {
  if (place?.kind === "point") return { type: "Point", coordinates: place.position };
  return place?.kind === "segment" ? { type: "LineString", coordinates: place.line } : null;
}

function daysOf(site: Site, told: Current | undefined): readonly (Day | undefined)[] {
  if (told === undefined) return [];
  const report = site.reports.find(({ slug }) => slug === told.status?.report);
  return [...told.occasions.map(({ on }) => on), ...told.deviations.map(({ on }) => on), report?.on];
}

// oxfmt-ignore
export const occasions: Dataset = {
  ...datasetWords.tillfallen,
  name: "tillfallen",
  themes: ["GOVE", "JUST"],
  hasPlaces: false,
  columns: [
    column("dokument", "text", "Löftets adress hos samarbetet", "The promise's address at the partnership"),
    column("aktivitet_id", "text", "Aktiviteten, som i datamängden löften", "The activity, as in the dataset of promises"),
    column("aktivitet_nummer", "text", "Aktivitetens nummer", "The activity's number"),
    column("datum", "day", "Dagen", "The day"),
    column("antal", "number", "Hur många", "How many", { unit: { sv: "se kolumnen raknat", en: "see the column raknat" } }),
    column("antal_precision", "text", "Hur säkert det är räknat", "How surely it was counted", { values: valuesOf(values.qualifiers) }),
    column("raknat", "text", "Vad som räknades", "What was counted"),
    column("utover_loftet", "boolean", "Gjordes vid sidan av löftet och räknas inte mot det", "Done beside the promise, and not counted against it"),
    column("plats", "text", "Platsens namn, så grovt som den är sagd", "The name of the place, as coarse as it was said"),
    column("part", "text", "Vem som gjorde det", "Who did it"),
  ],
  rowsOf: ({ site }) =>
    inForce(site).flatMap(({ pledge, activity }) =>
      activity.occasions.map((occasion, at) => ({
        id: occasion.id ?? `${activity.id}.${occasion.on}.${at}`,
        cells: {
          dokument: pledge.documentSlug,
          aktivitet_id: activity.id,
          aktivitet_nummer: activity.number,
          datum: occasion.on,
          antal: occasion.count.value,
          antal_precision: valueOf(values.qualifiers, occasion.count.qualifier),
          raknat: occasion.counted,
          utover_loftet: occasion.beside === true,
          plats: occasion.place,
          part: occasion.party,
        },
        from: occasion.on,
        changed: occasion.on,
        example: pledge.example,
        path: `/lofte/${pledge.slug}`,
      })),
    ),
};

// oxfmt-ignore
export const results: Dataset = {
  ...datasetWords.resultat,
  name: "resultat",
  themes: ["GOVE", "JUST"],
  hasPlaces: false,
  columns: [
    column("tillfalle_id", "text", "Tillfället, som i datamängden tillfällen", "The occasion, as in the dataset of occasions"),
    column("aktivitet_nummer", "text", "Aktivitetens nummer", "The activity's number"),
    column("datum", "day", "Dagen", "The day"),
    column("ordning", "integer", "Radens plats bland det som kom av tillfället", "The row's place among what came of the occasion"),
    column("niva", "integer", "0 kom av tillfället; 1 och mer är «varav» av det som står närmast före på nivån under", "0 came of the occasion; 1 and more are “of which” of what stands nearest before on the level below"),
    column("vad", "text", "Vad som räknades", "What was counted"),
    column("antal", "number", "Hur många; tom där de är för få för att visas", "How many; empty where they are too few to be shown"),
    column("antal_precision", "text", "Hur säkert det är räknat", "How surely it was counted", { values: valuesOf(values.qualifiers) }),
  ],
  rowsOf: ({ site }) =>
    inForce(site).flatMap(({ pledge, activity }) =>
      activity.occasions.flatMap((occasion, at) => {
        const id = occasion.id ?? `${activity.id}.${occasion.on}.${at}`;
        return occasion.outputs.map((output, place) => {
          const { cell, withheld } = counted("antal", output.heads);
          return {
            id: `${id}.${String(place + 1).padStart(2, "0")}`,
            cells: {
              tillfalle_id: `${site.slug}.${id}`,
              aktivitet_nummer: activity.number,
              datum: occasion.on,
              ordning: place + 1,
              niva: output.depth,
              vad: output.what,
              antal: cell,
              antal_precision: cell === null ? null : valueOf(values.qualifiers, output.qualifier),
            },
            from: occasion.on,
            changed: occasion.on,
            withheld,
            example: pledge.example,
            path: `/lofte/${pledge.slug}`,
          };
        });
      }),
    ),
};

function inForce(site: Site) {
  return site.current.flatMap((pledge) => pledge.activities.map((activity) => ({ pledge, activity })));
}

// oxfmt-ignore
export const followUps: Dataset = {
  ...datasetWords.uppfoljningar,
  name: "uppfoljningar",
  themes: ["GOVE", "JUST"],
  hasPlaces: false,
  columns: [
    column("uppfoljning", "text", "Uppföljningens adress hos samarbetet", "The follow-up's address at the partnership"),
    column("period_fran", "day", "Första dagen som följs upp", "First day that is followed up"),
    column("period_till", "day", "Sista dagen som följs upp", "Last day that is followed up"),
    column("publicerad", "day", "Dagen den publicerades", "The day it was published"),
    column("undertecknad", "boolean", "Undertecknad av båda parter, och kan kontrolleras", "Signed by both parties, and can be checked"),
    column("aktivitet_nummer", "text", "Aktivitetens nummer", "The activity's number"),
    column("aktivitet_text", "text", "Aktiviteten, ordagrant", "The activity, word for word"),
    column("gjort", "number", "Hur många som gjordes under perioden; tom i uppföljningar från före undertecknandet", "How many were done in the period; empty in follow-ups from before they were signed", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("gjort_precision", "text", "Hur säkert det är räknat", "How surely it was counted", { values: valuesOf(values.qualifiers) }),
    column("vantat", "number", "Hur många som var väntade till periodens slut", "How many were expected by the end of the period", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("enhet", "text", "Vad som räknas", "What is counted"),
    column("status", "text", "Parternas gemensamma bedömning", "The parties' joint judgement", { values: valuesOf(values.statuses) }),
    column("motivering", "text", "Varför de bedömer så", "Why they judge so"),
    column("prestation", "text", "Det som gjordes, i deras ord", "What was done, in their words"),
    column("resultat", "text", "Det som hände, i deras ord", "What happened, in their words"),
    column("upplevelse", "text", "Hur det upplevs, i deras ord", "How it is felt, in their words"),
  ],
  rowsOf: ({ site }) =>
    // One party's part alone is no follow-up yet.
    site.reports
      .filter(({ waitsFor }) => waitsFor === undefined)
      .flatMap(({ body, ...report }) => {
        const cards =
          body?.pledges.flatMap(({ activities }) => activities) ??
          report.rows.map((row) => ({ ...row, done: undefined, expected: undefined, counted: undefined }));
        return cards.map((card, at) => {
          const said = toldWords({
            aktivitet_text: card.text,
            motivering: card.explanation,
            prestation: card.output,
            resultat: card.outcome,
            upplevelse: card.experience,
          });
          return {
          id: `${report.slug}.${slugOf(card.number) || at + 1}`,
          cells: {
            uppfoljning: report.slug,
            period_fran: report.from,
            period_till: report.to,
            publicerad: report.on,
            undertecknad: body !== undefined,
            aktivitet_nummer: card.number,
            gjort: card.done?.value ?? null,
            gjort_precision: valueOf(values.qualifiers, card.done?.qualifier),
            vantat: card.expected ?? null,
            enhet: card.counted ?? null,
            status: valueOf(values.statuses, card.status),
            ...said.cells,
          },
          from: report.from,
          to: report.to,
          changed: report.on,
          withheld: said.withheld,
          example: report.example,
          path: `/rapport/${report.slug}`,
          };
        });
      }),
};

// oxfmt-ignore
export const indicators: Dataset = {
  ...datasetWords.indikatorer,
  name: "indikatorer",
  themes: ["GOVE", "JUST", "SOCI"],
  hasPlaces: false,
  columns: [
    column("dokument", "text", "Löftets adress hos samarbetet", "The promise's address at the partnership"),
    column("lofte_nummer", "integer", "Löftets nummer", "The promise's number"),
    column("indikator_id", "text", "Samma id är samma mått", "The same id is the same indicator"),
    column("indikator", "text", "Vad som mäts", "What is measured"),
    column("slag", "text", "Det som görs, det som händer eller hur det upplevs: räknas aldrig ihop", "What is done, what happens or how it is felt: never added up", { values: valuesOf(values.indicatorColumns) }),
    column("enhet", "text", "Vad värdet mäts i", "What the value is measured in"),
    column("datum", "day", "Dagen avläsningen gäller", "The day the reading is of"),
    column("varde", "number", "Värdet; tomt där det vilar på för få", "The value; empty where it rests on too few", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("varde_lagst", "number", "Nedre änden av 95-procentsintervallet", "Lower end of the 95 % interval", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("varde_hogst", "number", "Övre änden av 95-procentsintervallet", "Upper end of the 95 % interval", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("antal", "number", "Hur många det vilar på; tomt där det är okänt eller för få", "How many it rests on; empty where not known or too few"),
    column("utgangslage", "boolean", "Det frusna utgångsläget", "The frozen baseline"),
    column("jamforbar", "boolean", "Kan jämföras med avläsningarna före", "Can be compared with the readings before"),
    column("malvarde", "number", "Målet, där ett är satt", "The goal, where there is one", { unit: { sv: "se kolumnen enhet", en: "see the column enhet" } }),
    column("beror_pa_kontroll", "boolean", "Måttet stiger när någon kontrollerar mer", "The indicator rises when somebody controls more"),
    column("utslag", "text", "Vad avläsningarna säger tillsammans", "What the readings say together", { values: valuesOf(values.verdicts) }),
    column("kalla", "text", "Varifrån siffran kommer", "Where the figure comes from"),
    column("forbehall", "text", "Vad man behöver veta för att läsa den", "What one must know to read it"),
  ],
  rowsOf: ({ site }) =>
    site.current.flatMap((pledge) =>
      pledge.indicators.flatMap((indicator, place) => {
        const id = indicator.id ?? `${pledge.slug}.${place + 1}`;
        return indicator.readings.map(({ on, figure, n, baseline, comparable }, at) => {
          const basis = counted("antal", n);
          return {
            id: `${id}.${on}${at > 0 && indicator.readings[at - 1]?.on === on ? `.${at}` : ""}`,
            cells: {
              dokument: pledge.documentSlug,
              lofte_nummer: pledge.order,
              indikator_id: id,
              indikator: indicator.name,
              slag: valueOf(values.indicatorColumns, indicator.column),
              enhet: indicator.unit,
              datum: on,
              varde: figure?.value ?? null,
              varde_lagst: figure?.low ?? null,
              varde_hogst: figure?.high ?? null,
              antal: basis.cell,
              utgangslage: baseline,
              jamforbar: comparable,
              malvarde: indicator.target?.value ?? null,
              beror_pa_kontroll: indicator.controlDependent === true,
              utslag: valueOf(values.verdicts, indicator.verdict),
              kalla: indicator.source,
              forbehall: indicator.caveat,
            },
            from: on,
            changed: on,
            withheld: [...(figure === null ? ["varde: vilar på för få"] : []), ...basis.withheld],
            example: pledge.example,
            path: `/lofte/${pledge.slug}`,
          };
        });
      }),
    ),
};
