// What is promised as a file in the open format (spec/medborgarlofte): the words that were signed, of what has been published and passed the gate.
import { remember } from "../ground/remember.ts";
import { contentField, type Content } from "../pledge/document.ts";
import { type Disclosed, discloseEntry } from "./disclosure.ts";
import { entryOf, type OverviewEntry } from "./overview.ts";
import type { Site, ToldDocument } from "./site.ts";

/** The document as it was signed; undefined for what was told before the signed text was. */
export function contentTold(document: ToldDocument): Content | undefined {
  return document.evidence === undefined ? undefined : readSigned(document.evidence.text);
}
const readSigned = remember(50, (text) => {
  const read = contentField.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
});

/** Every published promise of a partnership, or the one at an address. */
export function promisesTold(site: Disclosed<Site>, slug?: string): readonly Content[] {
  return site.documents
    .filter((document) => slug === undefined || document.slug === slug)
    .flatMap((document) => contentTold(document) ?? []);
}

/** What the overview tells of a partnership's promises. */
export function entriesTold(site: Disclosed<Site>): readonly OverviewEntry[] {
  return site.documents.flatMap((document) => {
    const content = contentTold(document);
    if (content === undefined) return [];
    const address = `/${site.slug}/medborgarlofte/${document.slug}`;
    return entryOf(content, { address, withdrawn: document.closing === "withdrawn", example: document.example });
  });
}

/** What the overview tells of a promise out of a file, with where the file says it is published. */
export function entryCollected(content: Content): Disclosed<OverviewEntry> {
  const address = content.sources.find(({ url }) => url !== undefined)?.url ?? null;
  return discloseEntry(entryOf(content, { address, withdrawn: false, example: false }));
}
