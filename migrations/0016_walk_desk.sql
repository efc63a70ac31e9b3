-- A safety walk at the desk: what becomes of each note on its way to the protocol, and which paper sheets have been typed in.

-- What the desk decided of a note before the protocol: that it says the same as another, that it was rewritten, that somebody looked for persons in it.
-- The note itself stays as it was written.
create table protocol_work (
  walk_id uuid not null,
  observation_id uuid not null,
  partnership_id uuid not null references partnership (id),
  merged_into uuid,
  text text check (length(btrim(text)) > 0),
  proposal text,
  place_name text collate swedish,
  spot_manager text check (spot_manager in ('municipality', 'housing', 'road-authority', 'road-association', 'private', 'region', 'unknown')),
  -- Which revision of the note somebody has read and found no person in; what is written after that is unread again.
  reviewed_revision integer,
  reviewed_at timestamptz,
  reviewed_by uuid references person (id),
  changed_at timestamptz not null,
  primary key (walk_id, observation_id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id),
  foreign key (merged_into, partnership_id) references observation (id, partnership_id),
  check (merged_into is null or merged_into <> observation_id),
  check ((reviewed_revision is null) = (reviewed_at is null) and (reviewed_revision is null) = (reviewed_by is null))
);
create index protocol_work_observation on protocol_work (observation_id);
create index protocol_work_merged on protocol_work (merged_into) where merged_into is not null;

-- A row of a paper sheet that has been typed in: the note it became, or a row that could not be read and was marked instead of guessed.
create table sheet_row (
  walk_id uuid not null,
  partnership_id uuid not null references partnership (id),
  sheet integer not null check (sheet between 1 and 99),
  number integer not null check (number between 1 and 99),
  observation_id uuid,
  typed_at timestamptz not null,
  typed_by uuid references person (id),
  primary key (walk_id, sheet, number),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id)
);
create index sheet_row_observation on sheet_row (observation_id) where observation_id is not null;

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  seen constant jsonb := '{
    "protocol_work": "walk_id in (select id from walk) and exists (select 1 from observation where observation.id = observation_id)",
    "sheet_row": "walk_id in (select id from walk) and (observation_id is null or exists (select 1 from observation where observation.id = observation_id))"
  }';
  -- The protocol is made by those whose walk it is. A sheet is typed in by whoever takes notes on the walk.
  owned constant jsonb := '{
    "protocol_work": "exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)) and exists (select 1 from observation where observation.id = observation_id and observation.walk_id = protocol_work.walk_id and observation.sharing <> ''own'')",
    "sheet_row": "walk_id in (select id from walk) and (observation_id is null or exists (select 1 from observation where observation.id = observation_id and observation.walk_id = sheet_row.walk_id))"
  }';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  for name in select jsonb_object_keys(seen) loop
    execute format('create index if not exists %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen ->> name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, mine, owned ->> name, writers);
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s) with check (%s and %s and %s)',
      name || '_change', name, mine, seen ->> name, mine, owned ->> name, writers);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
grant update (merged_into, text, proposal, place_name, spot_manager, reviewed_revision, reviewed_at, reviewed_by, changed_at) on protocol_work to samsyn_staff;
grant update (observation_id, typed_at, typed_by) on sheet_row to samsyn_staff;

-- Before a walk is walked its stops can be asked about something more; afterwards they stay as they were walked.
grant update (question) on walk_stop to samsyn_staff;
create policy walk_stop_change on walk_stop for update to samsyn_staff
  using (
    exists (
      select 1 from walk join source on source.id = walk.source_id
      where walk.id = walk_id and walk.state = 'planned' and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)
    )
  )
  with check (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])
  );
