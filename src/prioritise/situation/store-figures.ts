// What a figure is taken from, asked under the rights of whoever takes it in, of what both parties may read.
import { believedOf } from "../../collect/series/series.ts";
import { seriesBySlug, seriesOf } from "../../collect/series/store.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { addressOf, askedIn, readQuestion } from "../../picture/question.ts";
import type { Sharing } from "../problem.ts";
import { sourceOf } from "../store.ts";
import { latestMeasured, measuredAmong } from "../store-measured.ts";
import { countsIn, readPicture } from "../store-picture.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import { type Asked, askedBy, type Figure, type Frozen } from "./figure.ts";

/** The same question of another time; undefined where nothing is known of that time. */
export async function askedFor(
  tx: Tx,
  partnershipId: string,
  figure: Figure,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Asked | undefined> {
  switch (figure.kind) {
    case "question": {
      const { question } = readQuestion(askedIn(new URLSearchParams(figure.frozen.address)));
      return { kind: "question", question: addressOf({ ...question, from, to, compared: undefined }) };
    }
    // Coded over the years, and counted as it stands.
    case "coded":
      return askedBy(figure);
    case "measurement": {
      const id = await latestMeasured(tx, partnershipId, figure.frozen, { from, to });
      return id === undefined ? undefined : { kind: "measurement", measurementId: id };
    }
    case "series": {
      const { slug } = figure.frozen;
      const found = await seriesBySlug(tx, partnershipId, slug);
      const same =
        found === undefined ? [] : await seriesOf(tx, partnershipId, { sourceId: found.sourceId, key: found.key });
      const known = same.find(({ id }) => id === found?.id);
      const last = believedOf(known?.attested ?? [])
        .filter((said) => said.value !== undefined && said.from >= from && said.to <= to)
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .at(-1);
      return last && { kind: "series", slug, from: last.from };
    }
  }
}

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
