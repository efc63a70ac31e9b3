// The paper to sign: the whole text, its checksum in groups that can be read aloud, and the lines. Markup is Typst's and holds no words: those come as data.
import type { Json } from "../../../ground/canonical.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatHash } from "../../../ui/format.ts";
import { readableText } from "../../bundle.ts";
import type { Content } from "../../document.ts";
import type { PaperMandate } from "../paper.ts";
import { words } from "../words.ts";

const SHEET = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10.5pt)
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), footer: context text(size: 8pt)[#data.footer #h(1fr) #counter(page).display("1/1", both: true)])
#set par(leading: 0.65em)
= #data.title
#v(2mm)
#text(lang: "sv")[#for said in data.text [#par(said)]]
#v(4mm)
#block(breakable: false, width: 100%)[
  == #data.signs
  #for fact in data.facts [#par[#strong(fact.name + ": ")#fact.value]]
  #par(data.hashText)
  #for name in data.lines [
    #v(9mm)
    #line(length: 100%, stroke: 0.6pt)
    #text(size: 9pt, name)
  ]
]
`;

/** The paper to print for one who signs. */
export function signingSheet(
  { content, contentHash }: { readonly content: Content; readonly contentHash: string },
  mandate: PaperMandate,
  { partyName, lang, at }: { readonly partyName: string; readonly lang: Lang; readonly at: Instant },
): { readonly markup: string; readonly data: Json; readonly at: Instant } {
  const [, ...text] = readableText(content);
  const office = mandate.acting ? say(words.acting, lang, { office: mandate.office }) : mandate.office;
  return {
    markup: SHEET,
    at,
    data: {
      lang,
      title: say(words.paperTitle, lang, { title: content.title }),
      text: [...text],
      signs: say(words.signsFor, lang, { party: partyName }),
      facts: [
        { name: say(words.office, lang), value: office },
        { name: say(words.decision, lang), value: mandate.decidedBy },
        { name: say(words.hash, lang), value: formatHash(contentHash) },
      ],
      hashText: say(words.hashText, lang),
      lines: [say(words.signature, lang), say(words.name, lang), `${say(words.place, lang)} · ${say(words.day, lang)}`],
      footer: content.title,
    },
  };
}
