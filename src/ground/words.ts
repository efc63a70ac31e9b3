/** Swedish first, English second: every sentence a person reads has both or does not compile. */
export type Lang = "sv" | "en";
export type Said = { readonly sv: string; readonly en: string };
/** A closed vocabulary: every key must have its sentence. */
export type Words<Keys extends string> = Readonly<Record<Keys, Said>>;

/**
 * The sentence in the reader's language with {names} filled in.
 * `{count|day|days}` is the first word for one and the second for any other number.
 * A name without a value is left standing, so that a missing detail shows in tests instead of becoming "undefined".
 */
export function say(said: Said, lang: Lang, detail: Readonly<Record<string, string | number>> = {}): string {
  return said[lang].replace(
    /\{([a-zA-Z]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, key: string, one: string | undefined, many: string) => {
      if (!(key in detail)) return whole;
      if (one === undefined) return String(detail[key]);
      return String(detail[key]) === "1" ? one : many;
    },
  );
}

export function readLang(text: string | null | undefined): Lang {
  return text === "en" ? "en" : "sv";
}

const collator = new Intl.Collator("sv-SE", { numeric: true, sensitivity: "variant" });
/** Swedish order: å ä ö last, numbers by value. */
export function inSwedishOrder(a: string, b: string): number {
  return collator.compare(a, b);
}

/** An address part from a name: å and ä become a, ö becomes o, everything else that is no letter or digit a hyphen. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[–—]/g, "-")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
