/** What a pure function made of a text, remembered for the last `most` texts: pages are made again from the same ones, and reading one can take longer than setting its page. */
export function remember<T>(most: number, make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { readonly made: T }>();
  return (text) => {
    const found = kept.get(text);
    const { made } = found ?? { made: make(text) };
    // The last to be asked for is the last to be forgotten.
    kept.delete(text);
    kept.set(text, { made });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
