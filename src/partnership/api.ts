import { z } from "zod";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { ROLES } from "../ground/party.ts";
import { dayField } from "../ground/time.ts";
import { firstApi } from "./first/api.ts";

const nothing = z.object({});
const text = (max: number) => z.string().trim().min(1).max(max);
const role = z.enum(ROLES);
const party = z.enum(["municipality", "police", "other"]);
/** What the browser's authenticator answered; simplewebauthn reads and verifies it. */
const authenticatorAnswer = z.looseObject({ id: z.string(), rawId: z.string(), type: z.literal("public-key") });
const options = z.object({ challengeId: z.string(), options: z.looseObject({}) });

export const whoAmI = endpoint({
  name: "partnership.who-am-i",
  kind: "question",
  path: "/api/partnership/me",
  summary: "Vem som är inloggad och i vilka samarbeten",
  open: true,
  input: nothing,
  output: z.object({
    demo: z.boolean(),
    person: z
      .object({
        id: z.string(),
        name: z.string(),
        operator: z.boolean(),
        keys: z.number(),
        grants: z.array(
          z.object({ partnershipId: z.string(), organisationId: z.string(), party, role, title: z.string() }),
        ),
      })
      .nullable(),
    partnerships: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string(), example: z.boolean() })),
    /** Partnerships that wait for an organisation this person speaks for to say yes. */
    asked: z.array(z.object({ slug: z.string(), name: z.string(), organisation: z.string() })),
  }),
});

export const logInOptions = endpoint({
  name: "partnership.ask-to-log-in",
  kind: "command",
  path: "/api/partnership/log-in/options",
  summary: "Frågan som en nyckel ska svara på vid inloggning",
  open: true,
  input: nothing,
  output: options,
});

export const logIn = endpoint({
  name: "partnership.log-in",
  kind: "command",
  path: "/api/partnership/log-in",
  summary: "Logga in med nyckel",
  open: true,
  input: z.object({ challengeId: idOf("challenge"), answer: authenticatorAnswer }),
  output: z.object({ name: z.string() }),
});

export const demoPeople = endpoint({
  name: "partnership.list-demo-people",
  kind: "question",
  path: "/api/partnership/demo-people",
  summary: "Demons påhittade personer",
  open: true,
  input: nothing,
  output: z.object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role,
        title: z.string(),
        organisation: z.string(),
        party,
        partnership: z.string(),
      }),
    ),
  }),
});

export const logInAsDemo = endpoint({
  name: "partnership.log-in-as-demo-person",
  kind: "command",
  path: "/api/partnership/log-in/demo",
  summary: "Logga in som en av demons personer",
  open: true,
  input: z.object({ personId: idOf("person") }),
  output: z.object({ name: z.string() }),
});

export const logOut = endpoint({
  name: "partnership.log-out",
  kind: "command",
  path: "/api/partnership/log-out",
  summary: "Logga ut, här eller överallt",
  input: z.object({ everywhere: z.boolean() }),
  output: nothing,
});

export const openInvitation = endpoint({
  name: "partnership.open-invitation",
  kind: "command",
  path: "/api/partnership/invitation/open",
  summary: "Öppna en inbjudan och få frågan till den nya nyckeln",
  open: true,
  input: z.object({ token: text(200) }),
  output: z.object({
    name: z.string(),
    title: z.string(),
    organisation: z.string(),
    operator: z.boolean(),
    /** A new key for somebody who is here already. */
    renews: z.boolean(),
    challengeId: z.string(),
    options: z.looseObject({}),
  }),
});

export const acceptInvitation = endpoint({
  name: "partnership.accept-invitation",
  kind: "command",
  path: "/api/partnership/invitation/accept",
  summary: "Skapa inloggningen som inbjudan gäller",
  open: true,
  input: z.object({ token: text(200), challengeId: idOf("challenge"), answer: authenticatorAnswer }),
  output: z.object({ name: z.string() }),
});

export const keyOptions = endpoint({
  name: "partnership.ask-for-key",
  kind: "command",
  path: "/api/partnership/keys/options",
  summary: "Frågan till en ny nyckel för den som är inloggad",
  input: nothing,
  output: options,
});

export const addKey = endpoint({
  name: "partnership.add-key",
  kind: "command",
  path: "/api/partnership/keys",
  summary: "Lägg till en nyckel",
  input: z.object({ challengeId: idOf("challenge"), answer: authenticatorAnswer, label: text(100) }),
  output: z.object({ keys: z.number() }),
});

export const listKeys = endpoint({
  name: "partnership.list-keys",
  kind: "question",
  path: "/api/partnership/keys",
  summary: "De egna nycklarna: namn, dag och när de senast användes",
  input: nothing,
  output: z.object({
    keys: z.array(
      z.object({
        credentialId: z.string(),
        label: z.string(),
        addedAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime().nullable(),
        revokedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});

export const revokeKey = endpoint({
  name: "partnership.revoke-key",
  kind: "command",
  path: "/api/partnership/keys/revoke",
  summary: "Återkalla en egen nyckel; det som är undertecknat med den gäller ändå",
  input: z.object({ credentialId: text(1024) }),
  output: nothing,
});

const newKey = z.object({ partnership: z.string(), id: idOf("renewal") });

export const newKeys = endpoint({
  name: "partnership.list-new-keys",
  kind: "question",
  path: "/api/partnership/{partnership}/new-keys",
  summary: "Vilka i den egna organisationen som väntar på en ny nyckel, och hur många som har intygat",
  input: z.object({ partnership: z.string() }),
  output: z.object({
    asked: z.array(
      z.object({
        id: z.string(),
        personId: z.string(),
        name: z.string(),
        until: z.iso.datetime(),
        witnesses: z.number(),
        /** Why the one who asks cannot say so; null when they can. */
        cannot: z.string().nullable(),
      }),
    ),
  }),
});

export const askNewKey = endpoint({
  name: "partnership.ask-new-key",
  kind: "command",
  path: "/api/partnership/{partnership}/new-keys",
  summary: "Be om en ny nyckel åt någon i den egna organisationen som har förlorat sin",
  input: z.object({ partnership: z.string(), personId: idOf("person") }),
  output: nothing,
});

export const askWitness = endpoint({
  name: "partnership.ask-witness",
  kind: "command",
  path: "/api/partnership/{partnership}/new-keys/{id}/options",
  summary: "Frågan till den intygandes egen nyckel",
  input: newKey,
  output: options,
});

export const witness = endpoint({
  name: "partnership.witness",
  kind: "command",
  path: "/api/partnership/{partnership}/new-keys/{id}/witness",
  summary:
    "Intyga med egen nyckel: jag ser personen framför mig; den andra som intygar får länken till den nya nyckeln",
  input: newKey.extend({ challengeId: idOf("challenge"), answer: authenticatorAnswer }),
  output: z.object({ link: z.string().nullable() }),
});

export const people = endpoint({
  name: "partnership.list-people",
  kind: "question",
  path: "/api/partnership/{partnership}/people",
  summary: "Vilka som arbetar i samarbetet, och i vilka roller",
  input: z.object({ partnership: z.string() }),
  output: z.object({
    parties: z.array(
      z.object({
        organisationId: z.string(),
        kind: party,
        name: z.string(),
        shortName: z.string(),
        empty: z.boolean(),
        accepted: z.boolean(),
        /** Where somebody speaks for it: where only elsewhere, they are asked on their own overview. */
        spoken: z.enum(["here", "elsewhere", "nowhere"]),
      }),
    ),
    people: z.array(
      z.object({
        grantId: z.string(),
        personId: z.string(),
        name: z.string(),
        role,
        title: z.string(),
        organisationId: z.string(),
        organisation: z.string(),
        party,
        reason: z.string(),
        grantedAt: z.string(),
      }),
    ),
  }),
});

export const invitePerson = endpoint({
  name: "partnership.invite-person",
  kind: "command",
  path: "/api/partnership/{partnership}/invitations",
  summary: "Bjud in någon till en roll i den egna organisationen",
  input: z.object({
    partnership: z.string(),
    organisationId: idOf("organisation"),
    role,
    title: text(120),
    name: text(120),
  }),
  output: z.object({ link: z.string(), expiresOn: dayField }),
});

export const endRole = endpoint({
  name: "partnership.end-role",
  kind: "command",
  path: "/api/partnership/{partnership}/roles/{grantId}/end",
  summary: "Avsluta en roll, med skäl",
  input: z.object({ partnership: z.string(), grantId: idOf("grant"), reason: text(300) }),
  output: nothing,
});

export const foundPartnership = endpoint({
  name: "partnership.found",
  kind: "command",
  path: "/api/partnership/found",
  summary: "Nytt samarbete mellan en kommun och ett lokalpolisområde",
  input: z.object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    municipality: z.object({ code: z.string().regex(/^\d{4}$/), name: text(80) }),
    county: z.object({ code: z.string().regex(/^\d{2}$/), name: text(80) }),
    policeName: text(120),
    /** Longitude and latitude; without it the map begins in the county's town. */
    centre: z.tuple([z.number().min(10).max(25), z.number().min(55).max(70)]).exactOptional(),
    coordinatorTitle: text(120),
  }),
  output: z.object({ slug: z.string() }),
});

export const joinPartnership = endpoint({
  name: "partnership.join",
  kind: "command",
  path: "/api/partnership/join",
  summary: "Tacka ja till ett samarbete för en organisation som redan finns i Samsyn",
  input: z.object({ slug: z.string().max(80) }),
  output: nothing,
});

export const deadJobs = endpoint({
  name: "partnership.list-dead-jobs",
  kind: "question",
  path: "/api/partnership/operations/dead-jobs",
  summary: "Jobb som gett upp, och hur många brev som inte har gått (för den som driver installationen)",
  input: nothing,
  output: z.object({
    jobs: z.array(
      z.object({ id: z.string(), name: z.string(), attempts: z.number(), dead_at: z.string(), last_error: z.string() }),
    ),
    /** How many letters have not gone, of those to people who have given an address. */
    letters: z.object({ waiting: z.number(), failed: z.number(), givenUp: z.number() }),
  }),
});

export const reviveJob = endpoint({
  name: "partnership.revive-job",
  kind: "command",
  path: "/api/partnership/operations/dead-jobs/{id}/revive",
  summary: "Låt ett jobb som gett upp försöka igen",
  input: z.object({ id: idOf("job") }),
  output: nothing,
});

export const sendLettersAgain = endpoint({
  name: "partnership.send-letters-again",
  kind: "command",
  path: "/api/partnership/operations/letters/again",
  summary: "Låt brev som inte gick försöka igen",
  input: nothing,
  output: z.object({ letters: z.number() }),
});

export const partnershipApi = [
  whoAmI,
  logInOptions,
  logIn,
  demoPeople,
  logInAsDemo,
  logOut,
  openInvitation,
  acceptInvitation,
  keyOptions,
  addKey,
  listKeys,
  revokeKey,
  newKeys,
  askNewKey,
  askWitness,
  witness,
  people,
  invitePerson,
  endRole,
  foundPartnership,
  joinPartnership,
  deadJobs,
  reviveJob,
  sendLettersAgain,
  ...firstApi,
] as const;
