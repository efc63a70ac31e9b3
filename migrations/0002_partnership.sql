-- Who works together: organisations, the partnerships they form, the people and what each may do there, and how people log in.

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('municipality', 'police', 'other')),
  name text collate swedish not null,
  short_name text collate swedish not null,
  code text,
  example boolean not null default false
);

create table partnership (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text collate swedish not null,
  municipality_code text not null,
  municipality_name text not null,
  county_code text not null,
  county_name text not null,
  population integer,
  outline jsonb,
  centre_lon double precision not null,
  centre_lat double precision not null,
  feedback_days integer not null default 90,
  agreement_until date,
  registry_number text,
  founded_at timestamptz not null,
  example boolean not null default false
);

create table partnership_party (
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  standing text not null check (standing in ('municipality', 'police', 'third')),
  accepted_at timestamptz,
  primary key (partnership_id, organisation_id)
);

create table person (
  id uuid primary key,
  name text collate swedish not null,
  -- Runs the machine: sees /drift and invites the first people. Gives no right to read a partnership.
  operator boolean not null default false,
  example boolean not null default false,
  created_at timestamptz not null
);

create table role_grant (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null,
  person_id uuid not null references person (id),
  role text not null check (role in ('coordinator', 'liaison', 'signatory', 'note-taker', 'activity-owner', 'reader', 'administrator')),
  title text not null,
  reason text not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index role_grant_person on role_grant (person_id) where ended_at is null;
create unique index role_grant_once on role_grant (partnership_id, organisation_id, person_id, role) where ended_at is null;

create table passkey (
  credential_id text primary key,
  person_id uuid not null references person (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index passkey_person on passkey (person_id);

-- The cookie holds the token, the database only its SHA-256: a stolen backup logs nobody in.
create table session (
  token_hash text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  rotated_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id) where ended_at is null;

create table invitation (
  id uuid primary key,
  token_hash text not null unique,
  -- Empty for the very first administrator, who belongs to no partnership yet.
  partnership_id uuid references partnership (id),
  organisation_id uuid references organisation (id),
  role text,
  title text,
  name text not null,
  person_id uuid references person (id),
  created_at timestamptz not null,
  created_by uuid references person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A question to an authenticator, answered once. Signing has its own, in the stage that signs.
create table challenge (
  id uuid primary key,
  challenge text not null,
  purpose text not null check (purpose in ('log-in', 'register')),
  person_id uuid references person (id),
  invitation_id uuid references invitation (id),
  expires_at timestamptz not null
);

-- Rights as the database knows them. SECURITY DEFINER: the policies below ask these, and these must not ask the policies.
create or replace function samsyn_partnerships() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct partnership_id), '{}') from role_grant where person_id = samsyn_person() and ended_at is null
$$;

create or replace function samsyn_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct organisation_id), '{}') from role_grant where person_id = samsyn_person() and ended_at is null
$$;

-- A police area belongs to several partnerships: what its people may write is bound to the pair, never to the organisation alone.
create function samsyn_speaks_for(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where person_id = samsyn_person() and ended_at is null and partnership_id = in_partnership and organisation_id = for_organisation
  )
$$;

create function samsyn_has_role(in_partnership uuid, roles text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where person_id = samsyn_person() and ended_at is null and partnership_id = in_partnership and role = any(roles)
  )
$$;

do $$
declare name text;
begin
  foreach name in array array['organisation', 'partnership', 'partnership_party', 'person', 'role_grant', 'passkey', 'session', 'invitation', 'challenge'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
  end loop;
end
$$;
grant delete on challenge, session to samsyn_system;

-- Staff read what concerns them; all writing of people and rights goes through the system role after the rule has said yes.
create policy partnership_staff on partnership for select to samsyn_staff using (id = any (samsyn_partnerships()));
create policy partnership_party_staff on partnership_party for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()));
create policy organisation_staff on organisation for select to samsyn_staff
  using (exists (select 1 from partnership_party where organisation_id = organisation.id and partnership_id = any (samsyn_partnerships())));
create policy role_grant_staff on role_grant for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()));
create policy person_staff on person for select to samsyn_staff
  using (id = samsyn_person() or exists (select 1 from role_grant where person_id = person.id and partnership_id = any (samsyn_partnerships())));
create policy passkey_staff on passkey for select to samsyn_staff using (person_id = samsyn_person());
-- A signature or a log-in moves the counter of one's own key and nothing else.
create policy passkey_staff_counter on passkey for update to samsyn_staff using (person_id = samsyn_person()) with check (person_id = samsyn_person());
grant select on partnership, partnership_party, organisation, role_grant, person, passkey to samsyn_staff;
grant update (counter, last_used_at) on passkey to samsyn_staff;
