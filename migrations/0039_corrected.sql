-- Where a weekly report says something was is known to fifty metres: the middle of a square, as what residents point out. What stands already is laid there too.

create function pg_temp.middle(in_lon double precision, in_lat double precision) returns double precision[] language sql as $$
  select array[
    round(((floor(in_lon / wide) + 0.5) * wide)::numeric, 5)::double precision,
    round(lat::numeric, 5)::double precision
  ]
  from (select lat, 50 / (111194.9 * cos(radians(lat))) as wide
        from (select (floor(in_lat / (50 / 111194.9)) + 0.5) * (50 / 111194.9) as lat) as a_row) as a_square
$$;
alter table observation no force row level security;
alter table weekly_event no force row level security;
alter table weekly_reporter no force row level security;
update observation set
  lon = (pg_temp.middle(lon, lat))[1], lat = (pg_temp.middle(lon, lat))[2], h3 = null, accuracy_metres = greatest(accuracy_metres, 50)
  where place_kind = 'point' and id in (select observation_id from weekly_event);
update weekly_reporter set places = coalesce((
  select jsonb_agg(case when p.place ? 'position' and jsonb_typeof(p.place -> 'position') = 'array'
    then jsonb_set(p.place, '{position}', to_jsonb(pg_temp.middle((p.place -> 'position' ->> 0)::double precision, (p.place -> 'position' ->> 1)::double precision)))
    else p.place end order by p.number)
  from jsonb_array_elements(places) with ordinality p (place, number)), '[]');
alter table observation force row level security;
alter table weekly_event force row level security;
alter table weekly_reporter force row level security;

-- A hearing is corrected by those who heard it, and read by more or fewer. What it said before stays with them, whatever the other organisation may read now.
create table hearing_revision (
  hearing_id uuid not null,
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  revision integer not null check (revision >= 1),
  body jsonb not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null references person (id),
  primary key (hearing_id, revision),
  foreign key (hearing_id, partnership_id) references hearing (id, partnership_id)
);
alter table hearing
  add column revision integer not null default 1 check (revision >= 1),
  add column revised_at timestamptz,
  -- Its themes among the observations, in the order they stand.
  add column theme_ids uuid[] not null default '{}';
alter table hearing no force row level security;
alter table observation no force row level security;
alter table source no force row level security;
update hearing set theme_ids = coalesce((
  select array_agg(o.id order by t.place)
  from jsonb_array_elements(hearing.themes) with ordinality t (theme, place)
  join observation o on o.partnership_id = hearing.partnership_id and o.owner_organisation_id = hearing.owner_organisation_id
    and o.noted_at = hearing.noted_at and o.text like '%, ' || hearing.area || ': ' || (t.theme ->> 'text')
  join source s on s.id = o.source_id and s.kind = 'hearing'), '{}')
  where form = 'actor';
alter table hearing force row level security;
alter table observation force row level security;
alter table source force row level security;
-- One whose words have gone and that is given words again is one that is to go again.
create function hearing_is_said_again() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.disposed_at := null;
  return new;
end
$$;
create trigger hearing_said_again before update on hearing for each row
  when (old.disposed_at is not null and new.revision <> old.revision) execute function hearing_is_said_again();

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owned constant text := 'samsyn_speaks_for(partnership_id, owner_organisation_id)';
  hears constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison''])';
  reads constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''reader''])';
begin
  create index hearing_revision_of on hearing_revision (partnership_id);
  alter table hearing_revision enable row level security;
  alter table hearing_revision force row level security;
  create policy hearing_revision_system on hearing_revision to samsyn_system using (true) with check (true);
  execute format('create policy hearing_revision_read on hearing_revision for select to samsyn_staff using (%s and %s and %s)', mine, owned, reads);
  execute format('create policy hearing_revision_write on hearing_revision for insert to samsyn_staff with check (%s and %s and %s)', mine, owned, hears);
end
$$;
grant select, insert, delete on hearing_revision to samsyn_system;
grant select, insert on hearing_revision to samsyn_staff;
grant update (actor_kind, area, held_on, themes, does, wish_municipality, wish_police, promised, promised_by, reading, asked, answered, texts, revision, revised_at, theme_ids)
  on hearing to samsyn_staff;
