-- A situation report in work can be laid aside, with a reason both read: it stands as it was written, and another can be begun. It is taken up again as long as no other has
-- been begun that is in work or adopted.

alter table situation_report
  add column aside_at timestamptz,
  add column aside_reason text check (length(btrim(aside_reason)) between 1 and 300),
  add column aside_by_organisation_id uuid references organisation (id),
  drop constraint situation_report_state_check,
  add constraint situation_report_state_check check (state in ('draft', 'aside', 'adopted')),
  add constraint situation_report_aside check (
    (state = 'aside') = (aside_at is not null) and (state = 'aside') = (aside_reason is not null)
    and (state = 'aside') = (aside_by_organisation_id is not null)
  );
grant update (aside_at, aside_reason, aside_by_organisation_id) on situation_report to samsyn_staff;

create or replace function situation_report_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'adopted' then
    raise exception 'An adopted situation report does not change' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and old.state = 'aside' and new.state <> 'aside' and (
    new.state = 'adopted' or exists (
      select 1 from situation_report r
      where r.partnership_id = old.partnership_id and r.id <> old.id and (r.state = 'draft' or r.adopted_at > old.aside_at)
    )
  ) then
    raise exception 'A situation report that was laid aside does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;

create or replace function situation_part_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare of_report uuid := coalesce(new.report_id, old.report_id);
begin
  if exists (select 1 from situation_report where id = of_report and state <> 'draft') then
    raise exception 'A situation report that is not in work does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;

drop policy situation_report_adopt on situation_report;
-- Whoever writes holds the report while it writes; only who leads the work changes where it stands, and lays it aside in nobody else's name.
create policy situation_report_moves on situation_report for update to samsyn_staff
  using (state <> 'adopted' and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner']))
  with check (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and (state <> 'aside' or samsyn_speaks_for(partnership_id, aside_by_organisation_id))
  );
