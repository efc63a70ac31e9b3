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
