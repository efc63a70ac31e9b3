-- How coarsely strangers are told numbers in a partnership, where both parties have agreed on coarser floors than the house's (docs/decisions/0044). One asks, the other answers; what is agreed holds
-- from the day after, is never changed and never lowered.
create table floor_proposal (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  few integer not null check (few in (5, 10, 20)),
  sensitive integer not null check (sensitive in (10, 20, 40) and sensitive >= few),
  answers integer not null check (answers in (30, 50, 100)),
  span text not null check (span in ('month', 'quarter', 'year')),
  rounded boolean not null,
  reason text not null check (length(btrim(reason)) between 1 and 300),
  asked_for uuid not null,
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'agreed', 'declined')),
  answered_for uuid,
  answered_by uuid references person (id),
  answered_at timestamptz,
  answer text not null default '' check (length(answer) <= 300),
  from_day date,
  foreign key (partnership_id, asked_for) references partnership_party (partnership_id, organisation_id),
  foreign key (partnership_id, answered_for) references partnership_party (partnership_id, organisation_id),
  check ((state = 'asked') = (answered_for is null) and (state = 'asked') = (answered_by is null) and (state = 'asked') = (answered_at is null)),
  check ((state = 'asked') = (btrim(answer) = '')),
  check ((state = 'agreed') = (from_day is not null)),
  -- The other party's, by somebody else, from a day that nothing has been told of yet.
  check (state <> 'agreed' or (answered_for is not null and answered_for <> asked_for and answered_by is not null and answered_by <> asked_by
    and answered_at is not null and from_day is not null and from_day > (answered_at at time zone 'Europe/Stockholm')::date))
);
create unique index floor_proposal_open on floor_proposal (partnership_id) where state = 'asked';
create unique index floor_proposal_day on floor_proposal (partnership_id, from_day) where state = 'agreed';

alter table floor_proposal enable row level security;
alter table floor_proposal force row level security;
create policy floor_proposal_system on floor_proposal to samsyn_system using (true) with check (true);
grant select, insert, update on floor_proposal to samsyn_system;
create policy floor_proposal_read on floor_proposal for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));

-- By whoever leads the work of one of the two that sign.
create function samsyn_agrees_floors(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select samsyn_acts_for(in_partnership, for_organisation, array['coordinator', 'liaison']) and exists (
    select 1 from partnership_party p
    where p.partnership_id = in_partnership and p.organisation_id = for_organisation and p.standing in ('municipality', 'police')
  )
$$;
revoke all on function samsyn_agrees_floors(uuid, uuid) from public;
grant execute on function samsyn_agrees_floors(uuid, uuid) to samsyn_staff, samsyn_system;
create policy floor_proposal_ask on floor_proposal for insert to samsyn_staff
  with check (state = 'asked' and asked_by = samsyn_person() and samsyn_agrees_floors(partnership_id, asked_for));
create policy floor_proposal_answer on floor_proposal for update to samsyn_staff
  using (state = 'asked')
  with check (state <> 'asked' and answered_by = samsyn_person() and samsyn_agrees_floors(partnership_id, answered_for));
grant select, insert on floor_proposal to samsyn_staff;
grant update (state, answered_for, answered_by, answered_at, answer, from_day) on floor_proposal to samsyn_staff;

create function floor_proposal_holds() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.state <> 'asked' then
    raise exception 'What has been answered does not change' using errcode = 'insufficient_privilege';
  end if;
  if exists (
    select 1 from floor_proposal f
    where f.partnership_id = new.partnership_id and f.state = 'agreed' and f.id <> new.id and (
      f.few > new.few or f.sensitive > new.sensitive or f.answers > new.answers or (f.rounded and not new.rounded)
      or array_position(array['month', 'quarter', 'year'], f.span) > array_position(array['month', 'quarter', 'year'], new.span)
    )
  ) then
    raise exception 'Floors are raised and never lowered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger floor_proposal_holds before insert or update on floor_proposal for each row execute function floor_proposal_holds();
