// Who published: one key from each party over this very text, after it was signed, and the same two that the log names.
import { base64urlOf, hexOf } from "../ground/bytes.ts";
import { millisecondsOf } from "../ground/time.ts";
import type { Bundle, BundlePasskey, BundlePublishing } from "./bundle.ts";
import { sha256Of } from "./key-answer.ts";
import { readLeaf } from "./logged.ts";
import { publishingText } from "./publication/publishing.ts";
import { ANSWER_WITHIN_MINUTES } from "./signature.ts";
import { proven, wrong, type Fault, type Statement } from "./verdict.ts";

type Wrong = { readonly fault: Fault; readonly detail?: Statement["detail"] };
/** Checks a key's answer, whatever it was asked; handed in, since the same is asked of a signature. */
type CheckAnswer = (means: BundlePasskey, asks: (challenge: unknown) => Fault | undefined) => Wrong | undefined;

/** What can be said of the publication: nothing of what was published before that took keys. */
export function publishingStatements(
  { document, signatures, log, publication }: Bundle,
  checkAnswer: CheckAnswer,
): Statement[] {
  const leaf = (log?.entries ?? [])
    .map(({ entry }) => readLeaf(entry))
    .find(
      (one) =>
        (one?.kind === "published" || one?.kind === "report-published") &&
        (one.municipalityKey ?? one.policeKey) !== undefined,
    );
  if (publication === undefined) return leaf === undefined ? [] : [wrong("publication", "publishing-not-logged")];
  const [first, second, ...more] = publication;
  if (first === undefined || second === undefined || more.length > 0 || first.party === second.party)
    return [wrong("publication", "published-by-one")];
  if (first.means.publicKey === second.means.publicKey) return [wrong("publication", "published-by-one-key")];
  const text = { hash: hexOf(sha256Of(document.text)), revision: document.revision };
  for (const key of publication) {
    const found = wrongWithPublishing(key, text, checkAnswer);
    if (found !== undefined) return [wrong("publication", found.fault, { party: key.party, ...found.detail })];
  }
  const signed = signatures.flatMap(({ means, signedAt }) => (means.kind === "passkey" ? [signedAt] : []));
  if (publication.some(({ pressedAt }) => signed.some((at) => at > pressedAt)))
    return [wrong("publication", "published-before-signed")];
  const isLogged = ({ party, means }: BundlePublishing) => leaf?.[`${party}Key`] === hexOf(sha256Of(means.signature));
  // A key that was put in afterwards is in no entry: with a log, what it does not name is not believed.
  if (log !== null && !publication.every(isLogged)) return [wrong("publication", "publishing-not-logged")];
  return publication.map(({ party, pressedAt, means }) =>
    proven("publication", "published-by-key", { party, at: pressedAt, origin: means.origin }),
  );
}

/** What is wrong with one key's yes to publish a text. */
export function wrongWithPublishing(
  { party, contentHash, pressedAt, means }: BundlePublishing,
  text: { readonly hash: string; readonly revision: number },
  checkAnswer: CheckAnswer,
): Wrong | undefined {
  if (contentHash !== text.hash) return { fault: "published-other-text" };
  const { asked, nonce } = means;
  if (asked === null) return { fault: "publishing-question-differs" };
  const { revision, at: askedAt } = asked;
  if (revision !== text.revision) return { fault: "published-other-version" };
  const bound = publishingText({ contentHash, revision, askedAt, nonce, party });
  const challenge = base64urlOf(sha256Of(bound));
  const found = checkAnswer(means, (given) => (given === challenge ? undefined : "publishing-question-differs"));
  if (found !== undefined) return found;
  const after = millisecondsOf(pressedAt) - millisecondsOf(askedAt);
  return after < 0 || after > ANSWER_WITHIN_MINUTES * 60_000 ? { fault: "publishing-time-outside" } : undefined;
}
