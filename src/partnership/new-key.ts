// A lost key: two of one's own organisation each say with their own key «Jag ser Göran framför mig», and then a link that works once makes a new one. The old
// keys are revoked from then on; what was signed by them stands (journeys.md, journey 12).
import { command } from "../ground/command.ts";
import { grantsIn, type Person } from "../ground/party.ts";
import { no, type Refusal, yes } from "../ground/result.ts";
import { instantOf, millisecondsOf, type Instant } from "../ground/time.ts";

const WITNESSES = 2;
/** How long the question stands, and how long the link that comes of it. */
export const NEW_KEY_MINUTES = 15;
/** Whoever came in by an invitation says nothing of others for so long: one person could else invite two and be both. */
export const WITNESS_DAYS = 30;

export type KeyRenewal = {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly expiresAt: Instant;
  /** Who has said so. */
  readonly witnesses: readonly string[];
};
type NewKeyWhy =
  | "witness-of-own"
  | "witness-not-oneself"
  | "witness-twice"
  | "witness-needs-key"
  | "witness-too-new"
  | "key-of-operator"
  | "new-key-too-old"
  | "key-not-recognised"
  | "question-too-old";

/** The organisation in which one works together with somebody here; undefined where there is none. */
export function sharedWith(
  person: Person,
  partnershipId: string,
  organisationIds: readonly string[],
): string | undefined {
  return grantsIn(person, partnershipId).find(({ organisationId }) => organisationIds.includes(organisationId))
    ?.organisationId;
}

export function isOpen({ expiresAt, witnesses }: KeyRenewal, at: Instant): boolean {
  return at < expiresAt && witnesses.length < WITNESSES;
}

type Somebody = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly operator: boolean;
  /** Where they work here. */
  readonly organisationIds: readonly string[];
};
const ofOwn = (
  person: Person,
  state: Pick<Somebody, "partnershipId" | "organisationIds">,
): Refusal<NewKeyWhy> | undefined =>
  sharedWith(person, state.partnershipId, state.organisationIds) === undefined ? { why: "witness-of-own" } : undefined;

export const askNewKey = command({
  event: "key.renewal-asked",
  may: (person: Person, _input: unknown, state: Somebody & { readonly standing: KeyRenewal | undefined }) =>
    ofOwn(person, state),
  decide: (_input: unknown, state: Somebody & { readonly standing: KeyRenewal | undefined }, moment) => {
    if (moment.by.id === state.personId) return no<NewKeyWhy>("witness-not-oneself");
    // Two of one organisation do not get hold of the whole installation.
    if (state.operator) return no<NewKeyWhy>("key-of-operator");
    const { standing } = state;
    if (standing !== undefined && isOpen(standing, moment.at)) return yes({ ...standing, isNew: false });
    const organisationId = sharedWith(moment.by, state.partnershipId, state.organisationIds) ?? "";
    const expiresAt = instantOf(millisecondsOf(moment.at) + NEW_KEY_MINUTES * 60_000);
    return yes({ id: moment.newId(), organisationId, personId: state.personId, expiresAt, witnesses: [], isNew: true });
  },
});

type Witnessing = {
  readonly partnershipId: string;
  readonly renewal: KeyRenewal;
  /** Came in by an invitation less than `WITNESS_DAYS` ago. */
  readonly isNewHere: boolean;
};

/** Why somebody cannot say so, before any key is asked: greys the button, explains, and refuses on the server. */
export function witnessRefused(
  person: Pick<Person, "id">,
  { renewal, isNewHere }: Pick<Witnessing, "renewal" | "isNewHere">,
  at: Instant,
): Refusal<NewKeyWhy> | undefined {
  if (isNewHere) return { why: "witness-too-new", detail: { days: WITNESS_DAYS } };
  if (person.id === renewal.personId) return { why: "witness-not-oneself" };
  if (renewal.witnesses.includes(person.id)) return { why: "witness-twice" };
  return isOpen(renewal, at) ? undefined : { why: "new-key-too-old" };
}

export const askWitness = command({
  event: "key.witness-asked",
  may: (person: Person, _input: unknown, { partnershipId, renewal }: Witnessing & { readonly keys: number }) =>
    ofOwn(person, { partnershipId, organisationIds: [renewal.organisationId] }),
  decide: (_input: unknown, state: Witnessing & { readonly keys: number }, moment) => {
    const refused = witnessRefused(moment.by, state, moment.at);
    if (refused !== undefined) return { ok: false as const, refusal: refused };
    return state.keys === 0 ? no<NewKeyWhy>("witness-needs-key") : yes(state.renewal);
  },
});

export const witness = command({
  event: "key.witnessed",
  may: (person: Person, _input: unknown, { partnershipId, renewal }: Witnessing & Answered) =>
    ofOwn(person, { partnershipId, organisationIds: [renewal.organisationId] }),
  decide: (_input: unknown, state: Witnessing & Answered, moment) => {
    const refused = witnessRefused(moment.by, state, moment.at);
    if (refused !== undefined) return { ok: false as const, refusal: refused };
    if (!state.asked) return no<NewKeyWhy>("question-too-old");
    if (!state.genuine) return no<NewKeyWhy>("key-not-recognised");
    const witnesses = [...state.renewal.witnesses, moment.by.id];
    return yes({ renewal: { ...state.renewal, witnesses }, isWhole: witnesses.length >= WITNESSES });
  },
});
type Answered = {
  /** The question was this person's, about this very renewal. */
  readonly asked: boolean;
  /** Their own key answered it. */
  readonly genuine: boolean;
};

export const revokeKey = command({
  event: "key.revoked",
  may: () => undefined,
  decide: (input: { readonly credentialId: string }, state: { readonly keys: readonly string[] }) => {
    if (!state.keys.includes(input.credentialId)) return no("not-found");
    return state.keys.length === 1 ? no("last-key") : yes(input);
  },
});
