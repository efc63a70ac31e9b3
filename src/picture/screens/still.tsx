import { memo, type ReactNode } from "react";

/**
 * What stands still while a hand moves: drawn anew when the hand rests, or when `of` is another. A brush draws the sentence, the map and its own chart in every frame; tables and lists wait.
 */
export const Still = memo(
  function Still({ children }: { isMoving: boolean; of?: unknown; children: ReactNode }) {
    return children;
  },
  (before, after) => after.isMoving && before.of === after.of,
);
