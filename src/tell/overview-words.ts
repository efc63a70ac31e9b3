import type { Words } from "../ground/words.ts";

/** The promise as a file in the open format. */
export const promiseFiles = {
  json: { sv: "Ladda ner löftet som JSON", en: "Download the promise as JSON" },
  csv: { sv: "Ladda ner löftet som tabell (CSV)", en: "Download the promise as a table (CSV)" },
} satisfies Words<"json" | "csv">;
