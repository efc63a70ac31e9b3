-- What was done of what was promised, and what did not happen.

create table occasion (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  activity_id uuid not null,
  -- Who did it and wrote it down: one organisation never writes for the other.
  organisation_id uuid not null references organisation (id),
  unit_name text collate swedish not null,
  on_day date not null,
  count_value numeric not null check (count_value >= 0),
  count_qualifier text not null check (count_qualifier in ('exact', 'at-least', 'approximately')),
  -- What was counted, in the singular: "kontroll".
  counted text not null,
  -- False for what was done beside the promise: told, but not counted against the target.
  toward_target boolean not null,
  place jsonb not null,
  note text not null,
  source text not null check (source in ('own-log', 'weekly-sheet', 'import')),
  logged_at timestamptz not null,
  logged_by uuid references person (id),
  -- A line in the history is struck, never rubbed out.
  state text not null check (state in ('stands', 'replaced', 'withdrawn')),
  struck_at timestamptz,
  struck_reason text,
  corrects uuid references occasion (id),
  example boolean not null default false,
  check ((state = 'stands') = (struck_at is null) and (state = 'stands') = (struck_reason is null))
);
create index occasion_partnership on occasion (partnership_id);
create index occasion_activity on occasion (activity_id, on_day);

-- "varav": parts of an occasion's count, or results beside it, each possibly with parts of its own.
create table occasion_output (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  occasion_id uuid not null references occasion (id),
  parent_id uuid references occasion_output (id),
  position integer not null,
  what text not null check (length(btrim(what)) > 0),
  count_value numeric not null check (count_value >= 0),
  count_qualifier text not null check (count_qualifier in ('exact', 'at-least', 'approximately')),
  -- part: of what stands above it, so its sum cannot be larger. result: something else that came of it (ordningsförelägganden of a control).
  relation text not null check (relation in ('part', 'result')),
  example boolean not null default false
);
create index occasion_output_partnership on occasion_output (partnership_id);
create index occasion_output_occasion on occasion_output (occasion_id);

create table deviation (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  activity_id uuid not null,
  organisation_id uuid not null references organisation (id),
  unit_name text collate swedish not null,
  on_day date not null,
  cause text not null check (cause in ('special-event', 'vacancy', 'weather', 'equipment', 'reprioritised', 'other')),
  -- Read by everybody, word for word.
  sentence text not null check (length(btrim(sentence)) > 0),
  new_day date,
  no_new_day_because text check (length(btrim(no_new_day_because)) > 0),
  noted_at timestamptz not null,
  noted_by uuid references person (id),
  example boolean not null default false,
  check ((new_day is null) <> (no_new_day_because is null))
);
create index deviation_partnership on deviation (partnership_id);
create index deviation_activity on deviation (activity_id, on_day);

do $$
declare name text;
begin
  foreach name in array array['occasion', 'occasion_output', 'deviation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()))', name || '_read', name);
    execute format(
      'create policy %I on %I for insert to samsyn_staff with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, %L))',
      name || '_write', name, array['coordinator', 'liaison', 'activity-owner', 'note-taker']);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;

create policy occasion_strike on occasion for update to samsyn_staff
  using (samsyn_speaks_for(partnership_id, organisation_id)) with check (samsyn_speaks_for(partnership_id, organisation_id));
grant update (state, struck_at, struck_reason) on occasion to samsyn_staff;
