-- A right to send, and nothing else: what somebody noted on a walk comes in from a phone that others use by now. The phone holds the secret, the database its hash.
create table sending_right (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  walk_id uuid not null,
  -- Whose notes it sends.
  person_id uuid not null references person (id),
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  given_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > given_at),
  ended_at timestamptz,
  ended_by uuid references person (id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  check ((ended_at is null) = (ended_by is null))
);
create index sending_right_of on sending_right (partnership_id);
create index sending_right_walk on sending_right (walk_id);

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  own constant text := 'person_id = (select samsyn_person())';
  led constant text := 'exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  -- Ended once, and in one's own name; an ended one is never given back.
  ending constant text := 'ended_at is not null and ended_by = (select samsyn_person())';
begin
  alter table sending_right enable row level security;
  alter table sending_right force row level security;
  create policy sending_right_system on sending_right to samsyn_system using (true) with check (true);
  execute format('create policy sending_right_read on sending_right for select to samsyn_staff using (%s and (%s or %s))', mine, own, led);
  execute format('create policy sending_right_write on sending_right for insert to samsyn_staff with check (%s and %s and ended_at is null and walk_id in (select id from walk) and %s)', mine, own, writers);
  execute format('create policy sending_right_change on sending_right for update to samsyn_staff using (%s and (%s or %s) and ended_at is null) with check (%s and %s)', mine, own, led, mine, ending);
  grant select, insert, update, delete on sending_right to samsyn_system;
  grant select, insert on sending_right to samsyn_staff;
  grant update (ended_at, ended_by) on sending_right to samsyn_staff;
end
$$;
