-- Files of any size: read in by pieces, taken up again after a crash, and undone as a whole.

alter table import_run
  add column state text not null default 'finished' check (state in ('running', 'finished', 'undone')),
  -- SHA-256 of the file as it came: the same file is taken up where it was left.
  add column checksum text check (checksum ~ '^[0-9a-f]{64}$'),
  add column undone_at timestamptz,
  add column undone_by uuid references person (id),
  add constraint import_run_undone check ((state = 'undone') = (undone_at is not null));
create unique index import_run_running on import_run (source_id, checksum) where state = 'running';

-- Which reading wrote what a row says now. No foreign key: it would be asked once for every row of a file, and the run is always written first.
alter table observation add column import_id uuid;
-- Which reading replaced this, which had written it, and when that was seen at the source: what it takes to put it back.
alter table observation_revision
  add column import_id uuid,
  add column body_import_id uuid,
  add column seen_at timestamptz;
create index observation_revision_import on observation_revision (import_id) where import_id is not null;

-- Both are said already: a source belongs to a partnership, and observation_partnership begins with the same column. They cost a file a fifth of its time.
alter table observation drop constraint observation_partnership_id_fkey;
drop index observation_of;

grant update (import_id) on observation to samsyn_staff;
grant update (revision, replaced_at, import_id, body_import_id, seen_at), delete on observation_revision to samsyn_staff;
grant delete on observation_revision to samsyn_system;
grant update (state, finished_at, read, added, changed, same, outside, unreadable, problems, undone_at, undone_by) on import_run to samsyn_staff;

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  of_run constant text := 'exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
  of_revision constant text := 'exists (select 1 from observation where observation.id = observation_id and observation.foreign_id is not null and samsyn_speaks_for(observation.partnership_id, observation.owner_organisation_id))';
begin
  execute format('create policy import_run_change on import_run for update to samsyn_staff using (%1$s and %2$s) with check (%1$s and %2$s and %3$s)', mine, of_run, writers);
  execute format('create policy observation_revision_change on observation_revision for update to samsyn_staff using (%1$s and %2$s) with check (%1$s and %2$s and %3$s)', mine, of_revision, writers);
  execute format('create policy observation_revision_undo on observation_revision for delete to samsyn_staff using (%s and %s and %s and import_id is not null)', mine, of_revision, writers);
  -- A batch is laid out beside the table before it is written into it.
  execute format('grant temporary on database %I to samsyn_staff, samsyn_system', current_database());
end
$$;
