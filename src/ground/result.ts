/** What a person or a rule can be told: yes with a value, or no with a refusal. Bugs and lost machines throw instead. */
export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** A no, as data. `why` is kebab-case and has a sentence in the stage's words.ts; `field` names the input it is about; `detail` fills the sentence. */
export type Refusal<Why extends string = string> = {
  readonly why: Why;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export function yes<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function no<Why extends string>(
  why: Why,
  more: Omit<Refusal, "why"> = {},
): { readonly ok: false; readonly refusal: Refusal<Why> } {
  return { ok: false, refusal: { why, ...more } };
}

/** At least one: evidence of a problem, parties of a document. */
export type Some<T> = readonly [T, ...T[]];

/** The same list if it holds anything, typed so that it can be relied on. */
export function some<T>(list: readonly T[]): Some<T> | undefined {
  return list.length > 0 ? (list as unknown as Some<T>) : undefined;
}

/** Closes a switch over a union: a new member of the union fails the build here. */
export function unreachable(value: never): never {
  throw new Error(`Not a member of the union: ${JSON.stringify(value)}`);
}
