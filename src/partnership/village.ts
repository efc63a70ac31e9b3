import type { Position } from "../ground/place.ts";

/** A part of the municipality that people have a name for: what is heard and counted is told by it. */
export type Village = {
  /** Its word in addresses: "amot". */
  readonly slug: string;
  readonly name: string;
  readonly position: Position;
  /** How far from its middle it is taken to reach. */
  readonly radiusMetres: number;
  readonly population: number | undefined;
  readonly populationYear: number | undefined;
};
