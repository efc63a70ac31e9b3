import type { ReactNode } from "react";
import { softHyphens } from "./format.ts";

export type Fact = { readonly name: string; readonly value: ReactNode };

/** Names and values of one thing: owner, place, date, registry number. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{softHyphens(fact.name)}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
