import type { Words } from "../ground/words.ts";
import type { AmendmentKind } from "../pledge/amendments/amendment.ts";

/** What is told of a promise that has been changed. */
export const changeWords = {
  changedOn: { sv: "Ändrat {day}", en: "Amended {day}" },
  extendedOn: { sv: "Förlängt {day}", en: "Extended {day}" },
  why: { sv: "Skäl", en: "Reason" },
  wholeChange: { sv: "Läs ändringen och vem som skrev under", en: "Read the change and who signed it" },
  holdsNow: {
    sv: "Texten nedan är den som gäller nu, så som den skrevs under på nytt.",
    en: "The text below is the one that holds now, as it was signed anew.",
  },
  difference: { sv: "Det här ändrades", en: "This was changed" },
  takenOut: { sv: "Aktivitet {number} utgår", en: "Activity {number} is taken out" },
  asSigned: { sv: "Så här löd det när det skrevs under", en: "How it read when it was signed" },
  asSignedLead: {
    sv: "Det första löftet står kvar, ord för ord och med sina underskrifter. Det som gjordes innan ändringen räknas kvar.",
    en: "The first promise stands, word for word and with its signatures. What was done before the change still counts.",
  },
  readAsSigned: { sv: "Läs den första texten", en: "Read the first text" },
  isChangeOf: {
    amendment: { sv: "Det här är en ändring av", en: "This is an amendment of" },
    extension: { sv: "Det här är en förlängning av", en: "This is an extension of" },
  } satisfies Words<AmendmentKind>,
  changedLater: {
    sv: "Texten har ändrats en gång till sedan dess. Den som gäller står på löftets egen sida.",
    en: "The text has been changed once more since. The one that holds is on the promise’s own page.",
  },
} as const;
