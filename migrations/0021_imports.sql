-- Files of any size: read in by pieces, taken up again after a crash, and undone as a whole. And the series that statistics come in.

alter table import_run drop constraint import_run_kind_check;
alter table import_run
  add constraint import_run_kind_check check (kind in ('polisen', 'csv', 'excel', 'ndjson', 'geojson', 'statistics')),
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

create table series (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- What the source calls it, so that next year's file finds it again.
  foreign_key text not null check (length(foreign_key) > 0),
  name text collate swedish not null check (length(btrim(name)) > 0),
  unit text not null,
  place_kind text not null check (place_kind in ('municipality', 'county', 'country', 'area')),
  place_code text,
  place_name text collate swedish not null,
  sex text not null check (sex in ('all', 'women', 'men')),
  -- How many years lie behind each value: "2017/2018" is two.
  pooled_years integer not null check (pooled_years > 0),
  licence text not null,
  source_url text not null default '',
  -- What the reader must know before believing it.
  caveat text not null,
  example boolean not null default false,
  unique (partnership_id, slug),
  unique (source_id, foreign_key),
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id)
);

-- A blank is not zero: a value that is not there says why.
create table series_value (
  series_id uuid not null,
  partnership_id uuid not null references partnership (id),
  from_day date not null,
  to_day date not null,
  label text not null,
  value double precision,
  low double precision,
  high double precision,
  n integer check (n >= 0),
  standing text not null check (standing in ('final', 'preliminary', 'revised', 'missing', 'withheld')),
  revision integer not null default 1 check (revision > 0),
  import_id uuid not null,
  retrieved_at timestamptz not null,
  checksum text not null,
  primary key (series_id, from_day, to_day),
  foreign key (series_id, partnership_id) references series (id, partnership_id),
  check (from_day <= to_day),
  check ((value is null) = (standing in ('missing', 'withheld'))),
  check (low is null or (value is not null and low <= value)),
  check (high is null or (value is not null and high >= value))
);

-- What a value was before it was corrected.
create table series_value_revision (
  series_id uuid not null,
  partnership_id uuid not null references partnership (id),
  from_day date not null,
  to_day date not null,
  label text not null,
  value double precision,
  low double precision,
  high double precision,
  n integer,
  standing text not null,
  revision integer not null,
  -- Which reading had written it, and which replaced it.
  body_import_id uuid not null,
  import_id uuid not null,
  retrieved_at timestamptz not null,
  checksum text not null,
  replaced_at timestamptz not null,
  primary key (series_id, from_day, to_day, revision),
  foreign key (series_id, partnership_id) references series (id, partnership_id)
);

-- Where what was counted, or how, became another thing: the two sides are not compared.
create table series_break (
  series_id uuid not null,
  partnership_id uuid not null references partnership (id),
  on_day date not null,
  why text not null check (length(btrim(why)) > 0),
  primary key (series_id, on_day),
  foreign key (series_id, partnership_id) references series (id, partnership_id)
);

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  seen text;
  owned text;
begin
  foreach name in array array['series', 'series_value', 'series_value_revision', 'series_break'] loop
    seen := case name when 'series' then 'source_id in (select id from source)' else 'series_id in (select id from series)' end;
    owned := case name
      when 'series' then 'exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))'
      else 'exists (select 1 from series join source on source.id = series.source_id where series.id = series_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))'
    end;
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, mine, owned, writers);
    execute format('create policy %1$I on %2$I for update to samsyn_staff using (%3$s and %4$s) with check (%3$s and %4$s and %5$s)', name || '_change', name, mine, owned, writers);
    execute format('create policy %I on %I for delete to samsyn_staff using (%s and %s and %s)', name || '_undo', name, mine, owned, writers);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
grant update (name, unit, licence, source_url, caveat), delete on series to samsyn_staff;
grant update (label, value, low, high, n, standing, revision, import_id, retrieved_at, checksum), delete on series_value to samsyn_staff;
grant delete on series_value_revision to samsyn_staff;
grant update (why), delete on series_break to samsyn_staff;
