import type { z } from "zod";
import type { Json } from "../../ground/canonical.ts";
import type { Command } from "../../ground/command.ts";
import type { Endpoint } from "../../ground/endpoint.ts";
import { isKeepable } from "../../ground/keepable.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import type { Refusal, Result } from "../../ground/result.ts";
import type { Lang } from "../../ground/words.ts";
import type { Scope } from "./database/database.ts";
import type { AnyTransaction, Asking, House } from "./house.ts";
import { noteEvent } from "./runner.ts";

/** One call as the door hands it in: already parsed into plain values, nothing yet believed. */
export type Call = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly person: Person | undefined;
  readonly sessionToken: string | undefined;
  readonly lang: Lang;
};

/** What goes back. Refusals carry the stage at which the no was said; http.ts turns that into a status. */
export type Answer = { readonly session?: { readonly token: string | undefined } } & (
  | { readonly kind: "json"; readonly value: unknown }
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly fileName: string | undefined;
      readonly etag: string | undefined;
    }
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      readonly by: RefusedBy;
      readonly problems?: readonly InputProblem[];
    }
);
export type RefusedBy = "reading" | "identity" | "rights" | "absence" | "rule";
export type InputProblem = { readonly field: string; readonly why: string };

export type Route = { readonly endpoint: Endpoint; readonly serve: (house: House, call: Call) => Promise<Answer> };

type Wish<Input, Db> = { readonly input: Input; readonly ask: Asking<Db> };
/** `as: "system"` is for logging in and being invited, where the caller is nobody yet; everything else acts with the caller's own rights. */
type Means<Input = unknown> = {
  readonly as?: "system";
  /** Whose rights it acts with instead, where somebody has left the caller a right to do just this. */
  readonly by?: (house: House, input: Input) => Promise<Result<Person>>;
};

/** The id of the partnership a door's address names. Throws at a door whose address names none: that is a bug, never a person's mistake. */
export function here({ partnership }: Pick<Asking<unknown>, "partnership">): string {
  if (partnership === undefined) throw new Error("A door without a partnership in its address asked for one");
  return partnership.id;
}

/** Serves a question: reads under the caller's own database role, changes nothing. */
export function question<In extends z.ZodType, Out extends z.ZodType, Db>(
  endpoint: Endpoint<In, Out>,
  answer: (input: z.output<In>, ask: Asking<Db>) => Promise<Result<z.input<Out>>>,
  means: Pick<Means, "as"> = {},
): Route {
  return {
    endpoint,
    serve: (house, call) =>
      inTransaction<z.output<In>, Db>(house, endpoint, call, means, async ({ input, ask }) => {
        return answered(endpoint, await answer(input, ask));
      }),
  };
}

/**
 * Serves a question whose answer takes longer to make than anybody may hold the database: `load` reads under the caller's own database role, and `answer` makes
 * the answer of what it found when that is over. An embedded database serves one at a time.
 */
export function slowQuestion<In extends z.ZodType, Out extends z.ZodType, Loaded, Db>(
  endpoint: Endpoint<In, Out>,
  load: (input: z.output<In>, ask: Asking<Db>) => Promise<Result<Loaded>>,
  answer: (input: z.output<In>, loaded: Loaded) => Promise<Result<z.input<Out>>>,
): Route {
  return {
    endpoint,
    serve: async (house, call) => {
      const held: { found?: { readonly input: z.output<In>; readonly loaded: Loaded } } = {};
      const over = await inTransaction<z.output<In>, Db>(house, endpoint, call, {}, async ({ input, ask }) => {
        const result = await load(input, ask);
        if (!result.ok) return refused(result.refusal, byOf(result.refusal, "rule"));
        held.found = { input, loaded: result.value };
        return { kind: "json", value: undefined };
      });
      if (over.kind === "refused" || held.found === undefined) return over;
      return answered(endpoint, await answer(held.found.input, held.found.loaded));
    },
  };
}

function answered<In extends z.ZodType, Out extends z.ZodType>(
  endpoint: Endpoint<In, Out>,
  result: Result<z.input<Out>>,
): Answer {
  return result.ok
    ? { kind: "json", value: endpoint.output.parse(result.value) }
    : refused(result.refusal, byOf(result.refusal, "rule"));
}

/**
 * Serves bytes: photos, files. What has an `etag` (without its quotes) may be kept by the browser of the one who asked, and is asked about before it is used again: bytes that are still the
 * same are not sent twice.
 */
export function download<In extends z.ZodType, Db>(
  endpoint: Endpoint<In>,
  answer: (
    input: z.output<In>,
    ask: Asking<Db>,
  ) => Promise<Result<{ bytes: Uint8Array; contentType: string; fileName?: string; etag?: string }>>,
  means: Pick<Means<z.output<In>>, "by"> = {},
): Route {
  return {
    endpoint,
    serve: (house, call) =>
      inTransaction<z.output<In>, Db>(house, endpoint, call, means, async ({ input, ask }) => {
        const result = await answer(input, ask);
        if (!result.ok) return refused(result.refusal, byOf(result.refusal, "rule"));
        const { bytes, contentType, fileName, etag } = result.value;
        return { kind: "bytes", bytes, contentType, fileName, etag };
      }),
  };
}

export type CommandWiring<Input, State, Outcome, Output, Db> = {
  readonly rule: Command<Input, State, Outcome>;
  /** What the rule needs to know. Undefined when the thing does not exist or is not the caller's to see: both are "not-found". */
  readonly load: (input: Input, ask: Asking<Db>) => Promise<State | undefined>;
  readonly write: (outcome: Outcome, ask: Asking<Db>, input: Input, state: State) => Promise<Output>;
  readonly subject: (outcome: Outcome, input: Input) => string | undefined;
  /** What the log says beside who and what. Never free text that could hold a person. */
  readonly said?: (outcome: Outcome, input: Input) => Json;
  /** True when nothing happened (the same thing sent twice): nothing is noted. */
  readonly quiet?: (outcome: Outcome) => boolean;
  /** Whose log it goes to, where the address names no partnership: one that is founded, joined or come into by a link. */
  readonly partnership?: (outcome: Outcome) => string | undefined;
  /** The event's name where it depends on the outcome; else the rule's own. */
  readonly event?: (outcome: Outcome) => string;
};

/** Serves a command: read, load, may, decide, write, note the event, commit, and only then answer. */
export function command<In extends z.ZodType, Out extends z.ZodType, State, Outcome, Db>(
  endpoint: Endpoint<In, Out>,
  wiring: CommandWiring<z.output<In>, State, Outcome, z.input<Out>, Db>,
  means: Means<z.output<In>> = {},
): Route {
  return {
    endpoint,
    serve: (house, call) =>
      inTransaction<z.output<In>, Db>(house, endpoint, call, means, (wish) => carryOut(house, endpoint, wiring, wish)),
  };
}

async function carryOut<In extends z.ZodType, Out extends z.ZodType, State, Outcome, Db>(
  house: House,
  endpoint: Endpoint<In, Out>,
  wiring: CommandWiring<z.output<In>, State, Outcome, z.input<Out>, Db>,
  { input, ask }: Wish<z.output<In>, Db>,
): Promise<Answer> {
  const state = await wiring.load(input, ask);
  if (state === undefined) return refused({ why: "not-found" }, "absence");
  const by = ask.person ?? NOBODY;
  const mayNot = wiring.rule.may(by, input, state);
  if (mayNot !== undefined) return refused(mayNot, byOf(mayNot, "rights"));
  const decided = wiring.rule.decide(input, state, { at: ask.at, by, newId: ask.newId });
  if (!decided.ok) return refused(decided.refusal, byOf(decided.refusal, "rule"));
  const output = await wiring.write(decided.value, ask, input, state);
  if (wiring.quiet?.(decided.value) !== true)
    await noteEvent(house, ask, {
      name: wiring.event?.(decided.value) ?? wiring.rule.event,
      partnershipId: ask.partnership?.id ?? wiring.partnership?.(decided.value),
      subjectId: wiring.subject(decided.value, input),
      body: wiring.said?.(decided.value, input) ?? {},
    });
  return { kind: "json", value: endpoint.output.parse(output) };
}

/** Whoever is not logged in, as far as a rule is concerned: no rights anywhere. */
const NOBODY: Person = { id: "00000000-0000-7000-8000-000000000000", name: "", grants: [], operator: false };

async function inTransaction<Input, Db>(
  house: House,
  endpoint: Endpoint,
  call: Call,
  means: Means<Input>,
  work: (wish: Wish<Input, Db>) => Promise<Answer>,
): Promise<Answer> {
  if (endpoint.open !== true && call.person === undefined) return refused({ why: "not-logged-in" }, "identity");
  // Before it is read, since reading walks through it; and after, since a text can hold JSON of its own.
  if (!isKeepable(call.input)) return refused({ why: "not-understood" }, "reading");
  const read = endpoint.input.safeParse(call.input);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => ({ field: issue.path.join("."), why: issue.message }));
    return {
      kind: "refused",
      refusal: { why: "not-understood", ...(problems[0] ? { field: problems[0].field } : {}) },
      by: "reading",
      problems,
    };
  }
  if (!isKeepable(read.data)) return refused({ why: "not-understood" }, "reading");
  const acting = await means.by?.(house, read.data as Input);
  if (acting?.ok === false) return refused(acting.refusal, byOf(acting.refusal, "rule"));
  const person = acting?.value ?? call.person;
  const scope: Scope =
    means.as === "system"
      ? { as: "system" }
      : person === undefined
        ? { as: "stranger" }
        : { as: "staff", personId: person.id };
  let session: { token: string | undefined } | undefined;
  const answer = await house.database.transaction<Db, Answer>(scope, async (tx) => {
    session = undefined;
    const slug = person === undefined ? undefined : call.input["partnership"];
    const partnership = typeof slug === "string" ? await house.partnershipOf(tx as AnyTransaction, slug) : undefined;
    // Somebody else's partnership and one that never existed are the same answer (journeys.md, journey 5).
    if (
      typeof slug === "string" &&
      (partnership === undefined || grantsIn(person ?? NOBODY, partnership.id).length === 0)
    )
      return refused({ why: "not-found" }, "absence");
    const ask: Asking<Db> = {
      tx,
      person,
      partnership,
      at: house.now(),
      newId: house.newId,
      lang: call.lang,
      files: house.files,
      site: { origin: house.settings.origin, rpId: house.settings.rpId, demo: house.settings.demo },
      bytes: call.bytes,
      contentType: call.contentType,
      sessionToken: call.sessionToken,
      setSession: (token) => {
        session = { token };
      },
    };
    return work({ input: read.data as Input, ask });
  });
  if (endpoint.kind === "command" || endpoint.kind === "upload") house.wake();
  return session === undefined ? answer : { ...answer, session };
}

function refused(refusal: Refusal, by: RefusedBy): Answer {
  return { kind: "refused", refusal, by };
}

/** Three words mean the same whoever says them. */
function byOf(refusal: Refusal, otherwise: RefusedBy): RefusedBy {
  if (refusal.why === "not-found") return "absence";
  if (refusal.why === "not-logged-in") return "identity";
  return refusal.why === "not-yours" ? "rights" : otherwise;
}
