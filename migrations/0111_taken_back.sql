-- A text that was put forward can be taken back, and one that is not published can be laid down: by either party, with a reason both read. Signatures and the
-- log's entries stand. What is published is changed by a change of it, and by nothing else (docs/decisions/0013, 0015).

create table pledge_taken_back (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- Back to a draft, or laid down for good.
  kind text not null check (kind in ('back', 'dropped')),
  -- The text as it was then.
  revision integer not null,
  content_hash text not null,
  reason text not null check (length(btrim(reason)) between 1 and 300),
  organisation_id uuid not null references organisation (id),
  taken_back_at timestamptz not null,
  example boolean not null default false,
  unique (document_id, revision),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index pledge_taken_back_partnership on pledge_taken_back (partnership_id);
alter table pledge_taken_back enable row level security;
alter table pledge_taken_back force row level security;
create policy pledge_taken_back_system on pledge_taken_back to samsyn_system using (true) with check (true);
grant select, insert on pledge_taken_back to samsyn_system;
create policy pledge_taken_back_read on pledge_taken_back for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy pledge_taken_back_write on pledge_taken_back for insert to samsyn_staff
  with check (
    samsyn_consults(partnership_id, organisation_id)
    and exists (
      select 1 from pledge_document d
      where d.id = document_id and d.revision = pledge_taken_back.revision and d.content_hash = pledge_taken_back.content_hash
        and case kind when 'back' then d.state = 'proposed' else d.state in ('draft', 'half-signed', 'signed') end
    )
    -- Whoever was asked what they think of it has an answer first.
    and not exists (select 1 from consultation c where c.document_id = pledge_taken_back.document_id and c.state = 'agreed')
  );
grant select, insert on pledge_taken_back to samsyn_staff;

-- A state of its own: what is closed has been in force, and this never was. Its address is free again.
do $$
declare name text;
begin
  for name in
    select conname from pg_constraint
    where conrelid = 'pledge_document'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%half-signed%'
  loop
    execute format('alter table pledge_document drop constraint %I', name);
  end loop;
end
$$;
alter table pledge_document
  add constraint pledge_document_state check (state in ('draft', 'proposed', 'half-signed', 'signed', 'published', 'closed', 'dropped')),
  add constraint pledge_document_state_holds check (
    case state
      when 'draft' then proposed_at is null and signed_at is null and published_at is null and closed_at is null
      when 'proposed' then proposed_at is not null and signed_at is null and published_at is null and closed_at is null
      when 'half-signed' then proposed_at is not null and signed_at is null and published_at is null and closed_at is null
      when 'signed' then signed_at is not null and published_at is null and closed_at is null
      when 'published' then signed_at is not null and published_at is not null and closed_at is null
      when 'closed' then published_at is not null and closed_at is not null and closing is not null
      -- A draft that nobody put forward leaves no trace in the log, and has no moment of ending there.
      when 'dropped' then published_at is null and closing = 'withdrawn' and (closed_at is not null) = (proposed_at is not null)
    end
  ),
  drop constraint pledge_document_partnership_id_slug_key;
create unique index pledge_document_slug on pledge_document (partnership_id, slug) where state <> 'dropped';
drop index pledge_extended_once;
create unique index pledge_extended_once on pledge_document (original_id) where amends_kind = 'extension' and state <> 'dropped';

create or replace function pledge_document_is_fixed() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  states text[] := array['draft', 'proposed', 'half-signed', 'signed', 'published', 'closed'];
begin
  if old.state <> 'draft' and (new.content_text <> old.content_text or new.content <> old.content or new.slug <> old.slug or new.title <> old.title) then
    raise exception 'A proposed or signed promise cannot be changed' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> new.state and (
    old.state = 'dropped' or (new.state = 'dropped' and old.state not in ('draft', 'half-signed', 'signed'))
    or (array_position(states, new.state) < array_position(states, old.state) and not (old.state = 'proposed' and new.state = 'draft'))
  ) then
    raise exception 'A promise does not go back to an earlier state' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

-- Only as it is written down who did and why, whoever writes.
create function pledge_document_is_taken_back() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from pledge_taken_back t
    where t.document_id = new.id and t.revision = old.revision and t.kind = case new.state when 'draft' then 'back' else 'dropped' end
  ) or (new.state = 'draft' and new.revision <> old.revision + 1) then
    raise exception 'A promise is taken back with a reason' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_taken_back before update on pledge_document for each row
  when ((new.state = 'dropped' and old.state <> 'dropped') or (new.state = 'draft' and old.state = 'proposed'))
  execute function pledge_document_is_taken_back();

-- What was laid out to be done goes with the text that is not promised; nothing has been done in it. A change laid out nothing: its rows are the promise's own.
create function pledge_taken_back_takes_effect() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update pledge_document set
    state = case new.kind when 'back' then 'draft' else 'dropped' end,
    revision = case new.kind when 'back' then revision + 1 else revision end,
    proposed_at = case new.kind when 'back' then null else proposed_at end,
    closing = case new.kind when 'back' then null else 'withdrawn' end,
    closed_at = case when new.kind = 'dropped' and proposed_at is not null then new.taken_back_at end,
    changed_at = new.taken_back_at,
    changed_by_organisation_id = new.organisation_id
  where id = new.document_id and revision = new.revision
    and case new.kind when 'back' then state = 'proposed' else state in ('draft', 'half-signed', 'signed') end;
  if found then
    delete from pledge_activity where document_id = new.document_id;
  end if;
  return null;
end
$$;
revoke all on function pledge_taken_back_takes_effect from public;
grant execute on function pledge_taken_back_takes_effect to current_user;
create trigger pledge_taken_back_takes_effect after insert on pledge_taken_back for each row execute function pledge_taken_back_takes_effect();
grant delete on pledge_activity to samsyn_system;
grant create on schema public to samsyn_system;
alter function pledge_taken_back_takes_effect owner to samsyn_system;
revoke create on schema public from samsyn_system;

-- A text that is put forward again after it was changed is in the log once more, by its new hash; every other thing happens once.
alter table pledge_log_entry drop constraint pledge_log_entry_kind_subject_id_key;
create unique index pledge_log_entry_once on pledge_log_entry (kind, subject_id) where kind <> 'proposed';
create unique index pledge_log_entry_proposed on pledge_log_entry (subject_id, (leaf::jsonb ->> 'hash')) where kind = 'proposed';
create or replace function pledge_log_add(in_kind text, in_partnership uuid, in_document uuid, in_subject uuid, in_at timestamptz, in_said jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_index bigint;
  at_level smallint := 0;
  new_leaf text;
  new_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtext('pledge_log'));
  if exists (select 1 from pledge_log_entry e where e.kind = in_kind and e.subject_id = in_subject
    and (in_kind <> 'proposed' or e.leaf::jsonb ->> 'hash' = in_said ->> 'hash')) then
    return;
  end if;
  select coalesce(max(e.index) + 1, 0) into at_index from pledge_log_entry e;
  select '{' || string_agg(to_json(said.key)::text || ':' || to_json(said.value)::text, ',' order by said.key collate "C") || '}' into new_leaf
  from jsonb_each_text(jsonb_strip_nulls(in_said || jsonb_build_object(
    'format', 'samsyn-log-1', 'kind', in_kind,
    'at', to_char(in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    -- By the database's own clock: when it came into the log, also when it happened long before there was one.
    'logged', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))) said;
  insert into pledge_log_entry (index, kind, partnership_id, document_id, subject_id, leaf)
    values (at_index, in_kind, in_partnership, in_document, in_subject, new_leaf);
  new_hash := sha256('\x00'::bytea || convert_to(new_leaf, 'UTF8'));
  insert into pledge_log_node (level, index, hash) values (0, at_index, new_hash);
  -- Every second entry completes a pair, every fourth two: on average one.
  while at_index % 2 = 1 loop
    select sha256('\x01'::bytea || n.hash || new_hash) into strict new_hash from pledge_log_node n where n.level = at_level and n.index = at_index - 1;
    at_level := at_level + 1;
    at_index := at_index / 2;
    insert into pledge_log_node (level, index, hash) values (at_level, at_index, new_hash);
  end loop;
end
$$;
