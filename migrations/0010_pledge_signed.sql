-- Signed means signed by both, over this very text. The rules say it first; this holds whatever program writes.

create function pledge_signature_fits() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from pledge_document d
    where d.id = new.document_id and d.partnership_id = new.partnership_id and d.content_hash = new.content_hash
  ) then
    raise exception 'A signature must be over the text of its own document' using errcode = 'insufficient_privilege';
  end if;
  if not exists (
    select 1 from partnership_party p
    where p.partnership_id = new.partnership_id and p.organisation_id = new.organisation_id and p.standing = new.party
  ) then
    raise exception 'An organisation signs as the party it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_signature_fits before insert on pledge_signature for each row execute function pledge_signature_fits();

-- On update only: a document begins as a draft, and a copy that is restored brings its signatures after its documents.
create function pledge_document_has_both_signatures() returns trigger language plpgsql as $$
begin
  if (select count(*) from pledge_signature s where s.document_id = new.id and s.content_hash = new.content_hash) < 2 then
    raise exception 'A promise is signed by both parties, or it is not signed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_signed before update on pledge_document for each row
  when (new.state in ('signed', 'published', 'closed') and old.state is distinct from new.state)
  execute function pledge_document_has_both_signatures();

-- A mandate is recorded by those who keep the roles of their own organisation, not by everybody who has one.
drop policy pledge_mandate_add on pledge_mandate;
create policy pledge_mandate_add on pledge_mandate for insert to samsyn_staff
  with check (
    samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'administrator'])
  );
