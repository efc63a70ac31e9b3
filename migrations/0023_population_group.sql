-- Residents by sex and age, so that who was heard can be held against who lives there (collect/heard).

create table population_group (
  partnership_id uuid not null references partnership (id),
  year integer not null check (year between 1900 and 2200),
  group_key text not null check (group_key in ('women', 'men', 'under-18', '18-29', '30-64', '65-up')),
  residents integer not null check (residents >= 0),
  source text not null check (length(btrim(source)) > 0),
  recorded_at timestamptz not null,
  example boolean not null default false,
  primary key (partnership_id, year, group_key)
);

alter table population_group enable row level security;
alter table population_group force row level security;
create policy population_group_system on population_group to samsyn_system using (true) with check (true);
create policy population_group_read on population_group for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy population_group_write on population_group for insert to samsyn_staff
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
create policy population_group_replace on population_group for delete to samsyn_staff
  using (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
grant select, insert, delete on population_group to samsyn_staff, samsyn_system;
