import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { INFLUENCERS, PERSPECTIVES, STRENGTHS } from "../problem.ts";
import { DEGREES, HORIZONS } from "./cause.ts";
import { DOERS, TECHNIQUES } from "./measure.ts";

const onProblem = z.object({ partnership: z.string(), id: idOf("problem") });
const onCause = onProblem.extend({ causeId: idOf("cause"), version: z.int() });
const onMeasure = onProblem.extend({ measureId: idOf("measure"), version: z.int() });
const text = z.string().trim().min(1).max(500);
const because = z.string().trim().max(500);

const causeSaid = {
  perspective: z.enum(PERSPECTIVES),
  text,
  influenceableBy: z.enum(INFLUENCERS),
  strength: z.enum(STRENGTHS).exactOptional(),
  degree: z.enum(DEGREES).exactOptional(),
  horizon: z.enum(HORIZONS).exactOptional(),
  unknown: z.string().trim().max(500),
  evidenceIds: z.array(z.string()).max(50),
};
const measureSaid = {
  text,
  technique: z.enum(TECHNIQUES),
  byWhom: z.enum(DOERS),
  horizon: z.enum(HORIZONS).exactOptional(),
  causeIds: z.array(z.string()).max(30),
};
const card = { id: z.string(), version: z.number(), setAside: z.string().nullable() };

export const readCauses = endpoint({
  name: "prioritise.read-causes",
  kind: "question",
  path: "/api/prioritise/{partnership}/problems/{id}/causes",
  summary: "Orsaksanalysen av ett problem: orsakskort, åtgärder som träffar dem och det som saknas däremellan",
  input: onProblem,
  output: z.object({
    causes: z.array(z.object({ ...card, ...causeSaid })),
    measures: z.array(z.object({ ...card, ...measureSaid })),
    ends: z.object({ causes: z.array(z.string()).readonly(), measures: z.array(z.string()).readonly() }),
  }),
});

export const noteCause = endpoint({
  name: "prioritise.note-cause",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/causes",
  summary: "Skriv en orsak",
  input: onProblem.extend(causeSaid),
  output: z.object({ id: z.string() }),
});

const version = z.object({ version: z.number() });

export const changeCause = endpoint({
  name: "prioritise.change-cause",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/causes/{causeId}",
  summary: "Ändra ett orsakskort; ett nyare skrivs aldrig över",
  input: onCause.extend(causeSaid),
  output: version,
});

export const setCauseAside = endpoint({
  name: "prioritise.set-cause-aside",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/causes/{causeId}/aside",
  summary: "Avskriv en orsak som inte höll, med skäl",
  input: onCause.extend({ because }),
  output: version,
});

export const takeCauseUp = endpoint({
  name: "prioritise.take-cause-up",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/causes/{causeId}/up",
  summary: "Ta upp en avskriven orsak igen",
  input: onCause,
  output: version,
});

export const noteMeasure = endpoint({
  name: "prioritise.note-measure",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/measures",
  summary: "Skriv en tänkbar åtgärd och de orsaker den träffar",
  input: onProblem.extend(measureSaid),
  output: z.object({ id: z.string() }),
});

export const changeMeasure = endpoint({
  name: "prioritise.change-measure",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/measures/{measureId}",
  summary: "Ändra en tänkbar åtgärd",
  input: onMeasure.extend(measureSaid),
  output: version,
});

export const setMeasureAside = endpoint({
  name: "prioritise.set-measure-aside",
  kind: "command",
  path: "/api/prioritise/{partnership}/problems/{id}/measures/{measureId}/aside",
  summary: "Avskriv en tänkbar åtgärd, med skäl",
  input: onMeasure.extend({ because }),
  output: version,
});

export const causesApi = [
  readCauses,
  noteCause,
  changeCause,
  setCauseAside,
  takeCauseUp,
  noteMeasure,
  changeMeasure,
  setMeasureAside,
] as const;
