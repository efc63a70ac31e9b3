import type { z } from "zod";
import type { Endpoint, InputOf } from "../../ground/endpoint.ts";
import { type Refusal, type Result, yes } from "../../ground/result.ts";
import { hearClock } from "./device.ts";

/** A no from the server: the refusal as the rule gave it, and the sentence in the reader's language. */
export type Told = Refusal & {
  readonly sentence: string;
  readonly status: number;
  readonly problems?: readonly { field: string; why: string }[];
};

type Out<E> = E extends Endpoint<z.ZodType, infer Output> ? z.output<Output> : never;

const OFFLINE: Told = {
  why: "offline",
  status: 0,
  sentence: "Det finns inget nät just nu. Inget är borta. / There is no network just now. Nothing is lost.",
};

/** A field as it stands in an address: text as it is, anything else as JSON ("5", "true", "[1,2]"). */
export function inAddress(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Where an endpoint lives for this input: path fields filled in, the rest as query when `inQuery`. */
export function addressOf(endpoint: Endpoint, input: Readonly<Record<string, unknown>>, inQuery: boolean): string {
  const used = new Set<string>();
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    used.add(name);
    return encodeURIComponent(inAddress(input[name] ?? ""));
  });
  if (!inQuery) return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input))
    if (!used.has(name) && value !== undefined && value !== null) query.set(name, inAddress(value));
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * Calls a door of the house, typed by the same value that serves it and that openapi.json describes.
 * Never throws for what can be expected: a refusal or a missing network is a value.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  body?: Blob,
): Promise<Result<Out<E>, Told>> {
  const reads = endpoint.kind === "question" || endpoint.kind === "download";
  const fields = input as Readonly<Record<string, unknown>>;
  const lang = document.documentElement.lang === "en" ? "en" : "sv";
  const options: RequestInit = reads
    ? { headers: { "accept-language": lang } }
    : endpoint.kind === "upload"
      ? {
          method: "POST",
          headers: { "content-type": body?.type || "application/octet-stream", "accept-language": lang },
          ...(body ? { body } : {}),
        }
      : {
          method: "POST",
          headers: { "content-type": "application/json", "accept-language": lang },
          body: JSON.stringify(fields),
        };
  const send = () =>
    fetch(addressOf(endpoint, fields, endpoint.kind !== "command"), { credentials: "same-origin", ...options });
  let response: Response;
  try {
    // A connection breaks when the network changes under it. Reading changes nothing, so it is tried once more.
    response = await (reads && navigator.onLine ? send().catch(send) : send());
  } catch {
    return { ok: false, refusal: OFFLINE };
  }
  hearClock(response.headers.get("date"));
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return yes(answer as Out<E>);
  const problem = (answer ?? {}) as { why?: string; detail?: string; field?: string; problems?: Told["problems"] };
  return {
    ok: false,
    refusal: {
      why: problem.why ?? "broken",
      sentence: problem.detail ?? `HTTP ${response.status}`,
      status: response.status,
      ...(problem.field === undefined ? {} : { field: problem.field }),
      ...(problem.problems === undefined ? {} : { problems: problem.problems }),
    },
  };
}
