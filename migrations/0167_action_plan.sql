-- The action plan (åtgärdsplan, lag 2023:196 5 and 6 §§): which measures the municipality intends to take, on the ground of a situation report that was adopted (docs/decisions/0040). It is the municipality's alone:
-- its people write it, and the other party reads it once it is decided. What was decided changes no more, and how it was followed up is kept beside it; that strangers read it is a yes that can be taken back.
create table action_plan (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null,
  -- The adopted situation report under it.
  report_id uuid not null,
  state text not null check (state in ('draft', 'decided')),
  begun_at timestamptz not null,
  slug text check (slug ~ '^[0-9]{4}(-[0-9]+)?$'),
  -- SHA-256 over the canonical content (RFC 8785), as it was when it was decided.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  decided_at timestamptz,
  told_at timestamptz,
  example boolean not null default false,
  unique (id, partnership_id),
  unique (partnership_id, slug),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  foreign key (report_id, partnership_id) references situation_report (id, partnership_id),
  check (
    (state = 'decided') = (slug is not null) and (state = 'decided') = (content_hash is not null) and (state = 'decided') = (decided_at is not null)
  ),
  check (told_at is null or state = 'decided')
);
create unique index action_plan_in_work on action_plan (partnership_id) where state = 'draft';

create table action_measure (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  plan_id uuid not null,
  place integer not null check (place >= 1),
  version integer not null check (version >= 1),
  what text not null check (length(btrim(what)) between 1 and 300),
  chapter text not null check (chapter in (
    'summary', 'purpose', 'method', 'municipality', 'crime', 'consequences', 'felt-safety', 'youth', 'traffic', 'places', 'voices', 'analysis',
    'priorities', 'outlook', 'measures', 'gaps', 'former'
  )),
  why text not null check (length(btrim(why)) between 1 and 1000),
  office text not null check (length(btrim(office)) between 1 and 120),
  from_day date,
  to_day date,
  follow_up text not null check (length(btrim(follow_up)) between 1 and 500),
  -- The activity of a promise that it is.
  activity_id uuid,
  example boolean not null default false,
  unique (plan_id, place),
  foreign key (plan_id, partnership_id) references action_plan (id, partnership_id),
  foreign key (activity_id, partnership_id) references pledge_activity (id, partnership_id),
  check (from_day is null or to_day is null or to_day >= from_day)
);
create index action_measure_partnership on action_measure (partnership_id);

-- What the body decided. A note that was wrong is put right by another, with the reason; what it said before stands.
create table action_plan_decision (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  plan_id uuid not null,
  decided_on date not null,
  body text not null check (length(btrim(body)) between 1 and 120),
  section text not null check (length(section) <= 20),
  registry_number text not null check (length(btrim(registry_number)) between 1 and 60),
  noted_at timestamptz not null,
  office text not null check (length(office) <= 120),
  replaces uuid unique,
  reason text check (length(btrim(reason)) between 1 and 300),
  example boolean not null default false,
  unique (id, plan_id),
  foreign key (plan_id, partnership_id) references action_plan (id, partnership_id),
  foreign key (replaces, plan_id) references action_plan_decision (id, plan_id),
  check ((replaces is null) = (reason is null))
);
create unique index action_plan_decision_first on action_plan_decision (plan_id) where replaces is null;
create index action_plan_decision_partnership on action_plan_decision (partnership_id);

create table action_plan_follow_up (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  plan_id uuid not null,
  followed_on date not null,
  office text not null check (length(office) <= 120),
  -- Of each measure its status, a sentence, and what the log said of it that day.
  measures jsonb not null,
  noted_at timestamptz not null,
  replaces uuid unique,
  reason text check (length(btrim(reason)) between 1 and 300),
  example boolean not null default false,
  unique (id, plan_id),
  foreign key (plan_id, partnership_id) references action_plan (id, partnership_id),
  foreign key (replaces, plan_id) references action_plan_follow_up (id, plan_id),
  check ((replaces is null) = (reason is null))
);
create index action_plan_follow_up_partnership on action_plan_follow_up (partnership_id);

-- Decided is decided, whoever asks; whether strangers read it is the one thing that is said afterwards.
create function action_plan_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.state = 'decided' and (tg_op = 'DELETE' or to_jsonb(new) - 'told_at' <> to_jsonb(old) - 'told_at') then
    raise exception 'A decided action plan does not change' using errcode = 'insufficient_privilege';
  end if;
  if tg_op <> 'DELETE' and not exists (select 1 from situation_report where id = new.report_id and state = 'adopted') then
    raise exception 'An action plan has an adopted situation report as its ground' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger action_plan_stands before insert or update or delete on action_plan for each row execute function action_plan_stands();

create function action_measure_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from action_plan where id in (new.plan_id, old.plan_id) and state = 'decided') then
    raise exception 'A decided action plan does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger action_measure_stands before insert or update or delete on action_measure for each row execute function action_measure_stands();

-- The municipality's own, by whoever leads its work: the same as of what it hands to others.
do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  seen constant text := 'exists (select 1 from action_plan p where p.id = plan_id)';
begin
  foreach name in array array['action_plan', 'action_measure', 'action_plan_decision', 'action_plan_follow_up'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  -- A draft is read by the municipality's own people; what was decided by everybody here.
  execute format('create policy action_plan_read on action_plan for select to samsyn_staff using (%s and (state = ''decided'' or samsyn_speaks_for(partnership_id, organisation_id)))', mine);
  foreach name in array array['action_measure', 'action_plan_decision', 'action_plan_follow_up'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen);
  end loop;
end
$$;
create policy action_plan_begin on action_plan for insert to samsyn_staff
  with check (state = 'draft' and not example and samsyn_writes_brief(partnership_id, organisation_id));
create policy action_plan_change on action_plan for update to samsyn_staff
  using (samsyn_writes_brief(partnership_id, organisation_id)) with check (samsyn_writes_brief(partnership_id, organisation_id));
grant update (report_id, state, slug, content_hash, decided_at, told_at) on action_plan to samsyn_staff;

create function samsyn_writes_plan(of_plan uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from action_plan p where p.id = of_plan and samsyn_writes_brief(p.partnership_id, p.organisation_id))
$$;
create function samsyn_plan_is_decided(of_plan uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from action_plan p where p.id = of_plan and p.state = 'decided')
$$;
revoke all on function samsyn_writes_plan(uuid), samsyn_plan_is_decided(uuid) from public;
grant execute on function samsyn_writes_plan(uuid), samsyn_plan_is_decided(uuid) to samsyn_staff, samsyn_system;
create policy action_measure_write on action_measure for insert to samsyn_staff with check (not example and samsyn_writes_plan(plan_id));
create policy action_measure_rewrite on action_measure for update to samsyn_staff using (samsyn_writes_plan(plan_id)) with check (samsyn_writes_plan(plan_id));
create policy action_measure_take_out on action_measure for delete to samsyn_staff using (samsyn_writes_plan(plan_id));
grant update (version, what, chapter, why, office, from_day, to_day, follow_up, activity_id) on action_measure to samsyn_staff;
grant delete on action_measure to samsyn_staff;
create policy action_plan_decision_note on action_plan_decision for insert to samsyn_staff
  with check (not example and samsyn_writes_plan(plan_id) and samsyn_plan_is_decided(plan_id));
create policy action_plan_follow_up_note on action_plan_follow_up for insert to samsyn_staff
  with check (not example and samsyn_writes_plan(plan_id) and samsyn_plan_is_decided(plan_id));
