// A weekly report is about common and public space: entrance, stairwell, yard, street. What points into somebody's home is refused.

/** «lgh 1203», «lägenhet 12», «apartment 4», «dörr 3». */
const APARTMENT =
  /(?<!\p{L})(?:lgh|lght|läg|lägenhet(?:en|s?nummer|s?nr)?|apartment|apt|dörr(?:en)?)\.?\s*(?:nr|nummer|no)?\.?\s*\d+/iu;
/** «2 tr höger», «3 trappor t.v.», «3tr mitt». */
const STAIR =
  /\d\s*(?:tr|trappor|trappa)\.?(?:\s*upp)?,?\s*(?:till\s+)?(?:höger|vänster|mitt|t\.?\s?[hv]\.?(?!\p{L}))/iu;
/** The numbers Lantmäteriet gives homes (1001, 1203), after an address: «Rabovägen 4, 1203». */
const AFTER_ADDRESS =
  /(?:väg|vägen|gata|gatan|gränd|stig|stigen|torget|plan)\s+\d{1,3}\s?[A-Ha-h]?,?\s+1[0-9]\d{2}(?!\d)/iu;

/** The words that point into a home; undefined where none do. */
export function homeIn(text: string): string | undefined {
  for (const pattern of [APARTMENT, STAIR, AFTER_ADDRESS]) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].trim();
  }
  return undefined;
}
