-- Publication by two keys: each organisation's person says yes to exactly one text with a key of their own, and without both nothing is published (docs/decisions/0022).

create table pledge_publishing (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null references pledge_document (id),
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  content_hash text not null,
  pressed_at timestamptz not null,
  means jsonb not null check (means ->> 'kind' = 'passkey'),
  unique (document_id, party),
  unique (document_id, organisation_id),
  unique (document_id, person_id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id)
);
create index pledge_publishing_partnership on pledge_publishing (partnership_id);
alter table pledge_publishing enable row level security;
alter table pledge_publishing force row level security;
create policy pledge_publishing_system on pledge_publishing to samsyn_system using (true) with check (true);
grant select, insert on pledge_publishing to samsyn_system;
create policy pledge_publishing_read on pledge_publishing for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()));
grant select, insert on pledge_publishing to samsyn_staff;

-- Who publishes for an organisation has the role in that very one, and it is the party it says.
create function samsyn_publishes_for(in_partnership uuid, for_organisation uuid, for_party text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant g
      join partnership_party p on p.partnership_id = g.partnership_id and p.organisation_id = g.organisation_id and p.standing = for_party
    where g.person_id = samsyn_person() and g.ended_at is null and g.partnership_id = in_partnership and g.organisation_id = for_organisation
      and g.role in ('coordinator', 'liaison')
  )
$$;
revoke all on function samsyn_publishes_for(uuid, uuid, text) from public;
grant execute on function samsyn_publishes_for(uuid, uuid, text) to samsyn_staff, samsyn_system;
create policy pledge_publishing_add on pledge_publishing for insert to samsyn_staff
  with check (person_id = samsyn_person() and samsyn_publishes_for(partnership_id, organisation_id, party));

create function pledge_publishing_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and not exists (
    select 1 from pledge_document d where d.id = new.document_id and d.content_hash = new.content_hash and d.state = 'signed'
  ) then
    raise exception 'A key publishes the text of a signed promise' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_publishing_fits before insert on pledge_publishing for each row execute function pledge_publishing_fits();

-- What was published before there were keys, or is read in as it was, came by the system; people publish by two keys.
create function pledge_document_has_both_keys() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff'
    and (select count(*) from pledge_publishing k where k.document_id = new.id and k.content_hash = new.content_hash) < 2
  then
    raise exception 'A promise is published by one key from each organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_keyed before update on pledge_document for each row
  when (new.state = 'published' and old.state is distinct from new.state)
  execute function pledge_document_has_both_keys();

-- The log's entry of a publication says by which two answers: of each, the SHA-256 of what the key signed.
create or replace function pledge_happened(in_document uuid)
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
    union all
    select 3, 'published', d.id, d.published_at, coalesce((
      select jsonb_object_agg(k.party || 'Key', encode(sha256(convert_to(k.means ->> 'signature', 'UTF8')), 'hex'))
      from pledge_publishing k where k.document_id = d.id), '{}')
    union all select 4, 'closed', d.id, d.closed_at, jsonb_build_object('closing', d.closing)
  ) h
  where d.id = in_document and h.at is not null
  order by h.turn, h.at, h.subject
$$;
