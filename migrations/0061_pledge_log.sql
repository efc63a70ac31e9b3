-- The promises' log: a Merkle tree (RFC 6962) over everything that is proposed, signed, published and closed, so that nothing of it can be
-- changed afterwards without anybody being able to see it (docs/decisions/0013). Written by the tables themselves, in the transaction of what happens.

create table pledge_log_entry (
  index bigint primary key check (index >= 0),
  kind text not null check (kind in ('proposed', 'signed', 'published', 'amended', 'closed', 'report-published')),
  partnership_id uuid not null references partnership (id),
  document_id uuid not null references pledge_document (id),
  -- What was signed or published: a signature, a document, a report.
  subject_id uuid not null,
  -- Canonical JSON (RFC 8785), byte for byte what is hashed. No person, and no word of the document.
  leaf text not null,
  -- What happens once is there once.
  unique (kind, subject_id)
);
create index pledge_log_entry_document on pledge_log_entry (document_id);

-- Whole subtrees: 2^level entries, the index-th from the left. Level 0 is the entries' own hashes.
create table pledge_log_node (
  level smallint not null check (level >= 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- The key the log's head is signed with, made by the server the first time it is needed.
create table pledge_log_key (
  only_one boolean primary key default true check (only_one),
  private_key bytea not null,
  public_key bytea not null check (octet_length(public_key) = 32),
  made_at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['pledge_log_entry', 'pledge_log_node', 'pledge_log_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select to samsyn_system using (true)', name || '_system', name);
    execute format('grant select on %I to samsyn_system', name);
    -- For everybody, the owner included.
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function event_is_append_only()', name || '_append_only', name);
  end loop;
end
$$;
create policy pledge_log_key_make on pledge_log_key for insert to samsyn_system with check (true);
grant insert on pledge_log_key to samsyn_system;
-- Hashes say nothing of what they are of: whoever wants to check the log may have them all.
create policy pledge_log_node_open on pledge_log_node for select to samsyn_staff, samsyn_stranger using (true);
grant select on pledge_log_node to samsyn_staff, samsyn_stranger;

-- The only way into the log, and nobody's to call: the tables do, by what happens to their rows. One at a time, until the transaction is over.
create function pledge_log_add(in_kind text, in_partnership uuid, in_document uuid, in_subject uuid, in_at timestamptz, in_said jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_index bigint;
  at_level smallint := 0;
  new_leaf text;
  new_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtext('pledge_log'));
  if exists (select 1 from pledge_log_entry e where e.kind = in_kind and e.subject_id = in_subject) then
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
revoke all on function pledge_log_add from public;

-- What has happened to a document, in order. It sees everything that is there, as the server itself does: where the owner of the database is held to
-- the rules about rows, the owner does not.
create function pledge_happened(in_document uuid)
returns table (turn integer, kind text, partnership uuid, subject uuid, at timestamptz, said jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.turn, h.kind, d.partnership_id, h.subject, case when h.said ->> 'means' = 'paper' then null else h.at end,
    h.said || jsonb_build_object('partnership', p.slug, 'document', d.slug, 'hash', d.content_hash)
  from pledge_document d
  join partnership p on p.id = d.partnership_id
  cross join lateral (
    select 1 as turn, 'proposed' as kind, d.id as subject, d.proposed_at as at, '{}'::jsonb as said
    union all
    select 2, 'signed', s.id, s.signed_at, jsonb_build_object(
      -- On paper the day is the one on the paper, where it is known, and only that.
      'party', s.party, 'means', s.means ->> 'kind', 'on', s.means ->> 'on',
      'office', case when (s.mandate ->> 'acting')::boolean then 'tf. ' else '' end || (s.mandate ->> 'office'))
    from pledge_signature s where s.document_id = d.id
    union all select 3, 'published', d.id, d.published_at, '{}'
    union all select 4, 'closed', d.id, d.closed_at, jsonb_build_object('closing', d.closing)
  ) h
  where d.id = in_document and h.at is not null
  order by h.turn, h.at, h.subject
$$;
revoke all on function pledge_happened from public;
grant execute on function pledge_happened to current_user;
grant create on schema public to samsyn_system;
alter function pledge_happened owner to samsyn_system;
revoke create on schema public from samsyn_system;

-- On update only: a document begins as a draft, of which nothing is logged, and a copy that is restored brings its log with it.
create function pledge_document_is_logged() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pledge_log_add(h.kind, h.partnership, new.id, h.subject, h.at, h.said) from pledge_happened(new.id) h;
  return null;
end
$$;
revoke all on function pledge_document_is_logged from public;
create trigger pledge_document_is_logged after update on pledge_document for each row
  when (old.state is distinct from new.state)
  execute function pledge_document_is_logged();

-- What was signed before there was a log comes in now, and each entry says that it did.
alter table pledge_document no force row level security;
do $$
declare document record;
begin
  for document in select id from pledge_document where state <> 'draft' order by proposed_at, slug, id loop
    perform pledge_log_add(h.kind, h.partnership, document.id, h.subject, h.at, h.said) from pledge_happened(document.id) h;
  end loop;
end
$$;
alter table pledge_document force row level security;
