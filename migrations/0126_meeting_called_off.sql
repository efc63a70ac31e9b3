-- A work meeting that is not held is called off, with a reason both read. What was on its agenda comes back on the next one; nothing is written in it, and it has no minutes.

do $$
declare name text;
begin
  for name in
    select conname from pg_constraint
    where conrelid = 'work_meeting'::regclass and contype = 'c'
      and (pg_get_constraintdef(oid) like '%''held''%' or pg_get_constraintdef(oid) like '%held_at%')
  loop
    execute format('alter table work_meeting drop constraint %I', name);
  end loop;
end
$$;
alter table work_meeting
  add column called_off_at timestamptz,
  add column called_off_reason text check (length(btrim(called_off_reason)) between 1 and 300),
  add column called_off_by_organisation_id uuid references organisation (id),
  add constraint work_meeting_state check (state in ('open', 'held', 'approved', 'called-off')),
  add constraint work_meeting_held check ((state in ('open', 'called-off')) = (held_at is null)),
  add constraint work_meeting_called_off check (
    (state = 'called-off') = (called_off_at is not null) and (state = 'called-off') = (called_off_reason is not null)
    and (state = 'called-off') = (called_off_by_organisation_id is not null)
  );
grant update (called_off_at, called_off_reason, called_off_by_organisation_id) on work_meeting to samsyn_staff;

create or replace function samsyn_meeting_written(of_meeting uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from work_meeting where id = of_meeting and state not in ('approved', 'called-off'))
$$;

create or replace function work_meeting_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'approved' then
    raise exception 'Approved minutes do not change' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and (old.state = 'called-off' or (new.state = 'called-off' and old.state <> 'open')) then
    raise exception 'Only a meeting that was not held is called off, and that stands' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and current_user = 'samsyn_staff' then
    if new.state = 'approved' and (old.state <> 'held' or not samsyn_minutes_agreed(new.id, new.content_hash)) then
      raise exception 'Both parties approve minutes' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'open' and old.state <> 'open' then
      raise exception 'A meeting that was held was held' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'called-off' and not samsyn_speaks_for(new.partnership_id, new.called_off_by_organisation_id) then
      raise exception 'Nobody calls off in another''s name' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return coalesce(new, old);
end
$$;

create or replace function meeting_part_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare of_meeting uuid := coalesce(new.meeting_id, old.meeting_id);
begin
  if exists (select 1 from work_meeting where id = of_meeting and state in ('approved', 'called-off')) then
    raise exception 'Approved minutes do not change, nor what was called off' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
