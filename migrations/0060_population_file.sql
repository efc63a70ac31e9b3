-- Residents by sex, age and locality out of the source's own file (collect/heard): which table it was, of when, on which terms. Figures that somebody typed
-- have no file. Who may record the one may take in the other.

create table population_file (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  year integer not null check (year between 1900 and 2200),
  source text not null check (length(btrim(source)) > 0),
  -- What the source calls the table, by its number and by what is in it.
  table_id text not null,
  contents text not null check (length(btrim(contents)) > 0),
  licence text not null check (length(btrim(licence)) > 0),
  updated_on date,
  retrieved_on date not null,
  taken_in_at timestamptz not null,
  unique (id, partnership_id)
);
create index population_file_of on population_file (partnership_id);

alter table population_group add column file_id uuid;
alter table population_group add foreign key (file_id, partnership_id) references population_file (id, partnership_id);

-- Localities have no heads counted for them by themselves: they say how many live where somebody may be heard.
create table population_locality (
  partnership_id uuid not null references partnership (id),
  year integer not null check (year between 1900 and 2200),
  -- Statistics Sweden's code, "2101TC103".
  code text not null check (code ~ '^[0-9]{4}[A-Z]'),
  name text collate swedish not null check (length(btrim(name)) > 0),
  residents integer not null check (residents >= 0),
  file_id uuid not null,
  primary key (partnership_id, year, code),
  foreign key (file_id, partnership_id) references population_file (id, partnership_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['population_file', 'population_locality'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))', name || '_write', name);
    execute format('grant select, insert on %I to samsyn_staff, samsyn_system', name);
  end loop;
end
$$;
create policy population_locality_replace on population_locality for delete to samsyn_staff
  using (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
grant delete on population_locality to samsyn_staff, samsyn_system;
