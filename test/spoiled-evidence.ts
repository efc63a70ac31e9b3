// The same bundles spoiled, in one way each: what was done to them, and the fault that a verifier must name.
import { bytesOfHex } from "../src/ground/bytes.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import {
  writeBundle,
  type Bundle,
  type BundleLog,
  type BundlePasskey,
  type BundleSignature,
} from "../src/pledge/bundle.ts";
import { signedText } from "../src/pledge/document.ts";
import type { SigningParty } from "../src/pledge/signature.ts";
import type { Fault } from "../src/pledge/verdict.ts";
import {
  bundleWith,
  changeBundle,
  changeOf,
  content,
  goodBundle,
  hashOf,
  type How,
  keyedBundle,
  loggedPublication,
  LONGER,
  logWith,
  type LogWish,
  makeKey,
  partWith,
  publishedBundle,
  publishedBy,
  sha256,
  signedBy,
  SITE,
  url64,
  vouchedBundle,
  vouchedFor,
} from "./evidence.ts";

export type Spoiled = { readonly what: string; readonly why: Fault; readonly file: string };

/** Spoiled in one way each: what was done, and the fault that is to be named. */
export async function spoiledBundles(): Promise<Spoiled[]> {
  const good = goodBundle();
  const [municipality, police] = good.signatures as [BundleSignature, BundleSignature];
  const key = (signature: BundleSignature, more: object): BundleSignature => ({
    ...signature,
    means: { ...signature.means, ...more },
  });
  const withDocument = (more: object): Bundle => ({ ...good, document: { ...good.document, ...more } });
  const withMunicipality = (how: How): Bundle => ({ ...good, signatures: [signedBy("municipality", how), police] });
  const altered = (more: Partial<BundleSignature>): Bundle => ({
    ...good,
    signatures: [{ ...municipality, ...more }, police],
  });
  const text = good.document.text;
  const other = signedText({ ...content, title: "Ett annat löfte" });
  const rehashed = (changed: string): Bundle => {
    const contentHash = hashOf(changed);
    const by = (party: SigningParty) => signedBy(party, { contentHash });
    return { ...withDocument({ text: changed, contentHash }), signatures: [by("municipality"), by("police")] };
  };
  const shared = makeKey();
  const logged = async (
    how: Parameters<typeof logWith>[0],
    more: (log: BundleLog) => object = () => ({}),
  ): Promise<Bundle> => {
    const log = await logWith(how);
    return { ...good, log: { ...log, ...more(log) } };
  };
  const first = (log: BundleLog, more: object) => ({
    entries: log.entries.map((entry, at) => (at === 0 ? { ...entry, ...more } : entry)),
  });
  const own: readonly [string, Fault, Bundle][] = [
    ["a figure of löfte 2 is changed", "text-changed-at", withDocument({ text: text.replace("fjorton", "fyrtio") })],
    ["a word of löfte 1 is changed", "text-changed-at", withDocument({ text: text.replace("tolv", "elva") })],
    ["the preamble is changed", "text-changed-at", withDocument({ text: text.replace("tillsammans", "var för sig") })],
    [
      "what is in no readable line is changed",
      "text-changed",
      withDocument({ text: text.replace("fyra trygg", "fem trygg") }),
    ],
    ["the checksum is changed", "text-changed", withDocument({ contentHash: hashOf("x") })],
    [
      "the text is replaced and signed by nobody",
      "signed-other-text",
      {
        ...withDocument({ text: other, contentHash: hashOf(other) }),
        readable: good.readable.map((said, at) => (at === 0 ? "Ett annat löfte" : said)),
      },
    ],
    ["the text is written in another order and signed", "text-not-canonical", rehashed(text.replace(/^\{/, "{ "))],
    ["the text is no promise", "text-no-promise", rehashed('{"title":"Inget"}')],
    ["the text is no JSON", "text-no-promise", rehashed("Vi lovar")],
    [
      "the readable lines say something else",
      "readable-changed",
      { ...good, readable: good.readable.map((said) => said.replace("fjorton", "fyrtio")) },
    ],
    ["a readable line is gone", "readable-changed", { ...good, readable: good.readable.slice(0, -1) }],
    ["nobody has signed", "nobody-signed", { ...good, signatures: [] }],
    ["the police's signature is taken out", "party-missing", { ...good, signatures: [municipality] }],
    ["the municipality's signature is taken out", "party-missing", { ...good, signatures: [police] }],
    [
      "a second signature of the police is put in",
      "party-twice",
      { ...good, signatures: [municipality, police, signedBy("police")] },
    ],
    [
      "the same answer stands for both",
      "answer-reused",
      { ...good, signatures: [municipality, { ...police, means: municipality.means }] },
    ],
    [
      "a question is answered twice",
      "answer-reused",
      { ...good, signatures: [signedBy("municipality", { nonce: "aaaa" }), signedBy("police", { nonce: "aaaa" })] },
    ],
    [
      "both signed with one key",
      "same-key",
      { ...good, signatures: [signedBy("municipality", { key: shared }), signedBy("police", { key: shared })] },
    ],
    [
      "the answers have changed places",
      "answer-swapped",
      {
        ...good,
        signatures: [
          { ...municipality, means: police.means },
          { ...police, means: municipality.means },
        ],
      },
    ],
    [
      "the parties have changed names",
      "party-changed",
      {
        ...good,
        signatures: [
          { ...municipality, party: "police" },
          { ...police, party: "municipality" },
        ],
      },
    ],
    [
      "an acting holder is made the holder",
      "acting-changed",
      {
        ...good,
        signatures: [{ ...signedBy("municipality", { acting: true }), mandate: municipality.mandate }, police],
      },
    ],
    [
      "the version is changed in the signature",
      "other-version",
      {
        ...good,
        signatures: [
          key(municipality, {
            asked: { revision: 2, at: (municipality.means as { asked: { at: Instant } }).asked.at },
          }),
          police,
        ],
      },
    ],
    [
      "the version is changed everywhere",
      "version-changed",
      {
        ...withDocument({ revision: 4 }),
        signatures: good.signatures.map((signature) =>
          key(signature, { asked: { ...(signature.means as { asked: object }).asked, revision: 4 } }),
        ),
      },
    ],
    [
      "the office is changed",
      "question-differs",
      altered({ mandate: { ...municipality.mandate, office: "Kommunalråd" } }),
    ],
    [
      "the decision is changed",
      "question-differs",
      altered({ mandate: { ...municipality.mandate, decidedBy: "kommunfullmäktige" } }),
    ],
    [
      "the mandate is made longer",
      "question-differs",
      {
        ...good,
        signatures: [
          {
            ...signedBy("municipality", { to: "2024-12-01" }),
            mandate: { ...municipality.mandate, to: "2026-12-31" as Day },
          },
          police,
        ],
      },
    ],
    [
      "the answer was to another text",
      "question-differs",
      {
        ...good,
        signatures: [
          { ...signedBy("municipality", { contentHash: hashOf("x") }), contentHash: good.document.contentHash },
          police,
        ],
      },
    ],
    [
      "the time of the question is changed",
      "question-differs",
      { ...good, signatures: [key(municipality, { asked: { revision: 3, at: "2024-12-18T13:07:00.000Z" } }), police] },
    ],
    [
      "the kind of the signature is made the first",
      "question-differs",
      { ...good, signatures: [key(municipality, { asked: null }), police] },
    ],
    [
      "the signature is of another text, and says so",
      "signed-other-text",
      withMunicipality({ contentHash: hashOf("x") }),
    ],
    ["the mandate had ended", "mandate-over", withMunicipality({ to: "2024-12-01" })],
    ["the mandate had not begun", "mandate-not-begun", withMunicipality({ from: "2025-01-01" })],
    ["it was signed on another site", "wrong-origin", withMunicipality({ origin: "https://samsyn-ockelbo.example" })],
    ["it was signed inside another page", "inside-another-page", withMunicipality({ crossOrigin: true })],
    [
      "the key's site is not the page's",
      "site-not-of-origin",
      withMunicipality({ site: { ...SITE, rpId: "example.org" } }),
    ],
    ["the key belongs to another site", "other-site", withMunicipality({ rpIdHashed: "example.org" })],
    ["nobody touched the key", "nobody-there", withMunicipality({ flags: 0x04 })],
    ["the person was not checked", "person-not-checked", withMunicipality({ flags: 0x01 })],
    ["the answer is one for logging in a new key", "not-a-signing", withMunicipality({ type: "webauthn.create" })],
    ["what the browser said is no answer", "client-data-unreadable", withMunicipality({ notJson: true })],
    ["what the key said is cut", "authenticator-data-cut", withMunicipality({ cut: 33 })],
    [
      "the key is cut",
      "key-unreadable",
      {
        ...good,
        signatures: [
          key(municipality, {
            publicKey: url64(
              Buffer.from((municipality.means as { publicKey: string }).publicKey, "base64url").subarray(0, 60),
            ),
          }),
          police,
        ],
      },
    ],
    [
      "the key is of another kind",
      "key-kind-unknown",
      { ...good, signatures: [key(municipality, { publicKey: url64(bytesOfHex("a301020338222001")!) }), police] },
    ],
    [
      "the key is somebody else's",
      "signature-false",
      { ...good, signatures: [key(municipality, { publicKey: url64(makeKey().publicKey) }), police] },
    ],
    [
      "the key's counter is changed",
      "signature-false",
      {
        ...good,
        signatures: [
          key(municipality, {
            authenticatorData: url64(Buffer.concat([sha256(SITE.rpId), Buffer.from([5, 0, 0, 0, 2])])),
          }),
          police,
        ],
      },
    ],
    [
      "the signature is another's",
      "signature-false",
      {
        ...good,
        signatures: [
          key(municipality, { signature: (signedBy("municipality").means as { signature: string }).signature }),
          police,
        ],
      },
    ],
    [
      "it is said to be signed on another day",
      "time-outside",
      altered({ signedAt: "2024-12-18T13:07:20.000Z" as Instant }),
    ],
    [
      "the file was made before it was signed",
      "signed-after-file",
      { ...good, madeAt: "2024-12-17T13:00:00.000Z" as Instant },
    ],
    ["the log's key is broken", "log-key-unreadable", await logged({}, () => ({ key: "samsyn" }))],
    ["the log's head is broken", "log-head-unreadable", await logged({}, () => ({ checkpoint: "samsyn" }))],
    [
      "the log's head is signed by somebody else",
      "log-head-unsigned",
      await logged({}, ({ checkpoint }) => ({ checkpoint: checkpoint.replace("— samsyn", "— Samsyn") })),
    ],
    [
      "the log's head is changed",
      "log-head-forged",
      await logged({}, ({ checkpoint }) => ({ checkpoint: checkpoint.replace("\n20\n", "\n21\n") })),
    ],
    [
      "the entry is of another promise",
      "log-entry-other",
      await logged({}, (log) => first(log, { entry: '{"kind":"published"}' })),
    ],
    [
      "the entry is changed",
      "log-entry-missing",
      await logged({}, (log) => first(log, { entry: log.entries[0]!.entry.replace("municipality", "police") })),
    ],
    ["the entry's place is changed", "log-entry-missing", await logged({}, (log) => first(log, { index: 8 }))],
    ["the log is cut before the entry", "log-entry-missing", await logged({}, (log) => first(log, { index: 40 }))],
    [
      "the time of a signature is moved a second",
      "log-signature-missing",
      {
        ...(await logged({})),
        signatures: [{ ...municipality, signedAt: "2024-12-17T13:07:21.000Z" as Instant }, police],
      },
    ],
    [
      "a signature's entry is left out",
      "log-signature-missing",
      await logged({}, ({ entries }) => ({ entries: entries.slice(1) })),
    ],
    ["the log has become shorter", "log-cut", await logged({ size: 20, before: 25 })],
    ["there are two versions of the log", "log-forked", await logged({ fork: true })],
    ["there are two heads of the same size", "log-forked", await logged({ fork: true, before: 20 })],
    ...(await spoiledChanges()),
    ...(await spoiledPublications()),
    ...(await spoiledPapers()),
  ];
  const whole = writeBundle(good);
  return [
    {
      what: "the file is packed too deep",
      why: "too-deep",
      file: writeBundle(
        withDocument({ text: `${text.slice(0, -1)},"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}` }),
      ),
    },
    { what: "the file is empty", why: "not-json", file: "" },
    { what: "the file is cut", why: "not-json", file: whole.slice(0, whole.length / 2) },
    { what: "the file is another", why: "not-a-bundle", file: '{"name":"samsyn"}' },
    { what: "the file is a list", why: "not-a-bundle", file: "[]" },
    {
      what: "the file is of a later kind",
      why: "other-format",
      file: whole.replace("samsyn-bundle-1", "samsyn-bundle-9"),
    },
    { what: "a part is taken out", why: "part-wrong", file: JSON.stringify({ ...good, page: undefined }) },
    { what: "a part is put in", why: "part-wrong", file: JSON.stringify({ ...good, approved: true }) },
    {
      what: "a byte of a key is written in another way",
      why: "part-wrong",
      file: whole.replace(/("nonce": "[^"]*)[AEIMQUYcgkosw048]"/, '$1B"'),
    },
    { what: "the file is too large", why: "too-large", file: " ".repeat(5_000_001) },
    ...own.map(([what, why, bundle]) => ({ what, why, file: writeBundle(bundle) })),
  ];
}

async function spoiledChanges(): Promise<readonly [string, Fault, Bundle][]> {
  const changed = changeOf("amendment");
  const hash = hashOf(signedText(changed));
  const good = partWith(content);
  const otherText = partWith({ ...content, title: "Ett annat löfte" });
  const longer = changeOf("extension");
  const again = changeOf(
    "extension",
    { period: { ...content.period, to: { said: "2029-06-30", on: "2029-06-30" } } },
    longer,
  );
  const logged = async (how: LogWish) => ({ ...good, log: await logWith(how) });
  return [
    ["a promise of its own is said to change another", "changes-nothing", changeBundle(content)],
    ["the text that is changed is another", "changes-other-text", changeBundle(changed, [otherText])],
    [
      "the text that is changed is altered",
      "changed-text-false",
      changeBundle(changed, [
        { ...good, document: { ...good.document, text: good.document.text.replace("tolv", "elva") } },
      ]),
    ],
    [
      "the text that is changed was signed by one",
      "changed-text-false",
      changeBundle(changed, [{ ...good, signatures: good.signatures.slice(1) }]),
    ],
    ["a change moves the last day", "changes-parties-or-period", changeBundle(changeOf("amendment", LONGER))],
    [
      "a change takes a party out",
      "changes-parties-or-period",
      changeBundle(changeOf("amendment", { parties: content.parties.slice(1) })),
    ],
    ["an extension ends on the same day", "lengthens-nothing", changeBundle(changeOf("extension", {}))],
    [
      "an extension changes the words too",
      "lengthens-and-changes",
      changeBundle(changeOf("extension", { ...LONGER, preamble: "Det här lovar vi nog." })),
    ],
    ["a promise is extended twice", "extended-twice", changeBundle(again, [partWith(longer), good])],
    [
      "the log knows another change of it",
      "changed-by-another",
      changeBundle(changed, [await logged({ changedBy: hashOf("x") })], await logWith({ hash, index: 12 })),
    ],
    [
      "the change is in the log before what it changes",
      "change-logged-first",
      changeBundle(changed, [await logged({ changedBy: hash, index: 12 })], await logWith({ hash, index: 3 })),
    ],
  ];
}

async function spoiledPapers(): Promise<readonly [string, Fault, Bundle][]> {
  const paper = vouchedFor();
  const voucherOf = ({ means }: BundleSignature) => (means.kind === "paper" ? means.voucher! : undefined)!;
  const withPaper = async (more: object, logged: BundleSignature | null = null): Promise<Bundle> => {
    const bundle = await vouchedBundle({}, logged);
    const [municipality] = bundle.signatures;
    return { ...bundle, signatures: [municipality!, { ...paper, ...more }] };
  };
  const withVoucher = (more: object, logged: BundleSignature | null = null) =>
    withPaper({ means: { ...paper.means, voucher: { ...voucherOf(paper), ...more } } }, logged);
  const withKey = (more: object) => withVoucher({ key: { ...voucherOf(paper).key, ...more } });
  const keyedTwice = (how: How): Bundle => ({
    ...keyedBundle(),
    signatures: [signedBy("municipality", how), vouchedFor(how)],
  });
  return [
    [
      "the scan is swapped, and the log knows the right one",
      "scan-swapped",
      await withVoucher({ scan: hashOf("x") }, paper),
    ],
    [
      "the scan is swapped in a file without a log",
      "voucher-question-differs",
      await withVoucher({ scan: hashOf("x") }),
    ],
    ["the key answered about another scan", "voucher-question-differs", await vouchedBundle({ answered: hashOf("x") })],
    [
      "the day on the paper is changed",
      "voucher-question-differs",
      await withPaper({ means: { ...paper.means, on: "2024-12-16" } }),
    ],
    [
      "the day on the paper is taken out",
      "paper-day-missing",
      await withPaper({ means: { ...paper.means, on: null } }),
    ],
    [
      "the office on the paper is changed",
      "voucher-question-differs",
      await withPaper({ mandate: { ...paper.mandate, office: "Rikspolischef" } }),
    ],
    ["whoever vouched is made the other party", "voucher-question-differs", await withVoucher({ by: "municipality" })],
    [
      "the voucher is taken out",
      "voucher-taken-out",
      await withPaper({ means: { kind: "paper", on: "2024-12-17" } }, paper),
    ],
    [
      "the log names another voucher",
      "voucher-not-logged",
      await withPaper(vouchedFor(), vouchedFor({ at: "2024-12-17T15:00:00.000Z" })),
    ],
    ["the paper was signed after the mandate ended", "mandate-over", await vouchedBundle({ to: "2024-12-01" })],
    ["the paper was signed before the mandate began", "mandate-not-begun", await vouchedBundle({ from: "2024-12-18" })],
    ["the voucher is for another version", "voucher-other-version", await vouchedBundle({ revision: 2 })],
    [
      "the voucher's key is of an unknown kind",
      "voucher-key-unknown",
      await withKey({ publicKey: url64(bytesOfHex("a301020338222001")!) }),
    ],
    [
      "the voucher's key is somebody else's",
      "voucher-signature-false",
      await withKey({ publicKey: url64(makeKey().publicKey) }),
    ],
    ["whoever vouches has signed for the other party too", "same-key", keyedTwice({ key: makeKey() })],
    ["the question to the voucher was the other party's too", "answer-reused", keyedTwice({ nonce: "aaaa" })],
    ["the voucher's key did not check its person", "voucher-not-checked", await vouchedBundle({ flags: 0x01 })],
    [
      "the paper was vouched for on another site",
      "voucher-other-site",
      await vouchedBundle({ origin: "https://samsyn-ockelbo.example" }),
    ],
    [
      "the time of the voucher is moved",
      "voucher-time-outside",
      await withPaper({ signedAt: "2024-12-18T14:00:20.000Z" }),
    ],
    [
      "the paper was vouched for before it was signed",
      "vouched-before-signed",
      await vouchedBundle({ on: "2024-12-18" as Day }),
    ],
    ["a voucher stands in a file of the first format", "part-wrong", bundleWith([goodBundle().signatures[0]!, paper])],
  ];
}

async function spoiledPublications(): Promise<readonly [string, Fault, Bundle][]> {
  const [municipality, police] = [publishedBy("municipality"), publishedBy("police")];
  const one = (how: Parameters<typeof publishedBy>[1]) => publishedBundle([publishedBy("municipality", how), police]);
  const shared = makeKey();
  const logged = await loggedPublication([municipality, police]);
  const { publication: _left, ...withoutKeys } = logged;
  return [
    ["one party published alone", "published-by-one", publishedBundle([municipality])],
    [
      "the same party published twice",
      "published-by-one",
      publishedBundle([municipality, publishedBy("municipality", { at: "2024-12-18T09:00:00.000Z" })]),
    ],
    [
      "one key published for both",
      "published-by-one-key",
      publishedBundle([publishedBy("municipality", { key: shared }), publishedBy("police", { key: shared })]),
    ],
    ["another text was published", "published-other-text", one({ contentHash: hashOf("x") })],
    ["another version was published", "published-other-version", one({ revision: 2 })],
    ["it was published before it was signed", "published-before-signed", one({ at: "2024-12-17T13:00:00.000Z" })],
    ["the key answered for the other party", "publishing-question-differs", one({ as: "police" })],
    [
      "a signature is put in the place of a publication",
      "publishing-question-differs",
      publishedBundle([{ ...municipality, means: goodBundle().signatures[0]!.means as BundlePasskey }, police]),
    ],
    [
      "the time of the publication is moved",
      "publishing-time-outside",
      publishedBundle([{ ...municipality, pressedAt: "2024-12-19T08:00:00.000Z" as Instant }, police]),
    ],
    ["who published was not checked by the key", "person-not-checked", one({ flags: 0x01 })],
    ["it was published on another site", "wrong-origin", one({ origin: "https://samsyn-ockelbo.example" })],
    [
      "the log names another key",
      "publishing-not-logged",
      await loggedPublication([municipality, police], [municipality, publishedBy("police")]),
    ],
    ["the keys that the log names are taken out", "publishing-not-logged", withoutKeys],
    [
      "keys are put in that no entry of the log names",
      "publishing-not-logged",
      publishedBundle([municipality, police], await logWith()),
    ],
    [
      "the keys are put into a file of the first format",
      "part-wrong",
      { ...goodBundle(), publication: [municipality, police] },
    ],
  ];
}
