// The words of one promise, read as a resident reads them who wants to check it in a year: is there an act that can be seen, a number, a place, a day,
// and where are the words that stop the reader. Word lists and not a model: whoever is told can see why, and it answers while one types.
// How well it agrees with careful readers is measured in bench/pledge against two independent markings (docs/linter.md).

/** Words found in a text, and where: `at` counts UTF-16 units from the start, as a text field does. */
export type Words = { readonly said: string; readonly at: number };

const every = (pattern: RegExp) => new RegExp(pattern, `${pattern.flags}g`);
const words = (...stems: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${stems.join("|")})(?!\\p{L})`, "iu");

/** Phrases that nobody can fail to keep, whatever stands beside them (domain.md 1.6, journey 11). */
const HOLLOW = words(
  "arbetar? (?:aktivt |gemensamt |vidare )?(?:för|med|mot)",
  "verkar? för",
  "strävar? efter",
  "fortsätta (?:arbeta|samverka)",
  "bidrar? till",
  "vid behov",
  "om möjligt",
  "i möjligaste mån",
  "så långt (?:det är )?möjligt",
);
/** A direction or a way of being: kept or broken only if an act or a number stands beside it. */
const INTENT = words(
  "förbättra(?:d|t|de|s|r)?",
  "bättre",
  "öka(?:d|t|de|r|s)?",
  "minska(?:d|t|de|r|s)?",
  "fler",
  "färre",
  "stärk(?:a|er|s|t|ta)",
  "utveckla(?:r|d|s)?",
  "fördjupa(?:d|t|r|s)?",
  "prioriter(?:a|ar|ad|at)",
  "fokus(?:era|erar)?",
  "förebygg(?:a|er|s|ande)",
  "motverka(?:r|s)?",
  "stöd(?:ja|jer)?",
  "stötta(?:r)?",
  "främja(?:r|s)?",
  "samverka(?:r|s|n)?",
  "samordna(?:r|s|d|de|t)?",
  "samarbet(?:e|a|ar)",
  "styrs av",
  "underlätta(?:r)?",
  "förutsättningar",
  "möjliggöra?",
  "värna(?:r)?",
  "satsa(?:r|ning)?",
  "insatser (?:så att|för att)",
  "information och stöd",
  "i dialog",
);
/** What can be seen done or not done, whatever is hoped for beside it. */
const ACT = words(
  "\\p{L}*vandring(?:ar|en|arna)?",
  "nattvandra(?:r)?",
  "\\p{L}*patrull(?:er|era|erar|ering|eringar)?",
  "\\p{L}+sök",
  "ta(?:r)? \\p{L}+(?: \\p{L}+)? ur",
  "\\p{L}*kontroll(?:er|en|erna|erar)?",
  "\\p{L}*mätning(?:ar|en|arna)?",
  "mät(?:a|er|s)",
  "\\p{L}*besök(?:a|er|en|et)?",
  "\\p{L}*möten?(?:a|s)?",
  "\\p{L}*träff(?:ar|en|arna)?",
  "\\p{L}*forum",
  "\\p{L}*kampanj(?:er|en)?",
  "\\p{L}*föreläsning(?:ar|en)?",
  "\\p{L}*utbildning(?:ar|en)?",
  "\\p{L}*kvällar",
  "medborgardialog(?:er|en|erna)?",
  "\\p{L}*dialogerna",
  "arbetstid",
  "\\p{L}*tillsyn",
  "\\p{L}*besiktning(?:ar|en)?",
  "\\p{L}*översyn",
  "\\p{L}*inventering(?:ar|en)?",
  "\\p{L}*analys(?:en|er)?",
  "\\p{L}+råd",
  "\\p{L}*grupp(?:en|er)?",
  "\\p{L}*plan(?:er|en)",
  "lokaler",
  "\\p{L}*belysning(?:en)?",
  "lyktstolp(?:e|ar)",
  "snöröjning",
  "\\p{L}*skyltning",
  "skylta(?:r|s)?",
  "synlig polis",
  "uniformerad polis",
  "områdespolis(?:er)? (?:på|i)",
  "\\p{L}+insatser",
  "(?:riktade|förstärkta|extra) insatser",
  "genomför(?:a|s)?",
  "(?:an)?ordna(?:r|s)?",
  "håll(?:a|er|s)",
  "bjud(?:a|er) in",
  "delta(?:r)?",
  "medverka(?:r)?",
  "upprätta(?:r|s)?",
  "inrätta(?:r|s)?",
  "bygg(?:a|er|s)",
  "byt(?:a|er|s)",
  "sätt(?:a|er|s) upp",
  "ta(?:r|s)? fram",
  "ta(?:r|s)? bort",
  "revidera(?:r|s)?",
  "besluta(?:r|s)?",
  "erbjud(?:a|er|s)",
  "åtgärda(?:r|s)?",
  "klipp(?:a|er|s)",
  "röj(?:a|er|s)",
  "start(?:a|ar|as)",
  "inför(?:a|s)?",
  "utse(?:r|s)?",
  "publicera(?:r|s)?",
  "redovisa(?:r|s)?",
  "visa(?:r|s)?",
  "förverka(?:r|s)?",
  "bidra(?:r)? med",
  "(?:är|finns|står|går) (?:ute )?(?:på|vid|i)",
);
/** Something is done, but what is left open: enough where nothing but a direction is said beside it. */
const LOOSE_ACT = words(
  "\\p{L}*insats(?:er)?",
  "\\p{L}*åtgärd(?:er)?",
  "\\p{L}*aktivitet(?:er)?",
  "\\p{L}*närvaro",
  "\\p{L}*lägesbild(?:en|er)?",
  "\\p{L}*kontakt(?:er)?",
  "\\p{L}*dialog(?:er)?",
  "samtal(?:a|ar)?",
  "\\p{L}*information",
  "kunskap till",
  "grannsamverkan",
  "\\p{L}*värdar",
  "\\p{L}*policy",
);
/** A few words without an act are a topic, not a promise: «Narkotika», «Trafiksäkerhet i tätorten». */
const LONGEST_TOPIC = 7;

const NUMBER_WORD = "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo";
const CADENCE = words(
  "varje",
  "varannan",
  "vartannat",
  "var (?:tredje|fjärde)",
  "per (?:dag|vecka|månad|kvartal|termin|år|halvår|skola)",
  "\\p{L}*/(?:dag|vecka|månad|kvartal|termin|år)",
  "(?:dag|vecko|månads|kvartals|termins|halvårs)vis",
  "dagligen",
  "årlig(?:en|a|t)?",
  "om (?:året|dagen)",
  "i (?:veckan|månaden|kvartalet)",
);
const COUNT = words(
  `(?:minst|högst|exakt|ca|cirka|ungefär) (?:${NUMBER_WORD}|\\d{1,9})`,
  `(?:${NUMBER_WORD}|(?<!\\d)\\d{1,9}) gång(?:er)?`,
  "(?:två|tre|fyra|fem|sju|åtta|nio|tio|elva|tolv|femton|tjugo)(?! namngivna)",
);
/** Figures that count nothing: a school year, a time of day, a year, a paragraph, a speed limit. */
const NOT_A_COUNT =
  /(?:åk|årskurs|klass|kl\.?|klockan|§|lag)\s*\d[\d.:–-]*|(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,9}\s{0,3}[–-]\s{0,3}\d{1,9}|(?<!\d)\d{1,9}\s{0,3}(?:km\/h|§|-väg)/giu;
/** Done once: asking how often would be asking for nothing. */
const ONCE = words(
  "upprätta(?:r|s)?",
  "inrätta(?:r|s)?",
  "ta(?:r|s)? fram",
  "revidera(?:r|s)?",
  "start(?:a|ar|as)",
  "inför(?:a|s)?",
  "bygg(?:a|er|s)",
  "(?:operativ|gemensam) grupp",
  "delta(?:r)? (?:vid|i) \\p{L}+ (?:19|20)\\d\\d",
);

const MONTH =
  "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|våren|sommaren|hösten|vintern|höst|vår|jul|påsk|skolstart|skolavslutning(?:en)?";
const DATE = words(
  MONTH,
  "(?:19|20)\\d\\d",
  "termin(?:en|er)?",
  "läsåret",
  "senast",
  "före den",
  "(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar|en|arna)?",
  "\\p{L}*helg(?:er|en|erna)?",
  "inom (?:en|ett|två|tre|\\d+)",
);

/** Kinds of place a resident can find, and the whole municipality. */
const PLACE = words(
  "\\p{L}*skol(?:a|an|or|orna|område|gård(?:en|ar)?)",
  "förskol(?:a|or)",
  "åk|årskurs(?:erna)?",
  "\\p{L}*centrum",
  "centralort(?:en)?",
  "tätort(?:en|er|erna)?",
  "landsbygd(?:en)?",
  "byar(?:na)?",
  "\\p{L}*torg(?:et)?",
  "\\p{L}*stationen?",
  "\\p{L}*park(?:en|er|erna)?",
  "fritidsgård(?:en|ar|arna)?",
  "fritidsgården",
  "krog(?:ar|en|arna)?",
  "bibliotek(?:et|en)?",
  "motionssling(?:a|or)",
  "gångtunn(?:el|lar)",
  "gångväg(?:en|ar|arna)?",
  "cykelban(?:a|or|an|orna)",
  "genomfart(?:en)?",
  "offentlig miljö",
  "ytterområden",
  "bostadsområd(?:e|en|et)",
  "handelsområd(?:e|et)",
  "butik(?:en|er)?",
  "brottsutsatta platser",
  "platser med",
  "centrala \\p{Lu}\\p{L}+",
  "hela kommunen",
  "kommunens (?:skolor|byar|orter)",
  "delar av kommunen",
  "skolbesök",
  "föräldramöten",
);
/** A name after a preposition: «i Björbo», «vid Läggesta», «på Bruksvägen». */
const NAMED_PLACE = /(?<!\p{L})(?:i|på|vid|kring|längs|utanför|runt|mellan|till|via|bl\.a\.)\s+\p{Lu}\p{Ll}{2,}/u;
/** Has no place of its own to say: one body, one document. */
const PLACELESS =
  /(?<!\p{L})(?:\p{L}*lägesbild\p{L}*|\p{L}+råd(?:et)?|\p{L}*grupp(?:en)?|ordningsföreskrift\p{L}*|\p{L}*ägare|\p{L}*policy)(?!\p{L})/iu;

/** What the law or the ordinary work asks for anyhow (lag 2023:196, 4–9 §§; alkohollagen; väghållarens ansvar). */
const DUTY = words(
  "\\p{L}*lägesbild(?:en|er)?",
  "åtgärdsplan(?:en)?",
  "samverkansöverenskommelse(?:n)?",
  "fortsätt(?:a|er|s)",
  "fortsatt(?:a)?",
  "förverka(?:r)?",
  "inriktning(?:en)?",
);
/** Ordinary work where neither how much more nor where is said. */
const ORDINARY = words(
  "trafikkontroller",
  "patrullering",
  "tillsyn",
  "snöröjning",
  "belysning och vägmarkering",
  "rattfylleri",
  "rondera(?:r)?",
  "(?<!riktade )(?<!planerade )insatser mot",
);
const MORE_THAN_BEFORE = words("utökad(?:e)?", "fler", "extra", "förstärkt(?:a)?", "dubbl(?:a|era|erar)", "utöver");

/** Words of the office and of the trade (Statsrådsberedningen, «Svarta listan»; Myndigheternas skrivregler), and abbreviations nobody has explained. */
const OFFICIALESE = words(
  "bl\\.\\s?a\\.",
  "t\\.\\s?ex\\.",
  "m\\.\\s?m\\.",
  "avs\\.",
  "avseende",
  "gällande",
  "erforderlig\\p{L}*",
  "i syfte att",
  "rörande",
  "innevarande",
  "ifrågavarande",
  "förefinn(?:as|s)",
  "föreligg(?:a|er)",
  "vidta(?:r|ga)? åtgärder",
  "tillse(?:r)?",
  "åvila(?:r)?",
  "härvidlag",
  "således",
  "problematik(?:en)?",
  "hot ?spot(?:s)?",
  "antilangning(?:en)?",
  "social hållbarhet",
  "ordningsstörning(?:ar)?",
  "ordningsföreskrifter",
  "otrygghetsfaktorer",
  "brottsaktiva",
  "trafiksäkerhetssamverkan",
  "samverkansform(?:er)?",
  "inriktningsbeslut",
  "inriktning per verksamhet",
  "förlägg(?:a|er)",
  "förverka(?:r)?",
  "riskhelger",
);
const ABBREVIATION = /(?<![\p{L}\d])(?!EU(?!\p{L})|SMS(?!\p{L})|TV(?!\p{L}))\p{Lu}{3,6}S?(?![\p{L}\d]|\s*\()/u;

const EVERY_HOLLOW = every(HOLLOW);
const EVERY_OFFICIALESE = every(OFFICIALESE);
const EVERY_ABBREVIATION = every(ABBREVIATION);

export type Wording = {
  /** The words that make it impossible to fail; none where it can. */
  readonly hollow: readonly Words[];
  readonly number: boolean;
  readonly once: boolean;
  readonly place: boolean;
  readonly date: boolean;
  readonly duty: Words | undefined;
  readonly office: readonly Words[];
};

/**
 * Reads one text. `countable`: a number stands in a field beside it. `hope`: activities below it say what is done, so that the text itself may be a
 * hope («Ockelbo ska bli en tryggare plats»): only the phrases that are hollow whatever stands beside them are then told.
 */
export function readWording(text: string, beside: { readonly countable: boolean; readonly hope: boolean }): Wording {
  const number = COUNT.test(text) || CADENCE.test(text) || /\d/u.test(text.replace(NOT_A_COUNT, ""));
  const hollow = findAll(EVERY_HOLLOW, text);
  const place = PLACE.test(text) || NAMED_PLACE.test(text) || PLACELESS.test(text);
  return {
    hollow: hollow.length > 0 || beside.hope || beside.countable || number ? hollow : hollowAlone(text),
    number,
    once: ONCE.test(text),
    place,
    date: DATE.test(text) || CADENCE.test(text),
    duty:
      find(DUTY, text) ??
      (number || beside.countable || MORE_THAN_BEFORE.test(text) || place ? undefined : find(ORDINARY, text)),
    office: [...findAll(EVERY_OFFICIALESE, text), ...findAll(EVERY_ABBREVIATION, text)].toSorted((a, b) => a.at - b.at),
  };
}

/** Where nothing stands beside it: a direction without an act, or a topic. */
function hollowAlone(text: string): readonly Words[] {
  if (text.trim() === "" || ACT.test(text)) return [];
  const intent = find(INTENT, text);
  if (intent !== undefined) return [intent];
  const topic = (text.match(/\S+/gu) ?? []).length <= LONGEST_TOPIC;
  return topic && !LOOSE_ACT.test(text) ? [{ said: text.trim(), at: text.indexOf(text.trim()) }] : [];
}

function findAll(pattern: RegExp, text: string): readonly Words[] {
  return [...text.matchAll(pattern)].map((match) => ({ said: match[0], at: match.index }));
}

function find(pattern: RegExp, text: string): Words | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { said: match[0], at: match.index };
}
