-- What a problem says is corrected by either party until the other has said yes to it. What it said before stands, with who put other words in its place and when.

alter table problem add column version integer not null default 1 check (version >= 1);

create table problem_revision (
  problem_id uuid not null,
  partnership_id uuid not null references partnership (id),
  -- Which of its versions this was.
  version integer not null check (version >= 1),
  what text collate swedish not null,
  place jsonb not null,
  since text not null,
  occurs text not null,
  affected text not null,
  category text not null,
  organisation_id uuid not null references organisation (id),
  replaced_at timestamptz not null,
  example boolean not null default false,
  primary key (problem_id, version),
  foreign key (problem_id, partnership_id) references problem (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index problem_revision_partnership on problem_revision (partnership_id);
alter table problem_revision enable row level security;
alter table problem_revision force row level security;
create policy problem_revision_system on problem_revision to samsyn_system using (true) with check (true);
grant select, insert on problem_revision to samsyn_system;
create policy problem_revision_read on problem_revision for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
-- Only as the problem stands, and by those who may write of it.
create policy problem_revision_keep on problem_revision for insert to samsyn_staff
  with check (
    samsyn_speaks_for(partnership_id, organisation_id) and samsyn_analyses(partnership_id, problem_id)
    and exists (
      select 1 from problem p
      where p.id = problem_id and p.version = problem_revision.version
        and (p.what, p.place, p.since, p.occurs, p.affected, p.category)
          = (problem_revision.what, problem_revision.place, problem_revision.since, problem_revision.occurs, problem_revision.affected, problem_revision.category)
    )
  );
grant select, insert on problem_revision to samsyn_staff;

create policy problem_correct on problem for update to samsyn_staff
  using (state = 'open' and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner']))
  with check (partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant update (what, place, since, occurs, affected, category, version) on problem to samsyn_staff;

-- Who may correct may not decide by that; and no words are put in the place of others before those are kept.
create function problem_is_corrected() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff'
    and (new.state, new.chosen_at, new.closed_at, new.public_reason, new.merged_into)
      is distinct from (old.state, old.chosen_at, old.closed_at, old.public_reason, old.merged_into)
    and not samsyn_has_role(old.partnership_id, array['coordinator', 'liaison', 'signatory']) then
    raise exception 'A problem is answered by those who may speak for a party' using errcode = 'insufficient_privilege';
  end if;
  if (new.what, new.place, new.since, new.occurs, new.affected, new.category, new.version)
      is distinct from (old.what, old.place, old.since, old.occurs, old.affected, old.category, old.version)
    and (
      old.state <> 'open' or new.version <> old.version + 1
      or not exists (
        select 1 from problem_revision r
        where r.problem_id = old.id and r.version = old.version
          -- A yes is to the words that were read.
          and not exists (select 1 from problem_choice c where c.problem_id = old.id and c.organisation_id <> r.organisation_id)
      )
    ) then
    raise exception 'What a problem said is kept before it says something else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger problem_is_corrected before update on problem for each row execute function problem_is_corrected();
