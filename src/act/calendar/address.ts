// A calendar address: what somebody's own calendar program asks for. It reads what its owner may read as they stand on that day, and nothing when they work here no more.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";

export type Address = {
  readonly id: string;
  readonly personId: string;
  /** Of one unit; undefined where it is of everything. */
  readonly unit: string | undefined;
  readonly madeAt: Instant;
  readonly lastReadOn: Day | undefined;
};

/** A phone, a desk and some to spare. */
export const MOST_ADDRESSES = 10;

export type AddressWhy = "not-yours" | "no-such-unit" | "too-many-addresses";
type Around = { readonly partnershipId: string; readonly units: readonly string[]; readonly standing: number };

/** Everybody who works here may have what they can read in their own calendar. */
const may = (
  person: Person,
  _input: unknown,
  { partnershipId }: { readonly partnershipId: string },
): Refusal<AddressWhy> | undefined => (grantsIn(person, partnershipId).length === 0 ? { why: "not-yours" } : undefined);

export const open = command({
  event: "calendar-address.opened",
  may,
  decide: (
    input: { readonly unit: string | null },
    { units, standing }: Around,
    { at, by, newId },
  ): Result<Address, Refusal<AddressWhy>> => {
    if (input.unit !== null && !units.includes(input.unit)) return no("no-such-unit", { field: "unit" });
    if (standing >= MOST_ADDRESSES) return no("too-many-addresses", { detail: { most: MOST_ADDRESSES } });
    return yes({ id: newId(), personId: by.id, unit: input.unit ?? undefined, madeAt: at, lastReadOn: undefined });
  },
});

export const end = command({
  event: "calendar-address.ended",
  may,
  decide: (
    _input: unknown,
    { address }: { readonly partnershipId: string; readonly address: Address },
  ): Result<Address, Refusal<AddressWhy>> => yes(address),
});
