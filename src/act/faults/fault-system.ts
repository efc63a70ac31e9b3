// The municipality's own system for fault reports (felanmälan), spoken to by Open311 GeoReport v2: where it is, and which of its fault types each of our categories is with them. Both
// parties see that it is there; the municipality's administrators look after it.
import type { Category } from "../../collect/category.ts";
import { command } from "../../ground/command.ts";
import { readHttpsAddress } from "../../ground/https-address.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { FaultType, Format } from "./geo-report.ts";

export type Chosen = { readonly category: Category; readonly code: string };
export const SYSTEM_FAULTS = ["not-public", "not-reached", "lost", "moved", "status", "unreadable"] as const;
export type SystemFault = (typeof SYSTEM_FAULTS)[number];

export type FaultSystem = {
  readonly partnershipId: string;
  readonly address: string;
  readonly jurisdiction: string;
  readonly hasKey: boolean;
  /** Undefined until its types have been read. */
  readonly format: Format | undefined;
  readonly types: readonly FaultType[];
  readonly typesAt: Instant | undefined;
  /** Its types are on their way. */
  readonly isAsked: boolean;
  /** Why they could not be read the last time. */
  readonly fault: SystemFault | undefined;
  readonly chosen: readonly Chosen[];
};

export type SystemWhy = "not-yours" | "fault-system-needs-https" | "fault-system-without-question" | "fault-type-gone";
export type OnSystem = {
  readonly partnershipId: string;
  readonly municipalityId: string;
  readonly system: FaultSystem | undefined;
};

/** Another address is another system: the key of the one before is not shown to it. */
export type NewSystem = {
  readonly address: string;
  readonly jurisdiction: string;
  /** Undefined where the one that is kept stays. */
  readonly key: string | undefined;
};

export function keepsSystem(person: Person, { partnershipId, municipalityId }: Omit<OnSystem, "system">): boolean {
  return grantsIn(person, partnershipId, ["administrator"]).some(
    ({ organisationId }) => organisationId === municipalityId,
  );
}
const own = (person: Person, _input: unknown, state: OnSystem): Refusal<SystemWhy> | undefined =>
  keepsSystem(person, state) ? undefined : { why: "not-yours" };

export const setSystem = command({
  event: "fault-system.set",
  may: own,
  decide: (
    input: { readonly address: string; readonly jurisdiction: string; readonly key: string },
    { system }: OnSystem,
  ): Result<NewSystem, Refusal<SystemWhy>> => {
    const read = readHttpsAddress(input.address);
    if (read === undefined) return no("fault-system-needs-https", { field: "address" });
    if (read.includes("?")) return no("fault-system-without-question", { field: "address" });
    const address = read.replace(/\/+$/, "");
    const key = input.key.trim();
    const keepsKey = key === "" && system?.address === address;
    return yes({ address, jurisdiction: input.jurisdiction.trim(), key: keepsKey ? undefined : key });
  },
});

export const chooseTypes = command({
  event: "fault-system.types-chosen",
  may: own,
  decide: (
    { chosen }: { readonly chosen: readonly Chosen[] },
    { system }: OnSystem,
  ): Result<readonly Chosen[], Refusal<SystemWhy>> => {
    const isThere = (code: string) => system?.types.some((type) => type.code === code && type.way === "followed");
    if (chosen.some(({ code }) => isThere(code) !== true)) return no("fault-type-gone", { field: "chosen" });
    return yes([...new Map(chosen.map((one) => [one.category, one])).values()]);
  },
});

export const removeSystem = command({
  event: "fault-system.removed",
  may: own,
  decide: (_input: unknown, _state: OnSystem): Result<null, Refusal<SystemWhy>> => yes(null),
});
