// Ids of demo things: always the same for the same name, so that tests, the tour and the seed can point at one another.

/** A UUID (version 8, RFC 9562 §5.8: one's own making) out of a name. Four runs of FNV-1a; it only has to be stable, not secret. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- an id is of what its place asks for
export function demoId<Kind extends string = string>(name: string): Kind {
  let hex = "";
  for (let run = 0; run < 4; run++) {
    let hash = 0x811c9dc5 ^ (run * 0x9e3779b1);
    for (const letter of `samsyn-demo:${run}:${name}`) {
      hash ^= letter.codePointAt(0) ?? 0;
      hash = Math.imul(hash, 0x01000193);
    }
    hex += (hash >>> 0).toString(16).padStart(8, "0");
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}` as Kind;
}
