-- A brief («handling»): what the municipality hands to its council, to Brå or to whoever gives a grant, written by itself from what is known (docs/decisions/0036). Its figures are frozen with their day, and are
-- those that have passed the gate. Both parties read it, the municipality writes it; what has been taken up or sent is never changed.
create table brief (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null,
  kind text not null check (kind in ('council', 'survey', 'grant')),
  length integer not null check (length in (1, 2, 8)),
  state text not null check (state in ('draft', 'settled', 'aside')),
  facts jsonb not null,
  taken_at timestamptz not null,
  begun_at timestamptz not null,
  registry_number text not null default '' check (length(registry_number) <= 60),
  passages jsonb not null default '{}',
  settled_on date,
  settled_as text check (length(btrim(settled_as)) between 1 and 120),
  aside_reason text check (length(btrim(aside_reason)) between 1 and 300),
  example boolean not null default false,
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check ((state = 'settled') = (settled_on is not null) and (state = 'settled') = (settled_as is not null)),
  check ((state = 'aside') = (aside_reason is not null))
);
create index brief_partnership on brief (partnership_id);
alter table brief enable row level security;
alter table brief force row level security;
create policy brief_system on brief to samsyn_system using (true) with check (true);
grant select, insert, update on brief to samsyn_system;
create policy brief_read on brief for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));

-- The municipality's own, by whoever leads its work.
create function samsyn_writes_brief(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select samsyn_acts_for(in_partnership, for_organisation, array['coordinator']) and exists (
    select 1 from partnership_party p
    where p.partnership_id = in_partnership and p.organisation_id = for_organisation and p.standing = 'municipality'
  )
$$;
revoke all on function samsyn_writes_brief(uuid, uuid) from public;
grant execute on function samsyn_writes_brief(uuid, uuid) to samsyn_staff, samsyn_system;
create policy brief_begin on brief for insert to samsyn_staff
  with check (state = 'draft' and not example and samsyn_writes_brief(partnership_id, organisation_id));
create policy brief_change on brief for update to samsyn_staff
  using (state = 'draft' and samsyn_writes_brief(partnership_id, organisation_id))
  with check (samsyn_writes_brief(partnership_id, organisation_id));
grant select, insert on brief to samsyn_staff;
grant update (length, state, facts, taken_at, registry_number, passages, settled_on, settled_as, aside_reason) on brief to samsyn_staff;

create function brief_is_fixed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'What has been handed over or laid aside does not change' using errcode = 'insufficient_privilege';
end
$$;
create trigger brief_is_fixed before update on brief for each row when (old.state <> 'draft') execute function brief_is_fixed();
