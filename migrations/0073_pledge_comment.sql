-- Comments on a passage of a draft, answers under them, and proposals of other words: between those who write it, and never told outside.

create table pledge_comment (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- The löfte or activity it is about; null is the whole document.
  part_id uuid,
  field text not null check (length(field) <= 40),
  -- The words it is about, as they stood.
  quote text not null check (length(quote) <= 4000),
  body text not null check (length(body) <= 1000),
  -- Other words for the whole field, where it is a proposal.
  suggestion text check (length(suggestion) between 1 and 4000),
  -- The organisation and the office; the person is in the log, as of everything that is done.
  organisation_id uuid not null references organisation (id),
  office text not null,
  written_at timestamptz not null,
  state text not null check (state in ('open', 'resolved', 'accepted', 'declined')),
  -- Why a proposal was declined.
  answer text not null default '' check (length(answer) <= 500),
  settled_by_organisation_id uuid references organisation (id),
  settled_at timestamptz,
  example boolean not null default false,
  unique (id, partnership_id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  check (suggestion is not null or (btrim(body) <> '' and state in ('open', 'resolved'))),
  check ((state = 'open') = (settled_at is null) and (state = 'open') = (settled_by_organisation_id is null)),
  check (state <> 'declined' or btrim(answer) <> '')
);
create index pledge_comment_document on pledge_comment (document_id);

create table pledge_comment_reply (
  id uuid primary key,
  comment_id uuid not null,
  partnership_id uuid not null references partnership (id),
  body text not null check (length(body) <= 1000 and btrim(body) <> ''),
  organisation_id uuid not null references organisation (id),
  office text not null,
  written_at timestamptz not null,
  example boolean not null default false,
  foreign key (comment_id, partnership_id) references pledge_comment (id, partnership_id)
);
create index pledge_comment_reply_comment on pledge_comment_reply (comment_id);

do $$
declare name text;
begin
  foreach name in array array['pledge_comment', 'pledge_comment_reply'] loop
    execute format('create index %I on %I (partnership_id)', name || '_partnership', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
  end loop;
end
$$;
-- In one's own organisation's name, on what is still a draft, and open.
create policy pledge_comment_write on pledge_comment for insert to samsyn_staff
  with check (
    state = 'open' and samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory', 'activity-owner'])
    and exists (select 1 from pledge_document d where d.id = document_id and d.state = 'draft')
  );
create policy pledge_comment_reply_write on pledge_comment_reply for insert to samsyn_staff
  with check (
    samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory', 'activity-owner'])
  );
-- What was written stays as it was written; settled and opened again it can be.
create policy pledge_comment_settle on pledge_comment for update to samsyn_staff
  using (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory', 'activity-owner']))
  with check (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory', 'activity-owner'])
    and (settled_by_organisation_id is null or samsyn_speaks_for(partnership_id, settled_by_organisation_id))
    -- Other words come into the draft by those who write it.
    and (state not in ('accepted', 'declined') or samsyn_has_role(partnership_id, array['coordinator', 'liaison']))
  );
grant update (state, answer, settled_by_organisation_id, settled_at) on pledge_comment to samsyn_staff, samsyn_system;

-- A proposal that has been answered is answered.
create function pledge_comment_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state in ('accepted', 'declined') then
    raise exception 'What was answered is answered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_comment_stands before update on pledge_comment for each row execute function pledge_comment_stands();
