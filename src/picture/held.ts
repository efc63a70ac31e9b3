// What was worked out for somebody is kept as long as it stands, up to so many bytes in all; what was used longest ago goes first.

export type Held<Value> = {
  readonly get: (key: string) => Value | undefined;
  /** Something larger than all there is room for is not kept. */
  readonly keep: (key: string, value: Value, bytes: number) => void;
  readonly bytes: () => number;
};

export function holdAtMost<Value>(mostBytes: number): Held<Value> {
  const kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  let all = 0;
  const drop = (key: string) => {
    all -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      // Put last again: the first is the one that was used longest ago.
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    keep: (key, value, bytes) => {
      drop(key);
      if (bytes > mostBytes) return;
      kept.set(key, { value, bytes });
      all += bytes;
      for (const oldest of kept.keys()) {
        if (all <= mostBytes) return;
        drop(oldest);
      }
    },
    bytes: () => all,
  };
}
