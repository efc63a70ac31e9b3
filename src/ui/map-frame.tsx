import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import type { KnowledgeKind } from "./kind.tsx";
import { words } from "./words.ts";

/** A row of the legend: a sign and a sentence, only for what is in view. */
export type LegendRow = { readonly sign: ReactNode; readonly sentence: string };

/**
 * What stands around every map: what it shows, how to read it, and a counted card for what has no place.
 * What is known by municipality only is never drawn; it is counted here.
 */
export function MapFrame(props: {
  lang: Lang;
  /** The finding, for those who do not see the map: "Flest poster vid torget, 17 av 172." */
  sentence: string;
  /** The drawing itself; fills the frame. */
  children: ReactNode;
  legend?: { readonly heading?: string | undefined; readonly rows: readonly LegendRow[] } | undefined;
  unplaced?: { readonly heading: string; readonly text: string; readonly kind?: KnowledgeKind | undefined } | undefined;
  controls?: ReactNode;
  /** What is chosen about the map, under it. */
  below?: ReactNode;
  credit?: string | undefined;
}) {
  const { lang, legend, unplaced } = props;
  return (
    <section className="map-frame" aria-label={props.sentence}>
      <div className="map-sheet">
        <div className="map-ground">{props.children}</div>
        {unplaced !== undefined && (
          <div className={`map-card kind-${unplaced.kind ?? "recorded"}`}>
            <b>{unplaced.heading}</b>
            <p>{unplaced.text}</p>
          </div>
        )}
        {legend !== undefined && legend.rows.length > 0 && (
          <div className="map-legend">
            <h3>{legend.heading ?? say(words.legend, lang)}</h3>
            <ul className="map-legend-rows">
              {legend.rows.map((row) => (
                <li key={row.sentence}>
                  <span className="map-legend-sign" aria-hidden="true">
                    {row.sign}
                  </span>
                  {row.sentence}
                </li>
              ))}
            </ul>
          </div>
        )}
        {props.controls !== undefined && <div className="map-controls">{props.controls}</div>}
      </div>
      {props.below}
      {props.credit !== undefined && <p className="map-credit">{props.credit}</p>}
    </section>
  );
}

/** Signs for legend rows that are not a kind of knowledge: a filled cell of a class, the hatch, the outline, a stretch of road. */
export function LegendSign({
  sign,
}: {
  sign: "hatch" | "outline" | "circle" | "stretch" | "zero" | `class-${1 | 2 | 3 | 4 | 5 | 6}`;
}) {
  return <span className={sign === "hatch" ? "legend-cell hatch" : `legend-cell legend-${sign}`} />;
}
