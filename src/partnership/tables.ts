import type { ColumnType, Kysely } from "kysely";
import type { PartyKind, Role } from "../ground/party.ts";
import type { Position } from "../ground/place.ts";
import type { Day, Instant } from "../ground/time.ts";

/**
 * A transaction that holds at least these tables: what a store asks for, so that a later stage can hand it its own.
 * (Kysely's `Transaction` of more tables is not one of fewer.)
 */
export type Within<Tables> = Pick<Kysely<Tables>, "selectFrom" | "insertInto" | "updateTable" | "deleteFrom">;

/** jsonb: read as a value, written as JSON text. */
export type JsonColumn<T> = ColumnType<T, string, string>;
/** A column the database fills in when nothing is said. */
export type Preset<T> = ColumnType<T, T | undefined, T>;

export interface OrganisationRow {
  id: string;
  kind: PartyKind;
  name: string;
  short_name: string;
  code: string | null;
  example: Preset<boolean>;
}

export interface PartnershipRow {
  id: string;
  slug: string;
  name: string;
  municipality_code: string;
  municipality_name: string;
  county_code: string;
  county_name: string;
  population: number | null;
  outline: JsonColumn<readonly (readonly Position[])[] | null> | null;
  centre_lon: number;
  centre_lat: number;
  feedback_days: Preset<number>;
  agreement_until: Day | null;
  registry_number: string | null;
  founded_at: Instant;
  example: Preset<boolean>;
}

export type Standing = "municipality" | "police" | "third";

export interface PartnershipPartyRow {
  partnership_id: string;
  organisation_id: string;
  standing: Standing;
  accepted_at: Instant | null;
}

export interface PersonRow {
  id: string;
  name: string;
  operator: Preset<boolean>;
  example: Preset<boolean>;
  created_at: Instant;
}

export interface RoleGrantRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  person_id: string;
  role: Role;
  title: string;
  reason: string;
  granted_at: Instant;
  ended_at: Instant | null;
}

export interface PasskeyRow {
  credential_id: string;
  person_id: string;
  public_key: Uint8Array;
  counter: number;
  transports: string[];
  label: string;
  created_at: Instant;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
}

export interface SessionRow {
  token_hash: string;
  person_id: string;
  created_at: Instant;
  rotated_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
}

export interface InvitationRow {
  id: string;
  /** Empty until an invitation that was asked for is handed out. */
  token_hash: string | null;
  partnership_id: string | null;
  organisation_id: string | null;
  role: Role | null;
  title: string | null;
  name: string;
  person_id: string | null;
  created_at: Instant;
  created_by: string | null;
  expires_at: Instant;
  used_at: Instant | null;
  /** Two have seen the person before them: a new key for somebody who is here already. */
  renewal_id: Preset<string | null>;
  /** Asked for by the other party. */
  first: Preset<boolean>;
  handed_out_by: Preset<string | null>;
  handed_out_at: Preset<Instant | null>;
  handed_out_how: Preset<string | null>;
}

export interface KeyRenewalRow {
  id: string;
  partnership_id: string;
  organisation_id: string;
  person_id: string;
  asked_at: Instant;
  expires_at: Instant;
}

export interface KeyWitnessRow {
  renewal_id: string;
  person_id: string;
  witnessed_at: Instant;
}

export interface ChallengeRow {
  id: string;
  challenge: string;
  purpose: "log-in" | "register" | "witness";
  person_id: string | null;
  invitation_id: string | null;
  renewal_id: Preset<string | null>;
  expires_at: Instant;
}

export interface VillageRow {
  id: string;
  partnership_id: string;
  slug: string;
  name: string;
  lon: number;
  lat: number;
  radius_metres: number;
  population: number | null;
  population_year: number | null;
  source: string;
}

export interface PartnershipTables {
  organisation: OrganisationRow;
  partnership: PartnershipRow;
  partnership_party: PartnershipPartyRow;
  person: PersonRow;
  role_grant: RoleGrantRow;
  passkey: PasskeyRow;
  session: SessionRow;
  invitation: InvitationRow;
  challenge: ChallengeRow;
  key_renewal: KeyRenewalRow;
  key_witness: KeyWitnessRow;
  village: VillageRow;
}

export type PartnershipDatabase = PartnershipTables;
