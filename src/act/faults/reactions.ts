// What is said to the municipality's fault-reporting system and heard from it, by the clock: its types where somebody asks for them, what waits to be sent, and what has become of what was
// sent. Never in the middle of a transaction; and of what they write, whatever points at a person is covered before it is kept.
import type { Transaction } from "kysely";
import { covered } from "../../collect/person-in-text.ts";
import type { Instant } from "../../ground/time.ts";
import type { CalledOut, OutMessage } from "../../platform/server/call-out.ts";
import type { House } from "../../platform/server/house.ts";
import type { ActDatabase } from "../tables.ts";
import { faultOfStatus, nextLook, nextTicketLook, outcomeOf, referenceOf, type Tried } from "./fault-report.ts";
import type { SystemFault } from "./fault-system.ts";
import * as geo from "./geo-report.ts";
import * as store from "./store.ts";

type Call = (address: string, message: OutMessage) => Promise<CalledOut>;
type Means = Pick<House, "database" | "now"> & { readonly call: Call };

const inSystem = <T>({ database }: Pick<Means, "database">, work: (tx: Transaction<ActDatabase>) => Promise<T>) =>
  database.transaction<ActDatabase, T>({ as: "system" }, work);

/** What goes wrong with one system is kept with it, and the others are spoken to all the same. */
export async function speakWithFaultSystems(means: Means): Promise<void> {
  await readAsked(means);
  await sendWaiting(means);
  await lookForSent(means);
}

const TYPES = { json: "application/json", xml: "text/xml, application/xml" } as const;
const ask = (means: Means, address: string, format: geo.Format) =>
  means.call(address, { method: "GET", body: "", headers: { accept: TYPES[format], "accept-encoding": "identity" } });

/** So many definitions are asked for; a type whose own has not been read is not sent to. */
const MOST_DEFINITIONS = 100;

async function readAsked(means: Means): Promise<void> {
  for (const asked of await inSystem(means, store.systemsAsked)) {
    const read = await readTypes(means, asked);
    await inSystem(means, (tx) => store.keepTypes(tx, asked, read, means.now()));
  }
}

/** JSON where they have it; XML is what the standard demands of everybody. */
async function readTypes(
  means: Means,
  { address, jurisdiction }: store.Asked,
): Promise<
  { readonly format: geo.Format; readonly types: readonly geo.FaultType[] } | { readonly fault: SystemFault }
> {
  let fault: SystemFault = "unreadable";
  for (const format of geo.FORMATS) {
    const spoken = { address, jurisdiction, format };
    const answer = await ask(means, geo.typesAddress(spoken), format);
    if ("fault" in answer) return answer;
    const read = answer.status === 200 ? geo.readTypes(answer.text, format) : undefined;
    if (read !== undefined) return { format, types: await withDefinitions(means, spoken, read) };
    fault = faultOfStatus(answer.status);
  }
  return { fault };
}

async function withDefinitions(means: Means, spoken: geo.Spoken, read: readonly geo.TypeRead[]) {
  const types: geo.FaultType[] = [];
  let left = MOST_DEFINITIONS;
  for (const { askedOf, ...type } of read) {
    if (!askedOf || type.way !== "followed") {
      types.push(type);
      continue;
    }
    left -= 1;
    const answer = left < 0 ? undefined : await ask(means, geo.typeAddress(spoken, type.code), spoken.format);
    const isHeard = answer !== undefined && "status" in answer && answer.status === 200;
    const asksMore = isHeard ? (geo.readAsksMore(answer.text, spoken.format) ?? true) : true;
    types.push(asksMore ? { ...type, way: "asks-more" } : type);
  }
  return types;
}

async function sendWaiting(means: Means): Promise<void> {
  const { now } = means;
  await inSystem(means, (tx) => store.leaveUnsure(tx, now()));
  for (;;) {
    // Said to be on its way before it is: whoever falls after this has perhaps sent it.
    const claimed = await inSystem(means, (tx) => store.claimReport(tx, now()));
    if (claimed === undefined) return;
    const tried = await send(means, claimed);
    const outcome = outcomeOf(tried, claimed.attempts);
    const at = now();
    const look =
      outcome.state === "filed" ? at : outcome.state === "ticket" ? nextTicketLook(claimed.askedAt, at) : undefined;
    const status = "status" in tried ? tried.status : undefined;
    await inSystem(means, (tx) => store.settleSending(tx, claimed, outcome, { status, at, look }));
  }
}

type Claimed = NonNullable<Awaited<ReturnType<typeof store.claimReport>>>;

async function send({ call }: Means, claimed: Claimed): Promise<Tried> {
  const { id, address, jurisdiction, format, key, code, text, place, lon, lat } = claimed;
  const body = geo.formOf({
    key: key ?? "",
    jurisdiction,
    code,
    text: `${text}\n\nSamsyn ${referenceOf({ id })}`,
    place,
    position: lon === null || lat === null ? undefined : [lon, lat],
  });
  const answer = await call(geo.filingAddress({ address, jurisdiction, format }), {
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
    said: covered(geo.readErrors(answer.text, format)),
  };
}

/** So many case numbers stand in one question. */
const TOGETHER = 50;

async function lookForSent(means: Means): Promise<void> {
  const due = await inSystem(means, (tx) => store.dueLooks(tx, means.now()));
  for (const one of due.filter(({ ticket, caseNumber }) => ticket !== null && caseNumber === null))
    await lookForTicket(means, one);
  const numbered = due.filter(({ caseNumber }) => caseNumber !== null);
  for (const partnershipId of new Set(numbered.map((one) => one.partnershipId))) {
    const own = numbered.filter((one) => one.partnershipId === partnershipId);
    for (let from = 0; from < own.length; from += TOGETHER) await lookForCases(means, own.slice(from, from + TOGETHER));
  }
}

type Due = Awaited<ReturnType<typeof store.dueLooks>>[number];

async function lookForTicket(means: Means, { id, ticket, askedAt, format, ...where }: Due): Promise<void> {
  const answer = await ask(means, geo.ticketAddress({ ...where, format: format! }, ticket!), format!);
  const read = "status" in answer && answer.status === 200 ? geo.readFiled(answer.text, format!) : undefined;
  const at = means.now();
  await inSystem(means, (tx) =>
    read !== undefined && "caseNumber" in read
      ? store.numberTicket(tx, id, read.caseNumber, at)
      : store.lookLater(tx, id, nextTicketLook(askedAt, at)),
  );
}

/** A system that says no to all of them for one it does not know is asked of each half. */
async function lookForCases(means: Means, due: readonly Due[]): Promise<void> {
  const [first] = due;
  if (first === undefined) return;
  const format = first.format!;
  const spoken = { address: first.address, jurisdiction: first.jurisdiction, format };
  const numbers = due.map(({ caseNumber }) => caseNumber!);
  const answer = await ask(means, geo.casesAddress(spoken, numbers), format);
  if ("status" in answer && (answer.status === 400 || answer.status === 404) && due.length > 1) {
    const half = Math.ceil(due.length / 2);
    await lookForCases(means, due.slice(0, half));
    await lookForCases(means, due.slice(half));
    return;
  }
  const read =
    "status" in answer && answer.status === 200 ? geo.readStatuses(answer.text, format, means.now()) : undefined;
  await keepCases(means, due, read ?? new Map());
}

async function keepCases(means: Means, due: readonly Due[], read: ReadonlyMap<string, geo.CaseStatus>): Promise<void> {
  const at: Instant = means.now();
  await inSystem(means, async (tx) => {
    for (const { id, caseNumber, askedAt } of due) {
      const found = read.get(caseNumber!);
      const next = nextLook(askedAt, at);
      if (found === undefined) await store.lookLater(tx, id, next);
      else await store.keepStatus(tx, id, { ...found, note: covered(found.note) }, { at, next });
    }
  });
}
