// A file that carries notes from one phone to another where there is no network: everything in it, with a checksum, so that half a file is no file.
import { z } from "zod";
import { base64Of, bytesOfBase64, hexOf } from "../../ground/bytes.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Entry } from "../../platform/browser/storage.ts";

const FORMAT = "samsyn-lamna-over-1";

export type Writer = { readonly id: string; readonly name: string; readonly organisationIds: readonly string[] };

const carried = z.object({
  id: z.string().min(1).max(100),
  number: z.number(),
  written: z.number().exactOptional(),
  endpoint: z.string().max(100),
  input: z.record(z.string(), z.unknown()),
  after: z.string().max(100).exactOptional(),
  savedAt: z.string().max(40),
  /** Base64, with what kind of bytes they are. */
  bytes: z
    .string()
    .transform((text, context) => {
      const bytes = bytesOfBase64(text);
      if (bytes === undefined) context.addIssue("not base64");
      return bytes ?? z.NEVER;
    })
    .exactOptional(),
  kind: z.string().max(100).exactOptional(),
});
const body = z.object({
  format: z.literal(FORMAT),
  from: z.object({ id: z.string(), name: z.string().max(200), organisationIds: z.array(z.string()).readonly() }),
  entries: z.array(carried).max(2000),
});

export async function writeHandOver(from: Writer, entries: readonly Entry[]): Promise<string> {
  const content = JSON.stringify({ format: FORMAT, from, entries: await Promise.all(entries.map(carry)) });
  return `${JSON.stringify({ sha256: await sha256(content) })}\n${content}\n`;
}

/** Whole and for one's own organisation, or nothing of it. */
export async function readHandOver(
  text: string,
  organisationIds: readonly string[],
): Promise<Result<{ from: Writer; entries: readonly Entry[] }, Refusal<"file-broken" | "file-elsewhere">>> {
  const [head = "", content = ""] = text.split("\n");
  const read = body.safeParse(parsed(content));
  const sum = z.object({ sha256: z.string() }).safeParse(parsed(head));
  if (!read.success || !sum.success || sum.data.sha256 !== (await sha256(content))) return no("file-broken");
  const { from, entries } = read.data;
  if (!from.organisationIds.some((id) => organisationIds.includes(id))) return no("file-elsewhere");
  return yes({ from, entries: entries.map((one) => unpack(one, from.id)) });
}

async function carry(entry: Entry): Promise<z.input<typeof carried>> {
  const { id, number, written, endpoint, input, after, savedAt, bytes } = entry;
  return {
    id,
    number,
    endpoint,
    input: { ...input },
    savedAt,
    ...(written === undefined ? {} : { written }),
    ...(after === undefined ? {} : { after }),
    ...(bytes === undefined ? {} : { bytes: base64Of(new Uint8Array(await bytes.arrayBuffer())), kind: bytes.type }),
  };
}

function unpack({ bytes, kind, ...entry }: z.output<typeof carried>, personId: string): Entry {
  return {
    ...entry,
    personId,
    state: "waiting",
    ...(bytes === undefined ? {} : { bytes: new Blob([bytes], { type: kind ?? "" }) }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return hexOf(new Uint8Array(hash));
}
