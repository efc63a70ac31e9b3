import { command as rule } from "../ground/command.ts";
import type { Person } from "../ground/party.ts";
import { no, yes } from "../ground/result.ts";
import { addDays, dayOf, instantOf, millisecondsOf, type Instant } from "../ground/time.ts";
import type { Asking } from "../platform/server/house.ts";
import { askForKey, askForNewKey, readNewKey, verifyKey, type StoredKey } from "../platform/server/passkeys.ts";
import { command, question, type Route } from "../platform/server/routes.ts";
import { hashToken, newToken } from "../platform/server/secrets.ts";
import * as jobs from "../platform/server/jobs/jobs.ts";
import * as outbox from "../platform/server/mail/outbox.ts";
import * as api from "./api.ts";
import { centreOf, endRole, found, INVITATION_DAYS, invite, join, openable, spokenFor, worksIn } from "./people.ts";
import { hasHandedOut } from "./first/store.ts";
import * as newKey from "./new-key.ts";
import { sendAgain } from "./operations.ts";
import * as keys from "./store-keys.ts";
import * as store from "./store.ts";
import type { PartnershipDatabase, PasskeyRow } from "./tables.ts";

type Ask = Asking<PartnershipDatabase>;

const SESSION_DAYS = 14;
const ANSWER_WITHIN_MINUTES = 10;

const later = (at: Instant, minutes: number): Instant => instantOf(millisecondsOf(at) + minutes * 60_000);
const storedKey = (row: PasskeyRow): StoredKey => ({
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
});
/** For the doors where the caller is nobody yet: the proof in the input decides, not a right. */
const anyone = () => undefined;

async function enter(ask: Ask, person: { id: string }): Promise<void> {
  const token = newToken();
  // A session is never carried over a log-in: what was there before ends (session fixation).
  if (ask.sessionToken !== undefined) await store.endSession(ask.tx, hashToken(ask.sessionToken), ask.at);
  await store.startSession(ask.tx, {
    tokenHash: hashToken(token),
    personId: person.id,
    at: ask.at,
    expiresAt: later(ask.at, SESSION_DAYS * 24 * 60),
  });
  ask.setSession(token);
}

async function challenge(
  ask: Ask,
  purpose: "log-in" | "register" | "witness",
  text: string,
  whose: { personId?: string; invitationId?: string; renewalId?: string },
): Promise<string> {
  const id = ask.newId();
  await store.keepChallenge(ask.tx, {
    id,
    challenge: text,
    purpose,
    person_id: whose.personId ?? null,
    invitation_id: whose.invitationId ?? null,
    renewal_id: whose.renewalId ?? null,
    expires_at: later(ask.at, ANSWER_WITHIN_MINUTES),
  });
  return id;
}

/** The organisations a person may say yes for. */
const spokenOrganisations = (person: Person): string[] => [
  ...new Set(
    person.grants
      .filter(({ organisationId }) => spokenFor(person, organisationId) !== undefined)
      .map(({ organisationId }) => organisationId),
  ),
];

const whoAmI = question(
  api.whoAmI,
  async (_input, ask: Ask) => {
    const { person } = ask;
    if (person === undefined) return yes({ demo: ask.site.demo, person: null, partnerships: [], asked: [] });
    const ids = [...new Set(person.grants.map(({ partnershipId }) => partnershipId))];
    const held = await store.passkeysOf(ask.tx, person.id);
    return yes({
      demo: ask.site.demo,
      person: { ...person, grants: [...person.grants], keys: held.length },
      partnerships: await store.partnershipsOf(ask.tx, ids),
      asked: await store.askedOf(ask.tx, spokenOrganisations(person)),
    });
  },
  { as: "system" },
);

const askToLogIn = command(
  api.logInOptions,
  {
    rule: rule({ event: "log-in.asked", may: anyone, decide: () => yes({}) }),
    load: async () => ({}),
    write: async (_outcome, ask: Ask) => {
      const options = await askForKey(ask.site, []);
      return { challengeId: await challenge(ask, "log-in", options.challenge, {}), options: { ...options } };
    },
    subject: () => undefined,
    quiet: () => true,
  },
  { as: "system" },
);

const logIn = command(
  api.logIn,
  {
    rule: rule({
      event: "person.logged-in",
      may: anyone,
      decide: (_input, state: { person?: Person; refused?: "question-too-old" | "key-not-recognised" }) =>
        state.person === undefined ? no(state.refused ?? "key-not-recognised") : yes(state.person),
    }),
    load: async (input, ask: Ask) => {
      const asked = await store.takeChallenge(ask.tx, input.challengeId, "log-in", ask.at);
      if (asked === undefined) return { refused: "question-too-old" as const };
      const key = await store.passkeyById(ask.tx, input.answer.id);
      if (key === undefined) return { refused: "key-not-recognised" as const };
      const counter = await verifyKey(ask.site, asked.challenge, storedKey(key), input.answer);
      if (counter === undefined) return { refused: "key-not-recognised" as const };
      await store.noteUse(ask.tx, key.credential_id, counter, ask.at);
      const person = await store.personWithGrants(ask.tx, key.person_id);
      return person === undefined ? { refused: "key-not-recognised" as const } : { person };
    },
    write: async (person, ask: Ask) => {
      await enter(ask, person);
      return { name: person.name };
    },
    subject: (person) => person.id,
  },
  { as: "system" },
);

const demoPeople = question(
  api.demoPeople,
  async (_input, ask: Ask) => (ask.site.demo ? yes({ people: await store.demoPeople(ask.tx) }) : no("demo-only")),
  { as: "system" },
);

const logInAsDemo = command(
  api.logInAsDemo,
  {
    rule: rule({
      event: "person.logged-in",
      may: anyone,
      decide: (_input, state: { demo: boolean; example: boolean; person: Person }) =>
        state.demo && state.example ? yes(state.person) : no("demo-only"),
    }),
    load: async (input, ask: Ask) => {
      const person = await store.personWithGrants(ask.tx, input.personId);
      if (person === undefined) return undefined;
      const example = (await store.demoPeople(ask.tx)).some(({ id }) => id === person.id);
      return { demo: ask.site.demo, example, person };
    },
    write: async (person, ask: Ask) => {
      await enter(ask, person);
      return { name: person.name };
    },
    subject: (person) => person.id,
  },
  { as: "system" },
);

const logOut = command(
  api.logOut,
  {
    rule: rule({ event: "person.logged-out", may: anyone, decide: (input: { everywhere: boolean }) => yes(input) }),
    load: async () => ({}),
    write: async (outcome, ask: Ask) => {
      if (outcome.everywhere && ask.person !== undefined) await store.endSessionsOf(ask.tx, ask.person.id, ask.at);
      else if (ask.sessionToken !== undefined) await store.endSession(ask.tx, hashToken(ask.sessionToken), ask.at);
      ask.setSession(undefined);
      return {};
    },
    subject: () => undefined,
  },
  { as: "system" },
);

const openInvitation = command(
  api.openInvitation,
  {
    rule: rule({
      event: "invitation.opened",
      may: anyone,
      decide: (_input, state: { invitation: Awaited<ReturnType<typeof store.invitationByToken>>; at: Instant }) => {
        const open = openable(state.invitation, state.at);
        return open.ok ? yes(state.invitation!) : open;
      },
    }),
    load: async (input, ask: Ask) => ({
      invitation: await store.invitationByToken(ask.tx, hashToken(input.token)),
      at: ask.at,
    }),
    write: async (invitation, ask: Ask) => {
      const personId = invitation.personId ?? ask.newId();
      const options = await askForNewKey(ask.site, { id: personId, name: invitation.name }, []);
      return {
        name: invitation.name,
        title: invitation.title ?? "",
        organisation: invitation.organisation ?? "",
        operator: invitation.partnershipId === undefined,
        renews: invitation.renewalId !== undefined,
        // The person's id is made here and travels in the challenge's row: the key will carry it.
        challengeId: await challenge(ask, "register", options.challenge, { invitationId: invitation.id }),
        options: { ...options },
      };
    },
    subject: () => undefined,
    quiet: () => true,
  },
  { as: "system" },
);

const acceptInvitation = command(
  api.acceptInvitation,
  {
    rule: rule({
      event: "invitation.accepted",
      may: anyone,
      decide: (
        _input,
        state: {
          invitation: Awaited<ReturnType<typeof store.invitationByToken>>;
          at: Instant;
          asked: boolean;
          key: StoredKey | undefined;
        },
        moment,
      ) => {
        const open = openable(state.invitation, state.at);
        if (!open.ok) return open;
        if (!state.asked) return no("question-too-old");
        if (state.key === undefined) return no("key-not-recognised");
        const invitation = state.invitation!;
        return yes({ invitation, key: state.key, personId: invitation.personId ?? moment.newId() });
      },
    }),
    load: async (input, ask: Ask) => {
      const invitation = await store.invitationByToken(ask.tx, hashToken(input.token));
      const asked = await store.takeChallenge(ask.tx, input.challengeId, "register", ask.at);
      const mine = asked !== undefined && asked.invitation_id === invitation?.id;
      const key = mine ? await readNewKey(ask.site, asked.challenge, input.answer) : undefined;
      return { invitation, at: ask.at, asked: mine, key };
    },
    write: async ({ invitation, key, personId }, ask: Ask) => {
      if (invitation.renewalId !== undefined) {
        // From now on: whoever holds a lost key, or is logged in with it, is out.
        await keys.revokeKeys(ask.tx, { personId }, ask.at);
        await store.endSessionsOf(ask.tx, personId, ask.at);
        await keepKey(ask, personId, key, invitation.name);
        await store.useInvitation(ask.tx, invitation.id, personId, ask.at);
        await enter(ask, { id: personId });
        return { name: invitation.name };
      }
      await store.addPerson(ask.tx, {
        id: personId,
        name: invitation.name,
        operator: invitation.partnershipId === undefined,
        at: ask.at,
      });
      await keepKey(ask, personId, key, invitation.name);
      // Before the right it gives: the database asks whether somebody speaks for the organisation already.
      await store.useInvitation(ask.tx, invitation.id, personId, ask.at);
      if (
        invitation.partnershipId !== undefined &&
        invitation.organisationId !== undefined &&
        invitation.role !== undefined
      ) {
        await store.addGrant(ask.tx, {
          id: ask.newId(),
          partnershipId: invitation.partnershipId,
          organisationId: invitation.organisationId,
          personId,
          role: invitation.role,
          title: invitation.title ?? "",
          reason: invitation.handedOutHow === undefined ? "inbjudan" : `inbjudan, utlämnad: ${invitation.handedOutHow}`,
          at: ask.at,
        });
        // The first of a party to come in is its yes.
        await store.acceptParty(ask.tx, invitation.partnershipId, invitation.organisationId, ask.at);
      }
      await enter(ask, { id: personId });
      return { name: invitation.name };
    },
    subject: ({ personId }) => personId,
    partnership: ({ invitation }) => invitation.partnershipId,
    event: ({ invitation }) => (invitation.renewalId === undefined ? "invitation.accepted" : "key.revoked"),
  },
  { as: "system" },
);

async function keepKey(ask: Ask, personId: string, key: StoredKey, label: string): Promise<void> {
  await store.addPasskey(ask.tx, {
    credential_id: key.credentialId,
    person_id: personId,
    public_key: key.publicKey,
    counter: key.counter,
    transports: [...key.transports],
    label,
    created_at: ask.at,
  });
}

const askForKeyRoute = command(
  api.keyOptions,
  {
    rule: rule({ event: "key.asked", may: anyone, decide: () => yes({}) }),
    load: async () => ({}),
    write: async (_outcome, ask: Ask) => {
      const person = ask.person!;
      const options = await askForNewKey(ask.site, person, (await store.passkeysOf(ask.tx, person.id)).map(storedKey));
      return {
        challengeId: await challenge(ask, "register", options.challenge, { personId: person.id }),
        options: { ...options },
      };
    },
    subject: () => undefined,
    quiet: () => true,
  },
  { as: "system" },
);

const addKey = command(
  api.addKey,
  {
    rule: rule({
      event: "key.added",
      may: anyone,
      decide: (_input, state: { asked: boolean; key: StoredKey | undefined }) =>
        !state.asked ? no("question-too-old") : state.key === undefined ? no("key-not-recognised") : yes(state.key),
    }),
    load: async (input, ask: Ask) => {
      const asked = await store.takeChallenge(ask.tx, input.challengeId, "register", ask.at);
      const mine = asked !== undefined && asked.person_id === ask.person?.id;
      return { asked: mine, key: mine ? await readNewKey(ask.site, asked.challenge, input.answer) : undefined };
    },
    write: async (key, ask: Ask, input) => {
      await keepKey(ask, ask.person!.id, key, input.label);
      return { keys: (await store.passkeysOf(ask.tx, ask.person!.id)).length };
    },
    subject: () => undefined,
  },
  { as: "system" },
);

const listKeys = question(
  api.listKeys,
  async (_input, ask: Ask) =>
    yes({
      keys: (await keys.keysOf(ask.tx, ask.person!.id)).map((key) => ({
        credentialId: key.credential_id,
        label: key.label,
        addedAt: key.created_at,
        lastUsedAt: key.last_used_at,
        revokedAt: key.revoked_at,
      })),
    }),
  { as: "system" },
);

const revokeKeyRoute = command(
  api.revokeKey,
  {
    rule: newKey.revokeKey,
    load: async (_input, ask: Ask) => ({
      keys: (await store.passkeysOf(ask.tx, ask.person!.id)).map(({ credential_id }) => credential_id),
    }),
    write: async ({ credentialId }, ask: Ask) => {
      await keys.revokeKeys(ask.tx, { personId: ask.person!.id, credentialId }, ask.at);
      // Whoever holds the lost key may be logged in with it: everybody but the one who revokes is out.
      await store.endSessionsOf(ask.tx, ask.person!.id, ask.at, ask.sessionToken && hashToken(ask.sessionToken));
      return {};
    },
    subject: () => undefined,
  },
  { as: "system" },
);

const isNewHere = (ask: Ask) => keys.cameInSince(ask.tx, ask.person!.id, later(ask.at, -newKey.WITNESS_DAYS * 24 * 60));

const newKeys = question(
  api.newKeys,
  async (_input, ask: Ask) => {
    const { person, partnership } = ask;
    if (person === undefined || partnership === undefined) return no("not-found");
    const own = (await keys.renewalsOf(ask.tx, partnership.id, ask.at)).filter(
      (one) =>
        newKey.sharedWith(person, partnership.id, [one.organisationId]) !== undefined && newKey.isOpen(one, ask.at),
    );
    const lately = await isNewHere(ask);
    return yes({
      asked: own.map((renewal) => ({
        id: renewal.id,
        personId: renewal.personId,
        name: renewal.name,
        until: renewal.expiresAt,
        witnesses: renewal.witnesses.length,
        cannot: newKey.witnessRefused(person, { renewal, isNewHere: lately }, ask.at)?.why ?? null,
      })),
    });
  },
  { as: "system" },
);

const askNewKey = command(
  api.askNewKey,
  {
    rule: newKey.askNewKey,
    load: async ({ personId }, ask: Ask) => {
      const partnershipId = ask.partnership!.id;
      const somebody = await keys.somebodyHere(ask.tx, partnershipId, personId);
      const open = await keys.renewalsOf(ask.tx, partnershipId, ask.at);
      const standing = open.find((one) => one.personId === personId && newKey.isOpen(one, ask.at));
      return somebody && { ...somebody, partnershipId, personId, standing };
    },
    write: async ({ isNew, ...renewal }, ask: Ask) => {
      if (isNew) await keys.addRenewal(ask.tx, ask.partnership!.id, renewal, ask.at);
      return {};
    },
    quiet: ({ isNew }) => !isNew,
    subject: ({ personId }) => personId,
  },
  { as: "system" },
);

const loadRenewal = async ({ id }: { readonly id: string }, ask: Ask) => {
  const partnershipId = ask.partnership!.id;
  const renewal = await keys.renewalForDecision(ask.tx, partnershipId, id, ask.at);
  return renewal && { partnershipId, renewal, isNewHere: await isNewHere(ask) };
};

const askWitness = command(
  api.askWitness,
  {
    rule: newKey.askWitness,
    load: async (input, ask: Ask) => {
      const loaded = await loadRenewal(input, ask);
      return loaded && { ...loaded, keys: (await store.passkeysOf(ask.tx, ask.person!.id)).length };
    },
    write: async ({ id }, ask: Ask) => {
      const options = await askForKey(ask.site, (await store.passkeysOf(ask.tx, ask.person!.id)).map(storedKey));
      const whose = { personId: ask.person!.id, renewalId: id };
      return { challengeId: await challenge(ask, "witness", options.challenge, whose), options: { ...options } };
    },
    subject: () => undefined,
    quiet: () => true,
  },
  { as: "system" },
);

const witness = command(
  api.witness,
  {
    rule: newKey.witness,
    load: async (input, ask: Ask) => {
      const loaded = await loadRenewal(input, ask);
      if (loaded === undefined) return undefined;
      const asked = await store.takeChallenge(ask.tx, input.challengeId, "witness", ask.at);
      const mine = asked?.person_id === ask.person!.id && asked.renewal_id === loaded.renewal.id;
      const key = (await store.passkeysOf(ask.tx, ask.person!.id)).find((one) => one.credential_id === input.answer.id);
      if (!mine || key === undefined) return { ...loaded, asked: mine, genuine: false };
      const counter = await verifyKey(ask.site, asked.challenge, storedKey(key), input.answer);
      if (counter !== undefined) await store.noteUse(ask.tx, key.credential_id, counter, ask.at);
      return { ...loaded, asked: true, genuine: counter !== undefined };
    },
    write: async ({ renewal, isWhole }, ask: Ask, _input, { partnershipId, renewal: { name } }) => {
      await keys.addWitness(ask.tx, renewal.id, ask.person!.id, ask.at);
      if (!isWhole) return { link: null };
      const token = newToken();
      await store.addInvitation(ask.tx, {
        id: ask.newId(),
        tokenHash: hashToken(token),
        partnershipId,
        organisationId: renewal.organisationId,
        role: undefined,
        title: undefined,
        name,
        createdBy: ask.person!.id,
        at: ask.at,
        expiresAt: later(ask.at, newKey.NEW_KEY_MINUTES),
        renewal,
      });
      return { link: `${ask.site.origin}/start/${token}` };
    },
    subject: ({ renewal }) => renewal.personId,
  },
  { as: "system" },
);

const people = question(api.people, async (_input, ask: Ask) => {
  if (ask.person === undefined || ask.partnership === undefined || !worksIn(ask.person, ask.partnership.id))
    return no("not-found");
  return yes({
    parties: await store.partiesOf(ask.tx, ask.partnership.id),
    people: await store.peopleOf(ask.tx, ask.partnership.id),
  });
});

const invitePerson = command(
  api.invitePerson,
  {
    rule: invite,
    load: async (_input, ask: Ask) =>
      ask.partnership === undefined
        ? undefined
        : { partnershipId: ask.partnership.id, parties: await store.partiesOf(ask.tx, ask.partnership.id) },
    write: async (invitation, ask: Ask, _input, state) => {
      const token = newToken();
      const expiresAt = later(ask.at, INVITATION_DAYS * 24 * 60);
      await store.addInvitation(ask.tx, {
        ...invitation,
        tokenHash: hashToken(token),
        partnershipId: state.partnershipId,
        createdBy: ask.person?.id,
        at: ask.at,
        expiresAt,
      });
      return { link: `${ask.site.origin}/start/${token}`, expiresOn: addDays(dayOf(ask.at), INVITATION_DAYS) };
    },
    subject: (invitation) => invitation.id,
    said: (invitation) => ({ role: invitation.role, organisationId: invitation.organisationId }),
  },
  { as: "system" },
);

const endRoleRoute = command(
  api.endRole,
  {
    rule: endRole,
    load: async (input, ask: Ask) => {
      if (ask.partnership === undefined) return undefined;
      const found = await store.grantById(ask.tx, ask.partnership.id, input.grantId);
      return found === undefined ? undefined : { partnershipId: ask.partnership.id, ...found };
    },
    write: async (outcome, ask: Ask) => {
      await store.endGrant(ask.tx, outcome.grantId, ask.at);
      return {};
    },
    subject: (outcome) => outcome.grantId,
  },
  { as: "system" },
);

const foundPartnership = command(
  api.foundPartnership,
  {
    rule: found,
    load: async (input, ask: Ask) => {
      const police = await store.policeNamed(ask.tx, input.policeName);
      const handedOut = police !== undefined && (await hasHandedOut(ask.tx, ask.person!.id, [police]));
      return { taken: (await store.partnershipBySlug(ask.tx, input.slug)) !== undefined, handedOut };
    },
    write: async (founding, ask: Ask) => {
      const [partnershipId, municipalityId] = [founding.id, ask.newId()];
      const known = await store.policeNamed(ask.tx, founding.policeName);
      const policeId = known ?? ask.newId();
      const { municipality } = founding;
      await store.addOrganisation(ask.tx, {
        id: municipalityId,
        kind: "municipality",
        name: `${municipality.name} kommun`,
        shortName: municipality.name,
        code: municipality.code,
      });
      if (known === undefined)
        await store.addOrganisation(ask.tx, {
          id: policeId,
          kind: "police",
          name: founding.policeName,
          shortName: "Polisen",
          code: null,
        });
      await store.addPartnership(ask.tx, {
        id: partnershipId,
        slug: founding.slug,
        name: municipality.name,
        municipality,
        county: founding.county,
        population: null,
        outline: null,
        centre: centreOf(founding)!,
        at: ask.at,
        parties: [
          { organisationId: municipalityId, standing: "municipality", acceptedAt: ask.at },
          { organisationId: policeId, standing: "police", acceptedAt: null },
        ],
      });
      const base = {
        partnershipId,
        organisationId: municipalityId,
        personId: ask.person!.id,
        title: founding.coordinatorTitle,
        at: ask.at,
      };
      await store.addGrant(ask.tx, { ...base, id: ask.newId(), role: "administrator", reason: "grundade samarbetet" });
      await store.addGrant(ask.tx, { ...base, id: ask.newId(), role: "coordinator", reason: "grundade samarbetet" });
      return { slug: founding.slug };
    },
    subject: ({ id }) => id,
    partnership: ({ id }) => id,
    said: (founding) => ({ slug: founding.slug }),
  },
  { as: "system" },
);

const joinPartnership = command(
  api.joinPartnership,
  {
    rule: join,
    load: async (input, ask: Ask) => {
      const asked = await store.askedIn(ask.tx, input.slug, spokenOrganisations(ask.person!));
      if (asked === undefined) return undefined;
      const parties = (await store.partiesOf(ask.tx, asked.partnershipId)).map(({ organisationId }) => organisationId);
      return { ...asked, handedOut: await hasHandedOut(ask.tx, ask.person!.id, parties) };
    },
    write: async ({ id, partnershipId, organisationId, role, title }, ask: Ask) => {
      const personId = ask.person!.id;
      const reason = "tackade ja för sin organisation";
      await store.addGrant(ask.tx, { id, partnershipId, organisationId, personId, role, title, reason, at: ask.at });
      await store.acceptParty(ask.tx, partnershipId, organisationId, ask.at);
      return {};
    },
    subject: ({ partnershipId }) => partnershipId,
    partnership: ({ partnershipId }) => partnershipId,
    said: ({ organisationId }) => ({ organisationId }),
  },
  { as: "system" },
);

const deadJobs = question(
  api.deadJobs,
  async (_input, ask: Ask) =>
    ask.person?.operator === true
      ? yes({ jobs: [...(await jobs.deadJobs(ask.tx))], letters: await outbox.undelivered(ask.tx) })
      : no("not-yours"),
  { as: "system" },
);

const reviveJob = command(
  api.reviveJob,
  {
    rule: rule({
      event: "job.revived",
      may: (person) => (person.operator ? undefined : { why: "not-yours" }),
      decide: (input: { id: string }) => yes(input),
    }),
    load: async () => ({}),
    write: async (outcome, ask: Ask) => {
      await jobs.revive(ask.tx, outcome.id, ask.at);
      return {};
    },
    subject: (outcome) => outcome.id,
  },
  { as: "system" },
);

const sendLettersAgain = command(
  api.sendLettersAgain,
  {
    rule: sendAgain,
    load: async () => ({}),
    write: async (_outcome, ask: Ask) => ({ letters: await outbox.tryAgain(ask.tx, ask.at) }),
    subject: () => undefined,
  },
  { as: "system" },
);

export const partnershipRoutes: readonly Route[] = [
  whoAmI,
  askToLogIn,
  logIn,
  demoPeople,
  logInAsDemo,
  logOut,
  openInvitation,
  acceptInvitation,
  askForKeyRoute,
  addKey,
  listKeys,
  revokeKeyRoute,
  newKeys,
  askNewKey,
  askWitness,
  witness,
  people,
  invitePerson,
  endRoleRoute,
  foundPartnership,
  joinPartnership,
  deadJobs,
  reviveJob,
  sendLettersAgain,
];
