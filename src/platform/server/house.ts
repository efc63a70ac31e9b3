import type { Transaction } from "kysely";
import type { Json } from "../../ground/canonical.ts";
import type { Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { Lang, Words } from "../../ground/words.ts";
import type { Database } from "./database/database.ts";
import type { Files } from "./files.ts";
import type { Log } from "./log.ts";
import type { Settings } from "./settings.ts";

/** The anonymous transaction of the platform, which knows no table. Stages narrow it to their own. */
// oxlint-disable-next-line typescript/no-explicit-any -- the one seam where the platform hands a stage its own tables
export type AnyTransaction = Transaction<any>;

/** Something that happened, as the log holds it and as reactions read it. */
export type HappenedEvent = {
  readonly name: string;
  readonly partnershipId: string | undefined;
  readonly subjectId: string | undefined;
  readonly at: Instant;
  readonly body: Json;
};

/** Work that a later stage does when something has happened: run as a retried job under the system role, after the commit. */
export type Reaction = {
  readonly name: string;
  /** Event names. */
  readonly on: readonly string[];
  readonly work: (event: HappenedEvent, means: ReactionMeans) => Promise<void>;
};
export type ReactionMeans = {
  readonly tx: AnyTransaction;
  readonly at: Instant;
  readonly newId: () => string;
  readonly files: Files;
  /** The address people see. */
  readonly origin: string;
};

export type PartnershipKey = { readonly id: string; readonly slug: string };

/** Everything the platform is handed instead of reaching for it. `main` fills it in; tests fill in other clocks and people. */
export type House = {
  readonly database: Database;
  readonly files: Files;
  readonly settings: Settings;
  readonly log: Log;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Sentences for every refusal of every stage. */
  readonly refusals: Words<string>;
  readonly reactions: readonly Reaction[];
  /** Whose session this is. */
  readonly personOf: (sessionToken: string) => Promise<Person | undefined>;
  /** The partnership with this address part, if the transaction's role may see it. */
  readonly partnershipOf: (tx: AnyTransaction, slug: string) => Promise<PartnershipKey | undefined>;
  /** Wakes the job worker after a commit that left it something to do. */
  readonly wake: () => void;
};

/** What a handler is handed with every call. */
export type Asking<Db> = {
  readonly tx: Transaction<Db>;
  readonly person: Person | undefined;
  readonly partnership: PartnershipKey | undefined;
  readonly at: Instant;
  readonly newId: () => string;
  readonly lang: Lang;
  readonly files: Files;
  readonly site: { readonly origin: string; readonly rpId: string; readonly demo: boolean };
  /** The body of an upload; empty for everything else. */
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The token of the caller's session, where there is one: its owner may rotate or end it. */
  readonly sessionToken: string | undefined;
  /** Gives the answer a new session cookie, or takes it away. Only logging in and out use it. */
  readonly setSession: (token: string | undefined) => void;
};
