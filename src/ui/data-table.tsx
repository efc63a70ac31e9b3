import { useId, useRef, useState, type ReactNode } from "react";
import { classes } from "./classes.ts";

export type Column<Row> = {
  readonly head: ReactNode;
  readonly cell: (row: Row, place: number) => ReactNode;
  /** Figures: right aligned, tabular, never broken. */
  readonly number?: boolean | undefined;
  /** The cell that names the row, read out before the others. */
  readonly names?: boolean | undefined;
};

/** So many columns and more do not fit side by side on a phone: there each row is read downwards, every value behind its head. */
const MANY = 4;

/** A table that on a narrow phone stands row by row or scrolls within itself, never the page. The caption is a sentence or a name. */
export function DataTable<Row>(props: {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, place: number) => string;
  /** The caption stands in a heading above already. */
  captionHidden?: boolean | undefined;
  /** A row can be dragged onto another. Whoever has no pointer does the same some other way beside the table. */
  onDropOn?: ((dragged: Row, onto: Row) => void) | undefined;
}) {
  const id = useId();
  const drag = useDrag(props.onDropOn);
  const stands = props.columns.length >= MANY && props.columns.every(({ head }) => typeof head === "string");
  return (
    <section
      className={classes("table-scroll", stands && "table-stands")}
      aria-labelledby={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table>
        <caption id={id} className={classes(props.captionHidden && "visually-hidden")}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column, place) => (
              <th key={place} scope="col" className={column.number === true ? "number" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, rowPlace) => (
            <tr key={props.rowKey(row, rowPlace)} {...drag(row, rowPlace)}>
              {props.columns.map((column, place) => {
                const Cell = column.names === true ? "th" : "td";
                return (
                  <Cell
                    key={place}
                    scope={column.names === true ? "row" : undefined}
                    className={column.number === true ? "number" : undefined}
                    data-head={stands && column.names !== true ? column.head : undefined}
                  >
                    {column.cell(row, rowPlace)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function useDrag<Row>(onDropOn: ((dragged: Row, onto: Row) => void) | undefined) {
  const dragged = useRef<Row>(undefined);
  const [over, setOver] = useState<number>();
  return (row: Row, place: number) =>
    onDropOn === undefined
      ? {}
      : {
          draggable: true,
          className: over === place ? "dragged-onto" : undefined,
          onDragStart: () => {
            dragged.current = row;
          },
          onDragOver: (event: { preventDefault: () => void }) => {
            event.preventDefault();
            if (dragged.current !== row) setOver(place);
          },
          onDragEnd: () => setOver(undefined),
          onDrop: (event: { preventDefault: () => void }) => {
            event.preventDefault();
            setOver(undefined);
            if (dragged.current !== undefined && dragged.current !== row) onDropOn(dragged.current, row);
          },
        };
}
