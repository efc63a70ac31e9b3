-- Indicators of a promise (docs/decisions/0033): a column that never merges with the others, where its figures come from, what is wanted and by when. A reading is never
-- changed: a corrected one stands beside the old, and the latest of a day is what counts. What rests on a source that one party keeps to itself is that party's own.

alter table indicator
  add column slug text,
  add column activity_id uuid,
  add column measure text not null default 'measured' check (measure in ('count', 'rate', 'share', 'measured')),
  add column from_kind text not null default 'own' check (from_kind in ('series', 'measurement', 'events', 'campaign', 'log', 'own')),
  -- Where it is looked up: a series' slug, what was measured and where, a question's address, an activity.
  add column from_key text not null default '',
  -- The words and the comparison were in the signed text, so before anybody knew how it would go.
  add column in_promise boolean not null default false,
  add column comparison text not null default '',
  add column secrecy text not null default 'public' check (secrecy in ('own', 'shared', 'public')),
  add column organisation_id uuid references organisation (id),
  add column target_value double precision,
  add column target_by date,
  add column control_dependent boolean not null default false,
  add column beside_id uuid,
  add column begun_at timestamptz,
  add column begun_by uuid references person (id),
  add column aside_at timestamptz,
  add column aside_reason text check (length(btrim(aside_reason)) between 1 and 300),
  drop constraint indicator_wanted_check,
  drop constraint indicator_column_kind_check,
  add constraint indicator_wanted_check check (wanted in ('up', 'down', 'level')),
  add constraint indicator_column_kind_check check (column_kind in ('output', 'outcome', 'experience')),
  add constraint indicator_target check (target_by is null or target_value is not null),
  add constraint indicator_aside check ((aside_at is null) = (aside_reason is null));
update indicator set slug = id::text,
  organisation_id = (select organisation_id from partnership_party p where p.partnership_id = indicator.partnership_id and p.standing = 'municipality' limit 1);
alter table indicator
  alter column slug set not null,
  alter column organisation_id set not null,
  add unique (partnership_id, slug),
  add foreign key (beside_id, partnership_id) references indicator (id, partnership_id),
  add foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id);

alter table indicator_reading
  add column from_day date,
  -- From 1: a corrected reading is the next of its day.
  add column revision integer not null default 1 check (revision > 0),
  add column reason text not null default '' check (length(reason) <= 300),
  add column organisation_id uuid references organisation (id),
  add column noted_at timestamptz,
  add column noted_by uuid references person (id),
  alter column low drop not null,
  alter column high drop not null,
  alter column n drop not null,
  drop constraint indicator_reading_pkey,
  add primary key (indicator_id, on_day, revision),
  add constraint indicator_reading_interval check ((low is null) = (high is null)),
  add constraint indicator_reading_period check (from_day is null or from_day <= on_day);

create table indicator_break (
  id uuid primary key,
  indicator_id uuid not null,
  partnership_id uuid not null references partnership (id),
  on_day date not null,
  why text not null check (length(btrim(why)) between 1 and 300),
  from_source boolean not null default false,
  organisation_id uuid not null references organisation (id),
  noted_at timestamptz not null,
  noted_by uuid references person (id),
  example boolean not null default false,
  unique (indicator_id, on_day),
  foreign key (indicator_id, partnership_id) references indicator (id, partnership_id)
);

-- What was asked of an indicator and answered: with the method, its version and the hash of what it was reckoned from, so that anybody can reckon it again.
create table indicator_effect (
  id uuid primary key,
  indicator_id uuid not null,
  partnership_id uuid not null references partnership (id),
  number integer not null check (number > 0),
  design text not null check (design in ('before-after', 'comparison', 'interrupted', 'displacement', 'small-counts', 'none')),
  in_promise boolean not null,
  began_on date not null,
  verdict text not null check (verdict in ('better', 'worse', 'no-clear-change', 'cannot-be-known')),
  answer jsonb not null,
  method text not null,
  version text not null,
  inputs jsonb not null,
  inputs_hash text not null check (inputs_hash ~ '^[0-9a-f]{64}$'),
  organisation_id uuid not null references organisation (id),
  asked_at timestamptz not null,
  asked_by uuid references person (id),
  example boolean not null default false,
  unique (indicator_id, number),
  foreign key (indicator_id, partnership_id) references indicator (id, partnership_id)
);
create index indicator_break_partnership on indicator_break (partnership_id);
create index indicator_effect_partnership on indicator_effect (partnership_id);

-- The other party does not learn that it is there.
create policy indicator_own on indicator as restrictive for select to samsyn_staff
  using (secrecy <> 'own' or samsyn_speaks_for(partnership_id, organisation_id));
create policy indicator_reading_seen on indicator_reading as restrictive for select to samsyn_staff
  using (indicator_id in (select id from indicator));
create policy indicator_begin on indicator for insert to samsyn_staff
  with check (begun_by = samsyn_person() and aside_at is null and not example and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and (secrecy <> 'own' or samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison'])));
create policy indicator_lay_aside on indicator for update to samsyn_staff
  using (aside_at is null and samsyn_has_role(partnership_id, array['coordinator', 'liaison']))
  with check (aside_at is not null);
create policy indicator_reading_add on indicator_reading for insert to samsyn_staff
  with check (noted_by = samsyn_person() and not example and indicator_id in (select id from indicator where aside_at is null)
    and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner']));
grant insert on indicator, indicator_reading to samsyn_staff;
-- Of what both parties may read its owner decides that everybody may.
create policy indicator_tell on indicator for update to samsyn_staff
  using (secrecy = 'shared' and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison']))
  with check (secrecy = 'public' and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison']));
grant update (aside_at, aside_reason, secrecy) on indicator to samsyn_staff;
-- What is one party's own is changed by that party, and is never opened by a change; what is laid aside stays so.
create policy indicator_own_change on indicator as restrictive for update to samsyn_staff
  using (secrecy <> 'own' or samsyn_speaks_for(partnership_id, organisation_id));
create function indicator_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if old.aside_at is not null or (new.secrecy <> old.secrecy and (
    old.secrecy <> 'shared' or new.secrecy <> 'public' or not samsyn_acts_for(new.partnership_id, new.organisation_id, array['coordinator', 'liaison'])
  )) then
    raise exception 'An indicator is told by its owner, and stays laid aside' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger indicator_stands before update on indicator for each row execute function indicator_stands();

do $$
declare name text;
begin
  foreach name in array array['indicator_break', 'indicator_effect'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()) and indicator_id in (select id from indicator))', name || '_read', name);
    execute format('grant select, insert on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
create policy indicator_break_note on indicator_break for insert to samsyn_staff
  with check (noted_by = samsyn_person() and not example and indicator_id in (select id from indicator where aside_at is null)
    and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner']));
create policy indicator_effect_ask on indicator_effect for insert to samsyn_staff
  with check (asked_by = samsyn_person() and not example and indicator_id in (select id from indicator where aside_at is null)
    and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison']));
