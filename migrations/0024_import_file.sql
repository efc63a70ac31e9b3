-- A file that lies here from when it is handed in until it has been read in: looked at, tried, read. Nobody's but the one's who handed it in.

create table import_file (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  held_by uuid not null references person (id),
  held_at timestamptz not null,
  -- SHA-256, by which the bytes lie among the files until they have been read in.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  bytes integer not null,
  state text not null default 'held' check (state in ('held', 'trying', 'tried', 'reading', 'read', 'gone')),
  -- What was last asked for: which column is what, into which source.
  wish jsonb,
  -- How far a try has come, and what it found.
  tried_rows integer not null default 0,
  found jsonb,
  -- The reading it became.
  import_id uuid,
  check ((state in ('reading', 'read')) = (import_id is not null)),
  check (state in ('held', 'gone') or wish is not null),
  check (state <> 'tried' or found is not null)
);
create index import_file_of on import_file (partnership_id);

alter table import_file enable row level security;
alter table import_file force row level security;
create policy import_file_system on import_file to samsyn_system using (true) with check (true);
grant select, insert, update, delete on import_file to samsyn_system;
grant select, insert on import_file to samsyn_staff;
grant update (state, wish, tried_rows, found, import_id) on import_file to samsyn_staff;

do $$
declare
  mine constant text := 'held_by = (select samsyn_person()) and partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := 'samsyn_speaks_for(partnership_id, organisation_id) and (select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  execute format('create policy import_file_read on import_file for select to samsyn_staff using (%s)', mine);
  execute format('create policy import_file_write on import_file for insert to samsyn_staff with check (%s and %s)', mine, writers);
  execute format('create policy import_file_change on import_file for update to samsyn_staff using (%1$s and %2$s) with check (%1$s and %2$s)', mine, writers);
end
$$;
