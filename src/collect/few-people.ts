// So few that they can be known, though nobody is named: «tre flickor i Åmot».

/** People counted in ones to four where it is said who or where: enough for neighbours to know them. What is promised («minst två elever») tells of nobody. */
const FEW_PEOPLE =
  /(?<!\p{L})(?<!(?:minst|högst|per|varje|en till) )(?:en|ett|två|tre|fyra|[1-4])(?: \p{L}+)? (?:flick\p{L}+|pojk\p{L}+|elev\p{L}*|barn(?:en)?|ungdom\p{L}*|kvinn\p{L}+|män|man|person\p{L}*|familj\p{L}*|misstänkt\p{L}*|gärnings\p{L}+|målsägand\p{L}+|brottsoffer)(?!\p{L})/iu;

/** The words that count them; undefined where nobody is counted so few. */
export function fewPeopleIn(text: string): string | undefined {
  return FEW_PEOPLE.exec(text)?.[0];
}
