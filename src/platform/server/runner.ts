import { sql } from "kysely";
import { canonicalText, type Json } from "../../ground/canonical.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { HappenedEvent, House, Reaction, AnyTransaction } from "./house.ts";
import { enqueue, type JobHandler } from "./jobs/jobs.ts";

type Happening = {
  readonly name: string;
  readonly partnershipId: string | undefined;
  readonly subjectId: string | undefined;
  readonly body: Json;
};
type Circumstances = {
  readonly tx: unknown;
  readonly person: Person | undefined;
  readonly at: Instant;
  readonly newId: () => string;
};

/**
 * Appends what happened to the partnership's hash-chained log, and leaves one job for every reaction that listens, all in the change's own
 * transaction: either the change, its entry and its consequences are all there, or none of them is.
 */
export async function noteEvent(
  house: Pick<House, "reactions">,
  { tx: given, person, at, newId }: Circumstances,
  what: Happening,
): Promise<void> {
  const tx = given as AnyTransaction;
  const grant =
    person === undefined || what.partnershipId === undefined ? undefined : grantsIn(person, what.partnershipId)[0];
  const chain = what.partnershipId ?? "platform";
  const body = canonicalText(what.body);
  const { rows } = await sql<{
    seq: number;
  }>`select note_event(${chain}::text, ${newId()}::uuid, ${what.partnershipId ?? null}::uuid, ${at}::timestamptz,
    ${what.name}::text, ${person?.id ?? null}::uuid, ${grant?.organisationId ?? null}::uuid, ${grant?.role ?? null}::text,
    ${what.subjectId ?? null}::uuid, ${body}::text) as seq`.execute(tx);
  const seq = rows[0]?.seq;
  if (seq === undefined) throw new Error("note_event answered nothing");
  const event: HappenedEvent = {
    name: what.name,
    partnershipId: what.partnershipId,
    subjectId: what.subjectId,
    at,
    body: what.body,
  };
  for (const reaction of house.reactions.filter(({ on }) => on.includes(what.name)))
    await enqueue(tx, {
      id: newId(),
      name: reaction.name,
      body: event as unknown as Json,
      eventChain: chain,
      eventSeq: seq,
      runAt: at,
    });
}

/** Reactions as handlers of the job worker. */
export function handlersOf(
  house: Pick<House, "reactions" | "database" | "now" | "newId" | "files" | "settings">,
): Record<string, JobHandler> {
  const handlerOf = (reaction: Reaction): JobHandler => {
    return async (body) => {
      await house.database.transaction({ as: "system" }, (tx) =>
        reaction.work(body as unknown as HappenedEvent, {
          tx: tx as AnyTransaction,
          at: house.now(),
          newId: house.newId,
          files: house.files,
          origin: house.settings.origin,
        }),
      );
    };
  };
  return Object.fromEntries(house.reactions.map((reaction) => [reaction.name, handlerOf(reaction)]));
}
