// What was worked out for somebody is kept as long as it stands, one thing a holder, up to so many bytes in all; what was used longest ago goes first.

export type Held<Value> = {
  /** What is kept for the holder, if it was worked out under this stamp. */
  readonly get: (holder: string, stamp: string) => Value | undefined;
  /** Takes the place of what the holder had. Something larger than all there is room for is not kept. */
  readonly keep: (holder: string, stamp: string, value: Value, bytes: number) => void;
  readonly bytes: () => number;
};

export function holdAtMost<Value>(mostBytes: number): Held<Value> {
  const kept = new Map<string, { readonly stamp: string; readonly value: Value; readonly bytes: number }>();
  let all = 0;
  const drop = (holder: string) => {
    all -= kept.get(holder)?.bytes ?? 0;
    kept.delete(holder);
  };
  return {
    get: (holder, stamp) => {
      const found = kept.get(holder);
      if (found === undefined) return undefined;
      // What no longer stands is let go of at once: it may hold what the holder may not see any more.
      if (found.stamp !== stamp) {
        drop(holder);
        return undefined;
      }
      // Put last again: the first is the one that was used longest ago.
      kept.delete(holder);
      kept.set(holder, found);
      return found.value;
    },
    keep: (holder, stamp, value, bytes) => {
      drop(holder);
      if (bytes > mostBytes) return;
      kept.set(holder, { stamp, value, bytes });
      all += bytes;
      for (const oldest of kept.keys()) {
        if (all <= mostBytes) return;
        drop(oldest);
      }
    },
    bytes: () => all,
  };
}
