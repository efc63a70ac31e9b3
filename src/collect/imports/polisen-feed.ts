// Asks polisen.se for its latest 500 events, by the police's rules for their open data: a User-Agent that says who asks, ten seconds between calls,
// sixty an hour. Off unless somebody has switched it on. The network is handed in.
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { waitUntil } from "./polisen.ts";

export const POLISEN_EVENTS = "https://polisen.se/api/events";

export type FeedWhy = "feed-is-off" | "user-agent-needed" | "feed-asked-too-often" | "feed-did-not-answer";

export type Asking = {
  readonly get: (address: string, headers: Readonly<Record<string, string>>) => Promise<Response>;
  readonly on: boolean;
  /** Who asks and how to reach them: "Samsyn/0.1 (Ockelbo kommun, it@…)". */
  readonly userAgent: string;
  /** When it was asked before, within the last hour at least. */
  readonly asked: readonly Instant[];
  readonly at: Instant;
  readonly address?: string;
};

/** The answer's bytes, ready to be read in as a file that was fetched now. An empty answer is an answer: nothing is removed because of it. */
export async function askPolisen({
  get,
  on,
  userAgent,
  asked,
  at,
  address = POLISEN_EVENTS,
}: Asking): Promise<Result<Uint8Array, Refusal<FeedWhy>>> {
  if (!on) return no("feed-is-off");
  if (userAgent.trim() === "") return no("user-agent-needed");
  const until = waitUntil(asked, at);
  if (until !== undefined) return no("feed-asked-too-often", { detail: { until } });
  try {
    const answer = await get(address, { "user-agent": userAgent, accept: "application/json" });
    if (!answer.ok) return no("feed-did-not-answer", { detail: { status: answer.status } });
    return yes(new Uint8Array(await answer.arrayBuffer()));
  } catch {
    return no("feed-did-not-answer", { detail: { status: 0 } });
  }
}
