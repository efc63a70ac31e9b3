// What a text is about, suggested out of the words in it: how like it is to what was coded before, and which category its words point at. A suggestion
// only; a person decides.
import type { Category } from "../category.ts";

/** The stems a text has: words of more than three letters without their Swedish ending, so that «lamporna» meets «lampa». */
export function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map(stemOf));
}

const ENDINGS = [
  "ornas",
  "arnas",
  "ernas",
  "heten",
  "orna",
  "arna",
  "erna",
  "ande",
  "ende",
  "ade",
  "are",
  "ing",
  "ar",
  "or",
  "er",
  "en",
  "et",
  "an",
  "na",
  "a",
  "e",
  "t",
  "n",
  "s",
];
function stemOf(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 4);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

const COMMON = new Set(
  "det den detta denna dessa där här och eller men för från till med utan vid mot över under efter innan inte bara också mycket många några något någon finns skulle kunde borde måste vara varit blir blev bara alla allt andra känns tycker skulle hela vara varje brukar gång ibland ofta alltid aldrig sedan när över mellan eftersom".split(
    " ",
  ),
);

/** How alike two texts are, nought to one: shared stems against all of the shorter one's, two stems count as shared when one begins the other. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const stem of few) if ([...many].some((own) => own.startsWith(stem) || stem.startsWith(own))) shared++;
  return shared / few.size;
}

export type KnownTheme = {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  /** Texts that were coded to it. */
  readonly texts: readonly string[];
};

/** The themes a text is most like, the nearest first; none that shares too little to be worth a person's look. */
export function themesLike<T extends KnownTheme>(text: string, themes: readonly T[], most = 3): readonly T[] {
  const stems = stemsOf(text);
  const words = [...stems];
  return themes
    .map((theme) => {
      const named = likeness(stemsOf(theme.name), stems);
      const said = Math.max(0, ...theme.texts.map((earlier) => likeness(stems, stemsOf(earlier))));
      const hinted = categoriesIn(words).includes(theme.category) ? 0.2 : 0;
      return { theme, score: Math.max(named, said * 0.9) + hinted };
    })
    .filter(({ score }) => score >= 0.45)
    .toSorted((a, b) => b.score - a.score || (a.theme.name < b.theme.name ? -1 : 1))
    .slice(0, most)
    .map(({ theme }) => theme);
}

/** Every theme that somebody who wrote these texts was offered to agree with: of each text while it was written, and of all of them together. */
export function themesOffered<T extends KnownTheme>(texts: readonly string[], themes: readonly T[]): readonly T[] {
  const offered = new Set([...texts, texts.join("\n")].flatMap((text) => themesLike(text, themes)));
  return themes.filter((theme) => offered.has(theme));
}

/** Beginnings of words that point at a category. */
const POINTERS: readonly (readonly [Category, string])[] = [
  ["place.lighting", "lamp belys ljus mörk släck lykt armatur"],
  ["place.vegetation", "busk träd sly häck skymm gren"],
  ["place.litter", "skräp nedskräp sopor glas papperskorg"],
  ["place.path", "trottoar gångväg cykelväg gångbana snöröj halk sand ploga"],
  ["place.stop", "hållplats buss kur stationen perrong tåg"],
  ["place.school", "skol elev rast"],
  ["place.entrance", "port entré trapphus källare"],
  ["place.signs", "skylt"],
  ["place.desolate", "ödslig öde ensam folktomt"],
  ["place.good", "trevlig fint trygg bra"],
  ["traffic.speeding", "fart hastighet fortkör kör 30-väg snabbt"],
  ["traffic.crossing", "övergångs korsning överfart"],
  ["traffic.reckless", "buskör vårdslös sladda burn"],
  ["traffic.atractor", "a-trakt epa atraktor"],
  ["traffic.moped", "moped"],
  ["traffic.snowmobile", "skoter snöskoter"],
  ["traffic.parking", "parker"],
  ["vandalism.graffiti", "klotter graffiti"],
  ["vandalism.damage", "skadegör krossa sönder vandal"],
  ["disorder.gathering", "gäng häng samlas ungdomar"],
  ["disorder.noise", "stör musik buller oväsen"],
  ["disorder.alcohol", "alkohol full öl berusad"],
  ["drugs.dealing", "langa knark drog narkotika"],
  ["theft.burglary", "inbrott"],
  ["theft.other", "stöld stulen snatt"],
  ["violence.threat", "hot hota"],
  ["fraud.other", "bedräg"],
];

function categoriesIn(stems: readonly string[]): readonly Category[] {
  return POINTERS.map(([category, beginnings]) => ({
    category,
    hits: stems.filter((stem) => beginnings.split(" ").some((one) => stem.startsWith(one) || one.startsWith(stem)))
      .length,
  }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits)
    .map(({ category }) => category);
}

/** The categories that the words of a text point at, the likeliest first. */
export function suggestCategories(text: string, most = 3): readonly Category[] {
  return categoriesIn([...stemsOf(text)]).slice(0, most);
}
