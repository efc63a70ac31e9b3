// A hearing is about places and patterns. What sounds like a suspicion of one person belongs with the police (114 14), and what only one shop could have
// said tells who was heard.

const ONE_PERSON =
  "(?:han|hon|killen|mannen|kvinnan|tjejen|pojken|flickan|grannen|sonen|dottern|ägaren|en viss|samma person|en person)";
const DEED =
  "(?:säljer|sålde|langar|langade|stjäl|stal|stulit|snattar|snattade|misshandlar|slår|slog|hotar|hotade|krossade|klottrar|klottrade|tog sönder|rånade|knarkar)";
const SUSPICION = new RegExp(
  `(?<!\\p{L})(?:${ONE_PERSON}(?!\\p{L})[^.!?\\n]{0,60}?(?<!\\p{L})${DEED}|vi (?:vet|misstänker) (?:att|vem)[^.!?\\n]{0,20}(?<!\\p{L})${ONE_PERSON})(?!\\p{L})`,
  "iu",
);

/** The words that sound like a suspicion of one person; undefined when none do. */
export function suspicionIn(text: string): string | undefined {
  return SUSPICION.exec(text)?.[0].trim();
}

const OURS =
  /(?<!\p{L})(?:vår|vårt|våra|min|mitt|mina)\s+(?:\p{L}+\s+)?(?:butik|affär|kiosk|restaurang|pizzeria|salong|lokal|skyltfönster|dörr|entré|kassa|personal|kunder|lager|bensinmack|mack)\p{L}*/iu;
const ADDRESS = /\p{L}+(?:väg|vägen|gata|gatan|gränd|stig|stigen|torget)\s+\d{1,3}(?!\d)/iu;

/** The words by which the other organisation would understand who was heard. */
export function pointsOut(text: string): string | undefined {
  return (OURS.exec(text) ?? ADDRESS.exec(text))?.[0].trim();
}
