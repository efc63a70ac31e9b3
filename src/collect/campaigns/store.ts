import { type Selectable, sql } from "kysely";
import type { Day } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { CollectDatabase } from "../tables.ts";
import { addedTo, contactOn, countedOn, type Givens, letOut, needsReading } from "./answer.ts";
import type { Campaign, CampaignMethod, Item } from "./campaign.ts";
import type { Reviewed } from "./review.ts";
import type { CampaignItemRow, CampaignRow, Kept } from "./tables.ts";

type Tx = Within<CollectDatabase>;

// Campaigns and their questions

function campaignOf(row: Selectable<CampaignRow>, items: readonly Item[]): Campaign {
  const told = {
    id: row.id,
    sourceId: row.source_id,
    slug: row.slug,
    title: row.title,
    words: row.words,
    ladderLevel: row.ladder_level,
    targetGroup: row.target_group,
    sampleType: row.sample_type,
    methods: row.methods,
    villages: row.villages,
    invited: row.invited ?? undefined,
    from: row.from_day,
    to: row.to_day,
    series: row.series,
    items,
    example: row.example,
  };
  switch (row.state) {
    case "planned":
      return { ...told, state: "planned" };
    case "open":
      return { ...told, state: "open", openedOn: row.opened_on! };
    case "closed":
      return { ...told, state: "closed", openedOn: row.opened_on!, closedOn: row.closed_on! };
  }
}

function itemOf(row: Selectable<CampaignItemRow>): Item {
  return {
    id: row.id,
    key: row.key,
    version: row.version,
    words: row.words,
    question: row.question,
    shownWhen: row.shown_when ?? undefined,
    breaks: row.breaks ?? undefined,
  };
}

async function itemsOf(tx: Tx, campaignIds: readonly string[], { retired }: { retired: boolean }) {
  if (campaignIds.length === 0) return [];
  let query = tx.selectFrom("campaign_item").selectAll().where("campaign_id", "in", campaignIds);
  if (!retired) query = query.where("retired", "=", false);
  return query.orderBy("position").orderBy("version").execute();
}

async function withItems(tx: Tx, rows: readonly Selectable<CampaignRow>[]): Promise<Campaign[]> {
  const items = await itemsOf(
    tx,
    rows.map(({ id }) => id),
    { retired: false },
  );
  return rows.map((row) => campaignOf(row, items.filter(({ campaign_id }) => campaign_id === row.id).map(itemOf)));
}

export async function campaignsOf(tx: Tx, partnershipId: string): Promise<Campaign[]> {
  const rows = await tx
    .selectFrom("campaign")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("from_day", "desc")
    .orderBy("title")
    .execute();
  return withItems(tx, rows);
}

export async function campaignBySlug(tx: Tx, partnershipId: string, slug: string): Promise<Campaign | undefined> {
  const row = await tx
    .selectFrom("campaign")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && (await withItems(tx, [row]))[0];
}

/**
 * What the link of each method says after `?via=`: the method and a mark that follows from the campaign's key, known to those who ask. Without it an
 * answer is one in the form, of somebody's own choosing; what comes on paper is typed in at the desk.
 */
export async function linkedMethods(tx: Tx, campaignId: string): Promise<ReadonlyMap<string, CampaignMethod>> {
  const { rows } = await sql<{ method: CampaignMethod; via: string }>`
    select method, method || '.' || left(encode(sha256(convert_to(method_key || ' ' || method, 'UTF8')), 'hex'), 12) as via
    from campaign, unnest(methods) as of_it(method) where id = ${campaignId} and method not in ('form', 'paper')`.execute(
    tx as AnyTransaction,
  );
  return new Map(rows.map(({ method, via }) => [via, method]));
}

/** Whose campaign it is, for who may lead it. */
export async function ownerOfSource(tx: Tx, sourceId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("source")
    .select("owner_organisation_id")
    .where("id", "=", sourceId)
    .executeTakeFirst();
  return row?.owner_organisation_id;
}

/** Whether it was decided, as it was planned, that its answers may be published as numbers. */
export async function mayPublish(tx: Tx, sourceId: string): Promise<boolean> {
  const row = await tx.selectFrom("source").select("secrecy_class").where("id", "=", sourceId).executeTakeFirst();
  return row?.secrecy_class === "public";
}

/** Every version there has been of every question, in the order they are asked. */
export async function allVersions(tx: Tx, campaignId: string): Promise<Item[]> {
  return (await itemsOf(tx, [campaignId], { retired: true })).map(itemOf);
}

/** Which of the addresses that a title may get are taken, in any partnership. */
export async function takenSlugs(tx: Tx, title: string): Promise<readonly string[]> {
  const wanted = slugOf(title);
  const among = [wanted, ...Array.from({ length: 40 }, (_, index) => `${wanted}-${index + 2}`)];
  const { taken } = await tx
    .selectFrom(
      sql<{ taken: readonly string[] }>`(select samsyn_campaign_slugs(${among}::text[]) as taken)`.as("asked"),
    )
    .select("taken")
    .executeTakeFirstOrThrow();
  return taken;
}

const stateColumns = (campaign: Campaign) => ({
  state: campaign.state,
  opened_on: campaign.state === "planned" ? null : campaign.openedOn,
  closed_on: campaign.state === "closed" ? campaign.closedOn : null,
});

export async function addCampaign(tx: Tx, partnershipId: string, campaign: Campaign): Promise<void> {
  await tx
    .insertInto("campaign")
    .values({
      id: campaign.id,
      partnership_id: partnershipId,
      source_id: campaign.sourceId,
      slug: campaign.slug,
      title: campaign.title,
      words: JSON.stringify(campaign.words),
      ladder_level: campaign.ladderLevel,
      target_group: campaign.targetGroup,
      sample_type: campaign.sampleType,
      methods: [...campaign.methods],
      villages: [...campaign.villages],
      invited: campaign.invited ?? null,
      from_day: campaign.from,
      to_day: campaign.to,
      series: campaign.series,
      ...stateColumns(campaign),
      example: campaign.example,
    })
    .execute();
  for (const [position, item] of campaign.items.entries())
    await addItem(tx, { partnershipId, campaignId: campaign.id, position, item });
}

async function addItem(
  tx: Tx,
  {
    partnershipId,
    campaignId,
    position,
    item,
  }: { partnershipId: string; campaignId: string; position: number; item: Item },
): Promise<void> {
  await tx
    .insertInto("campaign_item")
    .values({
      id: item.id,
      campaign_id: campaignId,
      partnership_id: partnershipId,
      key: item.key,
      version: item.version,
      position,
      words: JSON.stringify(item.words),
      question: JSON.stringify(item.question),
      shown_when: item.shownWhen === undefined ? null : JSON.stringify(item.shownWhen),
      breaks: item.breaks ?? null,
    })
    .execute();
}

export async function changeState(tx: Tx, campaign: Campaign): Promise<void> {
  await tx.updateTable("campaign").set(stateColumns(campaign)).where("id", "=", campaign.id).execute();
}

export async function changeLastDay(tx: Tx, { id, to }: Campaign): Promise<void> {
  await tx.updateTable("campaign").set({ to_day: to }).where("id", "=", id).execute();
}

/** The same version with new words, or a new version beside the old one, which is asked no more. */
export async function changeItem(
  tx: Tx,
  partnershipId: string,
  campaign: Campaign,
  { before, after }: { before: Item; after: Item },
): Promise<void> {
  if (before.id === after.id) {
    await tx
      .updateTable("campaign_item")
      .set({ words: JSON.stringify(after.words), question: JSON.stringify(after.question) })
      .where("id", "=", after.id)
      .execute();
    return;
  }
  await tx.updateTable("campaign_item").set({ retired: true }).where("id", "=", before.id).execute();
  const position = campaign.items.findIndex(({ id }) => id === before.id);
  await addItem(tx, { partnershipId, campaignId: campaign.id, position, item: after });
}

// Reading and counting

/** Those of these that the one who asks may see, with whose they are. */
export async function answersById(tx: Tx, partnershipId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("campaign_answer")
    .innerJoin("campaign", "campaign.id", "campaign_answer.campaign_id")
    .innerJoin("source", "source.id", "campaign.source_id")
    .select(["campaign_answer.id", "campaign_answer.state", "source.owner_organisation_id as owner"])
    .where("campaign_answer.partnership_id", "=", partnershipId)
    .where("campaign_answer.id", "in", ids)
    .execute();
}

export async function markReviewed(tx: Tx, reviewed: Reviewed): Promise<void> {
  await tx
    .updateTable("campaign_answer")
    .set({
      state: reviewed.state,
      read_on: reviewed.readOn,
      reason: reviewed.state === "set-aside" ? reviewed.reason : null,
      ...(reviewed.state === "set-aside" && reviewed.forget ? { given: "{}" } : {}),
    })
    .where("id", "=", reviewed.id)
    .execute();
}

/** How many answers have come, by state and method: what is seen of them follows whose they are. */
export async function answerCounts(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("campaign_answer")
    .select(["campaign_id as campaignId", "state", "method", sql<number>`count(*)`.as("count")])
    .where("partnership_id", "=", partnershipId)
    .groupBy(["campaign_id", "state", "method"])
    .execute();
}

/** How often each answer was given to each version of each question, by each method, of what is read and kept; what was written is no answer to count. */
export async function talliesOf(tx: Tx, campaignId: string) {
  const { rows } = await sql<{ key: string; version: number; option: string; method: CampaignMethod; count: number }>`
    select g.key, (g.value ->> 'version')::int as version, o.option, a.method, count(*) as count
    from campaign_answer a, jsonb_each(a.given) g, campaign_item i,
      lateral (select jsonb_array_elements_text(g.value -> 'value') as option where jsonb_typeof(g.value -> 'value') = 'array'
        union all select g.value ->> 'value' where jsonb_typeof(g.value -> 'value') = 'string') o
    where a.campaign_id = ${campaignId} and a.state = 'kept'
      and i.campaign_id = a.campaign_id and i.key = g.key and i.version = (g.value ->> 'version')::int
      and i.question -> 'options' @> jsonb_build_array(jsonb_build_object('key', o.option))
    group by 1, 2, 3, 4`.execute(tx as AnyTransaction);
  return rows;
}

/** How many gave an answer that can be counted to each version of each question, of what is read and kept. */
export async function answeredOf(tx: Tx, campaignId: string) {
  const { rows } = await sql<{ key: string; version: number; method: CampaignMethod; count: number }>`
    select g.key, (g.value ->> 'version')::int as version, a.method, count(*) as count
    from campaign_answer a, jsonb_each(a.given) g, campaign_item i
    where a.campaign_id = ${campaignId} and a.state = 'kept'
      and i.campaign_id = a.campaign_id and i.key = g.key and i.version = (g.value ->> 'version')::int
      and exists (select 1 from jsonb_array_elements(i.question -> 'options') o
        where (g.value -> 'value') @> (o -> 'key') or (g.value -> 'value') = (o -> 'key'))
    group by 1, 2, 3`.execute(tx as AnyTransaction);
  return rows;
}

/** The campaigns of the series that began before this one. */
export async function earlierInSeries(tx: Tx, partnershipId: string, { series, from, id }: Campaign) {
  const rows = await tx
    .selectFrom("campaign")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("series", "=", series)
    .where("from_day", "<", from)
    .where("id", "<>", id)
    .where("state", "<>", "planned")
    .orderBy("from_day")
    .execute();
  return withItems(tx, rows);
}

/** What waits to be read, oldest first. */
export async function answersWaiting(tx: Tx, campaignId: string, limit: number) {
  const rows = await tx
    .selectFrom("campaign_answer")
    .select(["id", "received_on as receivedOn", "method", "given"])
    .where("campaign_id", "=", campaignId)
    .where("state", "=", "waiting")
    .orderBy("received_on")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows;
}

/** The detached counts that may be shown: what the database itself lets out, when the campaign is closed and from five up. */
export async function releasedGroups(tx: Tx, campaignId: string): Promise<Readonly<Record<string, number>>> {
  const { released } = await tx
    .selectFrom(
      sql<{
        released: Readonly<Record<string, number>>;
      }>`(select samsyn_groups_released(${campaignId}::uuid) as released)`.as("asked"),
    )
    .select("released")
    .executeTakeFirstOrThrow();
  return released;
}

export async function contactsOf(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const row = await tx
    .selectFrom("campaign_contacts")
    .select("entries")
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row?.entries ?? [];
}

// What residents hand in: under the system's role, since they are nobody

export type Asked = {
  readonly campaign: Campaign;
  readonly partnershipId: string;
  readonly place: string;
  readonly home: string;
};

/** A campaign by the address on the leaflet. */
export async function campaignForResidents(tx: Tx, slug: string): Promise<Asked | undefined> {
  const row = await tx
    .selectFrom("campaign")
    .innerJoin("partnership", "partnership.id", "campaign.partnership_id")
    .selectAll("campaign")
    .select(["partnership.municipality_name as place", "partnership.slug as home"])
    .where("campaign.slug", "=", slug)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const [campaign] = await withItems(tx, [row]);
  return { campaign: campaign!, partnershipId: row.partnership_id, place: row.place, home: row.home };
}

export type NewAnswer = {
  readonly id: string;
  readonly campaign: Campaign;
  readonly partnershipId: string;
  readonly on: Day;
  readonly method: CampaignMethod;
  readonly given: Givens;
  readonly receiptHash: string;
  /** The reading it came with. */
  readonly importId?: string;
  readonly hasPhoto?: boolean;
  readonly example?: boolean;
};

/** Kept at once where there is nothing in it to read, else it waits for somebody. False when this form had come already: nothing is written then. */
export async function addAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  const versions = new Map(answer.campaign.items.map(({ key, version }) => [key, version]));
  const given: Record<string, Kept> = {};
  for (const [key, value] of Object.entries(answer.given)) given[key] = { version: versions.get(key) ?? 1, value };
  const added = await tx
    .insertInto("campaign_answer")
    .values({
      id: answer.id,
      campaign_id: answer.campaign.id,
      partnership_id: answer.partnershipId,
      received_on: answer.on,
      method: answer.method,
      given: JSON.stringify(given),
      receipt_hash: answer.receiptHash,
      import_id: answer.importId ?? null,
      state: needsReading(answer.campaign.items, answer.given, answer.hasPhoto ?? false) ? "waiting" : "kept",
      read_on: null,
      reason: null,
      example: answer.example ?? false,
    })
    .onConflict((is) => is.column("receipt_hash").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

type OfCampaign = { readonly campaignId: string; readonly partnershipId: string };

/** Counts on the campaign's one sheet; two at once wait for each other. */
export async function countGroups(tx: Tx, of: OfCampaign, groups: readonly string[]): Promise<void> {
  await changeGroups(tx, of, (counts) => countedOn(counts, groups), groups.length > 0);
}

/** Adds the counts of many at once, or takes them away again. */
export async function addToGroups(
  tx: Tx,
  of: OfCampaign,
  counts: Readonly<Record<string, number>>,
  sign: 1 | -1,
): Promise<void> {
  await changeGroups(tx, of, (before) => addedTo(before, counts, sign), Object.keys(counts).length > 0);
}

async function changeGroups(
  tx: Tx,
  { campaignId, partnershipId }: OfCampaign,
  change: (counts: Readonly<Record<string, number>>) => Readonly<Record<string, number>>,
  isAny: boolean,
): Promise<void> {
  if (!isAny) return;
  await tx
    .insertInto("campaign_groups")
    .values({ campaign_id: campaignId, partnership_id: partnershipId, counts: "{}" })
    .onConflict((is) => is.column("campaign_id").doNothing())
    .execute();
  const { counts } = await tx
    .selectFrom("campaign_groups")
    .select("counts")
    .where("campaign_id", "=", campaignId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("campaign_groups")
    .set({ counts: JSON.stringify(change(counts)) })
    .where("campaign_id", "=", campaignId)
    .execute();
}

export async function keepContact(tx: Tx, { campaignId, partnershipId }: OfCampaign, contact: string): Promise<void> {
  await tx
    .insertInto("campaign_contacts")
    .values({ campaign_id: campaignId, partnership_id: partnershipId, entries: "[]" })
    .onConflict((is) => is.column("campaign_id").doNothing())
    .execute();
  const sheet = await tx
    .selectFrom("campaign_contacts")
    .select(["entries", "waiting"])
    .where("campaign_id", "=", campaignId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { entries, waiting } = contactOn(sheet, contact);
  await tx
    .updateTable("campaign_contacts")
    .set({ entries: JSON.stringify(entries), waiting: JSON.stringify(waiting) })
    .where("campaign_id", "=", campaignId)
    .execute();
}

/** What came before a day and still lies in the order it came. */
export async function unmixedAnswers(tx: Tx, before: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom("campaign_answer")
    .select("id")
    .where("mixed", "=", false)
    .where("received_on", "<", before)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
/** A changed row is written anew, after all others. */
export async function markMixed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("campaign_answer").set({ mixed: true }).where("id", "=", id).execute();
  // What was agreed with was written beside the answer, in the same moment.
  await tx
    .updateTable("coding")
    .set((is) => ({ theme_id: is.ref("theme_id") }))
    .where("answer_id", "=", id)
    .execute();
}

/** The sheets written anew, since they were last written together with somebody's answer; and some of those who want to be called are let out. */
export async function rewriteSheets(tx: Tx, byLot: (all: readonly string[]) => readonly string[]): Promise<void> {
  await sql`update campaign_groups set counts = counts`.execute(tx as AnyTransaction);
  const sheets = await tx
    .selectFrom("campaign_contacts")
    .select(["campaign_id", "entries", "waiting"])
    .forUpdate()
    .execute();
  for (const { campaign_id, ...sheet } of sheets) {
    const { entries, waiting } = letOut(sheet, byLot);
    await tx
      .updateTable("campaign_contacts")
      .set({ entries: JSON.stringify(entries), waiting: JSON.stringify(waiting) })
      .where("campaign_id", "=", campaign_id)
      .execute();
  }
}
