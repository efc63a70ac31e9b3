// The numbers and accounts that point at one person: personal numbers in every Swedish form, telephone numbers, e-mail addresses, registration plates,
// accounts in social media (domain.md 2.4, R1). An organisation number is nobody's: its third digit is two or more, so it is never a birthday.

/** Where in the text something stands: characters from the start. */
export type Span = { readonly at: number; readonly found: string };

// Each part is as long as it may be and no longer: a text of nothing but dots would else be tried from every dot to its end.
const EMAIL = /[\p{L}\d._%+-]{1,64}(?:@| ?[([](?:at|snabel-?a)[)\]] ?)[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/giu;
const AT_ACCOUNT = /(?<![\p{L}\d._%+-])@[\p{L}\d_.]{3,}/gu;
const SITE_ACCOUNT =
  /(?<![\p{L}\d])(?:www\.)?(?:facebook|fb|instagram|tiktok|snapchat|twitter|x|youtube|linkedin)\.com\/(?:add\/|in\/|@)?[\p{L}\d_.-]{3,}/giu;
/** «snap: kalle_99», «heter vargen.x på insta»: a word with a sign or a digit in it beside the name of the place where it is used. */
const HANDLE = String.raw`(?=[\p{L}\d._]{0,40}[\d_.][\p{L}\d_])\p{L}[\p{L}\d._]{3,}`;
const SITES = "snap(?:chat)?|insta(?:gram)?|tiktok|facebook|discord|telegram|twitter";
const NAMED_ACCOUNT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${SITES})(?:konto(?:t)?|namn)?(?: ?[:=]| är| heter| under namnet| som)* ["«”]?${HANDLE}` +
    String.raw`|(?<![\p{L}\d])heter ["«”]?${HANDLE}["»”]? på (?:${SITES})|(?<![\p{L}\d])[\p{L}\d._]{2,32}#\d{4}(?!\d)`,
  "giu",
);

/** (YY)YYMMDD-NNNN, also with + (over a hundred years old), a dash or without a sign; T and other letters stand in temporary numbers. */
const PERSONAL_NUMBER =
  /(?<![\d-])(?:18|19|20)?(\d{2})(\d{2})(\d{2})(?: ?([-+–]) ?| )?([A-Z\d]\d{3}|[Xx*]{4})(?![\d\p{L}]|-\d)/gu;
/** «född 1980-01-01», «f. 800101», «född den 3 maj 1980»: a birthday is half a personal number. */
const BIRTHDAY =
  /(?<![\p{L}])(?:född|födda|f\.) ?(?:den )?(?:(?:19|20)?\d{2}[- ]?\d{2}[- ]?\d{2}|\d{1,2}(?::?e)? (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]* (?:\d{2}|\d{4}))(?!\d)/giu;

/** A leading 0, 00 or +, an area and groups of digits with blanks, dots, slashes or hyphens between. */
const PHONE =
  /(?<![\d.,:/+-])(?:(?:\+|00)(?:46|47|45|358)[ -]?(?:\(0\) ?)?\d{1,3}|\(0\d{1,3}\)|0\d{1,3})(?:[ ./–-]{0,3}\d{2,4}){2,4}(?![\d:])/g;
/** Three letters (not I, Q, V), two digits and a digit or letter. Apart only in capitals: «hus 112» is a house. */
const PLATE =
  /(?<![\p{L}\d])(?:([A-HJ-PR-UW-Z]{3})[ -]?\d{2}[A-HJ-NPR-UW-Z\d]|[a-hj-pr-uw-z]{3}\d{2}[a-hj-npr-uw-z\d])(?![\p{L}\d]|-\p{L})/gu;
/** Apart and in small letters only beside what carries a plate. */
const SAID_PLATE =
  /(?<=(?:reg(?:\.?nr|istreringsnummer|nummer|\.|skylt)?|plåt(?:en)?|skylt(?:en)?|nummer|epan?|a-traktorn?|bil(?:en)?|moppen?|skotern?|volvon?|saaben|släp(?:et)?|hoj(?:en)?|mc|lastbil(?:en)?|skåpbil(?:en)?|kärran?|crossen?|fyrhjuling(?:en)?|husvagn(?:en)?|audin?|bmwn?|mercan?)(?: med| är|:| nr\.?)? ?["«”]?)[a-hj-pr-uw-z]{3} \d{2}[a-hj-npr-uw-z\d](?![\p{L}\d])/giu;
/** Short words that stand before a number and are no plate. */
const NO_PLATE = new Set(
  "SOS SFS SEK USD EUR NOK DKK GPS LED HUS BUS OBS LPO NTU RUT LSS SOL DNR REG MAX KPH KMH FEL PER MED OCH TEL TAB ROT PBL GCM LAN FAX HÖG LÅG".split(
    " ",
  ),
);

export function personalNumbersIn(text: string): Span[] {
  return [...spans(text, PERSONAL_NUMBER, isPersonalNumber), ...spans(text, BIRTHDAY)];
}
export function phonesIn(text: string): Span[] {
  return spans(text, PHONE, isPhone);
}
export function emailsIn(text: string): Span[] {
  return spans(text, EMAIL);
}
export function platesIn(text: string): Span[] {
  return [
    ...spans(text, PLATE, ([, letters]) => letters === undefined || !NO_PLATE.has(letters)),
    ...spans(text, SAID_PLATE),
  ];
}
export function accountsIn(text: string): Span[] {
  return [...spans(text, AT_ACCOUNT), ...spans(text, SITE_ACCOUNT), ...spans(text, NAMED_ACCOUNT)];
}

export function spans(
  text: string,
  pattern: RegExp,
  really: (match: RegExpMatchArray) => boolean = () => true,
): Span[] {
  const all: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const found = match[0].replace(/(?<![\s.,;:])[\s.,;:]+$/, "");
    if (really(match))
      all.push({ at: match.index + (found.length - found.trimStart().length), found: found.trimStart() });
  }
  return all;
}

/** A possible birthday (coordination numbers have 60 added); where no sign says what it is, also the check digit. */
function isPersonalNumber(match: RegExpMatchArray): boolean {
  const [, year = "", month = "", day = "", sign, last = ""] = match;
  const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
  if (Number(month) < 1 || Number(month) > 12 || date < 1 || date > 31) return false;
  if (sign !== undefined) return true;
  return /^\d{4}$/.test(last) && luhn(year + month + day + last);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const doubled = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Eight digits or more that are neither a date (08-11-2021, 08.11.2021) nor a span of hours (0730-0830, 07.30–08.30). */
function isPhone(match: RegExpMatchArray): boolean {
  const found = match[0];
  const digits = found.replaceAll(/\D/g, "").length;
  if (digits < 8 || digits > 14) return false;
  if (/^\d{2}[-./ ]\d{2}[-./ ]\d{4}$/.test(found)) return false;
  return !/^([01]\d|2[0-4])[.]?[0-5]\d ?[-–] ?([01]\d|2[0-4])[.]?[0-5]\d$/.test(found);
}
