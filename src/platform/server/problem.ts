import type { Refusal } from "../../ground/result.ts";
import { say, type Lang, type Words } from "../../ground/words.ts";
import type { InputProblem, RefusedBy } from "./routes.ts";

/** RFC 9457 problem details: every no of the whole house in one shape. `why` is for programs, `detail` for people. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly why: string;
  readonly field?: string;
  readonly problems?: readonly InputProblem[];
  readonly requestId?: string;
};

/** The one table from who said no to what HTTP calls it. */
const STATUS: Readonly<Record<RefusedBy, number>> = {
  reading: 422,
  identity: 401,
  rights: 403,
  absence: 404,
  rule: 409,
};
const STATUS_BY_WHY: Readonly<Record<string, number>> = {
  "too-many": 429,
  "fetched-too-often": 429,
  "too-large": 413,
  "link-expired": 410,
  "nothing-published": 404,
  "not-json": 415,
  "other-site": 403,
  "database-unreachable": 503,
  "took-too-long": 503,
  "disk-full": 507,
  broken: 500,
};

export function problemOf(
  refusal: Refusal,
  by: RefusedBy,
  lang: Lang,
  refusals: Words<string>,
  more: { problems?: readonly InputProblem[] | undefined; requestId?: string } = {},
): Problem {
  const said = refusals[refusal.why];
  const detail = said === undefined ? refusal.why : say(said, lang, refusal.detail ?? {});
  const status = STATUS_BY_WHY[refusal.why] ?? STATUS[by];
  return {
    type: `/problem/${refusal.why}`,
    title: say(TITLES[status] ?? TITLES[409]!, lang),
    status,
    detail,
    why: refusal.why,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(more.problems === undefined ? {} : { problems: more.problems }),
    ...(more.requestId === undefined ? {} : { requestId: more.requestId }),
  };
}

const TITLES: Readonly<Record<number, { sv: string; en: string }>> = {
  401: { sv: "Logga in först", en: "Log in first" },
  403: { sv: "Det får du inte göra", en: "You may not do that" },
  404: { sv: "Sidan finns inte", en: "There is no such page" },
  409: { sv: "Det går inte just nu", en: "That cannot be done now" },
  410: { sv: "Länken har gått ut", en: "The link has expired" },
  413: { sv: "Filen är för stor", en: "The file is too large" },
  415: { sv: "Fel sorts innehåll", en: "Wrong kind of content" },
  422: { sv: "Något är inte ifyllt rätt", en: "Something is not filled in right" },
  429: { sv: "För många försök", en: "Too many attempts" },
  500: { sv: "Något gick sönder hos oss", en: "Something broke on our side" },
  503: { sv: "Samsyn kan inte svara just nu", en: "Samsyn cannot answer just now" },
  507: { sv: "Disken är full", en: "The disk is full" },
};

/** Sentences every stage may use without owning them. */
export const platformRefusals = {
  "not-logged-in": {
    sv: "Du behöver logga in för att göra det här. Det du skrivit ligger kvar.",
    en: "You need to log in to do this. What you wrote is still here.",
  },
  "not-yours": {
    sv: "Din roll får inte göra det här. Be samordnaren om du behöver det.",
    en: "Your role may not do this. Ask the coordinator if you need it.",
  },
  "not-found": { sv: "Sidan finns inte.", en: "There is no such page." },
  "not-understood": {
    sv: "Något i det som skickades gick inte att förstå. Inget är sparat. Se vid fältet.",
    en: "Something that was sent could not be understood. Nothing is saved. See the field.",
  },
  "not-json": { sv: "Innehållet ska vara JSON. Inget är sparat.", en: "The content must be JSON. Nothing is saved." },
  "too-many": {
    sv: "Det är många försök just nu. Inget är sparat. Vänta en minut och försök igen.",
    en: "There are many attempts just now. Nothing is saved. Wait a minute and try again.",
  },
  "too-large": {
    sv: "Filen är större än {megabytes} MB och togs inte emot. Inget annat är ändrat.",
    en: "The file is larger than {megabytes} MB and was not taken in. Nothing else is changed.",
  },
  "other-site": {
    sv: "Anropet kom från en annan webbplats och togs inte emot.",
    en: "The call came from another site and was not accepted.",
  },
  "database-unreachable": {
    sv: "Databasen svarar inte. Inget är sparat; det som fanns är helt. Försök igen om en stund.",
    en: "The database does not answer. Nothing is saved; what was there is whole. Try again in a while.",
  },
  "disk-full": {
    sv: "Disken är full. Inget nytt tas emot, det som fanns är helt. Den som driver Samsyn behöver frigöra plats.",
    en: "The disk is full. Nothing new is taken in, what was there is whole. The operator needs to free space.",
  },
  "took-too-long": {
    sv: "Svaret tog för lång tid och avbröts. Inget är ändrat. Välj ett mindre urval och försök igen.",
    en: "The answer took too long and was stopped. Nothing is changed. Choose a smaller selection and try again.",
  },
  taken: {
    sv: "Något annat har redan det namnet eller numret. Inget är sparat. Läs om sidan och försök igen, eller skriv det på nytt.",
    en: "Something else already has that name or number. Nothing is saved. Reload the page and try again, or write it anew.",
  },
  broken: {
    sv: "Något gick sönder hos oss. Inget är sparat. Försök igen; går det inte, uppge numret {requestId}.",
    en: "Something broke on our side. Nothing is saved. Try again; if it fails, quote the number {requestId}.",
  },
} satisfies Words<string>;
