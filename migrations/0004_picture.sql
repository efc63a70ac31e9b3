-- What the picture counts by besides time and category: the villages of a partnership. Everything else it reads from collect.

create table village (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text collate swedish not null check (length(btrim(name)) > 0),
  lon double precision not null,
  lat double precision not null,
  -- How far from its middle the village is taken to reach.
  radius_metres integer not null check (radius_metres > 0),
  population integer check (population >= 0),
  population_year integer,
  source text not null,
  unique (partnership_id, slug)
);
create index village_of on village (partnership_id);

alter table village enable row level security;
alter table village force row level security;
create policy village_system on village to samsyn_system using (true) with check (true);
create policy village_read on village for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant select, insert, update on village to samsyn_system;
grant select on village to samsyn_staff;
