import { useCallback, useState } from "react";
import type { Seen } from "../../platform/browser/map/seen.ts";
import type { Box } from "../columns/question.ts";
import { boxWritten, readBox } from "../columns/question.ts";
import { covers, windowOver } from "./drawn-cells.ts";
import type { MapView } from "./explorer-messages.ts";

/**
 * What of the map is seen, and the grid it is counted in: kept while it covers what is seen, so that a small move asks for nothing new. With `onBox` a move by hand makes what is seen part of the question.
 */
export function useMapView(onBox: ((box: Box) => void) | undefined) {
  const [view, setView] = useState<MapView>();
  /** Made by moving the map: the map stands there already. */
  const [made, setMade] = useState("");
  const onSeen = useCallback(
    ({ zoom, ...seen }: Seen, byReader: boolean) => {
      setView((before) => ({
        seen,
        window: before !== undefined && covers(before.window, seen, zoom) ? before.window : windowOver(seen, zoom),
      }));
      if (!byReader || onBox === undefined) return;
      const written = boxWritten(seen);
      const box = readBox(written);
      if (box === undefined) return;
      setMade(written);
      onBox(box);
    },
    [onBox],
  );
  const take = useCallback(() => {
    if (view === undefined) return undefined;
    const written = boxWritten(view.seen);
    setMade(written);
    return readBox(written);
  }, [view]);
  return { view, made, onSeen, take };
}
