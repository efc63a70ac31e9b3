-- What a situation report rests on: a figure as it was the day it was taken in, with all that must be known of it, and the hash of that. What the series, the theme or the
-- picture says later changes nothing of it. Only what both parties may read is taken in.

create table situation_figure (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  report_id uuid not null,
  chapter text not null,
  kind text not null check (kind in ('series', 'coded', 'question')),
  caption text not null check (length(btrim(caption)) between 1 and 300),
  frozen jsonb not null check (jsonb_typeof(frozen) = 'object'),
  -- SHA-256 over the canonical JSON of what was frozen.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz not null,
  taken_by_organisation_id uuid not null references organisation (id),
  example boolean not null default false,
  foreign key (report_id, partnership_id) references situation_report (id, partnership_id)
);
create index situation_figure_report on situation_figure (report_id);
create index situation_figure_partnership on situation_figure (partnership_id);
create trigger situation_figure_stands before insert or update or delete on situation_figure for each row execute function situation_part_stands();

alter table situation_figure enable row level security;
alter table situation_figure force row level security;
create policy situation_figure_system on situation_figure to samsyn_system using (true) with check (true);
grant select, insert, update, delete on situation_figure to samsyn_system;
do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner''])';
begin
  execute format('create policy situation_figure_read on situation_figure for select to samsyn_staff using (%s)', mine);
  execute format('create policy situation_figure_take on situation_figure for insert to samsyn_staff with check (%s and samsyn_speaks_for(partnership_id, taken_by_organisation_id))', writers);
  execute format('create policy situation_figure_leave on situation_figure for delete to samsyn_staff using (%s)', writers);
end
$$;
grant select, insert, delete on situation_figure to samsyn_staff;
