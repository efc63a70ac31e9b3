// Rows P1–P29 of the domain dossier (1.7): what real promises hold, transcribed in their own words, and each turned into our model and back.
import { uuidv7 } from "../src/ground/id.ts";
import { contentField, readSaidDay, type Content } from "../src/pledge/document.ts";

type Owner = "båda" | "polisen" | "kommunen" | "annan";
type Sureness = "ca" | "minst";
export type Part = { vad: string; antal: number; säkerhet?: Sureness; varav?: Part[] };

export type PublishedRow = {
  /** "P17" for several texts of the same row: "P17 a", "P17 b". */
  id: string;
  kommun: string;
  kod: string;
  /** Parts of the municipality, where it is not for all of it. */
  områden?: string[];
  version?: string;
  från: string;
  till?: string;
  undertecknat?: string;
  parter: string[];
  undertecknare?: { part: "polisen" | "kommunen" | "annan"; ämbete: string; tf?: boolean; dag?: string }[];
  ingress?: string;
  underlag?: string[];
  löften: {
    av: Owner;
    ägare?: string;
    text: string;
    ämne: string;
    målgrupp?: string;
    öppen?: boolean;
    dellöften?: string[];
    läge?: string;
    orsaker?: string[];
    effekt?: { text: string; sikt?: "kort" | "lång"; mått?: string; riktning?: "upp" | "ned"; källa?: string };
    aktiviteter: {
      av: Owner;
      text: string;
      sätt: keyof typeof WAYS;
      medverkande?: string[];
      mål?: {
        jämförelse?: "minst" | "exakt" | "högst";
        antal?: number;
        enhet?: string;
        per?: keyof typeof PERS;
        takt?: string;
        för_varje?: { vad: string; antal?: number };
        platser?: string[];
        platsval?: string;
        tid?: string;
      };
      utgångsläge?: { värde: { antal: number; säkerhet: Sureness | "exakt" }; enhet: string; källa: string };
      senast?: string;
      säsong?: string;
      villkor?: string;
      oräknat?: string;
    }[];
  }[];
  återkoppling?: string;
  återkoppling_var?: keyof typeof PERS;
  uppföljning?: string;
  utfall?: {
    period: string;
    publicerat?: string;
    källa?: string;
    berättat?: string[];
    resultat: {
      löfte?: number;
      av?: Owner;
      antal?: number;
      säkerhet?: Sureness;
      enhet?: string;
      varav?: Part[];
      läge?: string;
      klart?: boolean;
      plats?: string;
      text?: string;
    }[];
  }[];
  andra_texter?: { kanal: string; dag?: string; skillnad?: string }[];
  överenskommelse?: string;
  jämlikhet?: string;
  anmärkning?: string;
  källa: string;
};

const OWNERS = { båda: "joint", polisen: "police", kommunen: "municipality", annan: "other" } as const;
const STANDINGS = { polisen: "police", kommunen: "municipality", annan: "third" } as const;
const SURENESS = { ca: "approximately", minst: "at-least", exakt: "exact" } as const;
const COMPARED = { minst: "at-least", exakt: "exactly", högst: "at-most" } as const;
const WAYS = {
  antal: "do-count",
  återkommande: "do-recurring",
  "en gång": "do-once",
  börja: "start",
  vidmakthålla: "maintain",
  "på begäran": "on-demand",
  "analysera först": "analyse-then-decide",
  avsikt: "intent",
} as const;
const PERS = {
  sammanlagt: "total",
  dag: "day",
  vecka: "week",
  månad: "month",
  kvartal: "quarter",
  termin: "term",
  år: "year",
} as const;

/** How one thing of a row is named in the model: the same value, a word of a closed list, a said day, or something with parts. */
type Spec = {
  readonly [name: string]: readonly [to: string, how?: Enum | "day" | { readonly each: Spec } | { readonly one: Spec }];
};
type Enum = Readonly<Record<string, string>>;

const PART: { [name: string]: readonly [string, (Enum | { each: Spec })?] } = {
  vad: ["what"],
  antal: ["actual"],
  säkerhet: ["qualifier", SURENESS],
};
PART["varav"] = ["parts", { each: PART as Spec }];

const ACTIVITY: Spec = {
  av: ["owner", OWNERS],
  text: ["text"],
  sätt: ["modality", WAYS],
  medverkande: ["supporting"],
  mål: [
    "target",
    {
      one: {
        jämförelse: ["comparator", COMPARED],
        antal: ["value"],
        enhet: ["unit"],
        per: ["per", PERS],
        takt: ["perText"],
        för_varje: ["perEntity", { one: { vad: ["name"], antal: ["count"] } }],
        platser: ["places"],
        platsval: ["placesBy"],
        tid: ["time"],
      },
    },
  ],
  utgångsläge: [
    "baseline",
    {
      one: {
        värde: ["value", { one: { antal: ["value"], säkerhet: ["qualifier", SURENESS] } }],
        enhet: ["unit"],
        källa: ["source"],
      },
    },
  ],
  senast: ["deadline", "day"],
  säsong: ["season"],
  villkor: ["condition"],
  oräknat: ["notCountableBecause"],
};
const PLEDGE: Spec = {
  av: ["owner", OWNERS],
  ägare: ["ownerSaid"],
  text: ["text"],
  ämne: ["theme"],
  målgrupp: ["targetGroup"],
  öppen: ["openSlot"],
  dellöften: ["subPledges"],
  läge: ["situation"],
  orsaker: ["causes"],
  effekt: [
    "expectedEffect",
    {
      one: {
        text: ["text"],
        sikt: ["horizon", { kort: "short", lång: "long" }],
        mått: ["indicator"],
        riktning: ["wanted", { upp: "up", ned: "down" }],
        källa: ["source"],
      },
    },
  ],
  aktiviteter: ["activities", { each: ACTIVITY }],
};
const DOCUMENT: Spec = {
  version: ["version"],
  undertecknat: ["signedOn", "day"],
  undertecknare: [
    "signatories",
    { each: { part: ["standing", STANDINGS], ämbete: ["office"], tf: ["acting"], dag: ["on", "day"] } },
  ],
  ingress: ["preamble"],
  underlag: ["basis"],
  löften: ["pledges", { each: PLEDGE }],
  återkoppling: ["feedback"],
  återkoppling_var: ["feedbackEvery", PERS],
  uppföljning: ["review"],
  utfall: [
    "toldResults",
    {
      each: {
        period: ["period"],
        publicerat: ["published"],
        källa: ["source"],
        berättat: ["communicated"],
        resultat: [
          "results",
          {
            each: {
              löfte: ["pledge"],
              av: ["by", OWNERS],
              antal: ["actual"],
              säkerhet: ["qualifier", SURENESS],
              enhet: ["unit"],
              varav: ["parts", { each: PART as Spec }],
              läge: ["status"],
              klart: ["done"],
              plats: ["place"],
              text: ["text"],
            },
          },
        ],
      },
    },
  ],
  andra_texter: ["renderings", { each: { kanal: ["channel"], dag: ["on", "day"], skillnad: ["differs"] } }],
  överenskommelse: ["agreement"],
  jämlikhet: ["equality"],
  anmärkning: ["note"],
};
/** What `convertRow` puts in by hand. */
const BY_HAND = ["id", "kommun", "kod", "områden", "från", "till", "parter", "källa"];

type Given = Record<string, unknown>;

function there(given: Given, spec: Spec, skip: readonly string[] = []): Given {
  const made: Given = {};
  for (const [name, value] of Object.entries(given)) {
    if (skip.includes(name)) continue;
    const [to, how] = spec[name] ?? [];
    if (to === undefined) throw new Error(`No place in the model for «${name}»: ${JSON.stringify(value)}`);
    if (how === undefined) made[to] = value;
    else if (how === "day") made[to] = readSaidDay(String(value), true);
    else if ("each" in how) made[to] = (value as Given[]).map((one) => there(one, how.each as Spec));
    else if ("one" in how) made[to] = there(value as Given, how.one as Spec);
    else made[to] = how[String(value)];
  }
  return made;
}

function back(made: Given, spec: Spec): Given {
  const given: Given = {};
  for (const [name, [from, how]] of Object.entries(spec)) {
    const value = made[from];
    if (value === undefined) continue;
    if (how === undefined) given[name] = value;
    else if (how === "day") given[name] = (value as { said: string }).said;
    else if ("each" in how) given[name] = (value as Given[]).map((one) => back(one, how.each as Spec));
    else if ("one" in how) given[name] = back(value as Given, how.one as Spec);
    else given[name] = Object.keys(how).find((word) => how[word] === value);
  }
  return given;
}

let ids = 0;
const id = () => uuidv7(1_600_000_000_000 + (ids += 1), new Uint8Array(10).fill(3));

export function convertRow(row: PublishedRow): Content {
  const made = there(row, DOCUMENT, BY_HAND) as Given & { pledges: (Given & { activities: Given[] })[] };
  return contentField.parse({
    basis: [],
    ...made,
    title: `Medborgarlöfte ${row.kommun} (${row.id})`,
    parties: row.parter.map((name) => ({
      standing: /polis|LPO/i.test(name) ? "police" : /kommun/i.test(name) ? "municipality" : "third",
      name,
    })),
    area:
      row.områden === undefined
        ? [{ kind: "municipality", code: row.kod, name: row.kommun }]
        : row.områden.map((name) => ({ kind: "area", name })),
    period: {
      from: readSaidDay(row.från, false),
      ...(row.till === undefined ? {} : { to: readSaidDay(row.till, true) }),
    },
    pledges: made.pledges.map((pledge, place) => ({
      ...pledge,
      id: id(),
      order: place + 1,
      problemIds: [],
      activities: pledge.activities.map((activity, index) => ({
        ...activity,
        id: id(),
        number: `${place + 1}.${index + 1}`,
      })),
    })),
    sources: [{ title: `${row.id} · ${row.kommun} · ${row.kod}`, url: row.källa }],
  });
}

export function rowBack(content: Content): PublishedRow {
  const [source] = content.sources;
  const [id = "", kommun = "", kod = ""] = (source?.title ?? "").split(" · ");
  const areas = content.area.flatMap((area) => (area.kind === "area" ? [area.name] : []));
  const given = back(content, DOCUMENT);
  return {
    ...given,
    ...(content.basis.length === 0 ? { underlag: undefined } : {}),
    id,
    kommun,
    kod,
    ...(areas.length === 0 ? {} : { områden: areas }),
    från: content.period.from.said,
    ...(content.period.to === undefined ? {} : { till: content.period.to.said }),
    parter: content.parties.map(({ name }) => name),
    källa: source?.url ?? "",
  } as unknown as PublishedRow;
}
