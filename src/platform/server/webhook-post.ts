// Tells another system's address something, once: of the answer nothing but its status is read.
import { callOut, type OutNetwork } from "./call-out.ts";

export type PostMessage = { readonly body: string; readonly headers: Readonly<Record<string, string>> };
export type Posted = { readonly status: number } | { readonly fault: "not-public" | "no-answer" };

const MOST_MILLISECONDS = 10_000;

export async function postWebhook(
  address: string,
  message: PostMessage,
  network?: OutNetwork,
  milliseconds = MOST_MILLISECONDS,
): Promise<Posted> {
  const called = await callOut(address, { method: "POST", ...message }, { milliseconds, bytes: 0 }, network);
  if ("status" in called) return { status: called.status };
  return { fault: called.fault === "not-public" ? "not-public" : "no-answer" };
}
