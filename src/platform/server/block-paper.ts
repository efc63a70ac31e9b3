// A written paper, set from its blocks. Markup is Typst's and holds no words: those come as data, so that what a person wrote is never read as a command.
import type { Json } from "../../ground/canonical.ts";
import { sharesOf, type Written } from "../../ground/block.ts";

const MARKUP = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10pt)
#set par(leading: 0.58em, spacing: 0.85em)
#set page(paper: "a4", margin: (x: 21mm, top: 18mm, bottom: 19mm), footer: text(size: 8pt, context [#data.footer #h(1fr) #counter(page).display("1 (1)", both: true)]))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }), inset: (x: 4pt, y: 3.5pt))
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 1): set block(below: 0.8em)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.35em, below: 0.65em)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 3): set block(above: 1.1em, below: 0.5em)
#show figure.caption: it => align(left, text(size: 9pt, weight: "bold", it.body))
#set figure.caption(position: top)
= #data.title
#for part in data.blocks {
  if part.kind == "heading" { heading(level: part.level, part.text) }
  else if part.kind == "paragraph" { par(part.text) }
  else if part.kind == "list" { list(..part.items) }
  else if part.kind == "blank" { v(0.9cm) + line(length: 60%, stroke: 0.5pt) + text(size: 9pt, part.text) }
  else {
    // A short table stays with its heading; of a long one no row is broken.
    show figure: set block(breakable: part.rows.len() > 3, width: 100%)
    figure(
      kind: table, supplement: none, numbering: none, caption: part.caption,
      align(left, table(
        columns: part.shares.map(share => share * 1fr), align: left,
        table.header(..part.heads.map(head => strong(text(size: 9pt, head)))),
        ..part.rows.flatten().map(cell => table.cell(breakable: false, text(size: 9pt, hyphenate: true, cell))),
      )),
    )
  }
}
`;

export const blockPaper = ({ title, footer, lang, at, blocks }: Written) => ({
  markup: MARKUP,
  at,
  data: {
    lang,
    title,
    footer,
    blocks: blocks.map((block) => (block.kind === "table" ? { ...block, shares: sharesOf(block) } : block)),
  } as Json,
});
