-- A warning of personal data that its writer set aside: the note is its owner's alone until another of the same organisation has looked.

alter table observation
  -- What the writer wished to share it as; kept while nobody else has looked.
  add column wished_sharing text check (wished_sharing in ('own', 'shared', 'public')),
  -- The revision that another person has looked through and let stand.
  add column reviewed_revision integer check (reviewed_revision > 0),
  add check (wished_sharing is null or sharing = 'own');
grant update (wished_sharing, reviewed_revision) on observation to samsyn_staff;

create table person_review (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  observation_id uuid not null,
  owner_organisation_id uuid not null references organisation (id),
  -- What was pointed out, by kind: {"name", "address"}. The words themselves stand in the note and nowhere else.
  kinds text[] not null,
  reason text not null check (length(btrim(reason)) > 0),
  overridden_by uuid not null references person (id),
  overridden_at timestamptz not null,
  verdict text check (verdict in ('released', 'covered', 'rewritten')),
  reviewed_by uuid references person (id),
  reviewed_at timestamptz,
  foreign key (observation_id, partnership_id) references observation (id, partnership_id),
  check ((verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null)),
  -- A writer may write it anew; to let it stand takes somebody else.
  check (verdict is null or verdict = 'rewritten' or reviewed_by <> overridden_by)
);
create index person_review_of on person_review (partnership_id, observation_id);
create unique index person_review_open on person_review (observation_id) where verdict is null;

alter table person_review enable row level security;
alter table person_review force row level security;
create policy person_review_system on person_review to samsyn_system using (true) with check (true);
create policy person_review_read on person_review for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]) and samsyn_speaks_for(partnership_id, owner_organisation_id));
create policy person_review_write on person_review for insert to samsyn_staff
  with check (
    samsyn_speaks_for(partnership_id, owner_organisation_id) and overridden_by = samsyn_person() and verdict is null
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])
    and exists (select 1 from observation where observation.id = observation_id and observation.owner_organisation_id = person_review.owner_organisation_id)
  );
create policy person_review_change on person_review for update to samsyn_staff
  using (samsyn_speaks_for(partnership_id, owner_organisation_id) and verdict is null)
  with check (
    samsyn_speaks_for(partnership_id, owner_organisation_id) and reviewed_by = samsyn_person()
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])
  );
grant select, insert on person_review to samsyn_staff, samsyn_system;
grant update (verdict, reviewed_by, reviewed_at) on person_review to samsyn_staff;

-- What is held is let go by another person, or because it was written anew; never by taking the mark away.
create function observation_is_held() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.wished_sharing is not null and new.wished_sharing is null and (
    exists (select 1 from person_review r where r.observation_id = new.id and r.verdict is null)
    or (
      (old.text, old.consequence, old.proposal, old.place_name) is not distinct from (new.text, new.consequence, new.proposal, new.place_name)
      and new.reviewed_revision is distinct from new.revision
    )
  ) then
    raise exception 'The note waits for another person' using errcode = 'insufficient_privilege';
  end if;
  if new.reviewed_revision is distinct from old.reviewed_revision and new.reviewed_revision is not null and not exists (
    select 1 from person_review r where r.observation_id = new.id and r.verdict in ('released', 'covered') and r.reviewed_by <> r.overridden_by
  ) then
    raise exception 'Nobody else has looked at the note' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger observation_held before update on observation for each row execute function observation_is_held();

-- What goes when. Raw words age out by a decision of the organisation that owns them; counts, places and times stay. Nothing goes without a decision,
-- and a decision is approved by another person of the same organisation (journeys.md, journey 18).
create table retention_rule (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  source_kind text not null check (source_kind in ('walk', 'dialogue', 'staff', 'resident-report', 'weekly-report', 'police-events', 'event-file', 'survey', 'statistics', 'traffic-measurement', 'hearing', 'other')),
  months integer not null check (months between 1 and 240),
  -- Which body decided, when, under which paragraph: «Kommunstyrelsen», 2026-03-05, «§ 31».
  body text not null check (length(btrim(body)) > 0),
  decided_on date not null,
  paragraph text not null check (length(btrim(paragraph)) > 0),
  written_by uuid not null references person (id),
  written_at timestamptz not null,
  approved_by uuid references person (id),
  approved_at timestamptz,
  -- A later decision takes its place; what was done under this one stays explained.
  replaced_at timestamptz,
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by <> written_by)
);
create unique index retention_rule_in_force on retention_rule (partnership_id, organisation_id, source_kind) where replaced_at is null;

-- «Utlämnandespärr»: somebody has asked for it, or a court has; nothing of the source goes while it lasts.
create table retention_hold (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  source_id uuid not null,
  reason text not null check (length(btrim(reason)) > 0),
  held_by uuid not null references person (id),
  held_at timestamptz not null,
  let_go_by uuid references person (id),
  let_go_at timestamptz,
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check ((let_go_by is null) = (let_go_at is null))
);
create unique index retention_hold_in_force on retention_hold (source_id) where let_go_at is null;

-- What went: counts and a digest of the ids, never the words.
create table disposal_run (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  rule_id uuid not null references retention_rule (id),
  source_kind text not null,
  older_than timestamptz not null,
  observations integer not null check (observations >= 0),
  revisions integer not null check (revisions >= 0),
  photos integer not null check (photos >= 0),
  quotes integer not null check (quotes >= 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  done_at timestamptz not null
);

alter table observation add column disposed_at timestamptz;
create index observation_raw on observation (partnership_id, owner_organisation_id, source_id, received_at) where disposed_at is null;
alter table source add column registry_number text check (length(btrim(registry_number)) > 0);
alter table source add column secrecy_mark text check (length(btrim(secrecy_mark)) > 0);
grant update (registry_number, secrecy_mark) on source to samsyn_staff;
create policy source_mark on source for update to samsyn_staff
  using (samsyn_speaks_for(partnership_id, owner_organisation_id))
  with check (samsyn_speaks_for(partnership_id, owner_organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
grant delete on observation_revision, photo to samsyn_system;
grant update on dialogue_theme to samsyn_system;

do $$
declare name text;
begin
  foreach name in array array['retention_rule', 'retention_hold', 'disposal_run'] loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    -- Each organisation sees its own: what the other keeps apart is not told by when it goes either.
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]) and samsyn_speaks_for(partnership_id, organisation_id))', name || '_read', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select on %I to samsyn_staff', name);
  end loop;
end
$$;
create policy retention_rule_write on retention_rule for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and written_by = samsyn_person() and approved_by is null and replaced_at is null);
create policy retention_rule_change on retention_rule for update to samsyn_staff
  using (samsyn_speaks_for(partnership_id, organisation_id) and replaced_at is null)
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory', 'administrator'])
    and (approved_by is null or approved_by = samsyn_person() or replaced_at is not null));
grant insert, update (approved_by, approved_at, replaced_at) on retention_rule to samsyn_staff;
create policy retention_hold_write on retention_hold for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and held_by = samsyn_person() and let_go_by is null
    and exists (select 1 from source where source.id = source_id and source.owner_organisation_id = retention_hold.organisation_id));
create policy retention_hold_change on retention_hold for update to samsyn_staff
  using (samsyn_speaks_for(partnership_id, organisation_id) and let_go_at is null)
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and let_go_by = samsyn_person());
grant insert, update (let_go_by, let_go_at) on retention_hold to samsyn_staff;
