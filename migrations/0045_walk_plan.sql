-- A planned walk is changed at the desk until it is held, or called off with a reason that everybody reads. What is open to all is told to strangers before it is held.
alter table walk add column open_to_all boolean not null default false;
alter table walk add column revision integer not null default 1 check (revision > 0);
alter table walk add column cancelled_at timestamptz;
alter table walk add column cancelled_reason text check (length(btrim(cancelled_reason)) > 0);

-- The union of walk.ts, with what was called off.
alter table walk drop constraint walk_state_check;
alter table walk add constraint walk_state_check check (state in ('planned', 'cancelled', 'walked', 'protocol'));
alter table walk drop constraint walk_check1;
alter table walk add constraint walk_is_one_of check (
  (state = 'cancelled') = (cancelled_at is not null and cancelled_reason is not null)
  and case state
    when 'planned' then walked_at is null and protocol_at is null and registry_number is null and cancelled_at is null and cancelled_reason is null
    when 'cancelled' then walked_at is null and protocol_at is null and registry_number is null
    when 'walked' then walked_at is not null and protocol_at is null and registry_number is null and cancelled_at is null and cancelled_reason is null
    when 'protocol' then walked_at is not null and protocol_at is not null and cancelled_at is null and cancelled_reason is null
    else false
  end
);

grant update (title, village, starts_at, ends_at, meeting_point, light, season, theme, open_to_all, revision, cancelled_at, cancelled_reason)
  on walk to samsyn_staff;
-- What was heard on a walk is known by the walk's name.
grant update (name) on source to samsyn_staff;

-- What is said of a walk before it is held is written by those who lead the work, and by nobody when it has been held; what was called off stays called off.
create function walk_plan_is_led() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if old.state <> 'planned' then
    raise exception 'A walk is changed and called off before it is held' using errcode = 'insufficient_privilege';
  end if;
  if not samsyn_has_role(new.partnership_id, array['coordinator', 'liaison']) then
    raise exception 'Whoever leads the work changes a planned walk' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger walk_plan_is_led before update on walk for each row
  when (
    (old.title, old.village, old.starts_at, old.ends_at, old.meeting_point, old.light, old.season, old.theme, old.open_to_all, old.revision,
      old.cancelled_at, old.cancelled_reason)
    is distinct from
    (new.title, new.village, new.starts_at, new.ends_at, new.meeting_point, new.light, new.season, new.theme, new.open_to_all, new.revision,
      new.cancelled_at, new.cancelled_reason)
    or (old.state = 'cancelled' and new.state <> 'cancelled')
  ) execute function walk_plan_is_led();

-- Of a source only the name of a walk's follows something else.
create function source_name_follows_walk() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if not exists (select 1 from walk where walk.source_id = new.id and walk.state = 'planned' and walk.title = new.name) then
    raise exception 'A source keeps its name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger source_name_follows_walk before update of name on source for each row
  when (old.name is distinct from new.name) execute function source_name_follows_walk();

-- What was prepared for a walk that was called off stays as it was.
do $$
declare
  led constant text := 'exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and walk.state not in (''protocol'', ''cancelled'') and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  leaders constant text := mine || ' and samsyn_has_role(partnership_id, array[''coordinator'', ''liaison''])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  execute format('alter policy walk_stop_change on walk_stop using (%s) with check (%s and %s)', led, leaders, led);
  execute format('alter policy walk_heads_write on walk_heads with check (%s and %s and %s)', mine, led, writers);
  execute format('alter policy walk_heads_change on walk_heads using (%s and %s) with check (%s and %s and %s)', mine, led, mine, led, writers);
end
$$;
