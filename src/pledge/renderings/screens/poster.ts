// The poster: the words of the pledges, large, and a square that leads to the promise's page. Markup is Typst's and holds no words: those come as data.
import type { Json } from "../../../ground/canonical.ts";
import type { Instant } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import type { Made, Rendering } from "../rendering.ts";
import { words } from "../words.ts";

const POSTER = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: data.size * 1pt)
#set par(leading: 0.55em, spacing: 1em)
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 16mm))
#show heading.where(level: 1): set text(size: 34pt)
#show heading.where(level: 1): set block(below: 0.9em)
#text(lang: "sv")[= #data.title]
#text(lang: "sv")[#list(spacing: 1em, marker: none, indent: 0pt, body-indent: 0pt, ..data.items.map(item => [#item]))]
#v(1fr)
#block(breakable: false, width: 100%)[
  #line(length: 100%, stroke: 1pt)
  #grid(columns: (1fr, auto), column-gutter: 8mm, align: bottom, [
    #set text(size: 11pt)
    #for line in data.facts [#par(line)]
    #par[#strong(data.link) #linebreak() #data.page]
    #text(size: 9pt, data.mark)
  ], image(bytes(data.qr.svg), format: "svg", width: 38mm, alt: data.qr.alt))
]
`;

/** As large as the words leave room for. */
function sizeFor(letters: number): number {
  if (letters < 350) return 28;
  if (letters < 700) return 19;
  return letters < 1300 ? 15 : 12;
}

/** `qr` draws the square. The same promise gives the same bytes: the time is the one it was signed at. */
export function posterPaper(
  { lang, pieces }: Rendering,
  { page }: Pick<Made, "page">,
  at: Instant,
  qr: (text: string) => string,
): { readonly markup: string; readonly data: Json; readonly at: Instant } {
  const items = pieces.flatMap((piece) => (piece.kind === "list" ? piece.items : []));
  const lines = pieces.flatMap((piece) => (piece.kind === "paragraph" ? [piece.text] : []));
  return {
    markup: POSTER,
    at,
    data: {
      lang,
      title: pieces.find((piece) => piece.kind === "heading")?.text ?? "",
      items,
      size: sizeFor(items.join(" ").length),
      facts: lines.slice(0, -1),
      mark: lines.at(-1) ?? "",
      link: pieces.find((piece) => piece.kind === "link")?.text ?? "",
      page,
      qr: { svg: qr(page), alt: say(words.qr, lang, { address: page }) },
    },
  };
}
