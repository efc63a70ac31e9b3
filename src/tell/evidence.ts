// The evidence of a published promise as a file, and the page that checks it with the file already in it.
import type { Instant } from "../ground/time.ts";
import type { Lang } from "../ground/words.ts";
import { bundleOf, type Bundle, type BundleLog, type Told, writeBundle } from "../pledge/bundle.ts";
import type { Disclosed } from "./disclosure.ts";
import type { Site, ToldDocument, ToldReport } from "./site.ts";

/** The bundle of a document that has been told; undefined where no evidence was told of it. */
export function bundleTold(
  { site, madeAt }: { readonly site: Disclosed<Site>; readonly madeAt: Instant },
  document: ToldDocument,
  log: BundleLog | null,
  at: { readonly origin: string; readonly rpId: string },
  before: readonly Told[] = [],
): Bundle | undefined {
  if (document.evidence === undefined) return undefined;
  return bundleOf(document.evidence, {
    at: madeAt,
    page: `/${site.slug}/medborgarlofte/${document.slug}`,
    site: { origin: at.origin, rpId: at.rpId },
    example: document.example,
    log,
    before,
  });
}

/** The same of a period report that both signed. */
export function reportBundle(
  { site, madeAt }: { readonly site: Disclosed<Site>; readonly madeAt: Instant },
  report: ToldReport,
  log: BundleLog | null,
  at: { readonly origin: string; readonly rpId: string },
): Bundle | undefined {
  if (report.evidence === undefined) return undefined;
  const page = `/${site.slug}/rapport/${report.slug}`;
  return bundleOf(report.evidence, { at: madeAt, page, site: at, example: report.example, log });
}

/** The texts a change goes back to, nearest first. */
export function changedBy({ documents }: Pick<Site, "documents">, { amends }: ToldDocument): readonly ToldDocument[] {
  const former = documents.find(({ slug }) => slug === amends?.changed);
  return former === undefined ? [] : [former, ...changedBy({ documents }, former)];
}

/**
 * The page that checks, in the reader's language and with a bundle in it when one is asked for. The bundle is data and is not run: the page's own policy lets
 * through the one script it was built with.
 */
export function verifierPage(built: string, lang: Lang, bundle: Bundle | undefined, home: string): string {
  // No letter of it can end the element it stands in.
  const data = JSON.stringify({ bundle: bundle === undefined ? null : writeBundle(bundle), home }).replaceAll(
    "<",
    "\\u003c",
  );
  return built
    .replace('<html lang="sv"', () => `<html lang="${lang}"`)
    .replace(
      /(<script type="application\/json" id="given">)\s*null\s*(<\/script>)/,
      (_whole, open, close) => `${open}${data}${close}`,
    );
}

/** The policy a built page says of itself, with what a page cannot say of itself. */
export function policyOf(built: string): string {
  const own = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(built)?.[1] ?? "default-src 'none'";
  return `${own}; frame-ancestors 'none'`;
}
