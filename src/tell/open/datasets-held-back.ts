// What is on the pages and is not told, as open data: whoever counts with the other datasets knows what is missing in them, and why.
import { personIn } from "../../collect/person-in-text.ts";
import { slugOf } from "../../ground/words.ts";
import { HELD_BACK, HELD_BACK_WHY, heldBackIn, type HeldBack } from "../held-back.ts";
import { heldBackKinds, heldBackReasons } from "../held-back-words.ts";
import { column, type Dataset } from "./dataset.ts";
import { datasetWords } from "./words.ts";

const SHOWN = {
  "fewer-than": { sv: "färre än", en: "fewer than" },
  "at-least": { sv: "minst", en: "at least" },
  about: { sv: "cirka", en: "about" },
  not: { sv: "visas inte", en: "not shown" },
} as const;

// oxfmt-ignore
export const heldBack: Dataset = {
  ...datasetWords.dolt,
  name: "dolt",
  themes: ["GOVE"],
  hasPlaces: false,
  columns: [
    column("vad", "text", "Vad det är som inte visas", "What it is that is not shown", { values: HELD_BACK.map((what) => heldBackKinds[what]) }),
    column("galler", "text", "Vilket på sidan det gäller, som det heter där", "Which thing on the page it is about, as it is called there"),
    column("visas_som", "text", "Vad som står i stället", "What stands there instead", { values: Object.values(SHOWN) }),
    column("grans", "integer", "Talet som hör till: färre än så många, minst så många eller ungefär så många", "The number that belongs to it: fewer than, at least or about so many"),
    column("skal", "text", "Varför", "Why", { values: HELD_BACK_WHY.map((reason) => heldBackReasons[reason]) }),
  ],
  rowsOf: ({ site }) => heldBackIn(site).map((one) => rowOf(one, site.example)),
};

function rowOf({ path, what, of, shown, reason }: HeldBack, example: boolean) {
  return {
    id: slugOf(`${path.slice(1).replaceAll("/", " ")} ${what} ${of.sv}`),
    cells: {
      vad: heldBackKinds[what].sv,
      // As in the other datasets: words in which somebody can be known are not handed out row by row.
      galler: personIn(of.sv) === undefined ? of.sv : null,
      visas_som: SHOWN[shown?.as ?? "not"].sv,
      grans: shown?.number ?? null,
      skal: heldBackReasons[reason].sv,
    },
    changed: null,
    example,
    path,
  };
}
