-- Official statistics over time: which files were read, which series they hold, and what each file said of each period. What a series says now is reckoned from
-- the readings that stand, so taking one back leaves the rest as if it had never been read.

create table series_reading (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  number integer not null check (number > 0),
  source_id uuid not null,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('bra-offences', 'bra-indicators', 'kolada', 'json-stat', 'px')),
  file_name text not null,
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  retrieved_on date not null,
  -- The day the figures are of: the source's own date, or the day they were fetched.
  as_of date not null,
  areas text not null check (areas in ('near', 'all')),
  read_at timestamptz not null,
  -- Nobody on the command line.
  read_by uuid references person (id),
  state text not null default 'standing' check (state in ('standing', 'undone')),
  undone_at timestamptz,
  undone_by uuid references person (id),
  series integer not null check (series >= 0),
  new_series integer not null check (new_series >= 0),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  same integer not null check (same >= 0),
  older integer not null check (older >= 0),
  absent integer not null check (absent >= 0),
  outside integer not null check (outside >= 0),
  unreadable integer not null check (unreadable >= 0),
  -- Line by line what could not be read; the first hundreds, `unreadable` counts them all.
  problems jsonb not null,
  example boolean not null default false,
  unique (partnership_id, number),
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check ((state = 'undone') = (undone_at is not null))
);
-- The same file, read the same way, stands once.
create unique index series_reading_file on series_reading (partnership_id, checksum, areas) where state = 'standing';

create table series (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- What the source calls it, so that next year's file finds it again.
  foreign_key text not null check (length(foreign_key) > 0),
  name text collate swedish not null check (length(btrim(name)) > 0),
  unit text not null check (length(btrim(unit)) > 0),
  step text not null check (step in ('month', 'quarter', 'year', 'years')),
  area_kind text not null check (area_kind in ('municipality', 'county', 'country', 'area')),
  area_code text not null,
  area_name text collate swedish not null,
  sex text not null check (sex in ('all', 'women', 'men')),
  part_of text,
  caveat text not null,
  licence text not null,
  example boolean not null default false,
  unique (partnership_id, slug),
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id)
);
create unique index series_known on series (source_id, foreign_key, step, area_kind, area_code, area_name, sex);

create table series_value (
  series_id uuid not null,
  partnership_id uuid not null references partnership (id),
  reading_id uuid not null,
  from_day date not null,
  to_day date not null,
  value double precision,
  -- A figure that is not there says why, and is never zero.
  absent text check (absent in ('missing', 'withheld', 'not-applicable')),
  mark text not null,
  low double precision,
  high double precision,
  n double precision check (n >= 0),
  standing text not null check (standing in ('final', 'preliminary', 'revised')),
  primary key (series_id, from_day, reading_id),
  foreign key (series_id, partnership_id) references series (id, partnership_id),
  foreign key (reading_id, partnership_id) references series_reading (id, partnership_id),
  check (from_day <= to_day),
  check ((value is null) = (absent is not null)),
  check (low is null or (value is not null and low <= value)),
  check (high is null or (value is not null and high >= value))
);
create index series_value_reading on series_value (reading_id);

-- Where what is counted, or how, became another thing: the two sides are not compared. Of the whole measure, in every area.
create table series_break (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  foreign_key text not null check (length(foreign_key) > 0),
  on_day date not null,
  why text not null check (length(btrim(why)) > 0),
  -- The file that said so; null where a person did.
  reading_id uuid,
  organisation_id uuid not null references organisation (id),
  noted_at timestamptz not null,
  example boolean not null default false,
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  foreign key (reading_id, partnership_id) references series_reading (id, partnership_id)
);
create index series_break_measure on series_break (source_id, foreign_key);

do $$
declare
  name text;
  -- Official statistics are for both parties, and either reads them in. What one has read, or noted, the other does not take back.
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  seen constant jsonb := '{
    "series_reading": "source_id in (select id from source)",
    "series": "source_id in (select id from source)",
    "series_value": "series_id in (select id from series)",
    "series_break": "source_id in (select id from source)"
  }';
  own constant jsonb := '{
    "series_reading": "samsyn_speaks_for(partnership_id, organisation_id)",
    "series": "true",
    "series_value": "reading_id in (select id from series_reading where samsyn_speaks_for(series_reading.partnership_id, series_reading.organisation_id))",
    "series_break": "samsyn_speaks_for(partnership_id, organisation_id)"
  }';
begin
  for name in select jsonb_object_keys(own) loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen ->> name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, mine, own ->> name, writers);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
    if name <> 'series_reading' then
      execute format('create policy %I on %I for delete to samsyn_staff using (%s and %s and %s)', name || '_undo', name, mine, own ->> name, writers);
      execute format('grant delete on %I to samsyn_staff', name);
    end if;
  end loop;
  foreach name in array array['series_reading', 'series'] loop
    execute format('create policy %1$I on %2$I for update to samsyn_staff using (%3$s and %4$s) with check (%3$s and %4$s and %5$s)',
      name || '_change', name, mine, own ->> name, writers);
  end loop;
end
$$;
grant update (state, undone_at, undone_by) on series_reading to samsyn_staff;
grant update (name, unit, part_of, caveat, licence) on series to samsyn_staff;
