import { CAMPAIGN_LEADERS } from "../collect/campaigns/campaign.ts";
import { resultsOf, toldOf } from "../collect/campaigns/store-results.ts";
import { answerCounts, campaignBySlug, ownerOfSource } from "../collect/campaigns/store.ts";
import { floorsOf } from "../collect/store-floors.ts";
import { base64Of } from "../ground/bytes.ts";
import { dayOf } from "../ground/time.ts";
import { grantFor } from "../ground/party.ts";
import { no, yes } from "../ground/result.ts";
import type { Asking } from "../platform/server/house.ts";
import { here, question, type Route } from "../platform/server/routes.ts";
import { withheldIn } from "../pledge/publication/withheld.ts";
import { mayPublish } from "../pledge/publication/publishing.ts";
import { firstKeyFell } from "../pledge/publication/store.ts";
import { amendedBy, documentBySlug } from "../pledge/store.ts";
import type { LogHead } from "../pledge/store-log.ts";
import * as log from "../pledge/store-log.ts";
import * as api from "./api.ts";
import { disclose, disclosePreview, hiddenIn } from "./disclosure.ts";
import { readDecidedTogether, readResults } from "./store-dialogues.ts";
import { allPublished, published, readSite } from "./store.ts";
import type { TellDatabase } from "./tables.ts";
import { byChoiceSlug, resultsSlug, toldResults } from "./told-results.ts";

type Ask = Asking<TellDatabase>;

const listPartnerships = question(api.listPartnerships, async (_input, ask: Ask) => {
  const { sites } = await allPublished(ask.tx);
  return yes({
    partnerships: sites.map((site) => ({
      slug: site.slug,
      name: site.name,
      documents: site.documents.map((document) => document.slug),
    })),
  });
});

const readPublication = question(api.readPublication, async (input, ask: Ask) => {
  const found = await published(ask.tx, input.slug);
  if (found === undefined) return no("nothing-published");
  return yes({ ...found.site, documents: [...found.site.documents], current: [...found.site.current] });
});

/** As it is told when it is, else as it would be told today. */
const previewResults = question(api.previewResults, async (input, ask: Ask) => {
  const campaign = await campaignBySlug(ask.tx, here(ask), input.slug);
  if (campaign === undefined) return no("not-found");
  const told = await toldOf(ask.tx, campaign.id);
  const slugs = [resultsSlug(campaign.slug), byChoiceSlug(campaign.slug)];
  const asTold = (await readResults(ask.tx, here(ask))).filter((one) => slugs.includes(one.slug));
  const parts = asTold.length > 0 ? asTold : toldResults(campaign, await resultsOf(ask.tx, campaign), "");
  const floors = await floorsOf(ask.tx, here(ask), dayOf(ask.at));
  const [dialogue, byChoice] = parts.map((part) => ({ ...disclosePreview(part, floors), reference: null }));
  const owner = await ownerOfSource(ask.tx, campaign.sourceId);
  const counted = await answerCounts(ask.tx, here(ask));
  return yes({
    dialogue: dialogue!,
    byChoice: byChoice ?? null,
    state: campaign.state,
    unread: counted
      .filter(({ campaignId, state }) => campaignId === campaign.id && state === "waiting")
      .reduce((sum, { count }) => sum + count, 0),
    mine: owner !== undefined && grantFor(ask.person!, here(ask), CAMPAIGN_LEADERS)?.organisationId === owner,
    told: told === undefined ? null : { on: told.on, by: told.by },
  });
});

const previewDialogue = question(api.previewDialogue, async ({ slug }, ask: Ask) => {
  const floors = await floorsOf(ask.tx, here(ask), dayOf(ask.at));
  const told = (await readDecidedTogether(ask.tx, here(ask), slug)).map((one) => disclosePreview(one, floors));
  const dialogue = told.find((one) => one.slug === slug);
  if (dialogue === undefined) return no("not-found");
  return yes({ dialogue, beside: told.filter((one) => one !== dialogue) });
});

/** Read as the system and handed on through the gate: what a stranger would read, also of what the one who asks may not see themselves. */
const previewPromise = question(
  api.previewPromise,
  async ({ slug }, ask: Ask) => {
    const document = await documentBySlug(ask.tx, here(ask), slug);
    if (document?.state !== "signed") return no("not-found");
    const raw = await readSite(ask.tx, here(ask), dayOf(ask.at), document.id);
    if (raw === undefined) return no("not-found");
    const site = disclose(raw);
    const withheld = withheldIn(document.content).map(({ reason, ...one }) => ({ ...one, reason: reason ?? null }));
    const hidden = site.current
      .filter(({ documentSlug }) => documentSlug === slug)
      .map((pledge) => ({ pledge: pledge.order, count: hiddenIn(pledge) }))
      .filter(({ count }) => count > 0);
    const [amended, firstFell] = [await amendedBy(ask.tx, here(ask), document), await firstKeyFell(ask.tx, document)];
    const refused = mayPublish({ partnershipId: here(ask), document, amended, firstFell }, ask.person!);
    const cannot = refused === undefined ? null : { why: refused.why, detail: refused.detail ?? {} };
    return yes({ site: { ...site }, withheld, hidden, cannot });
  },
  { as: "system" },
);

/** As it was when it had so many entries, or as it is. Undefined where it has never had as many. */
async function logAt(tx: Ask["tx"], size: number | undefined): Promise<LogHead | undefined> {
  const now = await log.logSize(tx);
  return (size ?? now) > now ? undefined : log.logHead(tx, size ?? now);
}

const proveInLog = question(api.proveInLog, async ({ index, size }, ask: Ask) => {
  const head = await logAt(ask.tx, size);
  if (head === undefined || index >= head.size) return no("log-not-that-long");
  const { leaf, proof } = await log.inclusionProof(ask.tx, index, head.size);
  const { root } = head;
  return yes({ index, size: head.size, root: base64Of(root), leaf: base64Of(leaf), proof: proof.map(base64Of) });
});

const proveLogGrown = question(api.proveLogGrown, async ({ before, size }, ask: Ask) => {
  const head = await logAt(ask.tx, size);
  if (head === undefined || before > head.size) return no("log-not-that-long");
  const proof = await log.consistencyProof(ask.tx, before, head.size);
  return yes({ before, size: head.size, root: base64Of(head.root), proof: proof.map(base64Of) });
});

const listLogHashes = question(api.listLogHashes, async ({ from }, ask: Ask) => {
  const hashes = await log.leafHashes(ask.tx, from, api.LOG_HASHES);
  return yes({ from, size: await log.logSize(ask.tx), hashes: hashes.map(base64Of) });
});

export const tellRoutes: readonly Route[] = [
  listPartnerships,
  readPublication,
  proveInLog,
  proveLogGrown,
  listLogHashes,
  previewResults,
  previewDialogue,
  previewPromise,
];
