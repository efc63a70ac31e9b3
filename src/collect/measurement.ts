// A measurement: one number from an instrument or a count, with how sure it is, where and when. Never a person.
import { command } from "../ground/command.ts";
import { grantFor, type Person } from "../ground/party.ts";
import type { Place } from "../ground/place.ts";
import { no, type Refusal, yes } from "../ground/result.ts";
import type { Day } from "../ground/time.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";
import { COLLECTORS, type Source } from "./source.ts";

export type Measurement = {
  readonly id: string;
  readonly sourceId: string;
  /** What was measured: "V85 förbi skolan". */
  readonly name: string;
  /** "km/h", "procent", "fordon per dygn". */
  readonly unit: string;
  readonly value: number;
  /** Ends of a 95 % interval, where there is one. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** How many it rests on. */
  readonly n?: number | undefined;
  readonly from: Day;
  readonly to: Day;
  readonly place: Place;
  readonly caveat: string;
  /** Why it has been taken back; undefined while it stands. */
  readonly withdrawnReason?: string | undefined;
  readonly example: boolean;
};

export type NewMeasurement = Omit<Measurement, "id" | "sourceId" | "example" | "withdrawnReason">;
export type MeasurementWhy = "not-yours" | "interval-misses-value" | "ends-before-it-starts" | "not-found" | PersonWhy;
type Known = { readonly partnershipId: string; readonly source: Pick<Source, "id" | "ownerOrganisationId"> };

export const recordMeasurement = command({
  event: "measurement.recorded",
  may: (person: Person, _input: NewMeasurement, state: Known): Refusal<MeasurementWhy> | undefined =>
    grantFor(person, state.partnershipId, COLLECTORS)?.organisationId === state.source.ownerOrganisationId
      ? undefined
      : { why: "not-yours" },
  decide: (input: NewMeasurement, state: Known, moment) => {
    if (input.to < input.from) return no<MeasurementWhy>("ends-before-it-starts", { field: "to" });
    if ((input.low ?? input.value) > input.value || (input.high ?? input.value) < input.value)
      return no<MeasurementWhy>("interval-misses-value", { field: "value" });
    const person = personRefused({ name: input.name, unit: input.unit, caveat: input.caveat });
    if (person !== undefined) return { ok: false as const, refusal: person };
    return yes<Measurement>({ ...input, sourceId: state.source.id, id: moment.newId(), example: false });
  },
});
