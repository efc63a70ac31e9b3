import type { ReactNode } from "react";
import type { PartyKind } from "../ground/party.ts";
import { LegGlyph } from "./leg-glyph.tsx";

/** A party by its glyph and its name; no party has a colour. */
export function PartyName(props: { party: PartyKind | "both"; done?: boolean; children: ReactNode }) {
  return (
    <span className="party">
      <LegGlyph party={props.party} done={props.done ?? true} />
      <span>{props.children}</span>
    </span>
  );
}
