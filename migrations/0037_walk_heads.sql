-- How many walked along, as each group that walked counted it: heads by group, never names. The walk carries their sum.
create table walk_heads (
  walk_id uuid not null,
  partnership_id uuid not null references partnership (id),
  -- Made on the group's phone; the walk's own id where nobody made one.
  group_id uuid not null,
  -- {"all": 9, "women": 5}
  heads jsonb not null,
  weather text not null default '',
  functions text[] not null default '{}',
  -- Which of the phone's changes was heard last.
  written bigint,
  told_at timestamptz not null,
  told_by uuid references person (id),
  primary key (walk_id, group_id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id)
);

insert into walk_heads (walk_id, partnership_id, group_id, heads, weather, functions, told_at)
select id, partnership_id, id, participants, weather, functions, walked_at from walk where walked_at is not null;

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  seen constant text := 'walk_id in (select id from walk)';
  -- A walk is counted by those whose it is, until its protocol stands.
  led constant text := 'exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and walk.state <> ''protocol'' and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  create index walk_heads_of on walk_heads (partnership_id);
  alter table walk_heads enable row level security;
  alter table walk_heads force row level security;
  create policy walk_heads_system on walk_heads to samsyn_system using (true) with check (true);
  execute format('create policy walk_heads_read on walk_heads for select to samsyn_staff using (%s and %s)', mine, seen);
  execute format('create policy walk_heads_write on walk_heads for insert to samsyn_staff with check (%s and %s and %s)', mine, led, writers);
  execute format('create policy walk_heads_change on walk_heads for update to samsyn_staff using (%s and %s) with check (%s and %s and %s)', mine, led, mine, led, writers);
  grant select, insert, update on walk_heads to samsyn_system;
  grant select, insert on walk_heads to samsyn_staff;
  grant update (heads, weather, functions, written, told_at, told_by) on walk_heads to samsyn_staff;
end
$$;
