import type { Refusal } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { Lang } from "../../ground/words.ts";
import type { Database } from "./database/database.ts";

/** What a stranger's browser asks for and gets. The stage that answers strangers implements it; the platform only carries it. */
export type PageWish = {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly lang: Lang;
  /** What kinds of content the one who asks would rather have. */
  readonly accept?: string | undefined;
};
export type PageAnswer = {
  readonly status: number;
  readonly html: string;
  /** Plain text instead of a page, for other programs to read. */
  readonly plain?: string;
  /** The same where it is no text. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** What kind of text that is, where it is meant for something in particular, and what it is called when it is saved; a feed is read and not saved. */
  readonly file?: { readonly contentType: string; readonly name?: string };
  readonly etag: string;
  readonly lang: Lang;
  /** Where it has moved for good. */
  readonly location?: string;
  /** The same for everybody who asks in this language, until something else is published or the day is over: it may be kept, and packed once. */
  readonly lasts?: true;
  /** Which of several kinds it is was chosen by what the one who asks would rather have. */
  readonly isChosen?: true;
  /** When it last changed, for those who have no tag to compare. */
  readonly modified?: Instant;
  /** A whole file that is handed out so many times a minute to each who asks, and what is said to whoever is faster. */
  readonly counted?: { readonly as: string; readonly refusal: Refusal };
  /** A file that is not ready: it is made once it is known that whoever asks has not had too many made. Its bytes and its tag are told then. */
  readonly unmade?: {
    readonly refusal: Refusal;
    readonly make: () => { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string };
  };
  /** The content policy of a page that carries a program of its own, whole: by its fingerprint, and nothing from anywhere else. */
  readonly policy?: string;
  /** Made to stand on other people's sites: its policy says that any page may frame it. */
  readonly isEmbedded?: true;
};
export type ServedPage = (wish: PageWish) => Promise<PageAnswer>;

type Paced = "send" | "guess" | "forum-guess";
/** How often somebody at one address may do a thing; counted in memory, never stored and never logged. */
export type Pace = {
  /** Counts one more and tells how many seconds are left to wait when that was too many. */
  readonly count: (what: Paced) => Promise<number | undefined>;
  /** The same without counting. */
  readonly over: (what: Paced) => Promise<number | undefined>;
};
export type OpenWish = {
  readonly path: string;
  readonly query: URLSearchParams;
  /** What the browser would rather read. */
  readonly lang: Lang;
  /** What was filled in; undefined when the page is only asked for. */
  readonly form: URLSearchParams | undefined;
  /** A file that came with it, at a door that takes them; what is in it is for the door to find out. */
  readonly file: Uint8Array | undefined;
  readonly pace: Pace;
};
/** What such a door is given to work with; `assets` are the built style sheets and scripts by plain name. */
export type DoorMeans = {
  readonly database: Database;
  readonly now: () => Instant;
  readonly origin: string;
  readonly assets: Readonly<Record<string, string>>;
};
/**
 * A door where residents hand something in: HTML both ways, without account, cookie or script. The stage that owns it declares it by name; every address
 * that begins with its word is its own. Where the partnership comes first in the address, the word says so: ":partnership/synpunkt/trafik".
 */
export type OpenDoor = {
  readonly name: string;
  readonly word: string;
  /** A form here can carry a file of so many megabytes. */
  readonly fileMegabytes?: number;
  readonly serve: (
    wish: OpenWish,
  ) => Promise<{ readonly status: number; readonly html: string; readonly waitSeconds?: number }>;
};
