import { decideFate, readItem, readRenewal, startNext } from "../src/pledge/renewal/api.ts";
import type { Caller } from "./house.ts";

/** The next promise of Ockelbo, with everything in the former read and kept. Returns what starting it answered. */
export async function renewed(who: Caller, slug: string, next: string) {
  const at = { partnership: "ockelbo", slug };
  for (const { id, fate } of (await who.call(readRenewal, at)).value.items) {
    if (fate !== null) continue;
    await who.call(readItem, { ...at, itemId: id });
    const reason = "Det behövs fortfarande.";
    await who.call(decideFate, { ...at, itemId: id, fate: "keep", reason, handedTo: "", revision: 0 });
  }
  return who.call(startNext, { ...at, next });
}
