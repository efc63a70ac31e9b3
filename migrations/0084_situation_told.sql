-- That strangers read an adopted situation report is said by each party for itself, and taken back by either; the report itself changes by neither.
create table situation_told (
  report_id uuid not null,
  organisation_id uuid not null references organisation (id),
  partnership_id uuid not null references partnership (id),
  agreed_at timestamptz not null,
  example boolean not null default false,
  primary key (report_id, organisation_id),
  foreign key (report_id, partnership_id) references situation_report (id, partnership_id)
);
create index situation_told_partnership on situation_told (partnership_id);
alter table situation_told enable row level security;
alter table situation_told force row level security;
create policy situation_told_system on situation_told to samsyn_system using (true) with check (true);
grant select, insert, update, delete on situation_told to samsyn_system;
do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  own constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']) and samsyn_speaks_for(partnership_id, organisation_id)';
  adopted constant text := 'exists (select 1 from situation_report r where r.id = report_id and r.state = ''adopted'')';
begin
  execute format('create policy situation_told_read on situation_told for select to samsyn_staff using (%s)', mine);
  execute format('create policy situation_told_agree on situation_told for insert to samsyn_staff with check (%s and %s)', own, adopted);
  execute format('create policy situation_told_take_back on situation_told for delete to samsyn_staff using (%s)', own);
end
$$;
grant select, insert, delete on situation_told to samsyn_staff;
