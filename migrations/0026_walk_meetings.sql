-- The three meetings of a safety walk, which of its points were sent to whom, and what phones have said that they still hold.

-- The meeting before and the one after (the walk has its own hours), and how many have said that they will come: a count, never names.
create table walk_arrangement (
  walk_id uuid primary key,
  partnership_id uuid not null references partnership (id),
  premeeting_at timestamptz,
  aftermeeting_at timestamptz,
  meeting_place text not null default '',
  registered integer not null default 0 check (registered between 0 and 500),
  changed_at timestamptz not null,
  foreign key (walk_id, partnership_id) references walk (id, partnership_id)
);

-- «Skicka till ansvariga»: the points of one manager went to them on that day and are to be answered by this one.
create table walk_letter (
  walk_id uuid not null,
  partnership_id uuid not null references partnership (id),
  spot_manager text not null check (spot_manager in ('municipality', 'housing', 'road-authority', 'road-association', 'private', 'region')),
  points integer not null check (points > 0),
  sent_at timestamptz not null,
  reply_by date not null,
  sent_by uuid references person (id),
  primary key (walk_id, spot_manager),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id)
);

-- What a phone said with the last note it sent: so many more of this walk lie in it. Only notes that both parties will see are counted.
create table phone_holding (
  walk_id uuid not null,
  partnership_id uuid not null references partnership (id),
  device_id uuid not null,
  told_by uuid not null references person (id),
  waiting integer not null check (waiting between 0 and 10000),
  told_at timestamptz not null,
  primary key (walk_id, device_id, told_by),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id)
);

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  seen constant text := 'walk_id in (select id from walk)';
  led constant text := 'exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
  -- Meetings and letters are of those whose walk it is; a phone speaks for itself.
  owned constant jsonb := jsonb_build_object(
    'walk_arrangement', led,
    'walk_letter', led,
    'phone_holding', 'told_by = samsyn_person() and walk_id in (select id from walk)'
  );
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  for name in select jsonb_object_keys(owned) loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, mine, owned ->> name, writers);
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s) with check (%s and %s and %s)',
      name || '_change', name, mine, owned ->> name, mine, owned ->> name, writers);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
grant update (premeeting_at, aftermeeting_at, meeting_place, registered, changed_at) on walk_arrangement to samsyn_staff;
grant update (points, sent_at, reply_by, sent_by) on walk_letter to samsyn_staff;
grant update (waiting, told_at) on phone_holding to samsyn_staff;

-- At the third meeting somebody says whose it is: that belongs to what became of a point, not to what was seen.
grant update (spot_manager) on protocol_row to samsyn_staff;
