import { resolve } from "node:path";
import { z } from "zod";

/** Everything the environment may say, read once and checked: no other file reads it. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  /** The address people see, without a slash at the end. Decides cookies, passkeys and the same-origin check. */
  readonly origin: string;
  /** The domain passkeys belong to. */
  readonly rpId: string;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly demo: boolean;
  readonly trustedProxies: number;
  readonly policeFeed: { readonly userAgent: string } | undefined;
  /** Pages that others have published may be read by their address. */
  readonly readsPublished: boolean;
  /** Who stamps the log's head with the time (RFC 3161). */
  readonly timeStampUrl: string | undefined;
  /** How letters leave the house; without it they are seen in it and nowhere else. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  readonly statementTimeoutMs: number;
};

/** What is wrong with the environment, one sentence a variable, Swedish and English. */
export class SettingsError extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.sentences = sentences;
  }
}

const yesNo = z.enum(["0", "1"]).transform((text) => text === "1");
const variables = {
  PORT: {
    field: z.coerce.number().int().min(0).max(65535).default(3000),
    sv: "ska vara ett portnummer mellan 0 och 65535",
    en: "must be a port number from 0 to 65535",
  },
  HOST: {
    field: z.string().min(1).default("127.0.0.1"),
    sv: "ska vara en adress att lyssna på",
    en: "must be an address to listen on",
  },
  SAMSYN_ORIGIN: {
    field: z.url({ protocol: /^https?$/ }).optional(),
    sv: "ska vara hela adressen som människor ser, till exempel https://samsyn.ockelbo.se",
    en: "must be the whole address people see, for instance https://samsyn.ockelbo.se",
  },
  DATABASE_URL: {
    field: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    sv: "ska börja med postgres:// (utelämna den för den inbyggda databasen)",
    en: "must begin with postgres:// (leave it out for the embedded database)",
  },
  SAMSYN_DATA: { field: z.string().min(1).default("data"), sv: "ska vara en mapp", en: "must be a directory" },
  SAMSYN_DEMO: { field: yesNo.default(true), sv: "ska vara 1 eller 0", en: "must be 1 or 0" },
  SAMSYN_TRUSTED_PROXIES: {
    field: z.coerce.number().int().min(0).max(5).default(0),
    sv: "ska vara antalet omvända proxyservrar framför Samsyn, 0 till 5",
    en: "must be the number of reverse proxies before Samsyn, 0 to 5",
  },
  SAMSYN_POLICE_FEED: {
    field: z
      .string()
      .min(10)
      .regex(/@|https?:/)
      .optional(),
    sv: "ska vara den User-Agent som polisen kräver, med kontaktväg (e-post eller webbadress)",
    en: "must be the User-Agent the police ask for, with a contact (e-mail or web address)",
  },
  SAMSYN_READ_PUBLISHED: { field: yesNo.default(false), sv: "ska vara 1 eller 0", en: "must be 1 or 0" },
  SAMSYN_TIME_STAMP_URL: {
    field: z.url({ protocol: /^https?$/ }).optional(),
    sv: "ska vara adressen till en tidsstämplingstjänst (RFC 3161), till exempel https://tsa.example.se/tsr",
    en: "must be the address of a time-stamping service (RFC 3161), for instance https://tsa.example.se/tsr",
  },
  SAMSYN_SMTP_URL: {
    field: z.url({ protocol: /^smtps?$/ }).optional(),
    sv: "ska vara adressen till en e-postserver, till exempel smtp://anvandare:losenord@post.ockelbo.se:587 (smtps:// för port 465)",
    en: "must be the address of a mail server, for instance smtp://user:password@post.ockelbo.se:587 (smtps:// for port 465)",
  },
  SAMSYN_MAIL_FROM: {
    field: z.email().optional(),
    sv: "ska vara adressen som breven kommer från, till exempel samsyn@ockelbo.se",
    en: "must be the address that letters come from, for instance samsyn@ockelbo.se",
  },
  SAMSYN_LOG: {
    field: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    sv: "ska vara silent, error, warn, info eller debug",
    en: "must be silent, error, warn, info or debug",
  },
  SAMSYN_STATEMENT_TIMEOUT_MS: {
    field: z.coerce.number().int().min(100).max(600_000).default(15_000),
    sv: "ska vara millisekunder mellan 100 och 600000",
    en: "must be milliseconds from 100 to 600000",
  },
} as const;

/**
 * Reads the environment.
 * @throws SettingsError naming every variable that is wrong, what stood there and what is expected. A password in DATABASE_URL or SAMSYN_SMTP_URL is never repeated.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const read = <Name extends keyof typeof variables>(name: Name): z.output<(typeof variables)[Name]["field"]> => {
    const given = environment[name] === "" ? undefined : environment[name];
    const parsed = variables[name].field.safeParse(given);
    if (parsed.success) return parsed.data as z.output<(typeof variables)[Name]["field"]>;
    const shown = name === "DATABASE_URL" || name === "SAMSYN_SMTP_URL" ? "…" : given;
    wrong.push(`${name} är «${shown}» men ${variables[name].sv}. / ${name} is "${shown}" but ${variables[name].en}.`);
    return undefined as z.output<(typeof variables)[Name]["field"]>;
  };
  for (const name of Object.keys(environment))
    if (name.startsWith("SAMSYN_") && !(name in variables) && !KNOWN_ELSEWHERE.has(name))
      wrong.push(
        `${name} finns inte. Menade du ${nearest(name)}? / ${name} does not exist. Did you mean ${nearest(name)}?`,
      );
  // Left unseen, Samsyn would keep its work in another database than the operator thinks.
  for (const [name, value] of Object.entries(environment))
    if (name !== "DATABASE_URL" && /^postgres(ql)?:/.test(value ?? "") && distance(name, "DATABASE_URL") <= 2)
      wrong.push(`${name} finns inte. Menade du DATABASE_URL? / ${name} does not exist. Did you mean DATABASE_URL?`);
  const port = read("PORT");
  const origin = read("SAMSYN_ORIGIN")?.replace(/\/+$/, "") ?? `http://localhost:${port}`;
  const feed = read("SAMSYN_POLICE_FEED");
  const [smtpUrl, from] = [read("SAMSYN_SMTP_URL"), read("SAMSYN_MAIL_FROM")];
  if ((smtpUrl === undefined) !== (from === undefined) && wrong.length === 0)
    wrong.push(
      "SAMSYN_SMTP_URL och SAMSYN_MAIL_FROM hör ihop: sätt båda, eller ingen om brev bara ska synas i Samsyn. / SAMSYN_SMTP_URL and SAMSYN_MAIL_FROM go together: set both, or neither if letters are to be seen in Samsyn only.",
    );
  const settings: Settings = {
    port,
    host: read("HOST"),
    origin,
    rpId: URL.canParse(origin) ? new URL(origin).hostname : "localhost",
    databaseUrl: read("DATABASE_URL"),
    dataDirectory: resolve(read("SAMSYN_DATA") ?? "data"),
    demo: read("SAMSYN_DEMO"),
    trustedProxies: read("SAMSYN_TRUSTED_PROXIES"),
    policeFeed: feed === undefined ? undefined : { userAgent: feed },
    readsPublished: read("SAMSYN_READ_PUBLISHED"),
    timeStampUrl: read("SAMSYN_TIME_STAMP_URL"),
    mail: smtpUrl === undefined || from === undefined ? undefined : { smtpUrl, from },
    logLevel: read("SAMSYN_LOG"),
    statementTimeoutMs: read("SAMSYN_STATEMENT_TIMEOUT_MS"),
  };
  if (wrong.length > 0) throw new SettingsError(wrong);
  return settings;
}

/** Read by the tests, not by the product. */
const KNOWN_ELSEWHERE = new Set(["SAMSYN_KILLS"]);

function nearest(name: string): string {
  return Object.keys(variables).toSorted((a, b) => distance(name, a) - distance(name, b))[0] ?? "SAMSYN_DATA";
}

/** How many letters have to be added, dropped or changed to get from one to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = [...Array(to.length + 1).keys()];
  for (const [place, letter] of [...from].entries()) {
    const next = [place + 1];
    for (const [column, other] of [...to].entries())
      next.push(Math.min(row[column + 1]! + 1, next[column]! + 1, row[column]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
