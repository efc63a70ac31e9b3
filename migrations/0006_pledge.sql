-- The promise: a document, who signed it with what right, and its activities as rows for what comes after.

create table pledge_document (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  state text not null check (state in ('draft', 'proposed', 'half-signed', 'signed', 'published', 'closed')),
  content jsonb not null,
  -- Exactly the text that is signed. jsonb would forget the bytes.
  content_text text not null,
  content_hash text not null check (content_hash = encode(sha256(convert_to(content_text, 'UTF8')), 'hex')),
  revision integer not null,
  valid_from date,
  valid_to date,
  predecessor_id uuid references pledge_document (id),
  proposed_at timestamptz,
  signed_at timestamptz,
  publish_asked_by uuid references person (id),
  publish_asked_organisation_id uuid references organisation (id),
  publish_asked_at timestamptz,
  published_at timestamptz,
  closed_at timestamptz,
  closing text check (closing in ('expired', 'expired-without-follow-up', 'succeeded', 'withdrawn')),
  changed_at timestamptz not null,
  changed_by_organisation_id uuid references organisation (id),
  example boolean not null default false,
  unique (partnership_id, slug),
  -- The union of lifecycle.ts: each state holds what is then true and nothing else.
  check (
    case state
      when 'draft' then proposed_at is null and signed_at is null and published_at is null and closed_at is null
      when 'proposed' then proposed_at is not null and signed_at is null and published_at is null and closed_at is null
      when 'half-signed' then proposed_at is not null and signed_at is null and published_at is null and closed_at is null
      when 'signed' then signed_at is not null and published_at is null and closed_at is null
      when 'published' then signed_at is not null and published_at is not null and closed_at is null
      when 'closed' then published_at is not null and closed_at is not null and closing is not null
    end
  )
);

-- What has left the draft is never written again: a changed promise is another document. Not even the owner of the database does it by accident.
create function pledge_document_is_fixed() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.content_text <> old.content_text or new.content <> old.content or new.slug <> old.slug or new.title <> old.title) then
    raise exception 'A proposed or signed promise cannot be changed' using errcode = 'insufficient_privilege';
  end if;
  if array_position(array['draft', 'proposed', 'half-signed', 'signed', 'published', 'closed'], new.state)
     < array_position(array['draft', 'proposed', 'half-signed', 'signed', 'published', 'closed'], old.state) then
    raise exception 'A promise does not go back to an earlier state' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_fixed before update on pledge_document for each row execute function pledge_document_is_fixed();

create table pledge_activity (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null references pledge_document (id),
  pledge_id uuid not null,
  pledge_order integer not null,
  number text not null,
  text text not null,
  owner text not null check (owner in ('joint', 'municipality', 'police', 'other')),
  organisation_id uuid references organisation (id),
  unit text,
  accepted boolean not null,
  target jsonb,
  valid_from date not null,
  valid_to date not null,
  example boolean not null default false
);
create index pledge_activity_document on pledge_activity (document_id);

create table pledge_signature (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null references pledge_document (id),
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  mandate jsonb not null,
  content_hash text not null,
  signed_at timestamptz not null,
  means jsonb not null,
  unique (document_id, party)
);

create table pledge_mandate (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  party text not null check (party in ('municipality', 'police')),
  office text not null,
  acting boolean not null,
  decided_by text not null,
  valid_from date not null,
  valid_to date,
  example boolean not null default false
);

create table pledge_signing (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null references pledge_document (id),
  person_id uuid not null references person (id),
  content_hash text not null,
  nonce text not null unique,
  expires_at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['pledge_document', 'pledge_activity', 'pledge_signature', 'pledge_mandate', 'pledge_signing'] loop
    execute format('create index %I on %I (partnership_id)', name || '_partnership', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select on %I to samsyn_staff', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()))', name || '_read', name);
  end loop;
end
$$;
-- Both organisations write the draft; that signed text stays is the trigger's business.
create policy pledge_document_add on pledge_document for insert to samsyn_staff
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and state = 'draft');
create policy pledge_document_change on pledge_document for update to samsyn_staff
  using (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']))
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']));
grant insert, update on pledge_document to samsyn_staff;
create policy pledge_activity_add on pledge_activity for insert to samsyn_staff with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
grant insert on pledge_activity to samsyn_staff;
-- A signature is written by the one who holds the mandate, for the organisation it is for, and never changed.
create policy pledge_signature_add on pledge_signature for insert to samsyn_staff
  with check (
    samsyn_speaks_for(partnership_id, organisation_id)
    and exists (
      select 1 from pledge_mandate m
      where m.partnership_id = pledge_signature.partnership_id and m.organisation_id = pledge_signature.organisation_id
        and m.person_id = samsyn_person() and m.party = pledge_signature.party
    )
  );
grant insert on pledge_signature to samsyn_staff;
revoke update on pledge_signature from samsyn_system;
create policy pledge_mandate_add on pledge_mandate for insert to samsyn_staff with check (samsyn_speaks_for(partnership_id, organisation_id));
grant insert on pledge_mandate to samsyn_staff;
create policy pledge_signing_add on pledge_signing for insert to samsyn_staff with check (person_id = samsyn_person());
create policy pledge_signing_take on pledge_signing for delete to samsyn_staff using (person_id = samsyn_person());
grant insert, delete on pledge_signing to samsyn_staff;
