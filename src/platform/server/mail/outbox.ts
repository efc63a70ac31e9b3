// The letters that are to go, are on their way and have gone. A letter is tried by one server at a time, and never again once it may have arrived.
import { sql } from "kysely";
import { addDays, dayOf, instantOf, millisecondsOf, type Instant } from "../../../ground/time.ts";
import type { Lang } from "../../../ground/words.ts";
import type { Database } from "../database/database.ts";
import type { AnyTransaction } from "../house.ts";
import type { Mailer, MailFault } from "./smtp.ts";

export const LETTER_STATES = ["waiting", "sending", "sent", "failed", "given-up"] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** Somebody who works here, for their organisation, or somebody who asked for news and is known by nothing but an address. */
export type Recipient =
  | { readonly personId: string; readonly organisationId: string; readonly followerId?: undefined }
  | { readonly followerId: string; readonly personId?: undefined; readonly organisationId?: undefined };

export type NewLetter = Recipient & {
  readonly id: string;
  readonly partnershipId: string;
  readonly kind: string;
  /** What it is about; a second letter to the same person of the same cause is never made. */
  readonly cause: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where letters of this kind are switched off, where they can be. */
  readonly unsubscribe?: string | undefined;
  readonly at: Instant;
};

/** Leaves a letter to be sent, in the transaction of what it is about. False where that person has had it before. */
export async function addLetter(tx: AnyTransaction, letter: NewLetter): Promise<boolean> {
  const { id, partnershipId, kind, cause, subject, unsubscribe = null, at } = letter;
  const { personId = null, followerId = null, organisationId = null } = letter;
  const { rows } = await sql`
    insert into letter (id, person_id, follower_id, partnership_id, organisation_id, kind, cause, subject, unsubscribe, next_try, made_at)
    values (${id}, ${personId}, ${followerId}, ${partnershipId}, ${organisationId}, ${kind}, ${cause}, ${subject}, ${unsubscribe}, ${at}, ${at})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`insert into letter_body (letter_id, person_id, text, html)
    values (${id}, ${personId}, ${letter.text}, ${letter.html})`.execute(tx);
  return true;
}

export type Wish = { readonly address: string | null; readonly weekly: boolean; readonly lang: Lang };

/** What somebody has said of their letters; the weekly one comes until they say otherwise. */
export async function wishOf(tx: AnyTransaction, personId: string): Promise<Wish> {
  const { rows } = await sql<Wish>`select address, weekly, lang from letter_wish where person_id = ${personId}`.execute(
    tx,
  );
  return rows[0] ?? { address: null, weekly: true, lang: "sv" };
}

export async function saveWish(tx: AnyTransaction, personId: string, { address, weekly, lang }: Wish): Promise<void> {
  await sql`insert into letter_wish (person_id, address, weekly, lang) values (${personId}, ${address}, ${weekly}, ${lang})
    on conflict (person_id) do update set address = excluded.address, weekly = excluded.weekly, lang = excluded.lang`.execute(
    tx,
  );
}

export type HeldLetter = {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: LetterState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly madeAt: Instant;
  readonly sentAt: Instant | null;
  /** Of one's own; of somebody else's never, and of an old one no more. */
  readonly text: string | null;
};

const SHOWN = 100;

/** The letters that the asker may see of a partnership, the newest first. */
export async function lettersIn(tx: AnyTransaction, partnershipId: string): Promise<readonly HeldLetter[]> {
  const { rows } = await sql<HeldLetter>`
    select l.id, l.person_id as "personId", l.kind, l.subject, l.state, l.attempts, l.last_error as "lastError", l.made_at as "madeAt", l.sent_at as "sentAt", b.text
    from letter l left join letter_body b on b.letter_id = l.id
    where l.partnership_id = ${partnershipId} and l.person_id is not null order by l.made_at desc, l.id desc limit ${SHOWN}`.execute(
    tx,
  );
  return rows;
}

export type Undelivered = { readonly waiting: number; readonly failed: number; readonly givenUp: number };

/** How many have not gone, for whoever runs the server: numbers, and no names. Those that nobody has given an address for wait for nothing. */
export async function undelivered(tx: AnyTransaction): Promise<Undelivered> {
  const { rows } = await sql<Undelivered>`
    select count(*) filter (where l.state in ('waiting', 'sending'))::int as waiting, count(*) filter (where l.state = 'failed')::int as failed,
      count(*) filter (where l.state = 'given-up')::int as "givenUp"
    from letter l left join letter_wish w on w.person_id = l.person_id
    where l.state <> 'sent' and (w.address is not null or l.follower_id is not null)`.execute(tx);
  return rows[0] ?? { waiting: 0, failed: 0, givenUp: 0 };
}

/** «Försök igen»: those that failed and those that were given up and still say something, from the beginning; never one that may have arrived. How many. */
export async function tryAgain(tx: AnyTransaction, at: Instant): Promise<number> {
  const { rows } = await sql`update letter set state = 'waiting', attempts = 0, next_try = ${at}, last_error = null
    where state in ('failed', 'given-up') and last_error is distinct from 'interrupted' and last_error is distinct from 'left' and made_at > ${oldest(at)}::timestamptz and exists (select 1 from letter_body b where b.letter_id = letter.id)
    returning id`.execute(tx);
  return rows.length;
}

/** What a letter says is kept for a month, and an address no longer than its person works here. */
export async function forgetLetters(tx: AnyTransaction, at: Instant): Promise<void> {
  const before = `${addDays(dayOf(at), -BODY_DAYS)}T00:00:00.000Z`;
  await sql`delete from letter_body using letter where letter.id = letter_id and letter.made_at < ${before}::timestamptz`.execute(
    tx,
  );
  await sql`delete from letter_wish where not exists (select 1 from role_grant g where g.person_id = letter_wish.person_id and g.ended_at is null)`.execute(
    tx,
  );
}

const BODY_DAYS = 30;
/** A letter that has waited longer tells of what is over. */
const OLDEST_DAYS = 7;
const oldest = (at: Instant): Instant => instantOf(millisecondsOf(at) - OLDEST_DAYS * 86_400_000);
/** A minute, then four times as long each time: the last after a good day. */
const FIRST_WAIT_SECONDS = 60;
const MOST_ATTEMPTS = 7;
/** Longer than any server is waited for. */
const SENDING_SECONDS = 600;

export type Sending = {
  readonly database: Database;
  readonly now: () => Instant;
  readonly mailer: Mailer;
};

/** Sends what is due, one after the other, until nothing is. Answers how many went. Several servers may do so at once. */
export async function sendDue({ database, now, mailer }: Sending): Promise<number> {
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  await inSystem((tx) => setAside(tx, now()));
  let sent = 0;
  for (;;) {
    const letter = await inSystem((tx) => claim(tx, now(), mailer.isLocal));
    if (letter === undefined) return sent;
    const fault = await mailer.send({ ...letter, unsubscribe: letter.unsubscribe ?? undefined });
    await inSystem((tx) => settle(tx, letter, fault, now()));
    if (fault === undefined) sent += 1;
  }
}

/** What is not to be tried any more: too old, to somebody who has left, or cut off in the middle, when nobody knows whether it arrived. */
async function setAside(tx: AnyTransaction, at: Instant): Promise<void> {
  await sql`update letter set state = 'given-up', last_error = 'too-old' where state in ('waiting', 'failed') and made_at < ${oldest(at)}::timestamptz`.execute(
    tx,
  );
  await sql`update letter set state = 'given-up', last_error = 'left' where state in ('waiting', 'failed')
    and person_id is not null and not exists (
      select 1 from role_grant g where g.person_id = letter.person_id and g.partnership_id = letter.partnership_id and g.ended_at is null
    )`.execute(tx);
  await sql`update letter set state = 'given-up', last_error = 'interrupted' where state = 'sending' and next_try <= ${at}::timestamptz`.execute(
    tx,
  );
}

type Claimed = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribe: string | null;
  readonly attempts: number;
  readonly oneClick: boolean;
};

/** Takes one, which from now on is this server's. Invented people are written to in a mailbox on this machine only: anybody may be them. */
async function claim(tx: AnyTransaction, at: Instant, isLocal: boolean): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    with due as (
      select l.id from letter l
        left join letter_wish w on w.person_id = l.person_id and w.address is not null
        left join person p on p.id = l.person_id and (${isLocal}::boolean or not p.example)
        join letter_body b on b.letter_id = l.id
      where (l.follower_id is not null or (w.address is not null and p.id is not null
          and exists (select 1 from role_grant g where g.person_id = l.person_id and g.partnership_id = l.partnership_id and g.ended_at is null)))
        and l.state in ('waiting', 'failed') and l.next_try <= ${at}::timestamptz
      -- Whoever works here waits for nobody who follows.
      order by l.follower_id is not null, l.next_try, l.id limit 1 for update of l skip locked
    ), taken as (
      update letter set state = 'sending', attempts = attempts + 1, next_try = ${at}::timestamptz + make_interval(secs => ${SENDING_SECONDS})
      from due where letter.id = due.id returning letter.*
    )
    select t.id, coalesce(w.address, f.address) as "to", t.subject, b.text, b.html, t.unsubscribe, t.attempts, t.follower_id is not null as "oneClick"
    from taken t left join letter_wish w on w.person_id = t.person_id left join follower f on f.id = t.follower_id join letter_body b on b.letter_id = t.id`.execute(
    tx,
  );
  return rows[0];
}

async function settle(
  tx: AnyTransaction,
  { id, attempts }: Claimed,
  fault: MailFault | undefined,
  at: Instant,
): Promise<void> {
  const mine = sql`where id = ${id} and attempts = ${attempts} and state = 'sending'`;
  if (fault === undefined) {
    await sql`update letter set state = 'sent', sent_at = ${at}, last_error = null ${mine}`.execute(tx);
    return;
  }
  const over = fault.kind !== "again" || attempts >= MOST_ATTEMPTS;
  const wait = FIRST_WAIT_SECONDS * 4 ** (attempts - 1);
  await sql`update letter set state = ${over ? "given-up" : "failed"}, last_error = ${fault.kind === "unknown" ? "interrupted" : fault.said},
    next_try = ${at}::timestamptz + make_interval(secs => ${wait}) ${mine}`.execute(tx);
}
