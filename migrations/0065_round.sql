-- A round: the parties weigh a year's problems, each apart (journeys.md, journey 10). Until both have locked, what one of them has scored does not exist for the other.

create table round (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  year integer not null check (year between 2000 and 2200),
  state text not null check (state in ('preparing', 'scoring', 'closed')),
  -- Criterion and how much it weighs, set together before anybody scores.
  weights jsonb not null check (jsonb_typeof(weights) = 'object' and weights <> '{}'),
  -- Whose proposal the weights and the problems are; the other party agrees.
  proposed_by_organisation_id uuid not null references organisation (id),
  proposed_at timestamptz not null,
  agreed_at timestamptz,
  closed_at timestamptz,
  example boolean not null default false,
  unique (partnership_id, year),
  unique (id, partnership_id),
  check (
    case state
      when 'preparing' then agreed_at is null and closed_at is null
      when 'scoring' then agreed_at is not null and closed_at is null
      when 'closed' then agreed_at is not null and closed_at is not null
    end
  )
);

create table round_problem (
  round_id uuid not null,
  problem_id uuid not null,
  partnership_id uuid not null references partnership (id),
  primary key (round_id, problem_id),
  foreign key (round_id, partnership_id) references round (id, partnership_id),
  foreign key (problem_id, partnership_id) references problem (id, partnership_id)
);

create table round_score (
  round_id uuid not null,
  problem_id uuid not null,
  criterion text not null,
  organisation_id uuid not null references organisation (id),
  partnership_id uuid not null references partnership (id),
  score integer not null check (score between 1 and 5),
  motive text not null check (length(motive) <= 200),
  scored_at timestamptz not null,
  example boolean not null default false,
  primary key (round_id, organisation_id, problem_id, criterion),
  foreign key (round_id, problem_id) references round_problem (round_id, problem_id),
  foreign key (round_id, partnership_id) references round (id, partnership_id)
);
create index round_score_partnership on round_score (partnership_id);

create table round_lock (
  round_id uuid not null,
  organisation_id uuid not null references organisation (id),
  partnership_id uuid not null references partnership (id),
  locked_at timestamptz not null,
  example boolean not null default false,
  primary key (round_id, organisation_id),
  foreign key (round_id, partnership_id) references round (id, partnership_id)
);

-- Decides for this very organisation here: a role in another party gives none.
create function samsyn_decides_for(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where person_id = samsyn_person() and ended_at is null and partnership_id = in_partnership and organisation_id = for_organisation
      and role in ('coordinator', 'liaison', 'signatory')
  )
$$;

-- These read with the asker's own eyes: of the other party's scores they find nothing that the asker does not.
create function samsyn_weighs_here(in_partnership uuid, in_organisation uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (
    select 1 from partnership_party join organisation on organisation.id = organisation_id
    where partnership_party.partnership_id = in_partnership and organisation_id = in_organisation and kind in ('municipality', 'police')
  )
$$;

create function samsyn_all_locked(in_round uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select count(*) > 0 and count(*) = count(l.organisation_id) from round r
    join partnership_party p on p.partnership_id = r.partnership_id
    join organisation o on o.id = p.organisation_id and o.kind in ('municipality', 'police')
    left join round_lock l on l.round_id = r.id and l.organisation_id = o.id
  where r.id = in_round
$$;

-- Every problem has a score by every criterion, and a line of why where it is as low or as high as it gets.
create function samsyn_scored_whole(in_round uuid, in_organisation uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select not exists (
    select 1 from round r
      join round_problem p on p.round_id = r.id
      cross join lateral jsonb_object_keys(r.weights) as k (criterion)
      left join round_score s on s.round_id = r.id and s.problem_id = p.problem_id and s.criterion = k.criterion and s.organisation_id = in_organisation
    where r.id = in_round and (s.score is null or (s.score in (1, 5) and btrim(s.motive) = ''))
  ) and exists (select 1 from round_problem where round_id = in_round)
$$;

-- Open to be scored by this organisation: agreed on, and not locked by it.
create function samsyn_may_score(in_round uuid, in_problem uuid, in_criterion text, in_organisation uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (
    select 1 from round r join round_problem p on p.round_id = r.id
    where r.id = in_round and p.problem_id = in_problem and r.state = 'scoring' and r.weights ? in_criterion
      and not exists (select 1 from round_lock l where l.round_id = r.id and l.organisation_id = in_organisation)
  )
$$;
revoke all on function samsyn_decides_for(uuid, uuid), samsyn_weighs_here(uuid, uuid), samsyn_all_locked(uuid), samsyn_scored_whole(uuid, uuid),
  samsyn_may_score(uuid, uuid, text, uuid) from public;
grant execute on function samsyn_decides_for(uuid, uuid), samsyn_weighs_here(uuid, uuid), samsyn_all_locked(uuid), samsyn_scored_whole(uuid, uuid),
  samsyn_may_score(uuid, uuid, text, uuid) to samsyn_staff, samsyn_system;

do $$
declare name text;
begin
  foreach name in array array['round', 'round_problem', 'round_score', 'round_lock'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  foreach name in array array['round', 'round_problem', 'round_lock'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
  end loop;
end
$$;

-- That a party has locked is read by both. What it has scored is read by the other when both have.
create policy round_score_read on round_score for select to samsyn_staff
  using (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and (samsyn_speaks_for(partnership_id, organisation_id) or samsyn_all_locked(round_id))
  );

create policy round_open on round for insert to samsyn_staff
  with check (
    state = 'preparing' and samsyn_decides_for(partnership_id, proposed_by_organisation_id)
    and samsyn_weighs_here(partnership_id, proposed_by_organisation_id)
  );
create policy round_decide on round for update to samsyn_staff
  using (state <> 'closed' and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']))
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']));
grant update (state, weights, proposed_by_organisation_id, proposed_at, agreed_at, closed_at) on round to samsyn_staff;

-- What is weighed, and by how much, is nobody's to change once it is agreed on; nobody agrees with themselves; nothing is closed before both have locked.
create function round_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if old.state <> 'preparing' and (new.weights <> old.weights or new.state = 'preparing' or new.proposed_by_organisation_id <> old.proposed_by_organisation_id
    or new.agreed_at <> old.agreed_at) then
    raise exception 'What was agreed on stands' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'preparing' and new.state = 'preparing' and not samsyn_decides_for(new.partnership_id, new.proposed_by_organisation_id) then
    raise exception 'A proposal is one''s own' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'preparing' and new.state <> 'preparing' and (
    new.state <> 'scoring' or new.weights <> old.weights or new.proposed_by_organisation_id <> old.proposed_by_organisation_id
    or samsyn_decides_for(old.partnership_id, old.proposed_by_organisation_id)
  ) then
    raise exception 'The other party agrees' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'closed' and not samsyn_all_locked(new.id) then
    raise exception 'Both lock first' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger round_stands before update on round for each row execute function round_stands();

create policy round_problem_put on round_problem for insert to samsyn_staff
  with check (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory'])
    and exists (select 1 from round where round.id = round_id and round.state = 'preparing')
  );
create policy round_problem_take on round_problem for delete to samsyn_staff
  using (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory'])
    and exists (select 1 from round where round.id = round_id and round.state = 'preparing')
  );
grant delete on round_problem to samsyn_staff;

create policy round_score_give on round_score for insert to samsyn_staff
  with check (
    samsyn_decides_for(partnership_id, organisation_id) and samsyn_weighs_here(partnership_id, organisation_id)
    and samsyn_may_score(round_id, problem_id, criterion, organisation_id)
  );
create policy round_score_change on round_score for update to samsyn_staff
  using (samsyn_decides_for(partnership_id, organisation_id) and samsyn_may_score(round_id, problem_id, criterion, organisation_id))
  with check (samsyn_decides_for(partnership_id, organisation_id) and samsyn_may_score(round_id, problem_id, criterion, organisation_id));
grant update (score, motive, scored_at) on round_score to samsyn_staff;

create policy round_lock_own on round_lock for insert to samsyn_staff
  with check (
    samsyn_decides_for(partnership_id, organisation_id) and samsyn_weighs_here(partnership_id, organisation_id)
    and exists (select 1 from round where round.id = round_id and round.state = 'scoring')
    and samsyn_scored_whole(round_id, organisation_id)
  );
