// A hearing as it is corrected by those who heard it: what was heard wrongly, what should not have been written, and who may read it. Fewer may always; before
// more do, it is asked. What it said before stays with its own organisation, and a passage that is released already is not changed by it.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Moment } from "../../ground/command.ts";
import {
  type ActorHearing,
  FEWEST_ACTORS,
  type Hearing,
  type HearingWhy,
  type Holding,
  mayHold,
  type NewHearing,
  type NewStaffDialogue,
  noteHearing,
  noteStaffDialogue,
  pointedOut,
  READINGS,
  type StaffDialogue,
} from "./hearing.ts";

type Answer<T> = Result<T, Refusal<HearingWhy>>;
type Of<T extends Hearing> = Holding & { readonly hearing: T };

export const reviseHearing = command({
  event: "hearing.revised",
  may: (person, _input: NewHearing, state: Of<ActorHearing> & { readonly knownActors: number | undefined }) =>
    mayHold(person, state),
  decide: (input: NewHearing, state, moment): Answer<ActorHearing> => {
    const before = state.hearing;
    const isSamePlace = input.area.trim() === before.area && input.actorKind === before.actorKind;
    const knownActors = isSamePlace ? FEWEST_ACTORS : state.knownActors;
    const said = noteHearing.decide({ ...input, anyway: true }, { ...state, knownActors }, moment);
    if (!said.ok) return said;
    const after = corrected(before, said.value, moment);
    if (input.anyway === true) return yes(after);
    const told = pointedOut(after);
    if (told !== undefined) return { ok: false, refusal: told };
    const isWider = READINGS.indexOf(after.reading) > READINGS.indexOf(before.reading);
    return isWider ? no("hearing-read-wider", { field: "reading" }) : yes(after);
  },
});

export const reviseStaffDialogue = command({
  event: "staff-dialogue.revised",
  may: (person, _input: NewStaffDialogue, state: Of<StaffDialogue>) => mayHold(person, state),
  decide: (input: NewStaffDialogue, state, moment): Answer<StaffDialogue> => {
    const said = noteStaffDialogue.decide(input, state, moment);
    return said.ok ? yes(corrected(state.hearing, said.value, moment)) : said;
  },
});

/** What is said anew, in what stands: whose it is, when it was noted and what has come of it are not corrected. */
function corrected<T extends Hearing>(before: T, said: T, { at }: Moment): T {
  const { id, ownerOrganisationId, passageIds, notedAt, example } = before;
  return {
    ...said,
    id,
    ownerOrganisationId,
    passageIds,
    notedAt,
    example,
    keptOn: said.promised === undefined ? undefined : before.keptOn,
    revision: before.revision + 1,
    revisedAt: at,
  };
}
