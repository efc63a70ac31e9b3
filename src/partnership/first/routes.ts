import { no, yes } from "../../ground/result.ts";
import { addDays, dayOf, instantOf, millisecondsOf, type Instant } from "../../ground/time.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { hashToken, newToken } from "../../platform/server/secrets.ts";
import { INVITATION_DAYS, worksIn } from "../people.ts";
import { partiesOf } from "../store.ts";
import type { PartnershipDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { ASKED_DAYS, askFirst, handingOutRefused, handOut } from "./first.ts";
import * as store from "./store.ts";

type Ask = Asking<PartnershipDatabase>;

const daysLater = (at: Instant, days: number): Instant => instantOf(millisecondsOf(at) + days * 86_400_000);
/** One word of a command line, whatever stands in it: what a terminal would obey is no part of a name. */
const quoted = (text: string) => `'${text.replaceAll(/\p{C}/gu, " ").replaceAll("'", String.raw`'\''`)}'`;

const askFirstRoute = command(
  api.askFirst,
  {
    rule: askFirst,
    load: async (_input, ask: Ask) =>
      ask.partnership === undefined
        ? undefined
        : { partnershipId: ask.partnership.id, parties: await partiesOf(ask.tx, ask.partnership.id) },
    write: async ({ id, organisationId, role, title, name }, ask: Ask) => {
      await store.askForFirst(ask.tx, {
        id,
        organisationId,
        role,
        title,
        name,
        at: ask.at,
        partnershipId: here(ask),
        by: ask.person!.id,
        expiresAt: daysLater(ask.at, ASKED_DAYS),
      });
      return {};
    },
    subject: ({ id }) => id,
    said: ({ organisationId, role }) => ({ organisationId, role }),
  },
  { as: "system" },
);

const listAsked = question(
  api.listAsked,
  async (_input, ask: Ask) => {
    if (ask.person === undefined || ask.partnership === undefined || !worksIn(ask.person, ask.partnership.id))
      return no("not-found");
    const asked = await store.askedFirsts(ask.tx, ask.at, ask.partnership.id);
    return yes({
      asked: asked.map(({ asked: { id, organisationId, handedOutAt, expiresAt }, name, title, asker }) => ({
        id,
        organisationId,
        name,
        title,
        asker,
        handedOutOn: handedOutAt === undefined ? null : dayOf(handedOutAt),
        until: dayOf(expiresAt),
      })),
    });
  },
  { as: "system" },
);

const listToHandOut = question(
  api.listToHandOut,
  async (_input, ask: Ask) => {
    if (ask.person?.operator !== true) return no("not-yours");
    const { person } = ask;
    const waiting = (await store.askedFirsts(ask.tx, ask.at)).filter(({ asked }) => asked.handedOutAt === undefined);
    const asked = [];
    for (const { asked: one, spoken, ...first } of waiting) {
      const worked = await store.hasWorkedBeside(ask.tx, person.id, one.organisationId);
      const { name, title, organisation, partnership, asker, party, role, slug } = first;
      asked.push({
        id: one.id,
        name,
        title,
        organisation,
        partnership,
        asker,
        askedOn: dayOf(first.askedAt),
        cannot:
          handingOutRefused(
            person,
            {
              asked: one,
              spoken,
              worked,
            },
            ask.at,
          )?.why ?? null,
        command: `samsyn user --partnership ${slug} --party ${party} --role ${role} --name ${quoted(name)} --title ${quoted(title)} --reason '…'`,
      });
    }
    return yes({ asked });
  },
  { as: "system" },
);

const handOutRoute = command(
  api.handOut,
  {
    rule: handOut,
    load: async ({ id }, ask: Ask) => {
      const found = await store.askedForDecision(ask.tx, id, ask.at);
      if (found === undefined) return undefined;
      const { asked, spoken } = found;
      return { asked, spoken, worked: await store.hasWorkedBeside(ask.tx, ask.person!.id, asked.organisationId) };
    },
    write: async ({ id, how }, ask: Ask) => {
      const token = newToken();
      const expiresAt = daysLater(ask.at, INVITATION_DAYS);
      await store.giveLink(ask.tx, id, { tokenHash: hashToken(token), by: ask.person!.id, how, at: ask.at, expiresAt });
      return { link: `${ask.site.origin}/start/${token}`, expiresOn: addDays(dayOf(ask.at), INVITATION_DAYS) };
    },
    subject: ({ id }) => id,
    partnership: ({ asked }) => asked.partnershipId,
    said: ({ asked }) => ({ organisationId: asked.organisationId }),
  },
  { as: "system" },
);

export const firstRoutes: readonly Route[] = [askFirstRoute, listAsked, listToHandOut, handOutRoute];
