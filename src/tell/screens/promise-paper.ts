// A published promise on paper with the file of signatures inside: all that was signed in plain lines, who signed, and how one checks it. Markup is Typst's
// and holds no words: those come as data, so that what a person wrote is never read as a command.
import type { Json } from "../../ground/canonical.ts";
import type { Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { type Bundle, type BundleSignature, readableText, writeBundle } from "../../pledge/bundle.ts";
import type { Content } from "../../pledge/document.ts";
import { NAME_IN_PDF } from "../../pledge/bundle-file.ts";
import { formatDay, formatHash, formatInstant, formatList, softHyphens } from "../../ui/format.ts";
import { paperWords as words } from "../paper-words.ts";
import { words as tellWords } from "../words.ts";

type Paper = {
  readonly markup: string;
  readonly data: Json;
  readonly at: Instant;
  readonly attached: {
    readonly name: string;
    readonly text: string;
    readonly contentType: string;
    readonly description: string;
  };
};

const PROMISE = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10.5pt)
#set par(leading: 0.6em)
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), footer: context text(size: 8pt)[#data.footer #h(1fr) #counter(page).display("1 (1)", both: true)])
#show heading.where(level: 1): set text(size: 24pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.8em)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 3): set block(above: 1.4em, below: 0.7em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }), inset: (x: 4pt, y: 5pt))
#grid(columns: (1fr, auto), column-gutter: 8mm, [
  #text(lang: "sv")[= #data.title]
  #if data.example != none [*#data.example*]
  #text(lang: "sv")[#for line in data.facts [#par(line)]]
], image(bytes(data.qr.svg), format: "svg", width: 30mm, alt: data.qr.alt))
*#data.page-heading:* #link(data.page)
== #data.words-heading
#for pledge in data.pledges [
  === #pledge.heading
  #text(lang: "sv")[#for line in pledge.lines [#par(line)]]
]
== #data.signatures-heading
#if data.signatures.len() == 0 [#data.none] else {
  table(
    columns: (auto, 1.4fr, 1.6fr, 1.2fr, auto),
    table.header(..data.heads.map(head => strong(head))),
    ..data.signatures.flatten()
  )
}
== #data.checking-heading
#for line in data.checking [#par(line)]
#data.checksum-heading #linebreak() #text(size: 9pt, data.checksum)
`;

/** `qr` draws the square that leads to the promise's page. */
export function promisePaper(bundle: Bundle, lang: Lang, origin: string, qr: (text: string) => string): Paper {
  const content = JSON.parse(bundle.document.text) as Content;
  const [title = "", ...lines] = readableText(content);
  const { facts, pledges } = inPledges(lines, lang);
  const { example, contentHash } = bundle.document;
  return {
    markup: PROMISE,
    at: bundle.madeAt,
    data: {
      lang,
      title,
      footer: `${title} · ${formatHash(contentHash, 4)}`,
      example: example ? say(words.example, lang) : null,
      facts: [...facts],
      pledges: [...pledges],
      page: bundle.page,
      "page-heading": say(words.page, lang),
      qr: { svg: qr(bundle.page), alt: say(words.qr, lang, { address: bundle.page }) },
      "words-heading": say(words.theWords, lang),
      "signatures-heading": say(words.signatures, lang),
      none: say(words.none, lang),
      heads: [words.party, words.office, words.decision, words.when, words.how].map((head) => say(head, lang)),
      signatures: bundle.signatures.map((signature) => cellsOf(signature, lang)),
      "checking-heading": say(words.checking, lang),
      checking: [
        say(words.inside, lang, { name: NAME_IN_PDF, address: `${origin}/granska` }),
        ...logLines(bundle, lang),
        say(words.notSigned, lang),
      ],
      "checksum-heading": say(words.checksum, lang),
      checksum: formatHash(contentHash),
    },
    attached: {
      name: NAME_IN_PDF,
      text: writeBundle(bundle),
      contentType: "application/json",
      description: say(words.attachment, lang),
    },
  };
}

type Section = { readonly heading: string; readonly lines: string[] };

/** The plain lines as they stand in the file: what comes before the first löfte, and each löfte with what is done for it. */
function inPledges(lines: readonly string[], lang: Lang) {
  const facts: string[] = [];
  const pledges: Section[] = [];
  for (const line of lines) {
    const [, number = "", text = ""] = /^Löfte (\d+)[.] (.*)$/s.exec(line) ?? [];
    if (number !== "") pledges.push({ heading: say(words.pledge, lang, { number }), lines: [text] });
    else (pledges.at(-1)?.lines ?? facts).push(line);
  }
  return { facts, pledges };
}

function cellsOf({ party, mandate, means, signedAt }: BundleSignature, lang: Lang): string[] {
  const isKey = means.kind === "passkey";
  const paperDay = means.kind === "paper" ? means.on : null;
  return [
    say(party === "municipality" ? tellWords.theMunicipality : tellWords.thePolice, lang),
    softHyphens(`${mandate.acting ? "tf. " : ""}${mandate.office}`),
    mandate.decidedBy,
    isKey ? formatInstant(signedAt, lang) : paperDay === null ? say(words.dayUnknown, lang) : formatDay(paperDay, lang),
    say(isKey ? words.key : words.paper, lang),
  ];
}

function logLines({ log }: Bundle, lang: Lang): string[] {
  if (log === null) return [];
  const entries = log.entries.map(({ index }) => index).toSorted((a, b) => a - b);
  const [name = ""] = log.key.split("+");
  return [say(words.inLog, lang, { log: name, entries: formatList(entries.map(String), lang) })];
}
