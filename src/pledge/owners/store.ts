import type { Selectable } from "kysely";
import type { Person } from "../../ground/party.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Within } from "../../partnership/tables.ts";
import { documentsOf } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import { type Answered, answersAs, type NewAsk } from "./asking.ts";
import { type HeldAsk, waitingIn } from "./owner.ts";
import type { PledgeOwnerRow } from "./tables.ts";

type Tx = Within<PledgeDatabase>;

/** A document's questions to units, in the order they were asked. */
export async function ownersOf(tx: Tx, documentId: string): Promise<HeldAsk[]> {
  const rows = await tx
    .selectFrom("pledge_owner")
    .selectAll()
    .where("document_id", "=", documentId)
    .orderBy("asked_at")
    .orderBy("id")
    .execute();
  return rows.map(asAsk);
}

/** The organisations that promise along and have nobody who works here. */
export async function emptyParties(tx: Tx, partnershipId: string): Promise<ReadonlySet<string>> {
  const parties = await partiesOf(tx, partnershipId);
  return new Set(parties.filter(({ empty }) => empty).map(({ organisationId }) => organisationId));
}

/** What waits for this person's answer, draft by draft. Whoever asked is waiting, and not waited for. */
export async function waitingOwners(tx: Tx, partnershipId: string, person: Person) {
  const empty = await emptyParties(tx, partnershipId);
  const waiting = [];
  for (const document of await documentsOf(tx, partnershipId)) {
    if (document.state !== "draft") continue;
    for (const { activity, ask } of waitingIn(document.content, await ownersOf(tx, document.id))) {
      const put = { partnershipId, ask, isEmpty: empty.has(ask.organisationId) };
      if (answersAs(person, put) === "own") waiting.push({ document, activity, ask });
    }
  }
  return waiting;
}

/** One question with its document's id, held so that two who answer at once answer one after the other. */
export async function askForDecision(tx: Tx, partnershipId: string, id: string) {
  const one = () => tx.selectFrom("pledge_owner").where("id", "=", id).where("partnership_id", "=", partnershipId);
  await one().select("id").forUpdate().execute();
  const row = await one().selectAll().executeTakeFirst();
  return row === undefined ? undefined : { documentId: row.document_id, ask: asAsk(row) };
}

const asAsk = (row: Selectable<PledgeOwnerRow>): HeldAsk => ({
  id: row.id,
  activityId: row.activity_id,
  organisationId: row.organisation_id,
  unit: row.unit,
  asked: row.asked_text,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  answer:
    row.state === "asked" || row.answered_at === null
      ? undefined
      : {
          kind: row.state,
          at: row.answered_at,
          office: row.office ?? "",
          said: row.said,
          vouched: row.vouched ?? undefined,
        },
});

export async function addAsk(tx: Tx, partnershipId: string, ask: NewAsk): Promise<void> {
  await tx
    .insertInto("pledge_owner")
    .values({
      id: ask.id,
      partnership_id: partnershipId,
      document_id: ask.documentId,
      activity_id: ask.activityId,
      organisation_id: ask.organisationId,
      unit: ask.unit,
      asked_text: ask.asked,
      asked_at: ask.askedAt,
      asked_by: ask.askedBy,
      asked_by_organisation_id: ask.askedByOrganisation,
      state: "asked",
      answered_at: null,
      answered_by: null,
      office: null,
      said: "",
      vouched: null,
    })
    .execute();
}

export async function putAnswer(tx: Tx, answer: Answered): Promise<void> {
  await tx
    .updateTable("pledge_owner")
    .set({
      state: answer.kind,
      answered_at: answer.at,
      answered_by: answer.by,
      office: answer.office,
      said: answer.said,
      vouched: answer.vouched ?? null,
    })
    .where("id", "=", answer.askId)
    .execute();
}
