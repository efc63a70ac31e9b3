import { answers } from "../../../collect/words.ts";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { formatDay } from "../../../ui/format.ts";
import type { StatusKind } from "../../../ui/status.tsx";
import type { listItems, openItem } from "../api.ts";
import type { ItemState } from "../item.ts";
import { sayPlan } from "../said.ts";
import { states, words } from "../words.ts";

export type Listed = OutputOf<typeof listItems>["items"][number];
export type Opened = OutputOf<typeof openItem>;

/** No two that mean different things to whoever said it look the same: what is done, what was declined, what somebody else has. */
const KINDS: Readonly<Record<ItemState, StatusKind>> = {
  registered: "waiting",
  sent: "waiting",
  question: "waiting",
  "not-ours": "waiting",
  received: "waiting",
  investigated: "running",
  decided: "running",
  planned: "running",
  underway: "partly",
  done: "met",
  verified: "met",
  "fed-back": "met",
  forwarded: "ended",
  declined: "missed",
  duplicate: "unmeasurable",
};

/** Told of, it looks like what was told. */
export function kindOf({ state, restsOn, late }: Pick<Listed, "state" | "restsOn" | "late">): StatusKind {
  return late ? "behind" : KINDS[restsOn ?? state];
}

/** «Planerad», «Planerad, sen», «Avslagen, återkopplad». */
export function stateSaid({ state, restsOn, late }: Pick<Listed, "state" | "restsOn" | "late">, lang: Lang): string {
  const base = say(states[restsOn ?? state], lang);
  if (restsOn !== null) return `${base}, ${say(states["fed-back"], lang).toLowerCase()}`;
  return late ? `${base}, ${say(words.isLate, lang)}` : base;
}

/** «senast 31 maj 2027», «senast våren 2027», «sagt: i vår». */
export function whenSaid({ plan, when }: Pick<Listed, "plan" | "when">, lang: Lang): string {
  if (plan !== null)
    return say(words.by, lang, { day: plan.inSeason ? sayPlan(plan, lang) : formatDay(plan.by, lang) });
  return when === "" ? "" : say(words.saidWhen, lang, { when });
}

export function answerSaid({ kind, when }: { kind: keyof typeof answers; when: string }, lang: Lang): string {
  return [say(answers[kind], lang).toLowerCase(), when].filter(Boolean).join(", ");
}
