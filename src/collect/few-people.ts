// So few that they can be known, though nobody is named: «tre flickor i Åmot».

/** What is promised («minst två elever») tells of nobody, nor does what a year at school or a longer number is called («åk 8 elever», «12 elever»). */
const BEFORE = String.raw`(?<![\p{L}\d]|\d[.,]|\p{L}[–-])(?<!(?:minst|högst|per|varje|en till) )(?<!(?:åk|årskurs\p{L}*|klass\p{L}*)\.? (?:\d ?[–-] ?)?)`;
/** A word between: «2 yngre pojkar», «en 14-årig flicka». */
const BETWEEN = String.raw`(?: \p{L}+| \d{1,2}-årig\p{L}*)?`;
/** Those under eighteen are known among fewer than ten, others among fewer than five (the thresholds of what is counted in public). */
const YOUNG = String.raw`(?:flick\p{L}+|pojk\p{L}+|tjej(?:en|er|erna)?|kille(?:n)?|killar(?:na)?|grabb(?:en|ar|arna)?|\p{L}*elev(?:en|er|erna)?|barn(?:en)?|unga|ungdom(?:en|ar|arna)?|(?:[1-9]|1[0-7])-åring(?:en|ar|arna)?|\p{L}*ton(?:s?)åring(?:en|ar|arna)?)`;
const OTHERS = String.raw`(?:\d{2}-åring(?:en|ar|arna)?|kvinn\p{L}+|män|man|person(?:en|er|erna)?|familj(?:en|er|erna)?|misstänkt\p{L}*|gärnings\p{L}+|målsägand\p{L}+|brottsoffer)`;
const FEW_PEOPLE = new RegExp(
  `${BEFORE}(?:(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|[1-9])${BETWEEN} ${YOUNG}|(?:en|ett|två|tre|fyra|[1-4])${BETWEEN} ${OTHERS})(?!\\p{L})`,
  "giu",
);

/** The words that count them, everywhere in the text where so few are counted. */
export function everyFewIn(text: string): readonly string[] {
  return text.match(FEW_PEOPLE) ?? [];
}

/** The first of them; undefined where nobody is counted so few. */
export function fewPeopleIn(text: string): string | undefined {
  return everyFewIn(text)[0];
}
