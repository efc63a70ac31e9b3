// The verdict on an evidence bundle, as data: every statement is one of these, and has its sentence in verify-words.ts.
import type { SigningParty } from "./signature.ts";
import type { StampFault } from "./time-stamp.ts";

/** What is wrong with a bundle. Each has its own sentence. */
export type Fault =
  | "too-large"
  | "too-deep"
  | "not-json"
  | "not-a-bundle"
  | "pdf-without-bundle"
  | "pdf-with-several"
  | "other-format"
  | "part-wrong"
  | "text-not-canonical"
  | "text-no-promise"
  | "text-changed"
  | "text-changed-at"
  | "readable-changed"
  | "nobody-signed"
  | "party-missing"
  | "party-twice"
  | "answer-reused"
  | "same-key"
  | "signed-other-text"
  | "other-version"
  | "client-data-unreadable"
  | "not-a-signing"
  | "answer-swapped"
  | "party-changed"
  | "acting-changed"
  | "version-changed"
  | "question-differs"
  | "wrong-origin"
  | "inside-another-page"
  | "site-not-of-origin"
  | "authenticator-data-cut"
  | "other-site"
  | "nobody-there"
  | "person-not-checked"
  | "key-unreadable"
  | "key-kind-unknown"
  | "signature-false"
  | "mandate-not-begun"
  | "mandate-over"
  | "time-outside"
  | "signed-after-file"
  | "paper-day-missing"
  | "scan-swapped"
  | "voucher-not-logged"
  | "voucher-taken-out"
  | "voucher-question-differs"
  | "voucher-other-version"
  | "voucher-key-unknown"
  | "voucher-signature-false"
  | "voucher-not-checked"
  | "voucher-other-site"
  | "voucher-time-outside"
  | "vouched-before-signed"
  | "published-by-one"
  | "published-by-one-key"
  | "published-other-text"
  | "published-other-version"
  | "published-before-signed"
  | "publishing-question-differs"
  | "publishing-time-outside"
  | "publishing-not-logged"
  | "log-key-unreadable"
  | "log-head-unreadable"
  | "log-head-unsigned"
  | "log-head-forged"
  | "log-head-other"
  | "log-entry-other"
  | "log-entry-missing"
  | "log-signature-missing"
  | "log-cut"
  | "log-forked"
  | StampFault
  | "stamp-before-entry"
  | "changes-nothing"
  | "changes-other-text"
  | "changed-text-false"
  | "changes-parties-or-period"
  | "lengthens-nothing"
  | "lengthens-and-changes"
  | "extended-twice"
  | "changed-by-another"
  | "change-logged-first";
/** What is well. */
export type Proof =
  | "text-same"
  | "readable-same"
  | "signed-by-key"
  | "paper-vouched"
  | "published-by-key"
  | "in-log"
  | "log-grown"
  | "stamped"
  | "changes"
  | "lengthens";
/** What the file cannot prove, said beside what it can. */
export type Caveat =
  | "signed-on-paper"
  | "vouched-by-other"
  | "first-kind"
  | "mandate-told"
  | "whose-keys"
  | "no-log"
  | "whose-log"
  | "whose-stamp"
  | "stamped-in-part"
  | "changed-text-missing"
  | "changed-later"
  | "third-not-signed"
  | "inside-pdf"
  | "example";

export type About =
  | "file"
  | "text"
  | "readable"
  | SigningParty
  | "mandate"
  | "voucher"
  | "publication"
  | "keys"
  | "log"
  | "change";
type Detail = Readonly<Record<string, string | number | boolean>>;
export type Statement =
  | { readonly ok: "yes"; readonly about: About; readonly why: Proof; readonly detail: Detail }
  | { readonly ok: "no"; readonly about: About; readonly why: Fault; readonly detail: Detail }
  | { readonly ok: "note"; readonly about: About; readonly why: Caveat; readonly detail: Detail };

export const proven = (about: About, why: Proof, detail: Detail = {}): Statement => ({ ok: "yes", about, why, detail });
export const wrong = (about: About, why: Fault, detail: Detail = {}): Statement => ({ ok: "no", about, why, detail });
export const unproven = (about: About, why: Caveat, detail: Detail = {}): Statement => ({
  ok: "note",
  about,
  why,
  detail,
});
