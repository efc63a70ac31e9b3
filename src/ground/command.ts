import type { Person } from "./party.ts";
import type { Refusal, Result } from "./result.ts";
import type { Instant } from "./time.ts";

/** What a decision is handed instead of reaching for it: the time, who acts, and new ids. */
export type Moment = { readonly at: Instant; readonly by: Person; readonly newId: () => string };

/**
 * Something a person can do, as pure data: the same value greys the button, explains why, and refuses on the server.
 * `event` is what the log says when it has happened (`noun.what-happened`); `may` looks at rights only, `decide` at the rule.
 */
export type Command<Input, State, Outcome, Why extends string = string> = {
  readonly event: string;
  readonly may: (person: Person, input: Input, state: State) => Refusal<Why> | undefined;
  readonly decide: (input: Input, state: State, moment: Moment) => Result<Outcome, Refusal<Why>>;
};

export function command<Input, State, Outcome, Why extends string>(
  rule: Command<Input, State, Outcome, Why>,
): Command<Input, State, Outcome, Why> {
  return rule;
}
