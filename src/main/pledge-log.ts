import { checkLog, type LogFault, type LogHead } from "../pledge/store-log.ts";
import { Refused } from "./sentences.ts";

/** @throws Refused saying at which entry the promises' log is not what it should be. */
export async function wholePledgeLog(tx: Parameters<typeof checkLog>[0]): Promise<LogHead> {
  const found = await checkLog(tx);
  if (!("fault" in found)) return found;
  const { index, what } = found.fault;
  throw new Refused(
    `Löfteslogen är bruten vid post ${index}: ${FAULTS[what].sv}. Något är ändrat utanför Samsyn. Återställ en tidigare kopia bredvid (samsyn restore --into) och jämför. / The promises' log is broken at entry ${index}: ${FAULTS[what].en}. Something was changed outside Samsyn. Restore an earlier copy beside and compare.`,
  );
}

const FAULTS: Readonly<Record<LogFault["what"], { sv: string; en: string }>> = {
  "entry-gone": { sv: "posten är borta", en: "the entry is gone" },
  "entry-changed": { sv: "posten är ändrad", en: "the entry has been changed" },
  "node-changed": { sv: "ett av hashvärdena över den är ändrat", en: "one of the hashes over it has been changed" },
  "says-otherwise": {
    sv: "den gäller en annan text än den som är sparad",
    en: "it is of another text than the one that is kept",
  },
  "not-logged": {
    sv: "något som är föreslaget, undertecknat eller publicerat finns inte i den",
    en: "something that was proposed, signed or published is not in it",
  },
};
