import { sha256Hex } from "../../platform/server/secrets.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, type Route } from "../../platform/server/routes.ts";
import { signedText } from "../document.ts";
import { type Asked, answerOfKey, askKey } from "../store-keys.ts";
import { amendedBy, documentForDecision, saveState } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import { publishingFault } from "../verify.ts";
import * as api from "./api.ts";
import * as rule from "./publishing.ts";
import { addPublishingKey, dropPublishingKey, firstKeyFell } from "./store.ts";

type Ask = Asking<PledgeDatabase>;

const load = async ({ slug }: { slug: string }, ask: Ask): Promise<rule.PublishingWhere | undefined> => {
  const document = await documentForDecision(ask.tx, here(ask), slug);
  if (document === undefined) return undefined;
  const amended = await amendedBy(ask.tx, here(ask), document);
  return { partnershipId: here(ask), document, amended, firstFell: await firstKeyFell(ask.tx, document) };
};

/** What the caller's key is asked about this text; nothing where they publish for no party. */
const textFor = ({ document, partnershipId }: rule.PublishingWhere, { person }: Ask) => {
  const own = person && rule.publishesFor(person, partnershipId);
  return own && ((asked: Asked) => rule.publishingText({ ...asked, revision: document.revision, party: own.party }));
};

const askToPublish = command(api.askToPublish, {
  rule: rule.askToPublish,
  load,
  write: async (document, ask: Ask, _input, state) => {
    const text = textFor(state, ask);
    // The rule has said yes to a party.
    if (text === undefined) throw new Error("Asked to publish for no party");
    return askKey(ask, document, text);
  },
  subject: ({ id }) => id,
  quiet: () => true,
});

const publish = command(api.publish, {
  rule: rule.publish,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    const { document, partnershipId } = loaded;
    const { expired, answered } = await answerOfKey(ask, document, input, textFor(loaded, ask));
    const own = rule.publishesFor(ask.person, partnershipId);
    if (answered === undefined || own === undefined) return { ...loaded, expired, key: undefined };
    const key: rule.PublishingKey = {
      id: ask.newId(),
      ...own,
      contentHash: answered.contentHash,
      pressedAt: ask.at,
      means: answered.means,
    };
    const text = { hash: sha256Hex(signedText(document.content)), revision: document.revision };
    return { ...loaded, expired, key: publishingFault(key, text) === undefined ? key : undefined };
  },
  write: async ({ document, key, isAnew }, ask: Ask) => {
    if (isAnew) await dropPublishingKey(ask.tx, { documentId: document.id, organisationId: key.organisationId });
    await addPublishingKey(ask.tx, { partnershipId: here(ask), documentId: document.id }, key);
    await saveState(ask.tx, here(ask), document, ask.at);
    return { state: document.state };
  },
  event: ({ document }) => (document.state === "published" ? "pledge.published" : "publication.asked"),
  subject: ({ document }) => document.id,
  said: ({ document: { slug, contentHash } }) => ({ slug, contentHash }),
});

export const publicationRoutes: readonly Route[] = [askToPublish, publish];
