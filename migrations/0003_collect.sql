-- What was heard, seen, counted and measured: sources, safety walks, dialogues, observations, measurements, and the files that were read in.

create table source (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('walk', 'dialogue', 'staff', 'resident-report', 'weekly-report', 'police-events', 'event-file', 'survey', 'statistics', 'traffic-measurement', 'hearing', 'other')),
  owner_organisation_id uuid not null references organisation (id),
  name text collate swedish not null check (length(btrim(name)) > 0),
  method text not null,
  sample_type text not null check (sample_type in ('random', 'self-selected', 'panel', 'total', 'not-a-sample')),
  reliability text not null check (reliability in ('high', 'fair', 'low', 'unknown')),
  secrecy_class text not null check (secrecy_class in ('own', 'shared', 'public')),
  -- What the reader must know before believing it; travels with every figure made of it.
  caveat text not null,
  created_at timestamptz not null,
  example boolean not null default false,
  unique (partnership_id, slug),
  unique (id, partnership_id)
);

create table walk (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text collate swedish not null check (length(btrim(title)) > 0),
  village text collate swedish not null,
  -- The same walk again another year carries the same series.
  series text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  meeting_point text not null,
  light text not null check (light in ('light', 'dusk', 'dark')),
  season text not null check (season in ('spring', 'summer', 'autumn', 'winter')),
  weather text not null default '',
  theme text not null check (theme in ('general', 'children', 'women', 'traffic', 'accessibility')),
  -- [[lon, lat], …]
  route jsonb not null,
  -- Heads by group, never names: {"women": 8, "police": 1}.
  participants jsonb not null,
  -- Functions that walked along, never names: {"tekniska enheten", "polisen"}.
  functions text[] not null,
  state text not null check (state in ('planned', 'walked', 'protocol')),
  walked_at timestamptz,
  protocol_at timestamptz,
  registry_number text,
  example boolean not null default false,
  unique (partnership_id, slug),
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check (starts_at < ends_at),
  -- The union of walk.ts.
  check (
    case state
      when 'planned' then walked_at is null and protocol_at is null and registry_number is null
      when 'walked' then walked_at is not null and protocol_at is null and registry_number is null
      when 'protocol' then walked_at is not null and protocol_at is not null
    end
  )
);

create table walk_stop (
  id uuid primary key,
  walk_id uuid not null,
  partnership_id uuid not null references partnership (id),
  number integer not null check (number > 0),
  name text collate swedish not null,
  lon double precision,
  lat double precision,
  question text not null,
  unique (walk_id, number),
  unique (id, partnership_id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  check ((lon is null) = (lat is null))
);

create table dialogue (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text collate swedish not null check (length(btrim(title)) > 0),
  held_from date not null,
  held_to date not null,
  method text not null,
  -- Boverket's ladder: people are told which step they stand on.
  ladder_level text not null check (ladder_level in ('information', 'consultation', 'participation', 'co-decision')),
  sample_type text not null check (sample_type in ('random', 'self-selected', 'panel', 'total', 'not-a-sample')),
  can_influence text not null,
  cannot_influence text not null,
  invited integer check (invited >= 0),
  -- Counts by group: {"all": 124, "women": 88}.
  answered jsonb not null,
  example boolean not null default false,
  unique (partnership_id, slug),
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check (held_from <= held_to)
);

create table dialogue_theme (
  id uuid primary key,
  dialogue_id uuid not null,
  partnership_id uuid not null references partnership (id),
  theme text collate swedish not null,
  category text not null,
  count numeric not null check (count >= 0),
  qualifier text not null check (qualifier in ('exact', 'at-least', 'approximately')),
  quote text not null default '',
  foreign key (dialogue_id, partnership_id) references dialogue (id, partnership_id)
);
create index dialogue_theme_dialogue on dialogue_theme (dialogue_id);

create table observation (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  owner_organisation_id uuid not null references organisation (id),
  walk_id uuid,
  stop_id uuid,
  kind text not null check (kind in ('problem', 'positive', 'idea', 'question', 'event')),
  category text not null check (category ~ '^[a-z]+([.-][a-z]+)*$'),
  text text not null,
  consequence text not null default '',
  proposal text not null default '',
  spot_manager text not null check (spot_manager in ('municipality', 'housing', 'road-authority', 'road-association', 'private', 'region', 'unknown')),
  agreed integer check (agreed >= 0),
  severity integer check (severity between 1 and 3),
  -- Where, as precisely as somebody knows. Only a point or a segment has a position, so nothing coarser can be drawn as a mark.
  place_kind text not null check (place_kind in ('point', 'segment', 'area', 'municipality', 'county', 'unknown')),
  lon double precision,
  lat double precision,
  accuracy_metres double precision,
  -- H3 cell, resolution 9 (about 0.1 km²).
  h3 text,
  place_name text collate swedish,
  place_code text,
  -- The line of a segment, the rings of an area.
  geometry jsonb,
  when_kind text not null check (when_kind in ('instant', 'interval', 'recurring', 'unknown')),
  happened_from timestamptz,
  happened_to timestamptz,
  recurrence jsonb,
  -- How exactly the time is known.
  precision text not null check (precision in ('minute', 'hour', 'day', 'month', 'unknown')),
  sharing text not null check (sharing in ('own', 'shared', 'public')),
  foreign_id text,
  -- The source's own fields, as they came.
  "foreign" jsonb,
  -- When the source published it; never when it happened.
  published_at timestamptz,
  -- When this version of it was seen at the source; an older version never overwrites a newer one.
  seen_at timestamptz,
  -- Several happenings in one text ("Sammanfattning natt"): never counted as one.
  bundle boolean not null default false,
  fingerprint text,
  revision integer not null default 1 check (revision > 0),
  noted_at timestamptz not null,
  received_at timestamptz not null,
  noted_by uuid references person (id),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  example boolean not null default false,
  unique (source_id, foreign_id),
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  foreign key (stop_id, partnership_id) references walk_stop (id, partnership_id),
  check ((lon is not null and lat is not null) = (place_kind in ('point', 'segment')) and (lon is null) = (lat is null)),
  check (h3 is null or place_kind in ('point', 'segment')),
  check (place_kind not in ('municipality', 'county') or place_code is not null),
  check (
    case when_kind
      when 'instant' then happened_from is not null and happened_to is null and recurrence is null
      when 'interval' then happened_from is not null and happened_to is not null and happened_from <= happened_to and recurrence is null
      when 'recurring' then happened_from is null and happened_to is null and recurrence is not null
      when 'unknown' then happened_from is null and happened_to is null and recurrence is null
    end
  ),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index observation_partnership on observation (partnership_id, happened_from);
create index observation_received on observation (partnership_id, received_at);
create index observation_walk on observation (walk_id) where walk_id is not null;
create index observation_h3 on observation (partnership_id, h3) where h3 is not null;

-- What an observation said before it said what it says now.
create table observation_revision (
  id uuid primary key default gen_random_uuid(),
  observation_id uuid not null,
  partnership_id uuid not null references partnership (id),
  revision integer not null,
  body jsonb not null,
  fingerprint text not null,
  replaced_at timestamptz not null,
  replaced_by uuid references person (id),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id),
  unique (observation_id, fingerprint)
);

-- The protocol of a walk: reviewed rows copied from the notes, frozen under a number, each with what became of it. The notes were working material,
-- the protocol is a public document.
create table protocol_row (
  id uuid primary key,
  walk_id uuid not null,
  partnership_id uuid not null references partnership (id),
  observation_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('problem', 'positive', 'idea', 'question', 'event')),
  category text not null,
  place_name text collate swedish not null,
  text text not null check (length(btrim(text)) > 0),
  proposal text not null default '',
  spot_manager text not null check (spot_manager in ('municipality', 'housing', 'road-authority', 'road-association', 'private', 'region', 'unknown')),
  answer_kind text check (answer_kind in ('will-be-done', 'investigated', 'declined', 'passed-on', 'already-planned', 'done')),
  answer_reason text not null default '',
  answer_when text not null default '',
  answered_at timestamptz,
  example boolean not null default false,
  unique (walk_id, number),
  unique (walk_id, observation_id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id),
  check ((answer_kind is null) = (answered_at is null)),
  -- A no without a reason that everybody may read is no answer.
  check (answer_kind is null or answer_kind not in ('declined', 'passed-on') or length(btrim(answer_reason)) > 0)
);

create table photo (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  observation_id uuid not null,
  -- The name of its bytes in the file store.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes integer not null check (bytes > 0),
  alt text not null,
  taken_in_at timestamptz not null,
  example boolean not null default false,
  foreign key (observation_id, partnership_id) references observation (id, partnership_id)
);
create index photo_observation on photo (observation_id);

create table measurement (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  name text collate swedish not null,
  unit text not null,
  value double precision not null,
  low double precision,
  high double precision,
  n integer check (n >= 0),
  from_day date not null,
  to_day date not null,
  place_kind text not null check (place_kind in ('point', 'segment', 'area', 'municipality', 'county', 'unknown')),
  lon double precision,
  lat double precision,
  accuracy_metres double precision,
  h3 text,
  place_name text collate swedish,
  place_code text,
  geometry jsonb,
  caveat text not null,
  example boolean not null default false,
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check (from_day <= to_day),
  check ((lon is not null and lat is not null) = (place_kind in ('point', 'segment')) and (lon is null) = (lat is null)),
  check (low is null or low <= value),
  check (high is null or high >= value)
);

-- One reading of one file or one answer, with what it came to.
create table import_run (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  kind text not null check (kind in ('polisen', 'csv')),
  file_name text not null,
  mapping jsonb,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  imported_by uuid references person (id),
  read integer not null,
  added integer not null,
  changed integer not null,
  same integer not null,
  outside integer not null,
  unreadable integer not null,
  -- Line by line what could not be read; the first hundreds, `unreadable` counts them all.
  problems jsonb not null,
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check (read = added + changed + same + outside + unreadable)
);

do $$
declare
  name text;
  -- The sub-select is asked once a statement instead of once a row.
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  -- What is seen of a thing follows what is seen of the thing it hangs on: 'own' rows are there for their owner only.
  seen constant jsonb := '{
    "source": "(secrecy_class <> ''own'' or samsyn_speaks_for(partnership_id, owner_organisation_id))",
    "walk": "source_id in (select id from source)",
    "walk_stop": "walk_id in (select id from walk)",
    "dialogue": "source_id in (select id from source)",
    "dialogue_theme": "dialogue_id in (select id from dialogue)",
    "observation": "(sharing <> ''own'' or samsyn_speaks_for(partnership_id, owner_organisation_id))",
    "observation_revision": "exists (select 1 from observation where observation.id = observation_id)",
    "photo": "exists (select 1 from observation where observation.id = observation_id)",
    "protocol_row": "walk_id in (select id from walk)",
    "measurement": "source_id in (select id from source)",
    "import_run": "source_id in (select id from source)"
  }';
  -- Who writes: the owner's own people. What hangs on something is written by whoever may write that.
  owned constant jsonb := '{
    "source": "samsyn_speaks_for(partnership_id, owner_organisation_id)",
    "walk": "exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))",
    "walk_stop": "exists (select 1 from walk where walk.id = walk_id)",
    "dialogue": "exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))",
    "dialogue_theme": "exists (select 1 from dialogue where dialogue.id = dialogue_id)",
    "observation": "samsyn_speaks_for(partnership_id, owner_organisation_id)",
    "observation_revision": "exists (select 1 from observation where observation.id = observation_id and samsyn_speaks_for(observation.partnership_id, observation.owner_organisation_id))",
    "photo": "exists (select 1 from observation where observation.id = observation_id and samsyn_speaks_for(observation.partnership_id, observation.owner_organisation_id))",
    "protocol_row": "exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))",
    "measurement": "exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))",
    "import_run": "exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))"
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
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  foreach name in array array['walk', 'observation', 'protocol_row'] loop
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s) with check (%s and %s and %s)',
      name || '_change', name, mine, owned ->> name, mine, owned ->> name, writers);
  end loop;
end
$$;
grant update (participants, functions, weather, state, walked_at, protocol_at, registry_number) on walk to samsyn_staff;
grant update on observation to samsyn_staff;
grant update (answer_kind, answer_reason, answer_when, answered_at) on protocol_row to samsyn_staff;
