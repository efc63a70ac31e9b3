// The picture, read once under the rights of whoever asks, and what it answers of what both parties see.
import { canonicalText, type Json } from "../ground/canonical.ts";
import type { Day } from "../ground/time.ts";
import { villagesOf } from "../partnership/store-villages.ts";
import type { Within } from "../partnership/tables.ts";
import { pictureBasisOf } from "../picture/basis.ts";
import { countsOf } from "../picture/counts.ts";
import { addressOf, askedIn, readQuestion } from "../picture/question.ts";
import * as picture from "../picture/store.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import type { FrozenCounts } from "./frozen-counts.ts";
import type { PrioritiseDatabase } from "./tables.ts";

type Tx = Within<PrioritiseDatabase>;

/** All that the asker may see, with its sources. */
export async function readPicture(tx: Tx, id: string) {
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

/** About a kilometre. */
const coarse = (degrees: number) => Math.round(degrees * 100) / 100;

type Seen = Awaited<ReturnType<typeof readPicture>>;

/** What the picture answers of what both parties see, whatever the address said of that. */
export function answerIn(seen: Seen, address: string) {
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
  return { question, counts, villages, sources, basis: pictureBasisOf(columns, question, counts, sources) };
}

/** By which what is frozen can be known again: SHA-256 over its canonical form (RFC 8785), as it is kept. */
export function hashOfFrozen(frozen: unknown): string {
  return sha256Hex(canonicalText(JSON.parse(JSON.stringify(frozen)) as Json));
}

/** The same answer, to be frozen. */
export function countsIn(seen: Seen, address: string, asOf: Day): FrozenCounts | undefined {
  const answer = answerIn(seen, address);
  if (answer === undefined) return undefined;
  const { question, counts, villages } = answer;
  const { from, to, n, cautions, method, version, ...basis } = answer.basis;
  const tallies = (all: readonly { readonly key: string; readonly count: number }[]) =>
    all.filter(({ count }) => count > 0).map(({ key, count }) => ({ key, count: Math.round(count) }));
  return {
    address: addressOf(question),
    from,
    to,
    total: Math.round(counts.total),
    n,
    // Months with nothing in them are kept: that it was quiet is said too.
    byMonth: counts.byMonth.map(({ key, count }) => ({ key, count: Math.round(count) })),
    byCategory: tallies(counts.byCategory),
    byArea: counts.byArea
      .filter(({ count }) => count > 0)
      .map(({ key, count }) => {
        const village = villages.find(({ slug }) => slug === key);
        const middle =
          village === undefined ? null : ([coarse(village.position[0]), coarse(village.position[1])] as const);
        return { key, name: village?.name ?? "", middle, count: Math.round(count) };
      }),
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
