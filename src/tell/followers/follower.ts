// Following by e-mail without an account: who is taken in, what a letter of news has in it, and how long one waits for a yes.
import { addDays, type Day, dayOf, type Instant, millisecondsOf } from "../../ground/time.ts";
import { readAddress } from "../letters/letter.ts";

/** What somebody wants to hear of: one promise or one theme by the words of its address, or everything. */
export type Follows = { readonly pledge: string | undefined; readonly theme: string | undefined };

export type AskedWhy = "address-needed" | "address-unread";

/** Everything; what is no longer there is read as everything too, since whoever follows a promise that has ended hears of the next. */
const EVERYTHING: Follows = { pledge: undefined, theme: undefined };

/** "lofte=1-trafik", "tema=trafik" or "allt", as the form says it. */
export function readFollows(
  said: string,
  there: { readonly pledges: readonly string[]; readonly themes: readonly string[] },
): Follows {
  const [way = "", name = ""] = said.split("=");
  if (way === "lofte" && there.pledges.includes(name)) return { pledge: name, theme: undefined };
  if (way === "tema" && there.themes.includes(name)) return { pledge: undefined, theme: name };
  return EVERYTHING;
}

/** The address as it is kept: without what stands round it, and in small letters so that the same one is there once. */
export function readFollower(said: string): { readonly address: string } | { readonly why: AskedWhy } {
  if (said.trim() === "") return { why: "address-needed" };
  const address = readAddress(said)?.toLowerCase();
  return address === undefined ? { why: "address-unread" } : { address };
}

/** The same as the feeds have it. */
export const wantedBy = ({ pledge, theme }: Follows): { readonly lofte?: string; readonly tema?: string } => ({
  ...(pledge === undefined ? {} : { lofte: pledge }),
  ...(theme === undefined ? {} : { tema: theme }),
});

/** Whoever has not said yes by then never asked, as far as anybody knows. */
export const HOURS_TO_CONFIRM = 48;
/** Whether nobody has said yes in time. */
export function isOver(
  { askedAt, confirmedAt }: { readonly askedAt: Instant; readonly confirmedAt: Instant | undefined },
  at: Instant,
): boolean {
  return confirmedAt === undefined && millisecondsOf(at) - millisecondsOf(askedAt) > HOURS_TO_CONFIRM * 3_600_000;
}

/** The mailbox behind an address: what stands after a plus sign is the same mailbox's. */
export function mailboxOf(address: string): string {
  return address.replace(/[+][^@]*(?=@)/, "");
}

/** How long an address that said no, or nothing, is left in peace. */
export const REST_DAYS = 30;
/** Anybody can write in anybody's address: few letters a day to one mailbox, and no more in an hour than a municipality's own could be asked for. */
const MOST_A_DAY = 3;
const MOST_AN_HOUR = 120;
export function mayAsk({
  rests,
  ofMailbox,
  ofAll,
}: {
  readonly rests: boolean;
  readonly ofMailbox: number;
  readonly ofAll: number;
}): boolean {
  return !rests && ofMailbox < MOST_A_DAY && ofAll < MOST_AN_HOUR;
}

/** News older than this are history, however late they were told. */
const DAYS_OF_NEWS = 60;

/** What of it is to be told now, in the order it came: nothing that has been, and nothing that is history. */
export function untold<One extends { readonly key: string; readonly on: Day }>(
  wanted: readonly One[],
  told: readonly string[],
  at: Instant,
): readonly One[] {
  const had = new Set(told);
  const since = addDays(dayOf(at), -DAYS_OF_NEWS);
  return wanted.filter(({ key, on }) => !had.has(key) && on >= since);
}
