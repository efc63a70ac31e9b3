// What is said to the municipality's fault-reporting system and heard from it, by the clock: its types where somebody asks for them, what waits to be sent, and what has become of what was
// sent. Never in the middle of a transaction; and of what they write, whatever points at a person is covered before it is kept.
import type { Transaction } from "kysely";
import { covered } from "../../collect/person-in-text.ts";
import { keepable } from "../../ground/keepable.ts";
import { instantOf, millisecondsOf } from "../../ground/time.ts";
import type { CalledOut, OutMessage } from "../../platform/server/call-out.ts";
import type { House } from "../../platform/server/house.ts";
import type { ActDatabase } from "../tables.ts";
import {
  faultOfStatus,
  nextLook,
  nextTicketLook,
  outcomeOf,
  referenceOf,
  type SendOutcome,
  type Tried,
} from "./fault-report.ts";
import type { SystemFault } from "./fault-system.ts";
import * as geo from "./geo-report.ts";
import * as store from "./store.ts";

type Call = (address: string, message: OutMessage) => Promise<CalledOut>;
type Means = Pick<House, "database" | "now"> & { readonly call: Call };
/** One look through all of them: how long each has been spoken to, and what went wrong. */
type Round = Means & { readonly spoken: Map<string, number>; readonly wrong: unknown[] };

/** So long one system is spoken to in one round. What is left then waits for the next. */
const MOST_MILLISECONDS = 60_000;
const hasTime = ({ spoken }: Round, partnershipId: string) => (spoken.get(partnershipId) ?? 0) < MOST_MILLISECONDS;
const over = (round: Round, partnershipId: string) => void round.spoken.set(partnershipId, MOST_MILLISECONDS);

const inSystem = <T>({ database }: Pick<Means, "database">, work: (tx: Transaction<ActDatabase>) => Promise<T>) =>
  database.transaction<ActDatabase, T>({ as: "system" }, work);

/** What goes wrong with one system, report or answer is kept with it, and the others are spoken to all the same; what nobody had thought of is told when they have been. */
export async function speakWithFaultSystems(means: Means): Promise<void> {
  const round: Round = { ...means, spoken: new Map(), wrong: [] };
  for (const part of [readAsked, sendWaiting, lookForSent]) await trying(round, () => part(round));
  if (round.wrong.length > 0) throw new AggregateError(round.wrong, "Some fault systems could not be spoken to");
}

/** The work, begun again by the clock only when it is done. */
export function neverTwice(work: () => Promise<void>): () => Promise<void> {
  let isUnderWay = false;
  return async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await work();
    } finally {
      isUnderWay = false;
    }
  };
}

async function trying(round: Round, work: () => Promise<void>, orElse?: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    round.wrong.push(error);
    if (orElse !== undefined) await trying(round, orElse);
  }
}

async function call(round: Round, partnershipId: string, address: string, message: OutMessage): Promise<CalledOut> {
  const from = millisecondsOf(round.now());
  const answer = await round.call(address, message);
  round.spoken.set(partnershipId, (round.spoken.get(partnershipId) ?? 0) + millisecondsOf(round.now()) - from);
  return answer;
}

const TYPES = { json: "application/json", xml: "text/xml, application/xml" } as const;
const ask = (round: Round, partnershipId: string, address: string, format: geo.Format) =>
  call(round, partnershipId, address, {
    method: "GET",
    body: "",
    headers: { accept: TYPES[format], "accept-encoding": "identity" },
  });

/** Covered, and as it can be kept. */
const told = (said: string) => keepable(covered(said));

/** So many definitions are asked for; a type whose own has not been read is not sent to. */
const MOST_DEFINITIONS = 100;

async function readAsked(round: Round): Promise<void> {
  const { now } = round;
  const begun = now();
  const keep = (asked: store.Asked, read: TypesRead) =>
    inSystem(round, (tx) => store.keepTypes(tx, asked, read, now()));
  for (;;) {
    const asked = await inSystem(round, (tx) => store.claimAsked(tx, begun));
    if (asked === undefined) return;
    await trying(
      round,
      async () => keep(asked, await readTypes(round, asked)),
      () => keep(asked, { fault: "unreadable" }),
    );
  }
}

type TypesRead =
  | { readonly format: geo.Format; readonly types: readonly geo.FaultType[] }
  | { readonly fault: SystemFault };

/** JSON where they have it; XML is what the standard demands of everybody. */
async function readTypes(round: Round, { partnershipId, address, jurisdiction }: store.Asked): Promise<TypesRead> {
  let fault: SystemFault = "unreadable";
  for (const format of geo.FORMATS) {
    const spoken = { address, jurisdiction, format };
    const answer = await ask(round, partnershipId, geo.typesAddress(spoken), format);
    if ("fault" in answer) return answer;
    const read = answer.status === 200 ? geo.readTypes(answer.text, format) : undefined;
    if (read !== undefined) return { format, types: await withDefinitions(round, partnershipId, spoken, read) };
    fault = faultOfStatus(answer.status);
  }
  return { fault };
}

async function withDefinitions(
  round: Round,
  partnershipId: string,
  spoken: geo.Spoken,
  read: readonly geo.TypeRead[],
): Promise<readonly geo.FaultType[]> {
  const types: geo.FaultType[] = [];
  let left = MOST_DEFINITIONS;
  for (const { askedOf, ...type } of read) {
    if (!askedOf || type.way !== "followed") {
      types.push(type);
      continue;
    }
    left -= 1;
    const isAsked = left >= 0 && hasTime(round, partnershipId);
    const answer = isAsked
      ? await ask(round, partnershipId, geo.typeAddress(spoken, type.code), spoken.format)
      : undefined;
    const isHeard = answer !== undefined && "status" in answer && answer.status === 200;
    const asksMore = isHeard ? (geo.readAsksMore(answer.text, spoken.format) ?? true) : true;
    types.push(asksMore ? { ...type, way: "asks-more" } : type);
  }
  return types;
}

async function sendWaiting(round: Round): Promise<void> {
  const { now, spoken } = round;
  await inSystem(round, async (tx) => {
    await store.leaveUnsure(tx, now());
    await store.dropElsewhere(tx);
  });
  for (;;) {
    const without = [...spoken.keys()].filter((id) => !hasTime(round, id));
    // Said to be on its way before it is: whoever falls after this has perhaps sent it.
    const claimed = await inSystem(round, (tx) => store.claimReport(tx, now(), without));
    if (claimed === undefined) return;
    await trying(
      round,
      async () => {
        const tried = await send(round, claimed);
        await settle(round, claimed, outcomeOf(tried, claimed.tries), "status" in tried ? tried.status : undefined);
      },
      () => settle(round, claimed, { state: "unsure", fault: "unreadable", said: "" }),
    );
  }
}

type Claimed = NonNullable<Awaited<ReturnType<typeof store.claimReport>>>;

async function settle(round: Round, claimed: Claimed, outcome: SendOutcome, status?: number): Promise<void> {
  const at = round.now();
  const look =
    outcome.state === "filed" ? at : outcome.state === "ticket" ? nextTicketLook(claimed.askedAt, at) : undefined;
  await inSystem(round, (tx) => store.settleSending(tx, claimed, outcome, { status, at, look }));
}

async function send(round: Round, claimed: Claimed): Promise<Tried> {
  const { id, partnershipId, address, jurisdiction, format, key, code, text, place, lon, lat } = claimed;
  const body = geo.formOf({
    key,
    jurisdiction,
    code,
    text: `${text}\n\nSamsyn ${referenceOf({ id })}`,
    place,
    position: lon === null || lat === null ? undefined : [lon, lat],
  });
  const answer = await call(round, partnershipId, geo.filingAddress({ address, jurisdiction, format }), {
    method: "POST",
    body,
    headers: {
      accept: TYPES[format],
      "accept-encoding": "identity",
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
    },
  });
  if ("fault" in answer) return answer;
  return {
    status: answer.status,
    filed: geo.readFiled(answer.text, format),
    said: told(geo.readErrors(answer.text, format, key)),
  };
}

/** So many case numbers stand in one question. */
const TOGETHER = 50;
/** What there was no time for is looked for after those that have been. */
const LATER_MILLISECONDS = 15 * 60_000;

async function lookForSent(round: Round): Promise<void> {
  const begun = round.now();
  for (const partnershipId of await inSystem(round, (tx) => store.systemsDue(tx, begun)))
    if (hasTime(round, partnershipId)) await trying(round, () => lookIn(round, partnershipId));
}

type Due = Awaited<ReturnType<typeof store.claimLooks>>[number];
/** Those of one system that have not been asked about. */
type Looking = Round & { readonly partnershipId: string; readonly left: Set<string> };

async function lookIn(round: Round, partnershipId: string): Promise<void> {
  const at = round.now();
  const due = await inSystem(round, (tx) =>
    store.claimLooks(tx, { partnershipId, at }, ({ askedAt, caseNumber }) =>
      caseNumber === null ? nextTicketLook(askedAt, at) : nextLook(askedAt, at),
    ),
  );
  const looking: Looking = { ...round, partnershipId, left: new Set(due.map(({ id }) => id)) };
  for (const one of due.filter(({ caseNumber }) => caseNumber === null))
    await trying(round, () => lookForTicket(looking, one));
  const numbered = due.filter(({ caseNumber }) => caseNumber !== null);
  for (let from = 0; from < numbered.length; from += TOGETHER)
    await trying(round, () => lookForCases(looking, numbered.slice(from, from + TOGETHER)));
  const left = [...looking.left];
  const later = instantOf(millisecondsOf(round.now()) + LATER_MILLISECONDS);
  if (left.length > 0) await inSystem(round, (tx) => store.lookAt(tx, left, later));
}

/** Undefined where it has had its time: nobody who does not answer is asked again in the same round. */
async function answered(looking: Looking, about: readonly Due[], address: string): Promise<CalledOut | undefined> {
  const { partnershipId, left } = looking;
  if (!hasTime(looking, partnershipId)) return undefined;
  for (const { id } of about) left.delete(id);
  const answer = await ask(looking, partnershipId, address, about[0]!.format);
  if ("fault" in answer) over(looking, partnershipId);
  return answer;
}

async function lookForTicket(looking: Looking, one: Due): Promise<void> {
  const { id, ticket, format } = one;
  const answer = await answered(looking, [one], geo.ticketAddress(one, ticket!));
  if (answer === undefined || !("status" in answer) || answer.status !== 200) return;
  const read = geo.readFiled(answer.text, format);
  if (read !== undefined && "caseNumber" in read)
    await inSystem(looking, (tx) => store.numberTicket(tx, id, read.caseNumber, looking.now()));
}

/** A system that says no to all of them for one it does not know is asked of each half. */
async function lookForCases(looking: Looking, due: readonly Due[]): Promise<void> {
  const [first] = due;
  if (first === undefined) return;
  const numbers = due.map(({ caseNumber }) => caseNumber!);
  const answer = await answered(looking, due, geo.casesAddress(first, numbers));
  if (answer === undefined || "fault" in answer) return;
  if ((answer.status === 400 || answer.status === 404) && due.length > 1) {
    for (const { id } of due) looking.left.add(id);
    const half = Math.ceil(due.length / 2);
    await lookForCases(looking, due.slice(0, half));
    await lookForCases(looking, due.slice(half));
    return;
  }
  if (answer.status !== 200) return;
  const at = looking.now();
  const read = geo.readStatuses(answer.text, first.format, { now: at, key: first.key });
  for (const { id, caseNumber } of due) {
    const found = read?.get(caseNumber!);
    if (found === undefined) continue;
    const status = { ...found, note: told(found.note) };
    await trying(looking, () => inSystem(looking, (tx) => store.keepStatus(tx, id, status, at)));
  }
}
