import { useMemo } from "react";
import type { EventQuestion } from "../columns/question.ts";
import type { CountedAreas, MapMode, MapPicture } from "./explorer-map.tsx";
import type { DrawnCells } from "./explorer-messages.ts";
import type { Explorer } from "./use-explorer.ts";
import { useWeighed } from "./use-weighed.ts";

/** So many days back gatherings are looked for, and so far around each place. */
const GATHERED = { weigh: "clusters", days: 28, radiusMetres: 2000 } as const;
const SMOOTHED = { weigh: "surface", bandwidthMetres: undefined } as const;

/** What the map shows in its mode: the cells at once, and what takes time when it is there. `question` is undefined while somebody moves something. */
export function useMapPicture(
  take: Explorer["take"],
  question: EventQuestion | undefined,
  mode: MapMode,
  cells: DrawnCells | undefined,
  outlined: boolean | "too-many",
  areas?: CountedAreas,
): MapPicture {
  const shift = cells?.window.shift;
  const outlines = useWeighed<"outlines">(
    take,
    mode === "cells" && outlined === true ? question : undefined,
    shift === undefined ? undefined : { weigh: "outlines", shift },
  );
  const surface = useWeighed<"surface">(take, mode === "surface" ? question : undefined, SMOOTHED);
  const clusters = useWeighed<"clusters">(take, mode === "clusters" ? question : undefined, GATHERED);
  return useMemo(
    () => ({ mode, cells, areas, outlines: outlined === "too-many" ? outlined : outlines, surface, clusters }),
    [mode, cells, areas, outlined, outlines, surface, clusters],
  );
}
