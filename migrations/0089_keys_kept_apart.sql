-- No one person carries a promise past two of its keys, and a key that was given first still holds when the second comes (docs/decisions/0022).

-- Whether whoever holds a mandate has a key: then it is signed with the key, and not on paper.
create function samsyn_holder_has_key(in_mandate uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from pledge_mandate m join passkey k on k.person_id = m.person_id and k.revoked_at is null
    where m.id = in_mandate and m.partnership_id = any (samsyn_partnerships())
  )
$$;

-- Whether somebody's key stands under a document already for another party: as its signature, or as the voucher of a paper.
create function samsyn_has_keyed(in_document uuid, whose uuid, than_party text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from pledge_signature s
    where s.document_id = in_document and s.party <> than_party
      and coalesce(s.means #>> '{voucher,key,personId}', s.means ->> 'personId') = whose::text
  )
$$;

-- Somebody else than who handed it in, where there is somebody else; and not where whoever signed could have done so with a key.
create function samsyn_may_vouch(in_document uuid, for_party text, for_scan text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from pledge_paper p join pledge_mandate m on m.id = p.mandate_id
    where p.document_id = in_document and p.party = for_party and p.scan = for_scan and m.person_id <> samsyn_person()
      and not samsyn_holder_has_key(m.id)
      and (p.handed_in_by <> samsyn_person() or not exists (
        select 1 from role_grant g
        where g.ended_at is null and g.partnership_id = p.partnership_id and g.role in ('coordinator', 'liaison', 'signatory')
          and (g.organisation_id = p.organisation_id or samsyn_has_nobody(p.partnership_id, p.organisation_id))
          and g.person_id not in (p.handed_in_by, m.person_id) and not samsyn_has_keyed(in_document, g.person_id, for_party)
      ))
  )
$$;
revoke all on function samsyn_holder_has_key(uuid), samsyn_has_keyed(uuid, uuid, text), samsyn_may_vouch(uuid, text, text) from public;
grant execute on function samsyn_holder_has_key(uuid), samsyn_has_keyed(uuid, uuid, text), samsyn_may_vouch(uuid, text, text) to samsyn_staff, samsyn_system;

create policy pledge_paper_without_key on pledge_paper as restrictive for insert to samsyn_staff
  with check (not samsyn_holder_has_key(mandate_id));
create policy pledge_signature_apart on pledge_signature as restrictive for insert to samsyn_staff
  with check (
    not samsyn_has_keyed(document_id, samsyn_person(), party)
    and (
      means ->> 'kind' = 'passkey'
      or (means #>> '{voucher,key,personId}' = samsyn_person()::text and samsyn_may_vouch(document_id, party, means #>> '{voucher,scan}'))
    )
  );

-- Whether a key to publish still holds: not revoked, and its person still has the role in that organisation here.
create function samsyn_publishing_holds(in_key uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from pledge_publishing k
      join passkey c on c.credential_id = k.means ->> 'credentialId' and c.person_id = k.person_id and c.revoked_at is null
      join role_grant g on g.person_id = k.person_id and g.ended_at is null and g.partnership_id = k.partnership_id
        and g.organisation_id = k.organisation_id and g.role in ('coordinator', 'liaison')
    where k.id = in_key
  )
$$;
revoke all on function samsyn_publishing_holds(uuid) from public;
grant execute on function samsyn_publishing_holds(uuid) to samsyn_staff, samsyn_system;

-- One that does not is given anew by its own organisation, until it is published; then it stands for ever.
create policy pledge_publishing_anew on pledge_publishing for delete to samsyn_staff
  using (
    samsyn_publishes_for(partnership_id, organisation_id, party) and not samsyn_publishing_holds(id)
    and exists (select 1 from pledge_document d where d.id = document_id and d.state = 'signed')
  );
grant delete on pledge_publishing to samsyn_staff;

create or replace function pledge_publishing_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and not exists (
    select 1 from pledge_document d where d.id = new.document_id and d.content_hash = new.content_hash and d.state = 'signed'
  ) then
    raise exception 'A key publishes the text of a signed promise' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'samsyn_staff' and exists (
    select 1 from pledge_signature s where s.document_id = new.document_id and s.means #>> '{voucher,key,personId}' = new.person_id::text
  ) then
    raise exception 'Whoever vouched for a paper does not publish' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create or replace function pledge_document_has_both_keys() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and (
    select count(*) from pledge_publishing k
    where k.document_id = new.id and k.content_hash = new.content_hash and samsyn_publishing_holds(k.id)
  ) < 2 then
    raise exception 'A promise is published by one key from each organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
