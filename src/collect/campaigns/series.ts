// The same questions year by year: a later campaign beside the earlier ones of its series. What was asked in other words or with other answers stands
// there too, after a break, and is never compared.
import { type Estimate, shareOf } from "../../ground/count.ts";
import type { Day } from "../../ground/time.ts";
import { broken, type CampaignSample, type Item, type Wording } from "./campaign.ts";

/** Of fewer no share is told: one more answer would move it by several per cent. */
export const FEWEST_FOR_A_SHARE = 30;

/** A campaign as it is laid beside others: only the answers that belong to its sample. */
export type Year = {
  readonly slug: string;
  readonly from: Day;
  readonly sampleType: CampaignSample;
  readonly items: readonly Item[];
  /** A row for each method. */
  readonly tallies: readonly {
    readonly key: string;
    readonly version: number;
    readonly option: string;
    readonly count: number;
  }[];
  /** How many gave any of the answers to a version of a question. */
  readonly answered: readonly { readonly key: string; readonly version: number; readonly count: number }[];
};

type InYear = Pick<Year, "slug" | "from" | "sampleType"> & {
  readonly n: number;
  /** False on the other side of a break. */
  readonly isSame: boolean;
  readonly answers: readonly {
    readonly option: Wording;
    readonly count: number;
    readonly share?: Estimate | undefined;
  }[];
};
export type BesideYears = { readonly key: string; readonly version: number; readonly years: readonly InYear[] };

/** Each question with answers to choose from that an earlier year asked too, the earliest year first. */
export function besideYears(now: Year, earlier: readonly Year[]): readonly BesideYears[] {
  const years = [...earlier.toSorted((a, b) => (a.from < b.from ? -1 : 1)), now];
  return now.items.flatMap((item) => {
    const { key, version, question } = item;
    if (question.kind === "text") return [];
    const found = years.flatMap((year) => {
      const asked = year.items.find((one) => one.key === key);
      return asked === undefined || asked.question.kind === "text" ? [] : [inYear(year, asked, item)];
    });
    return found.length < 2 ? [] : [{ key, version, years: found }];
  });
}

function inYear(year: Year, asked: Item, now: Item): InYear {
  const isIt = (one: { key: string; version: number }) => one.key === asked.key && one.version === asked.version;
  const summed = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
  const n = summed(year.answered.filter(isIt));
  const options = asked.question.kind === "text" ? [] : asked.question.options;
  return {
    slug: year.slug,
    from: year.from,
    sampleType: year.sampleType,
    n,
    isSame: asked.version === now.version && broken(asked, now) === undefined,
    answers: options.map((option) => {
      const count = summed(year.tallies.filter((one) => isIt(one) && one.option === option.key));
      return { option: option.words, count, ...(n < FEWEST_FOR_A_SHARE ? {} : { share: shareOf(count, n) }) };
    }),
  };
}
