import type { Block } from "../ground/block.ts";
import { DataTable } from "./data-table.tsx";

/** A written paper as a page: the same blocks that its PDF and its file for a word processor are made of. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, place) => <Drawn key={place} block={block} />);
}

function Drawn({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case "paragraph":
      return <p className="measure">{block.text}</p>;
    case "list":
      return (
        <ul className="measure stack-tight">
          {block.items.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      );
    case "blank":
      return <p className="small quiet">{block.text}: ____________________</p>;
    case "table":
      return (
        <DataTable
          caption={block.caption}
          captionHidden
          rows={block.rows}
          rowKey={(row, place) => `${place} ${row[0] ?? ""}`}
          columns={block.heads.map((head, place) => ({
            head,
            names: place === 0,
            cell: (row: readonly string[]) => <Cell text={row[place] ?? ""} />,
          }))}
        />
      );
  }
}

/** A cell may say several things, a line each. */
const Cell = ({ text }: { readonly text: string }) =>
  text.includes("\n") ? (
    <div className="stack-tight">
      {text.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  ) : (
    text
  );
