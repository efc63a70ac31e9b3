-- Action items (domain.md 4.4): what becomes of a point of a protocol, or of what was proposed about a road, after it was decided. A step a row, and no row is changed:
-- where it stands is its last step, or collect's answer where that came later and says something else (docs/decisions/0030).

alter table protocol_row add unique (id, partnership_id);
alter table traffic_proposal add unique (id, partnership_id);

create table action_step (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  row_id uuid,
  proposal_id uuid,
  -- From 1, one after the other.
  number integer not null check (number > 0),
  kind text not null check (kind in ('planned', 'underway', 'done', 'verified', 'not-done', 'fed-back', 'declined', 'forwarded', 'duplicate', 'taken-up')),
  -- The decision it goes on from.
  stands_on text check (stands_on in ('will-be-done', 'investigated', 'declined', 'passed-on', 'already-planned', 'done')),
  by_day date,
  in_season boolean,
  on_day date,
  sentence text check (length(sentence) <= 300),
  reason text check (length(btrim(reason)) between 1 and 300),
  walk_id uuid,
  forwarded_to text check (forwarded_to in ('housing', 'road-authority', 'road-association', 'private', 'region')),
  same_as uuid,
  organisation_id uuid not null references organisation (id),
  office text not null,
  noted_at timestamptz not null,
  noted_by uuid references person (id),
  example boolean not null default false,
  unique (row_id, number),
  unique (proposal_id, number),
  foreign key (row_id, partnership_id) references protocol_row (id, partnership_id),
  foreign key (proposal_id, partnership_id) references traffic_proposal (id, partnership_id),
  foreign key (walk_id, partnership_id) references walk (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check ((row_id is null) <> (proposal_id is null)),
  check ((kind = 'planned') = (by_day is not null) and (kind = 'planned') = (in_season is not null)),
  check ((kind in ('done', 'verified', 'not-done', 'fed-back')) = (on_day is not null) and (on_day is null) = (sentence is null)),
  check (kind not in ('done', 'not-done', 'fed-back') or (sentence is not null and length(btrim(sentence)) > 0)),
  -- A no without a reason that everybody may read is no answer.
  check ((kind in ('declined', 'forwarded', 'taken-up')) = (reason is not null)),
  check (walk_id is null or kind in ('verified', 'not-done')),
  check ((kind = 'forwarded') = (forwarded_to is not null)),
  check ((kind = 'duplicate') = (same_as is not null) and (same_as is null or (same_as is distinct from row_id and same_as is distinct from proposal_id)))
);
create index action_step_of on action_step (partnership_id);
alter table action_step enable row level security;
alter table action_step force row level security;
create policy action_step_system on action_step to samsyn_system using (true) with check (true);
grant select, insert on action_step to samsyn_system;

-- Where an item stands, as those who ask may know.
create function samsyn_item_state(of_row uuid, of_proposal uuid) returns text
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  last action_step;
  decided text;
  decided_at timestamptz;
begin
  if of_row is not null then
    select answer_kind, answered_at into decided, decided_at from protocol_row where id = of_row;
  else
    select case reply when 'will' then 'will-be-done' else reply end, replied_at into decided, decided_at from traffic_proposal where id = of_proposal;
  end if;
  select * into last from action_step s
    where s.row_id is not distinct from of_row and s.proposal_id is not distinct from of_proposal order by s.number desc limit 1;
  if last.id is not null and (last.kind = 'duplicate' or decided is null or decided is not distinct from last.stands_on or decided_at <= last.noted_at) then
    return case last.kind when 'not-done' then 'underway' when 'taken-up' then case when last.stands_on is null then 'waiting' else 'decided' end else last.kind end;
  end if;
  return case
    when decided is null then 'waiting'
    when decided in ('will-be-done', 'already-planned') then 'decided'
    when decided = 'passed-on' then 'forwarded'
    else decided
  end;
end
$$;

-- Whose it is: whom it was forwarded to, else who looks after the spot or was asked.
create function samsyn_item_manager(of_row uuid, of_proposal uuid) returns text
  language sql stable set search_path = public, pg_temp as $$
  select coalesce(
    (select s.forwarded_to from action_step s
      where s.row_id is not distinct from of_row and s.proposal_id is not distinct from of_proposal and s.kind = 'forwarded' order by s.number desc limit 1),
    (select r.spot_manager from protocol_row r where r.id = of_row),
    (select p.to_party from traffic_proposal p where p.id = of_proposal)
  )
$$;

-- In one of these roles, for this very organisation.
create function samsyn_acts_for(in_partnership uuid, for_organisation uuid, roles text[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where person_id = samsyn_person() and ended_at is null and partnership_id = in_partnership and organisation_id = for_organisation and role = any(roles)
  )
$$;
revoke all on function samsyn_item_state(uuid, uuid), samsyn_item_manager(uuid, uuid), samsyn_acts_for(uuid, uuid, text[]) from public;
grant execute on function samsyn_item_state(uuid, uuid), samsyn_item_manager(uuid, uuid), samsyn_acts_for(uuid, uuid, text[]) to samsyn_staff, samsyn_system;

-- What is kept to one party is nobody's action item, and a control is told when it has been, never when it will be.
create policy action_step_read on action_step for select to samsyn_staff
  using (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and (row_id in (select id from protocol_row) or proposal_id in (select id from traffic_proposal))
  );
create policy action_step_take on action_step for insert to samsyn_staff
  with check (
    noted_by = samsyn_person()
    and (
      exists (
        select 1 from protocol_row r join observation o on o.id = r.observation_id
        where r.id = row_id and r.partnership_id = action_step.partnership_id and r.kind <> 'positive' and o.sharing <> 'own'
      )
      or exists (select 1 from traffic_proposal p where p.id = proposal_id and p.partnership_id = action_step.partnership_id and p.action <> 'control')
    )
    and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner'])
  );
grant select, insert on action_step to samsyn_staff;

create function action_step_follows() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  open constant text[] := array['investigated', 'decided', 'planned', 'underway', 'forwarded'];
  stands text;
  manager text;
  writes uuid;
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  stands := samsyn_item_state(new.row_id, new.proposal_id);
  manager := samsyn_item_manager(new.row_id, new.proposal_id);
  if new.number <> 1 + (
    select count(*) from action_step s where s.row_id is not distinct from new.row_id and s.proposal_id is not distinct from new.proposal_id
  ) then
    raise exception 'Steps are taken one after the other' using errcode = 'insufficient_privilege';
  end if;
  if not stands = any (case new.kind
    when 'underway' then array['decided', 'planned']
    when 'verified' then array['done']
    when 'not-done' then array['done', 'verified']
    when 'fed-back' then array['verified', 'declined', 'forwarded']
    when 'duplicate' then open || 'waiting'::text
    when 'taken-up' then array['done', 'verified', 'fed-back', 'declined', 'duplicate']
    else open
  end) then
    raise exception 'A step that cannot be taken from %', stands using errcode = 'insufficient_privilege';
  end if;
  if manager = 'unknown' and new.kind in ('planned', 'underway', 'done') then
    raise exception 'Nobody looks after the spot' using errcode = 'insufficient_privilege';
  end if;
  -- That something is there to see either party may say, and not only who did it.
  if new.kind in ('verified', 'not-done') then return new; end if;
  writes := case when new.proposal_id is not null and manager in ('municipality', 'police', 'other')
    then (select p.to_organisation_id from traffic_proposal p where p.id = new.proposal_id)
    else (select p.organisation_id from partnership_party p where p.partnership_id = new.partnership_id and p.standing = 'municipality' limit 1)
  end;
  if new.organisation_id <> writes then
    raise exception 'Whoever looks after it says what becomes of it' using errcode = 'insufficient_privilege';
  end if;
  if manager in ('housing', 'road-authority', 'road-association', 'private', 'region')
    and not samsyn_acts_for(new.partnership_id, new.organisation_id, array['coordinator']) then
    raise exception 'The coordinator writes what somebody outside has answered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger action_step_follows before insert on action_step for each row execute function action_step_follows();
