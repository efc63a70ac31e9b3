-- A cause is a card (domain.md 3.3): how well it is supported and by what, who can do something about it, how soon that would show, and what is not known. What
-- hits it is a measure, and a measure says which causes it hits. What turned out not to be a cause stands with why.

alter table problem_cause
  add column strength text check (strength in ('weak', 'fair', 'strong')),
  add column degree text check (degree in ('wholly', 'partly')),
  add column horizon text check (horizon in ('short', 'long')),
  add column unknown text not null default '' check (length(unknown) <= 500),
  add column set_aside text check (length(btrim(set_aside)) > 0),
  add column version integer not null default 1,
  add unique (id, problem_id, partnership_id),
  add constraint problem_cause_degree check (degree is null or influenceable_by <> 'nobody');

alter table problem_evidence add unique (id, problem_id, partnership_id);

create table cause_evidence (
  cause_id uuid not null,
  evidence_id uuid not null,
  problem_id uuid not null,
  partnership_id uuid not null references partnership (id),
  example boolean not null default false,
  primary key (cause_id, evidence_id),
  foreign key (cause_id, problem_id, partnership_id) references problem_cause (id, problem_id, partnership_id),
  foreign key (evidence_id, problem_id, partnership_id) references problem_evidence (id, problem_id, partnership_id)
);
create index cause_evidence_partnership on cause_evidence (partnership_id);

create table measure (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  problem_id uuid not null,
  text text not null check (length(btrim(text)) > 0),
  technique text not null,
  by_whom text not null check (by_whom in ('municipality', 'police', 'both', 'other')),
  horizon text check (horizon in ('short', 'long')),
  set_aside text check (length(btrim(set_aside)) > 0),
  version integer not null default 1,
  noted_at timestamptz not null,
  example boolean not null default false,
  unique (id, problem_id, partnership_id),
  foreign key (problem_id, partnership_id) references problem (id, partnership_id)
);
create index measure_partnership on measure (partnership_id);
create index measure_problem on measure (problem_id);

create table measure_cause (
  measure_id uuid not null,
  cause_id uuid not null,
  problem_id uuid not null,
  partnership_id uuid not null references partnership (id),
  example boolean not null default false,
  primary key (measure_id, cause_id),
  foreign key (measure_id, problem_id, partnership_id) references measure (id, problem_id, partnership_id),
  foreign key (cause_id, problem_id, partnership_id) references problem_cause (id, problem_id, partnership_id)
);
create index measure_cause_partnership on measure_cause (partnership_id);

-- Who may write of a problem, while nobody has answered it.
create function samsyn_analyses(in_partnership uuid, in_problem uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select samsyn_has_role(in_partnership, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])
    and exists (select 1 from problem where id = in_problem and partnership_id = in_partnership and state in ('open', 'chosen'))
$$;
revoke all on function samsyn_analyses(uuid, uuid) from public;
grant execute on function samsyn_analyses(uuid, uuid) to samsyn_staff, samsyn_system;

do $$
declare name text;
begin
  foreach name in array array['cause_evidence', 'measure', 'measure_cause'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (samsyn_analyses(partnership_id, problem_id))', name || '_note', name);
  end loop;
  foreach name in array array['measure', 'measure_cause'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
  end loop;
  foreach name in array array['problem_cause', 'measure'] loop
    execute format(
      'create policy %I on %I for update to samsyn_staff using (samsyn_analyses(partnership_id, problem_id)) with check (samsyn_analyses(partnership_id, problem_id))',
      name || '_change', name
    );
  end loop;
  foreach name in array array['cause_evidence', 'measure_cause'] loop
    execute format('create policy %I on %I for delete to samsyn_staff using (samsyn_analyses(partnership_id, problem_id))', name || '_unlink', name);
    execute format('grant delete on %I to samsyn_staff', name);
  end loop;
end
$$;
-- A cause too is written while nobody has answered the problem.
drop policy problem_cause_noters on problem_cause;
create policy problem_cause_noters on problem_cause as restrictive for insert to samsyn_staff with check (samsyn_analyses(partnership_id, problem_id));
grant update (text, perspective, influenceable_by, strength, degree, horizon, unknown, set_aside, version) on problem_cause to samsyn_staff;
grant update (text, technique, by_whom, horizon, set_aside, version) on measure to samsyn_staff;

-- That a cause rests on what one party keeps to itself is known to whoever may read that, and to nobody else: the policy reads the evidence with the asker's own eyes.
create policy cause_evidence_read on cause_evidence for select to samsyn_staff
  using (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and exists (select 1 from problem_evidence e where e.id = evidence_id)
  );
