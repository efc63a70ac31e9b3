-- Signed on paper, where a party has nobody with a key: the scan is kept inside, and somebody with a key vouches for it. Told as weaker everywhere (docs/decisions/0022).

create table pledge_paper (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null references pledge_document (id),
  -- Who signed, by what right.
  mandate_id uuid not null references pledge_mandate (id),
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  content_hash text not null,
  -- The file as it is kept: SHA-256 of its bytes, and what it is.
  scan text not null check (scan ~ '^[0-9a-f]{64}$'),
  scan_type text not null check (scan_type in ('application/pdf', 'image/jpeg')),
  -- The day on the paper.
  signed_on date not null,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null references person (id),
  handed_in_organisation_id uuid not null references organisation (id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id)
);
create index pledge_paper_document on pledge_paper (document_id);
create index pledge_paper_partnership on pledge_paper (partnership_id);
alter table pledge_paper enable row level security;
alter table pledge_paper force row level security;
create policy pledge_paper_system on pledge_paper to samsyn_system using (true) with check (true);
grant select, insert on pledge_paper to samsyn_system;
create policy pledge_paper_read on pledge_paper for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant select, insert on pledge_paper to samsyn_staff;

-- A person of the party itself; of the other where the party has nobody here any more.
create function samsyn_vouches_for(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant g
    where g.person_id = samsyn_person() and g.ended_at is null and g.partnership_id = in_partnership
      and g.role in ('coordinator', 'liaison', 'signatory')
      and (g.organisation_id = for_organisation or samsyn_has_nobody(in_partnership, for_organisation))
  )
$$;
revoke all on function samsyn_vouches_for(uuid, uuid) from public;
grant execute on function samsyn_vouches_for(uuid, uuid) to samsyn_staff, samsyn_system;
create policy pledge_paper_add on pledge_paper for insert to samsyn_staff
  with check (
    handed_in_by = samsyn_person() and samsyn_vouches_for(partnership_id, organisation_id)
    and exists (
      select 1 from pledge_document d
      where d.id = document_id and d.content_hash = pledge_paper.content_hash and d.state in ('proposed', 'half-signed')
    )
    and exists (
      select 1 from pledge_mandate m
      where m.id = mandate_id and m.partnership_id = pledge_paper.partnership_id and m.organisation_id = pledge_paper.organisation_id
        and m.party = pledge_paper.party and signed_on between m.valid_from and coalesce(m.valid_to, 'infinity')
    )
  );

-- A signature on paper is written by whoever vouches for a scan that was handed in, never by the one who signed it, and says no other day and no other scan.
create policy pledge_signature_vouch on pledge_signature for insert to samsyn_staff
  with check (
    means ->> 'kind' = 'paper' and samsyn_vouches_for(partnership_id, organisation_id)
    and exists (
      select 1 from pledge_paper p join pledge_mandate m on m.id = p.mandate_id
      where p.document_id = pledge_signature.document_id and p.party = pledge_signature.party and p.organisation_id = pledge_signature.organisation_id
        and p.content_hash = pledge_signature.content_hash and p.scan = pledge_signature.means #>> '{voucher,scan}'
        and p.signed_on::text = pledge_signature.means ->> 'on' and m.person_id <> samsyn_person()
    )
  );
-- By key, then, for oneself only: a paper does not come in that way.
drop policy pledge_signature_add on pledge_signature;
create policy pledge_signature_add on pledge_signature for insert to samsyn_staff
  with check (
    means ->> 'kind' = 'passkey'
    and samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['signatory'])
    and exists (
      select 1 from pledge_mandate m
      where m.partnership_id = pledge_signature.partnership_id and m.organisation_id = pledge_signature.organisation_id
        and m.person_id = samsyn_person() and m.party = pledge_signature.party
        and (pledge_signature.signed_at at time zone 'Europe/Stockholm')::date between m.valid_from and coalesce(m.valid_to, 'infinity')
    )
  );

-- The log's entry of a paper says which scan, and by whose answer it is vouched for.
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
      'scan', s.means #>> '{voucher,scan}',
      'voucherKey', encode(sha256(convert_to(s.means #>> '{voucher,key,signature}', 'UTF8')), 'hex'),
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
