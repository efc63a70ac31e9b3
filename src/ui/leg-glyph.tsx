import type { PartyKind } from "../ground/party.ts";

const LEFT = "M1 15 8.2 1H15L7.8 15Z";
const RIGHT = "M15 15 7.8 1H1L8.2 15Z";
const DIAMOND = "M8 1 15 8 8 15 1 8Z";

/** Direction says who, fill says whether it is done: municipality leans left, police right, all others the diamond. */
export function LegGlyph({ party, done = true }: { party: PartyKind | "both"; done?: boolean }) {
  const path = party === "municipality" ? LEFT : party === "police" ? RIGHT : DIAMOND;
  return (
    <svg viewBox="0 0 16 16" className="leg-glyph" aria-hidden="true">
      <path
        d={path}
        {...(done ? { fill: "currentColor" } : { fill: "none", stroke: "currentColor", strokeWidth: 1.5 })}
      />
    </svg>
  );
}
