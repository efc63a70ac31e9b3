import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { SPANS } from "../../ground/fewest.ts";
import { dayField, instantField, readDay } from "../../ground/time.ts";
import { FLOOR_CHOICES } from "../floor.ts";
import { SHARINGS } from "../observation.ts";
import { PERSON_KINDS } from "../person-in-text.ts";
import { SOURCE_KINDS } from "../source.ts";
import { HELD_KINDS, RULE_KINDS } from "./retention.ts";
import { REVIEW_VERDICTS } from "./review.ts";

const partnership = z.string();
const slug = z.string().max(120);
const text = (longest: number) => z.string().max(longest);
const day = z.string().transform((value, context) => readDay(value) ?? (context.addIssue("not-a-day"), z.NEVER));

export const listPersonReviews = endpoint({
  name: "collect.list-person-reviews",
  kind: "question",
  path: "/api/collect/{partnership}/person-reviews",
  summary: "Den egna organisationens anteckningar som väntar på att någon annan granskar dem",
  input: z.object({ partnership }),
  output: z.object({
    reviews: z.array(
      z.object({
        observationId: z.string(),
        walk: z.object({ slug: z.string(), title: z.string() }).optional(),
        text: z.string(),
        consequence: z.string(),
        proposal: z.string(),
        placeName: z.string(),
        wished: z.enum(SHARINGS),
        kinds: z.array(z.enum(PERSON_KINDS)).readonly(),
        reason: z.string(),
        overriddenAt: z.string(),
        /** Set aside by the one who asks: somebody else has to look. */
        mine: z.boolean(),
      }),
    ),
  }),
});

export const reviewPersons = endpoint({
  name: "collect.review-persons",
  kind: "command",
  path: "/api/collect/{partnership}/observations/{id}/person-review",
  summary: "Låt en anteckning stå eller täck över det som pekar ut någon; en annan än den som skrev den",
  input: z.object({ partnership, id: idOf("observation"), verdict: z.enum(REVIEW_VERDICTS) }),
  output: z.object({ id: z.string(), sharing: z.enum(SHARINGS) }),
});

export const listRetention = endpoint({
  name: "collect.list-retention",
  kind: "question",
  path: "/api/collect/{partnership}/retention",
  summary: "Vad den egna organisationen har, hur gammalt det är, när det går bort och varför det får finnas",
  input: z.object({ partnership }),
  output: z.object({
    sources: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        kind: z.enum(SOURCE_KINDS),
        registryNumber: z.string().optional(),
        secrecyMark: z.string().optional(),
        /** Notes that still have their words, and those whose words have gone. */
        raw: z.number(),
        disposed: z.number(),
        oldest: z.string().optional(),
        goesOn: z.string().optional(),
        hold: z.object({ reason: z.string(), heldAt: z.string() }).optional(),
      }),
    ),
    rules: z.array(
      z.object({
        id: z.string(),
        sourceKind: z.enum(RULE_KINDS),
        months: z.number(),
        body: z.string(),
        decidedOn: z.string(),
        paragraph: z.string(),
        approvedAt: z.string().optional(),
        mine: z.boolean(),
        /** What it would take now, and what lies under a hold. */
        due: z.number(),
        held: z.number(),
        /** On all of a kind that stands in no source. */
        hold: z.object({ reason: z.string(), heldAt: z.string() }).optional(),
      }),
    ),
    runs: z.array(
      z.object({
        sourceKind: z.enum(RULE_KINDS),
        olderThan: z.string(),
        observations: z.number(),
        revisions: z.number(),
        photos: z.number(),
        quotes: z.number(),
        /** Answers, hearings and what else was said outside notes. */
        texts: z.number(),
        digest: z.string(),
        doneAt: z.string(),
      }),
    ),
  }),
});

export const decideRetention = endpoint({
  name: "collect.decide-retention",
  kind: "command",
  path: "/api/collect/{partnership}/retention",
  summary: "Skriv in ett gallringsbeslut; inget går bort förrän en annan person har godkänt det",
  input: z.object({
    partnership,
    sourceKind: z.enum(RULE_KINDS),
    months: z.int().min(1).max(240),
    body: text(200),
    decidedOn: day,
    paragraph: text(60),
  }),
  output: z.object({ id: z.string() }),
});

export const approveRetention = endpoint({
  name: "collect.approve-retention",
  kind: "command",
  path: "/api/collect/{partnership}/retention/{id}/approval",
  summary: "Godkänn ett gallringsbeslut; en annan än den som skrev in det",
  input: z.object({ partnership, id: z.uuid() }),
  output: z.object({ id: z.string() }),
});

export const holdSource = endpoint({
  name: "collect.hold-source",
  kind: "command",
  path: "/api/collect/{partnership}/sources/{slug}/hold",
  summary: "Lägg en utlämnandespärr på en källa: inget i den går bort så länge den ligger",
  input: z.object({ partnership, slug, reason: text(500) }),
  output: z.object({ slug: z.string() }),
});

export const letGoSource = endpoint({
  name: "collect.let-go-source",
  kind: "command",
  path: "/api/collect/{partnership}/sources/{slug}/hold-end",
  summary: "Häv en utlämnandespärr",
  input: z.object({ partnership, slug }),
  output: z.object({ slug: z.string() }),
});

export const holdKind = endpoint({
  name: "collect.hold-kind",
  kind: "command",
  path: "/api/collect/{partnership}/retention/holds/{kind}",
  summary:
    "Lägg en utlämnandespärr på den egna organisationens alla höranden, medarbetardialoger eller synpunkter från invånare",
  input: z.object({ partnership, kind: z.enum(HELD_KINDS), reason: text(500) }),
  output: z.object({ kind: z.enum(HELD_KINDS) }),
});

export const letGoKind = endpoint({
  name: "collect.let-go-kind",
  kind: "command",
  path: "/api/collect/{partnership}/retention/holds/{kind}/end",
  summary: "Häv utlämnandespärren på höranden, medarbetardialoger eller synpunkter från invånare",
  input: z.object({ partnership, kind: z.enum(HELD_KINDS) }),
  output: z.object({ kind: z.enum(HELD_KINDS) }),
});

export const markSource = endpoint({
  name: "collect.mark-source",
  kind: "command",
  path: "/api/collect/{partnership}/sources/{slug}/mark",
  summary: "Diarienummer och sekretessmarkering för en källa",
  input: z.object({ partnership, slug, registryNumber: text(60), secrecyMark: text(120) }),
  output: z.object({ slug: z.string() }),
});

const floors = z.object({
  few: z.literal(FLOOR_CHOICES.few),
  sensitive: z.literal(FLOOR_CHOICES.sensitive),
  answers: z.literal(FLOOR_CHOICES.answers),
  span: z.enum(SPANS),
  rounded: z.boolean(),
});
const toldFloors = z.object({
  few: z.number(),
  sensitive: z.number(),
  answers: z.number(),
  span: z.enum(SPANS),
  rounded: z.boolean(),
});

export const listFloors = endpoint({
  name: "collect.list-floors",
  kind: "question",
  path: "/api/collect/{partnership}/floors",
  summary: "Hur grovt tal visas för allmänheten: det som gäller, det som är överenskommet och det som väntar på svar",
  input: z.object({ partnership }),
  output: z.object({
    now: toldFloors,
    /** What a new proposal starts from: what is agreed and holds from tomorrow too. */
    latest: toldFloors,
    coming: toldFloors.extend({ from: dayField }).nullable(),
    proposals: z.array(
      toldFloors.extend({
        id: z.string(),
        reason: z.string(),
        party: z.string(),
        askedAt: instantField,
        state: z.enum(["asked", "agreed", "declined"]),
        answer: z.string(),
        from: dayField.nullable(),
        mine: z.boolean(),
      }),
    ),
    mayAgree: z.boolean(),
  }),
});

export const proposeFloors = endpoint({
  name: "collect.propose-floors",
  kind: "command",
  path: "/api/collect/{partnership}/floors",
  summary: "Föreslå den andra parten strängare regler för vad som visas, med skäl",
  input: floors.extend({ partnership, reason: text(300) }),
  output: z.object({ id: z.string() }),
});

export const agreeFloors = endpoint({
  name: "collect.agree-floors",
  kind: "command",
  path: "/api/collect/{partnership}/floors/{id}/agreement",
  summary: "Säg ja till den andra partens förslag, med skäl; det gäller från i morgon",
  input: z.object({ partnership, id: z.uuid(), reason: text(300) }),
  output: z.object({ from: dayField.nullable() }),
});

export const declineFloors = endpoint({
  name: "collect.decline-floors",
  kind: "command",
  path: "/api/collect/{partnership}/floors/{id}/refusal",
  summary: "Säg nej till ett förslag, eller ta tillbaka sitt eget, med skäl",
  input: z.object({ partnership, id: z.uuid(), reason: text(300) }),
  output: z.object({ id: z.string() }),
});

export const privacyApi = [
  listPersonReviews,
  reviewPersons,
  listRetention,
  decideRetention,
  approveRetention,
  holdSource,
  letGoSource,
  holdKind,
  letGoKind,
  markSource,
  listFloors,
  proposeFloors,
  agreeFloors,
  declineFloors,
] as const;
