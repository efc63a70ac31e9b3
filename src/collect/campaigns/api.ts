import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { positionField } from "../../ground/place.ts";
import { dayField } from "../../ground/time.ts";
import { CATEGORIES } from "../category.ts";
import { LADDER_LEVELS } from "../dialogue.ts";
import { GRAINS } from "../pointed.ts";
import { LOOKS } from "../sent-photo.ts";
import { SOURCE_KINDS } from "../source.ts";
import { FORM_LANGS, SET_ASIDE_REASONS } from "../open-form.ts";
import { AGE_BANDS, SEXES } from "./answer.ts";
import { CAMPAIGN_METHODS, CAMPAIGN_SAMPLES, MAPS, QUESTION_KINDS } from "./campaign.ts";
import { CODED_GROUPS, CODED_TIMES, STEP_KINDS, SUBJECT_KINDS } from "./coding.ts";
import { READ_AT_ONCE, UNREAD_WHYS } from "./review.ts";
import { DISPUTE_REPLIES, DISPUTE_VERDICTS } from "./dispute.ts";
import { SHARINGS } from "../observation.ts";

const partnership = z.string();
const slug = z.string().max(80);
const words = (max: number) => z.string().trim().max(max);
const wording = (max: number) =>
  z.object({ sv: words(max), en: words(max).min(1).exactOptional(), latt: words(max).min(1).exactOptional() });
const key = z.string().max(80);

const help = wording(1000).optional();
const question = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["scale", "one", "several"]),
    options: z.array(z.object({ key, words: wording(200) })).readonly(),
    help,
  }),
  z.object({
    kind: z.literal("place"),
    options: z.array(z.object({ key, words: wording(200) })).readonly(),
    map: z.literal("off").optional(),
    help,
  }),
  z.object({ kind: z.literal("text"), help }),
]);
const item = z.object({
  id: z.string(),
  key,
  version: z.number(),
  words: wording(300),
  question,
  shownWhen: z.object({ key, among: z.array(key).readonly() }).optional(),
  breaks: z.enum(["wording", "answers"]).optional(),
});
const told = { title: wording(200), canInfluence: wording(1000), cannotInfluence: wording(1000) };
const campaign = z.object({
  id: z.string(),
  slug,
  title: z.string(),
  words: z.object(told),
  ladderLevel: z.enum(LADDER_LEVELS),
  targetGroup: z.string(),
  sampleType: z.enum(CAMPAIGN_SAMPLES),
  methods: z.array(z.enum(CAMPAIGN_METHODS)).readonly(),
  villages: z.array(z.string()).readonly(),
  invited: z.number().optional(),
  from: z.string(),
  to: z.string(),
  series: z.string(),
  items: z.array(item).readonly(),
  example: z.boolean(),
  state: z.enum(["planned", "open", "closed"]),
  openedOn: z.string().optional(),
  closedOn: z.string().optional(),
  /** What residents meet today at the form's address. */
  form: z.enum(["planned", "not-yet", "open", "past", "closed"]),
  /** Whether the one who asks may lead it. */
  mine: z.boolean(),
});
/** The middle of the square that is kept of what somebody pointed out. */
const point = z.object({ grain: z.enum(GRAINS), position: positionField });
const tally = z.object({
  key,
  version: z.number(),
  option: z.string(),
  method: z.enum(CAMPAIGN_METHODS),
  count: z.number(),
});
const counts = z.object({ waiting: z.number(), kept: z.number(), setAside: z.number() });

export const listCampaigns = endpoint({
  name: "collect.list-campaigns",
  kind: "question",
  path: "/api/collect/{partnership}/campaigns",
  summary: "Dialogkampanjerna och hur många som svarat",
  input: z.object({ partnership }),
  output: z.object({ campaigns: z.array(campaign.extend({ counts })) }),
});

export const followCampaign = endpoint({
  name: "collect.follow-campaign",
  kind: "question",
  path: "/api/collect/{partnership}/campaigns/{slug}",
  summary: "En dialogkampanj: frågorna i alla versioner, hur många som svarat och vad de valt",
  input: z.object({ partnership, slug }),
  output: z.object({
    campaign,
    counts,
    /** `byChoice`: they chose to answer beside a drawn sample, and are counted by themselves. */
    methods: z.array(z.object({ method: z.enum(CAMPAIGN_METHODS), count: z.number(), byChoice: z.boolean() })),
    /** How many paper answers the one who asks has typed in today. */
    typedToday: z.number(),
    versions: z.array(item),
    tallies: z.array(tally),
    /** How many of each group, detached from the answers; empty until the campaign is closed, and nothing under five. */
    groups: z.record(z.string(), z.number()),
    waiting: z.array(
      z.object({
        id: z.string(),
        receivedOn: z.string(),
        method: z.enum(CAMPAIGN_METHODS),
        said: z.array(z.object({ question: z.string(), text: z.string() })),
        photo: z.enum(LOOKS).optional(),
        /** Pointed out on the map, by the question it answers. */
        points: z.array(point.extend({ question: z.string() })),
      }),
    ),
    address: z.string(),
    /** Where those who ask at a door, in a square or in a meeting hand the form over. */
    links: z.array(z.object({ method: z.enum(CAMPAIGN_METHODS), address: z.string() })),
    qr: z.string(),
    /** That strangers are told what was answered, since when and by whose decision. */
    told: z.object({ on: z.string(), by: z.string() }).optional(),
  }),
});

const about = z.object({
  age: z.enum(AGE_BANDS).optional(),
  sex: z.enum(SEXES).optional(),
  /** As the form calls it: one of the campaign's own. */
  village: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
});
export const typeAnswer = endpoint({
  name: "collect.type-answer",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/typed-in",
  summary: "Skriv in ett pappersvar; samma formulär två gånger är ett svar",
  input: z.object({
    partnership,
    slug,
    /** Made for the paper where it is typed in. */
    form: idOf("form"),
    answers: z.array(z.object({ key: z.string().max(100), values: z.array(words(2000)).max(30) })).max(100),
    about,
    receipt: z.boolean().default(false),
  }),
  output: z.object({
    typedToday: z.number(),
    covered: z.array(z.string()).readonly(),
    /** Shown once, where the paper asked for it. */
    code: z.string().optional(),
  }),
});

export const undoTyped = endpoint({
  name: "collect.undo-typed-answer",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/typed-in/undoing",
  summary: "Ångra det pappersvar man själv skrev in senast",
  input: z.object({
    partnership,
    slug,
    /** The paper that is undone, and what it said: the server knows by them that it is the latest, and changes nothing if it is not. */
    form: idOf("form"),
    about,
  }),
  output: z.object({ typedToday: z.number() }),
});

const share = z.object({ value: z.number(), low: z.number(), high: z.number(), n: z.number(), method: z.string() });
export const printCampaign = endpoint({
  name: "collect.print-campaign",
  kind: "download",
  path: "/api/collect/{partnership}/campaigns/{slug}/paper/{paper}",
  summary: "Formuläret på papper, eller lappar att klippa isär",
  input: z.object({
    partnership,
    slug,
    paper: z.enum(["form", "leaflets"]),
    language: z.enum(FORM_LANGS).default("sv"),
    /** Where the form is handed in, as it is to stand on it. */
    handIn: words(120).default(""),
    /** The village that the leaflets' link carries. */
    village: slug.default(""),
  }),
  output: z.object({}),
});

export const laySeries = endpoint({
  name: "collect.lay-campaign-series",
  kind: "question",
  path: "/api/collect/{partnership}/campaigns/{slug}/series",
  summary: "Samma frågor i tidigare kampanjer av serien, år för år, med det som bryter serien",
  input: z.object({ partnership, slug }),
  output: z.object({
    questions: z
      .array(
        z.object({
          key,
          version: z.number(),
          /** The earliest first; `isSame` is false on the other side of a break. */
          years: z
            .array(
              z.object({
                slug,
                from: z.string(),
                sampleType: z.enum(CAMPAIGN_SAMPLES),
                n: z.number(),
                isSame: z.boolean(),
                answers: z
                  .array(z.object({ option: wording(200), count: z.number(), share: share.optional() }))
                  .readonly(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
});

export const listContacts = endpoint({
  name: "collect.list-contacts",
  kind: "question",
  path: "/api/collect/{partnership}/campaigns/{slug}/contacts",
  summary: "De som vill bli uppringda, i bokstavsordning och utan vad de svarade",
  input: z.object({ partnership, slug }),
  output: z.object({ contacts: z.array(z.string()).readonly() }),
});

/** What something is called in a form of ODK's: no text that anybody reads. */
const formName = z.string().regex(/^[\p{L}\d_.-]{0,120}$/u);
const newItem = {
  words: wording(300),
  kind: z.enum(QUESTION_KINDS),
  options: z.array(wording(200)).max(30).default([]),
  map: z.enum(MAPS).optional(),
  help,
  called: z.object({ key: formName, options: z.array(formName).max(30) }).optional(),
  shownWhen: z
    .object({ question: z.int().min(0).max(50), answers: z.array(z.int().min(0).max(50)).max(30) })
    .optional(),
};
export const planCampaign = endpoint({
  name: "collect.plan-campaign",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns",
  summary: "Planera en dialogkampanj; samma frågor igen blir samma serie",
  input: z.object({
    partnership,
    address: words(60).optional(),
    again: slug.optional(),
    words: z.object(told),
    ladderLevel: z.enum(LADDER_LEVELS),
    targetGroup: words(200),
    sampleType: z.enum(CAMPAIGN_SAMPLES),
    methods: z.array(z.enum(CAMPAIGN_METHODS)).min(1).max(5),
    villages: z.array(words(80).min(1)).max(40).default([]),
    invited: z.int().min(1).max(100_000).optional(),
    from: dayField,
    to: dayField,
    /** Who may see what is answered, decided once for all of it. */
    sharing: z.enum(SHARINGS).default("public"),
    items: z.array(z.object(newItem)).max(30),
  }),
  output: z.object({ slug }),
});

const moved = z.object({ slug, state: z.enum(["planned", "open", "closed"]) });
export const openCampaign = endpoint({
  name: "collect.open-campaign",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/opening",
  summary: "Öppna en kampanj: formuläret tar emot svar",
  input: z.object({ partnership, slug }),
  output: moved,
});
export const closeCampaign = endpoint({
  name: "collect.close-campaign",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/closing",
  summary: "Stäng en kampanj: inga fler svar tas emot",
  input: z.object({ partnership, slug }),
  output: moved,
});
export const extendCampaign = endpoint({
  name: "collect.extend-campaign",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/last-day",
  summary: "Ge en öppen kampanj en ny sista dag, från i dag och framåt",
  input: z.object({ partnership, slug, to: dayField }),
  output: z.object({ slug, to: z.string() }),
});

export const tellResults = endpoint({
  name: "collect.tell-results",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/results",
  summary: "Publicera svaren på en stängd kampanj: teman och antal genom skyddsgrinden, med det ni inte frågade om",
  input: z.object({ partnership, slug, notAsked: words(500) }),
  output: z.object({ toldOn: z.string() }),
});
export const takeBackResults = endpoint({
  name: "collect.take-back-results",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/results/withdrawal",
  summary: "Ta tillbaka de publicerade svaren: de öppna sidorna visar dem inte längre",
  input: z.object({ partnership, slug }),
  output: z.object({ slug }),
});

export const reviseItem = endpoint({
  name: "collect.revise-question",
  kind: "command",
  path: "/api/collect/{partnership}/campaigns/{slug}/questions/{key}",
  summary: "Ändra en fråga; i en öppen kampanj blir det en ny version som bryter serien",
  input: z.object({ partnership, slug, key, ...newItem }),
  output: z.object({ key, version: z.number(), breaks: z.enum(["wording", "answers"]).optional() }),
});

export const reviewAnswer = endpoint({
  name: "collect.review-answer",
  kind: "command",
  path: "/api/collect/{partnership}/responses/{id}/review",
  summary: "Läs ett svar: behåll det, eller lägg det åt sidan med ett av de öppna skälen",
  input: z.object({ partnership, id: idOf("response"), reason: z.enum(SET_ASIDE_REASONS).optional() }),
  output: z.object({ id: z.string(), state: z.enum(["kept", "set-aside"]) }),
});

export const reviewAnswers = endpoint({
  name: "collect.review-answers",
  kind: "command",
  path: "/api/collect/{partnership}/responses/review",
  summary: "Läs flera svar: behåll dem, eller lägg dem åt sidan med ett av de öppna skälen; vart och ett för sig",
  input: z.object({
    partnership,
    ids: z.array(idOf("response")).max(READ_AT_ONCE),
    reason: z.enum(SET_ASIDE_REASONS).optional(),
  }),
  output: z.object({
    read: z.number(),
    /** Those that were not, each with why. */
    refused: z.array(z.object({ id: z.string(), why: z.enum(UNREAD_WHYS) })).readonly(),
  }),
});

export const showResponsePhoto = endpoint({
  name: "collect.show-response-photo",
  kind: "download",
  path: "/api/collect/{partnership}/responses/{id}/photo",
  summary: "Bilden som skickades med ett svar; bara den som frågade ser den innan någon har tittat och täckt",
  input: z.object({ partnership, id: idOf("response") }),
  output: z.object({}),
});

export const coverResponsePhoto = endpoint({
  name: "collect.cover-response-photo",
  kind: "upload",
  path: "/api/collect/{partnership}/responses/{id}/photo",
  summary: "Bilden med det som pekar ut någon täckt; den som skickades försvinner",
  input: z.object({ partnership, id: idOf("response") }),
  output: z.object({ id: z.string() }),
});

export const removeResponsePhoto = endpoint({
  name: "collect.remove-response-photo",
  kind: "command",
  path: "/api/collect/{partnership}/responses/{id}/photo-removal",
  summary: "Ta bort bilden som skickades med ett svar",
  input: z.object({ partnership, id: idOf("response") }),
  output: z.object({ id: z.string() }),
});

export const listUncoded = endpoint({
  name: "collect.list-uncoded",
  kind: "question",
  path: "/api/collect/{partnership}/uncoded",
  summary: "Svar, anteckningar, synpunkter om trafiken, dialogteman och samtal som inte är kodade, med förslag",
  input: z.object({ partnership, limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(SUBJECT_KINDS),
        id: z.string(),
        text: z.string(),
        /** A photo came with it, and somebody has covered what had to be. */
        hasPhoto: z.boolean(),
        /** Pointed out with an answer; those who asked see it, nobody else. */
        points: z.array(point),
        from: z.string(),
        place: z.string(),
        category: z.enum(CATEGORIES),
        suggested: z.array(z.object({ name: z.string(), category: z.enum(CATEGORIES) })),
      }),
    ),
  }),
});

export const code = endpoint({
  name: "collect.code",
  kind: "command",
  path: "/api/collect/{partnership}/codings",
  summary: "Koda det markerade till ett tema, en plats, en tid och dem det gäller",
  input: z.object({
    partnership,
    subjects: z.array(z.object({ kind: z.enum(SUBJECT_KINDS), id: idOf("subject") })).max(200),
    theme: words(120),
    category: z.enum(CATEGORIES),
    place: words(200).default(""),
    time: z.enum(CODED_TIMES).default("any"),
    concerns: z.enum(CODED_GROUPS).default("everybody"),
  }),
  output: z.object({ theme: z.string(), coded: z.number(), codings: z.array(z.string()) }),
});

export const undoCoding = endpoint({
  name: "collect.undo-coding",
  kind: "command",
  path: "/api/collect/{partnership}/codings/{id}/undoing",
  summary: "Ångra en kodning",
  input: z.object({ partnership, id: idOf("coding") }),
  output: z.object({ id: z.string() }),
});

export const listThemes = endpoint({
  name: "collect.list-themes",
  kind: "question",
  path: "/api/collect/{partnership}/themes",
  summary: "Temana med alla källor de vilar på och vad som blivit av dem",
  input: z.object({ partnership }),
  output: z.object({
    themes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        category: z.enum(CATEGORIES),
        example: z.boolean(),
        /** Since when it may be shown to those who answer. */
        shownOn: z.string().optional(),
        shownWords: z.string(),
        sources: z.array(
          z.object({
            kind: z.enum(SOURCE_KINDS),
            source: z.string(),
            /** Those who chose to answer beside a drawn sample: never the sample's own voices. */
            byChoice: z.boolean(),
            pieces: z.number(),
            voices: z.number(),
            latest: z.string().nullable(),
          }),
        ),
        facets: z.array(
          z.object({
            place: z.string(),
            time: z.enum(CODED_TIMES),
            concerns: z.enum(CODED_GROUPS),
            count: z.number(),
          }),
        ),
        steps: z.array(z.object({ kind: z.enum(STEP_KINDS), on: z.string(), text: z.string() })),
      }),
    ),
  }),
});

export const showTheme = endpoint({
  name: "collect.show-theme",
  kind: "command",
  path: "/api/collect/{partnership}/themes/{id}/showing",
  summary: "Låt ett tema visas för dem som svarar och skriver om samma sak, eller ta bort det",
  input: z.object({ partnership, id: idOf("theme"), shown: z.boolean(), words: words(300).default("") }),
  output: z.object({ id: z.string(), shown: z.boolean() }),
});

export const tellStep = endpoint({
  name: "collect.tell-step",
  kind: "command",
  path: "/api/collect/{partnership}/themes/{id}/steps",
  summary: "Berätta vad som blivit av ett tema, för alla som har kvitto",
  input: z.object({
    partnership,
    id: idOf("theme"),
    kind: z.enum(STEP_KINDS),
    on: dayField,
    text: words(500).default(""),
  }),
  output: z.object({ id: z.string() }),
});

export const listDisputes = endpoint({
  name: "collect.list-disputes",
  kind: "question",
  path: "/api/collect/{partnership}/disputes",
  summary: "Vad de som har kvitto säger inte stämmer, och vad som svarats",
  input: z.object({ partnership }),
  output: z.object({
    disputes: z.array(
      z.object({
        id: z.string(),
        theme: z.string(),
        campaign: z.string(),
        verdict: z.enum(DISPUTE_VERDICTS),
        said: z.array(z.string()).readonly(),
        disputedOn: z.string(),
        photos: z.array(z.object({ id: z.string(), look: z.enum(LOOKS) })).readonly(),
        answerBy: z.string(),
        late: z.boolean(),
        reply: z.object({ kind: z.enum(DISPUTE_REPLIES), text: z.string(), on: z.string() }).optional(),
        /** Whether the one who asks may answer it. */
        mine: z.boolean(),
      }),
    ),
  }),
});

export const answerDispute = endpoint({
  name: "collect.answer-dispute",
  kind: "command",
  path: "/api/collect/{partnership}/disputes/{id}/reply",
  summary: "Svara på «det stämmer inte»: åtgärdas igen, är klart så här, eller kan inte därför att",
  input: z.object({ partnership, id: idOf("dispute"), reply: z.enum(DISPUTE_REPLIES), text: words(500) }),
  output: z.object({ id: z.string() }),
});

export const campaignsApi = [
  listCampaigns,
  followCampaign,
  printCampaign,
  typeAnswer,
  undoTyped,
  laySeries,
  listContacts,
  planCampaign,
  openCampaign,
  closeCampaign,
  extendCampaign,
  tellResults,
  takeBackResults,
  reviseItem,
  reviewAnswer,
  reviewAnswers,
  showResponsePhoto,
  coverResponsePhoto,
  removeResponsePhoto,
  listUncoded,
  code,
  undoCoding,
  listThemes,
  showTheme,
  tellStep,
  listDisputes,
  answerDispute,
] as const;
