// What a figure is taken from, asked under the rights of whoever takes it in, of what both parties may read.
import { dayOf, type Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Sharing } from "../problem.ts";
import { sourceOf } from "../store.ts";
import { measuredAmong } from "../store-measured.ts";
import { countsIn, readPicture } from "../store-picture.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import type { Asked, Frozen } from "./figure.ts";

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
    if (asked.kind === "measurement") {
      const [found] = await measuredAmong(tx, partnershipId, [asked.measurementId]);
      if (found === undefined || found.isTakenBack) return undefined;
      return { kind: "measurement", frozen: found.frozen, sharing: found.sharing };
    }
    const source = await sourceOf(tx, partnershipId, asked);
    if (source?.kind === "series" && source.frozen !== undefined)
      return { kind: "series", frozen: source.frozen, sharing: source.sharing };
    return source?.kind === "coded" ? { kind: "coded", frozen: source.frozen, sharing: source.sharing } : undefined;
  };
}
