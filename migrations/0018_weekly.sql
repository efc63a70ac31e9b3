-- Weekly reports (EST): who reports from where, what each week said, who was away, and what it led to. The events themselves are observations.

-- The words and branches a partnership has made its own; without a row the preset holds.
create table weekly_tree (
  partnership_id uuid primary key references partnership (id),
  name text not null check (length(btrim(name)) > 0),
  branches jsonb not null,
  changed_at timestamptz not null
);

create table weekly_reporter (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  -- Empty when nobody holds it now.
  person_id uuid references person (id),
  role text collate swedish not null check (length(btrim(role)) > 0),
  area text collate swedish not null check (length(btrim(area)) > 0),
  -- [{"name": "Cykelrummet", "position": [lon, lat]}, …]: common and public places only.
  places jsonb not null,
  since date not null,
  ended_on date,
  example boolean not null default false,
  unique (id, partnership_id),
  check (ended_on is null or person_id is null)
);
create unique index weekly_reporter_person on weekly_reporter (partnership_id, person_id) where person_id is not null;

create table weekly_absence (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  reporter_id uuid not null,
  from_day date not null,
  until_day date not null,
  example boolean not null default false,
  foreign key (reporter_id, partnership_id) references weekly_reporter (id, partnership_id),
  check (from_day <= until_day)
);

create table weekly_report (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  reporter_id uuid not null,
  -- The Monday of the week.
  week date not null check (extract(isodow from week) = 1),
  -- Nought is «inget särskilt», and is a report.
  events integer not null check (events >= 0),
  written_at timestamptz not null,
  received_at timestamptz not null,
  example boolean not null default false,
  unique (id, partnership_id),
  foreign key (reporter_id, partnership_id) references weekly_reporter (id, partnership_id)
);
create index weekly_report_week on weekly_report (partnership_id, week);

-- One reporter's say about one observation: what two have seen is one observation with two rows here.
create table weekly_event (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  report_id uuid not null,
  observation_id uuid not null,
  part text not null check (part in ('day', 'evening', 'night', 'weekend')),
  severity integer not null check (severity between 1 and 3),
  example boolean not null default false,
  unique (report_id, observation_id),
  foreign key (report_id, partnership_id) references weekly_report (id, partnership_id),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id)
);
create index weekly_event_observation on weekly_event (observation_id);

-- What it led to; the reporter reads it on the next report.
create table weekly_answer (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  observation_id uuid not null,
  organisation_id uuid not null references organisation (id),
  text text not null check (length(btrim(text)) > 0),
  on_day date not null,
  answered_at timestamptz not null,
  example boolean not null default false,
  foreign key (observation_id, partnership_id) references observation (id, partnership_id)
);
create index weekly_answer_observation on weekly_answer (observation_id);

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  -- What hangs on an observation is seen by those who see the observation.
  seen constant jsonb := '{
    "weekly_tree": "true",
    "weekly_reporter": "true",
    "weekly_absence": "true",
    "weekly_report": "true",
    "weekly_event": "exists (select 1 from observation where observation.id = observation_id)",
    "weekly_answer": "exists (select 1 from observation where observation.id = observation_id)"
  }';
  leads constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison''])';
  -- A report is written by the reporter and by nobody else, not even in the same organisation.
  written constant jsonb := jsonb_build_object(
    'weekly_tree', leads,
    'weekly_reporter', 'samsyn_speaks_for(partnership_id, organisation_id) and ' || leads,
    'weekly_absence', 'exists (select 1 from weekly_reporter r where r.id = reporter_id and r.person_id = samsyn_person())',
    'weekly_report', 'exists (select 1 from weekly_reporter r where r.id = reporter_id and r.person_id = samsyn_person())',
    'weekly_event', 'exists (select 1 from weekly_report w join weekly_reporter r on r.id = w.reporter_id where w.id = report_id and r.person_id = samsyn_person()) and exists (select 1 from observation where observation.id = observation_id)',
    'weekly_answer', 'samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']) and exists (select 1 from observation where observation.id = observation_id)'
  );
begin
  for name in select jsonb_object_keys(seen) loop
    execute format('create index if not exists %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen ->> name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s)', name || '_write', name, mine, written ->> name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  foreach name in array array['weekly_tree', 'weekly_reporter'] loop
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s) with check (%s and %s)',
      name || '_change', name, mine, written ->> name, mine, written ->> name);
  end loop;
end
$$;
grant update (name, branches, changed_at) on weekly_tree to samsyn_staff;
grant update (person_id, role, area, places, ended_on) on weekly_reporter to samsyn_staff;
