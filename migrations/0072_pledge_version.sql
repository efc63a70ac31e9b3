-- Writing together: every wording a draft has had is kept, and what could not be put in because two had changed the same words is kept beside them.

create table pledge_version (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- Of what is put aside: the revision it was begun from.
  revision integer not null,
  aside boolean not null default false,
  content jsonb not null,
  -- The organisation, never the person.
  organisation_id uuid references organisation (id),
  saved_at timestamptz not null,
  example boolean not null default false,
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id)
);
create unique index pledge_version_saved on pledge_version (document_id, revision) where not aside;
create index pledge_version_partnership on pledge_version (partnership_id);

-- Which wording somebody has read last: theirs alone, and no more than that.
create table pledge_read (
  document_id uuid not null,
  person_id uuid not null references person (id),
  partnership_id uuid not null references partnership (id),
  revision integer not null,
  primary key (document_id, person_id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id)
);
create index pledge_read_partnership on pledge_read (partnership_id);

do $$
declare name text;
begin
  foreach name in array array['pledge_version', 'pledge_read'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
create policy pledge_version_read on pledge_version for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
-- What is saved is kept by the database itself. What is put aside is one's own, and beside a draft.
create policy pledge_version_aside on pledge_version for insert to samsyn_staff
  with check (
    aside and organisation_id is not null and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and samsyn_speaks_for(partnership_id, organisation_id)
    and exists (select 1 from pledge_document d where d.id = document_id and d.state = 'draft')
  );
create policy pledge_read_own on pledge_read to samsyn_staff
  using (person_id = samsyn_person() and partnership_id = any ((select samsyn_partnerships())::uuid[]))
  with check (person_id = samsyn_person() and partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant update (revision) on pledge_read to samsyn_staff, samsyn_system;

-- The wording that another takes the place of, or that is proposed. On update only: what stands in the document is its newest version, and a copy that is
-- restored brings its earlier ones with it.
create function pledge_version_is_kept() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into pledge_version (id, partnership_id, document_id, revision, content, organisation_id, saved_at, example)
    values (gen_random_uuid(), old.partnership_id, old.id, old.revision, old.content, old.changed_by_organisation_id, old.changed_at, old.example)
    on conflict do nothing;
  return null;
end
$$;
revoke all on function pledge_version_is_kept from public;
grant execute on function pledge_version_is_kept to current_user;
create trigger pledge_version_is_kept after update on pledge_document for each row
  when (old.state = 'draft' and (old.content is distinct from new.content or old.revision is distinct from new.revision or new.state <> 'draft'))
  execute function pledge_version_is_kept();
grant create on schema public to samsyn_system;
alter function pledge_version_is_kept owner to samsyn_system;
revoke create on schema public from samsyn_system;
