// A paper that somebody vouches for with a key: what the voucher's key answered, about which scan and which day. The paper itself no file can prove.
import { base64urlOf, hexOf } from "../ground/bytes.ts";
import { dayOf, millisecondsOf } from "../ground/time.ts";
import type { Bundle, BundlePasskey, BundleSignature, BundleVoucher } from "./bundle.ts";
import { sha256Of } from "./key-answer.ts";
import { readLeaf, type Leaf } from "./logged.ts";
import { vouchText } from "./paper/paper.ts";
import { ANSWER_WITHIN_MINUTES } from "./signature.ts";
import { proven, unproven, type Fault, type Statement } from "./verdict.ts";

type Wrong = { readonly fault: Fault; readonly detail?: Statement["detail"] };
type Paper = Extract<BundleSignature["means"], { kind: "paper" }>;

/** What is said of who vouches; nothing where nobody with a key does. */
export function voucherStatements({ party, means, signedAt }: BundleSignature): Statement[] {
  if (means.kind !== "paper" || means.voucher === undefined) return [];
  const { by, as, scan, key } = means.voucher;
  return [
    proven("voucher", "paper-vouched", { party: by, as, scan, origin: key.origin, at: signedAt }),
    ...(by === party ? [] : [unproven("voucher", "vouched-by-other")]),
  ];
}

/** What is wrong with a paper's voucher; undefined where it has none and the log knows of none. */
export function wrongWithPaper(
  signature: BundleSignature,
  { voucher, on }: Paper,
  { log, document }: Pick<Bundle, "log" | "document">,
  checkAnswer: (means: BundlePasskey, asks: (challenge: unknown) => Fault | undefined) => Wrong | undefined,
): Wrong | undefined {
  const leaf = (log?.entries ?? [])
    .map(({ entry }) => readLeaf(entry))
    .find((one) => one?.kind === "signed" && one.party === signature.party);
  if (voucher === undefined) return leaf?.scan === undefined ? undefined : { fault: "voucher-taken-out" };
  if (on === null) return { fault: "paper-day-missing" };
  const logged = leaf && wrongInLog(leaf, voucher);
  if (logged !== undefined) return { fault: logged };
  const { asked, nonce } = voucher.key;
  if (asked === null) return { fault: "voucher-question-differs" };
  if (asked.revision !== document.revision) return { fault: "voucher-other-version" };
  const { party, contentHash, signedAt, mandate } = signature;
  const { to, ...held } = mandate;
  const { scan, by, as } = voucher;
  const bound = { contentHash, revision: asked.revision, scan, on, by, as, askedAt: asked.at, nonce };
  const text = vouchText({ ...bound, mandate: { party, ...held, to: to ?? undefined } });
  const challenge = base64urlOf(sha256Of(text));
  const found = checkAnswer(voucher.key, (given) => (given === challenge ? undefined : "voucher-question-differs"));
  if (found !== undefined) return { fault: OF_VOUCHER[found.fault] ?? found.fault };
  const after = millisecondsOf(signedAt) - millisecondsOf(asked.at);
  if (after < 0 || after > ANSWER_WITHIN_MINUTES * 60_000) return { fault: "voucher-time-outside" };
  return dayOf(signedAt) < on ? { fault: "vouched-before-signed" } : undefined;
}

function wrongInLog({ scan, voucherKey }: Leaf, voucher: BundleVoucher): Fault | undefined {
  if (scan !== voucher.scan) return "scan-swapped";
  return voucherKey === hexOf(sha256Of(voucher.key.signature)) ? undefined : "voucher-not-logged";
}

/** The same fault in a voucher's answer is said of the voucher, not of a signature. */
const OF_VOUCHER: Readonly<Partial<Record<Fault, Fault>>> = {
  "client-data-unreadable": "voucher-question-differs",
  "not-a-signing": "voucher-question-differs",
  "wrong-origin": "voucher-other-site",
  "inside-another-page": "voucher-other-site",
  "site-not-of-origin": "voucher-other-site",
  "other-site": "voucher-other-site",
  "authenticator-data-cut": "voucher-signature-false",
  "nobody-there": "voucher-not-checked",
  "person-not-checked": "voucher-not-checked",
  "key-unreadable": "voucher-key-unknown",
  "key-kind-unknown": "voucher-key-unknown",
  "signature-false": "voucher-signature-false",
};
