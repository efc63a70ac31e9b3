// What somebody is written to about, and in what words. Six things write at once; everything else waits for Monday. A letter has titles and links, never what they lead to.
import { isForLeaders, type Red, type RedKind } from "../../follow/clocks/red.ts";
import { command } from "../../ground/command.ts";
import type { Person, Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Lang, say } from "../../ground/words.ts";
import type { LetterKind } from "./kind.ts";
import { letters, words } from "./words.ts";

export type Row = { readonly text: string; readonly note?: string | undefined; readonly href: string };
export type Part = { readonly heading?: string | undefined; readonly rows: readonly Row[] };
export type Letter = {
  readonly subject: string;
  readonly lang: Lang;
  readonly heading: string;
  readonly lead: string;
  readonly parts: readonly Part[];
  readonly footer: string;
  readonly footerHref: string;
};

/** One of the six. `title` is a promise's, an activity's, a theme's or a clock's; of a shared passage there is none. */
export type About = {
  readonly kind: Exclude<LetterKind, "weekly">;
  readonly title: string;
  readonly unit?: string | undefined;
  readonly partnership: { readonly slug: string; readonly name: string };
  readonly href: string;
};

const LONGEST_TITLE = 120;

export function directLetter({ kind, title, unit = "", partnership, href }: About, lang: Lang): Letter {
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
  const said = { title: short, unit, place: partnership.name };
  const [subject, lead, link] = letters[kind];
  return {
    subject: say(subject, lang, said),
    lang,
    heading: say(subject, lang, said),
    lead: say(lead, lang, said),
    parts: [{ rows: [{ text: say(link, lang), href }] }],
    footer: say(words.footer, lang),
    footerHref: lettersAt(partnership.slug),
  };
}

/** «Din vecka i Samsyn»; nothing where nothing waits. */
export function weeklyLetter(parts: readonly Part[], slug: string, lang: Lang): Letter | undefined {
  const filled = parts.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return undefined;
  return {
    subject: say(words.weekly, lang),
    lang,
    heading: say(words.weekly, lang),
    lead: say(words.weeklyLead, lang),
    parts: filled,
    footer: say(words.weeklyFooter, lang),
    footerHref: lettersAt(slug),
  };
}

/** Where one's letters are seen, and switched off. */
export const lettersAt = (slug: string): string => `/beratta/${slug}/brev`;

type Reddened = Pick<Red, "kind" | "state" | "days"> & { readonly mine: boolean };
const OF_UNITS: readonly RedKind[] = ["activity", "owner", "points", "late-items"];

/** What of the red list goes into somebody's week: of their own organisation what is theirs to mend, and to those who lead it what has been red for two weeks. */
export function redFor<Row extends Reddened>(rows: readonly Row[], roles: readonly Role[]): readonly Row[] {
  const leadsWork = roles.includes("coordinator") || roles.includes("liaison");
  return rows.filter(
    (row) =>
      row.mine &&
      (leadsWork ||
        (roles.includes("activity-owner") && OF_UNITS.includes(row.kind)) ||
        (roles.includes("signatory") && isForLeaders(row))),
  );
}

export type LetterWish = { readonly address: string | null; readonly weekly: boolean; readonly lang: Lang };
/** Undefined where it is no address that a letter could go to. */
export function readAddress(said: string): string | undefined {
  const address = said.trim();
  return address.length <= 254 && ADDRESS.test(address) ? address : undefined;
}
const ADDRESS = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+[.][^\s@<>"(),;:.]+$/;

/** Where one's own letters go, and whether the weekly one comes. An empty address takes it away. */
export const wishLetters = command({
  event: "letter-wish.said",
  may: (_person: Person) => undefined,
  decide: (
    input: { readonly address: string; readonly weekly: boolean; readonly lang: Lang },
    _state: unknown,
  ): Result<LetterWish, Refusal<"not-an-address">> => {
    const address = input.address.trim();
    if (address !== "" && readAddress(address) === undefined) return no("not-an-address", { field: "address" });
    return yes({ ...input, address: address === "" ? null : address });
  },
});
