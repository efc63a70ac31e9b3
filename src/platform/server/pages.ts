import type { Lang } from "../../ground/words.ts";

/** What a stranger's browser asks for and gets. The stage that answers strangers implements it; the platform only carries it. */
export type PageWish = { readonly path: string; readonly query: URLSearchParams; readonly lang: Lang };
export type PageAnswer = {
  readonly status: number;
  readonly html: string;
  readonly etag: string;
  readonly lang: Lang;
  /** Where it has moved for good. */
  readonly location?: string;
};
export type ServedPage = (wish: PageWish) => Promise<PageAnswer>;
