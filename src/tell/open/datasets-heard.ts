// What was heard, where one walked and what was measured, with what came of it, as open data.
import { slugOf } from "../../ground/words.ts";
import { column, counted, type Dataset, latest } from "./dataset.ts";
import * as values from "./values.ts";
import { datasetWords } from "./words.ts";

const { valueOf, valuesOf } = values;

// oxfmt-ignore
export const answersGiven: Dataset = {
  ...datasetWords.svar,
  name: "svar",
  themes: ["GOVE", "SOCI"],
  hasPlaces: false,
  columns: [
    column("sagt", "text", "Det som togs upp", "What was raised"),
    column("svar", "text", "Vad som blev av det", "What became of it", { values: valuesOf(values.answers) }),
    column("skal", "text", "Skälet, i den parts ord som gav det; flera med | emellan", "The reason, in the words of the party that gave it; several with | between"),
    column("datum", "day", "Dagen svaret gavs", "The day the answer was given"),
    column("dokument", "text", "Löftet det ledde till, där det gjorde det", "The promise it led to, where it did"),
    column("lofte_nummer", "integer", "Löftets nummer", "The promise's number"),
    column("underlag", "integer", "Hur många belägg det vilar på; tomt där de är för få eller kan räknas ut", "How many pieces of evidence it rests on; empty where too few or where it could be worked out"),
    column("underlag_anteckningar", "integer", "Hur många av dem som är anteckningar utanför protokoll", "How many of them are notes in no protocol"),
  ],
  rowsOf: ({ site }) =>
    site.answers.map((answer, at) => {
      const [voices, notes] = [counted("underlag", answer.voices), counted("underlag_anteckningar", answer.notes)];
      return {
        id: answer.id ?? `${answer.on}.${at + 1}`,
        cells: {
          sagt: answer.said,
          svar: valueOf(values.answers, answer.answer),
          skal: answer.reasons.map(({ party, reason }) => (party === "" ? reason : `${party}: ${reason}`)).join(" | "),
          datum: answer.on,
          dokument: answer.pledge?.documentSlug ?? null,
          lofte_nummer: answer.pledge?.order ?? null,
          underlag: voices.cell,
          underlag_anteckningar: notes.cell,
        },
        from: answer.on,
        changed: answer.on,
        withheld: [...voices.withheld, ...notes.withheld],
        example: answer.example,
        path: "/du-sa",
      };
    }),
};

// oxfmt-ignore
export const walkPoints: Dataset = {
  ...datasetWords.vandringar,
  name: "vandringar",
  themes: ["GOVE", "SOCI", "ENVI"],
  hasPlaces: true,
  columns: [
    column("vandring", "text", "Vandringens adress hos samarbetet", "The walk's address at the partnership"),
    column("vandring_titel", "text", "Vad vandringen heter", "What the walk is called"),
    column("ort", "text", "Orten", "The village"),
    column("datum", "day", "Dagen den gicks", "The day it was walked"),
    column("deltagare", "integer", "Hur många som gick med; tom där det är okänt eller för få", "How many walked along; empty where not known or too few"),
    column("punkt", "integer", "Punktens nummer i protokollet", "The point's number in the protocol"),
    column("slag", "text", "Vad det är", "What it is", { values: valuesOf(values.pointKinds) }),
    column("plats", "text", "Platsens namn", "The name of the place"),
    column("text", "text", "Vad som sågs, som i protokollet", "What was seen, as in the protocol"),
    column("forslag", "text", "Vad som föreslogs", "What was proposed"),
    column("ansvarig", "text", "Vem som sköter platsen", "Who keeps the place", { values: valuesOf(values.keepers) }),
    column("svar", "text", "Vad som svarades på mötet efteråt", "What was answered at the meeting afterwards", { values: valuesOf(values.pointAnswers) }),
    column("svar_skal", "text", "Skälet, i den ansvarigas ord", "The reason, in the words of whoever keeps it"),
    column("svar_nar", "text", "När det skulle vara gjort, som det sades", "When it would be done, as it was said"),
    column("lage", "text", "Hur långt det har kommit sedan dess; tomt där inget har hänt", "How far it has come since; empty where nothing has", { values: valuesOf(values.pointStates) }),
    column("gjort", "day", "Dagen det gjordes", "The day it was done"),
    column("kontrollerat", "day", "Dagen någon såg att det var gjort", "The day somebody saw that it was done"),
  ],
  rowsOf: ({ site }) =>
    site.walks.flatMap((walk) => {
      const walkers = counted("deltagare", walk.walkers);
      return walk.rows.map((row) => ({
        id: `${walk.slug}.${String(row.number).padStart(3, "0")}`,
        cells: {
          vandring: walk.slug,
          vandring_titel: walk.title,
          ort: walk.village,
          datum: walk.on,
          deltagare: walkers.cell,
          punkt: row.number,
          slag: valueOf(values.pointKinds, row.kind),
          plats: row.place,
          text: row.text,
          forslag: row.proposal,
          ansvarig: valueOf(values.keepers, row.manager),
          svar: valueOf(values.pointAnswers, row.answer),
          svar_skal: row.reason,
          svar_nar: row.when,
          lage: valueOf(values.pointStates, row.became === undefined ? null : (row.became.restsOn ?? row.became.state)),
          gjort: row.became?.done?.on ?? null,
          kontrollerat: row.became?.look?.on ?? null,
        },
        geometry: row.position === undefined ? null : { type: "Point" as const, coordinates: row.position },
        from: walk.on,
        changed: latest([
          walk.on,
          walk.complementedOn,
          row.became?.done?.on,
          row.became?.look?.on,
          row.became?.notDone?.on,
          row.became?.toldOn,
        ]),
        withheld: walkers.withheld,
        example: row.example,
        path: `/vandring/${walk.slug}`,
      }));
    }),
};

const KMH = { sv: "km/tim", en: "km/h" };

// oxfmt-ignore
export const measurements: Dataset = {
  ...datasetWords.vagmatningar,
  name: "vagmatningar",
  themes: ["TRAN"],
  hasPlaces: false,
  columns: [
    column("vag", "text", "Vägsträckans adress hos samarbetet", "The stretch's address at the partnership"),
    column("vag_namn", "text", "Vägsträckans namn", "The stretch's name"),
    column("jamforelsevag", "text", "Vägen som mättes för att jämföra med; tom för sträckan själv", "The road that was measured to compare with; empty for the stretch itself"),
    column("fran", "day", "Första dagen", "First day"),
    column("till", "day", "Sista dagen", "Last day"),
    column("dygn", "number", "Hur länge det mättes", "For how long it was measured", { unit: { sv: "dygn", en: "days" } }),
    column("metod", "text", "Hur det mättes", "How it was measured", { values: valuesOf(values.meterMethods) }),
    column("riktning", "text", "Riktning", "Direction"),
    column("grans", "number", "Hastighetsgränsen", "The speed limit", { unit: KMH }),
    column("fordon", "integer", "Hur många fordon som passerade", "How many vehicles passed"),
    column("fordon_med_hastighet", "integer", "Hur många av dem som har en hastighet", "How many of them have a speed"),
    column("medel", "number", "Medelhastighet, på en decimal", "Mean speed, to one decimal", { unit: KMH }),
    column("median", "number", "Medianhastighet", "Median speed", { unit: KMH }),
    column("v85", "number", "Hastigheten som 85 av 100 håller sig under", "The speed that 85 of 100 stay below", { unit: KMH }),
    column("v85_lagst", "number", "Nedre änden av 95-procentsintervallet", "Lower end of the 95 % interval", { unit: KMH }),
    column("v85_hogst", "number", "Övre änden av 95-procentsintervallet", "Upper end of the 95 % interval", { unit: KMH }),
  ],
  rowsOf: ({ site }) =>
    (site.roads ?? []).flatMap((road) =>
      road.measurements.map((one) => {
        const [all, known] = [counted("fordon", one.vehicles), counted("fordon_med_hastighet", one.withSpeed)];
        const { figures } = one;
        return {
          id: [road.slug, one.from, one.to, slugOf(one.road ?? ""), slugOf(one.direction), one.method]
            .filter((part) => part !== "")
            .join("."),
          cells: {
            vag: road.slug,
            vag_namn: road.name,
            jamforelsevag: one.road,
            fran: one.from,
            till: one.to,
            dygn: one.days,
            metod: valueOf(values.meterMethods, one.method),
            riktning: one.direction,
            grans: one.limit,
            fordon: all.cell,
            fordon_med_hastighet: known.cell,
            medel: figures?.mean === undefined ? null : Math.round(figures.mean * 10) / 10,
            median: figures?.median ?? null,
            v85: figures?.v85?.value ?? null,
            v85_lagst: figures?.v85?.low ?? null,
            v85_hogst: figures?.v85?.high ?? null,
          },
          from: one.from,
          to: one.to,
          changed: latest([one.to, road.publishedOn]),
          withheld: [
            ...all.withheld,
            ...known.withheld,
            ...(figures === null ? ["medel, median, v85: vilar på för få fordon"] : []),
          ],
          example: road.example,
          path: `/vag/${road.slug}`,
        };
      }),
    ),
};
