// How many walked along (domain.md 4.1, journey 2). Up to three groups walk at once, each with its phone and none with coverage: every group counts its own, the
// counts lie beside each other, and the walk's heads are their sum. What one group left empty takes nothing from what another said.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS } from "../source.ts";
import { HEAD_GROUPS, type Heads, mayOnWalk, type Walk, type Walked, WALK_LEADERS } from "../walk.ts";

/** What one group said when it came back. */
export type GroupCount = {
  /** Made on the group's phone, or where a paper is typed in; the walk's own id where nobody made one. */
  readonly group: string;
  readonly heads: Heads;
  readonly weather: string;
  readonly functions: readonly string[];
  /** Which of the phone's changes it is, so that one sent again says nothing new. */
  readonly written: number | undefined;
};

/** A group that counted its women but not everybody was at least as many as its largest part. */
function allIn(heads: Heads): number | undefined {
  if (heads.all !== undefined) return heads.all;
  const parts = HEAD_GROUPS.flatMap((group) => heads[group] ?? []);
  return parts.length === 0 ? undefined : Math.max(...parts);
}

/** All groups together. What no group counted stays unknown. */
export function sumOfHeads(counts: readonly Pick<GroupCount, "heads">[]): Heads {
  const counted = counts.map(({ heads }) => ({ ...heads, all: allIn(heads) }));
  return Object.fromEntries(
    HEAD_GROUPS.flatMap((group) => {
      const said = counted.flatMap((heads) => heads[group] ?? []);
      return said.length === 0 ? [] : [[group, said.reduce((sum, count) => sum + count, 0)]];
    }),
  );
}

/** The walk as its groups tell it together: two weathers are both kept, and who walked along is everybody that some group names. */
function toldBy(counts: readonly GroupCount[], planned: readonly string[]) {
  const functions = [...new Set(counts.flatMap((count) => count.functions))];
  return {
    heads: sumOfHeads(counts),
    weather: [...new Set(counts.map(({ weather }) => weather.trim()))].filter(Boolean).join("; "),
    functions: functions.length === 0 ? planned : functions,
  };
}

/** Nobody has walked before the day has come. */
export function isBeforeItsDay({ startsAt }: Pick<Walk, "startsAt">, at: Instant): boolean {
  return dayOf(at) < dayOf(startsAt);
}

export type HeadsWhy =
  | "not-yours"
  | "protocol-established"
  | "walk-cancelled"
  | "parts-larger-than-all"
  | "not-its-day-yet"
  | PersonWhy;
type Said = {
  readonly heads: Heads;
  readonly weather: string;
  readonly functions: readonly string[];
};
type Counting = {
  readonly partnershipId: string;
  readonly walk: Walk;
  readonly ownerOrganisationId: string;
  readonly counts: readonly GroupCount[];
};
type Counted = { readonly walk: Walked; readonly count: GroupCount; readonly repeated: boolean };

/** «Avsluta»: the walk has been walked, and this many walked it in this group. A group that says so again says it instead of what it said before. */
export const finishWalk = command({
  event: "walk.walked",
  may: (person: Person, _input: unknown, state: Counting) => mayOnWalk(person, state, COLLECTORS),
  decide: (
    input: Said & { readonly group?: string | undefined; readonly written?: number | undefined },
    state: Counting,
    moment,
  ): Result<Counted, Refusal<HeadsWhy>> => {
    const { group = state.walk.id, written, heads, weather, functions } = input;
    const before = state.counts.find((count) => count.group === group);
    const isHeard = before?.written !== undefined && written !== undefined && written <= before.written;
    if (isHeard && state.walk.state === "walked") return yes({ walk: state.walk, count: before, repeated: true });
    return counted({ group, heads, weather, functions, written }, state, moment.at);
  },
});

/** At the desk a count is put right until the protocol stands. What the phone sends again of the earlier one is still known as heard. */
export const correctHeads = command({
  event: "walk.heads-corrected",
  may: (person: Person, _input: unknown, state: Correcting) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (input: Said, state: Correcting, moment): Result<Counted, Refusal<HeadsWhy>> => {
    const { heads, weather, functions } = input;
    return counted({ ...state.count, heads, weather, functions }, state, moment.at);
  },
});
type Correcting = Counting & { readonly count: GroupCount };

function counted(count: GroupCount, { walk, counts }: Counting, at: Instant): Result<Counted, Refusal<HeadsWhy>> {
  if (walk.state === "protocol") return no("protocol-established");
  if (walk.state === "cancelled") return no("walk-cancelled");
  if (isBeforeItsDay(walk, at)) return no("not-its-day-yet", { detail: { day: dayOf(walk.startsAt) } });
  const { heads, weather, functions } = count;
  const { all } = heads;
  if (all !== undefined && HEAD_GROUPS.some((group) => (heads[group] ?? 0) > all))
    return no("parts-larger-than-all", { field: "heads" });
  const person = personRefused({ weather, functions: functions.join("\n") });
  if (person !== undefined) return { ok: false, refusal: person };
  const others = counts.filter(({ group }) => group !== count.group);
  const walkedAt = walk.state === "walked" ? walk.walkedAt : at;
  const told = toldBy([...others, count], walk.functions);
  return yes({ walk: { ...walk, ...told, state: "walked", walkedAt }, count, repeated: false });
}
