// What a figure is taken from, asked under the rights of whoever takes it in, of what both parties may read.
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { villagesOf } from "../../partnership/store-villages.ts";
import { pictureBasisOf } from "../../picture/basis.ts";
import { countsOf } from "../../picture/counts.ts";
import { addressOf, askedIn, readQuestion } from "../../picture/question.ts";
import * as picture from "../../picture/store.ts";
import type { Sharing } from "../problem.ts";
import { sourceOf } from "../store.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import type { Asked, Frozen, FrozenCounts } from "./figure.ts";

type Tx = Within<PrioritiseDatabase>;
type Where = { readonly partnershipId: string; readonly at: Instant };

/**
 * Asks what stands there now, and whether both may read it; undefined where it is not there, or has no figure. The picture is read once, however many questions
 * are put to it.
 */
export function askerOf(tx: Tx, { partnershipId, at }: Where) {
  let read: ReturnType<typeof readPicture> | undefined;
  return async (asked: Asked): Promise<(Frozen & { readonly sharing: Sharing }) | undefined> => {
    if (asked.kind === "question") {
      read ??= readPicture(tx, partnershipId);
      const frozen = countsIn(await read, asked.question, dayOf(at));
      return frozen && { kind: "question", frozen, sharing: "shared" };
    }
    const source = await sourceOf(tx, partnershipId, asked);
    if (source?.kind === "series" && source.frozen !== undefined)
      return { kind: "series", frozen: source.frozen, sharing: source.sharing };
    return source?.kind === "coded" ? { kind: "coded", frozen: source.frozen, sharing: source.sharing } : undefined;
  };
}

async function readPicture(tx: Tx, id: string) {
  const ground = await picture.groundOf(tx, id);
  if (ground === undefined) return undefined;
  const villages = await villagesOf(tx, id);
  const columns = await picture.columnsOf(tx, id, villages, {
    municipality: { code: ground.code, name: ground.name },
    county: { code: ground.countyCode, name: ground.countyName },
  });
  const sources = [...(await picture.sourcesOf(tx, id)), ...(await picture.sharedNotesIn(tx, id, columns))];
  return { villages, columns, sources };
}

/** What the picture answers of what both parties see, whatever the address said of that. */
function countsIn(seen: Awaited<ReturnType<typeof readPicture>>, address: string, asOf: Day): FrozenCounts | undefined {
  const read = readQuestion(askedIn(new URLSearchParams(address)));
  if (seen === undefined || read.unread.length > 0) return undefined;
  const { villages, columns, sources } = seen;
  const { sharing } = read.question;
  const question = {
    ...read.question,
    sharing: sharing === "public" ? sharing : ("shared" as const),
    compared: undefined,
  };
  const counts = countsOf(columns, question, villages, sources);
  const { from, to, cautions, method, version, ...basis } = pictureBasisOf(columns, question, counts, sources);
  const tallies = (all: readonly { readonly key: string; readonly count: number }[]) =>
    all.filter(({ count }) => count > 0).map(({ key, count }) => ({ key, count: Math.round(count) }));
  return {
    address: addressOf(question),
    from,
    to,
    total: Math.round(counts.total),
    // Months with nothing in them are kept: that it was quiet is said too.
    byMonth: counts.byMonth.map(({ key, count }) => ({ key, count: Math.round(count) })),
    byCategory: tallies(counts.byCategory),
    sources: basis.sources.map(({ name, sampleType, caveat, count }) => ({
      name,
      sampleType,
      caveat,
      count: Math.round(count),
    })),
    cautions: cautions.map(({ sentence }) => sentence),
    method,
    version,
    asOf,
  };
}
