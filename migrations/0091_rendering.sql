-- What is handed out of a promise to be put up elsewhere, byte for byte, so that it can be shown later; and what a published text came to beside the signed one
-- (docs/decisions/0023). The published text itself is kept nowhere: a page may name people.

create table pledge_handed_out (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- The text it was made from.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  channel text not null check (channel in ('municipality-page', 'police-page', 'press', 'poster')),
  form text not null check (form in ('text', 'html', 'pdf')),
  lang text not null check (lang in ('sv', 'en')),
  body bytea not null,
  hash text not null check (hash = encode(sha256(body), 'hex')),
  handed_at timestamptz not null,
  handed_by uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  example boolean not null default false,
  -- The same again is the same: the first day stands.
  unique (document_id, channel, form, lang, hash),
  check ((channel = 'poster') = (form = 'pdf')),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index pledge_handed_out_partnership on pledge_handed_out (partnership_id);

create table pledge_drift_check (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  place text not null check (place in ('municipality-page', 'police-page', 'press', 'elsewhere')),
  address text not null check (length(address) <= 500),
  -- Read by the server at the address, or pasted.
  fetched boolean not null,
  -- Each item with what it came to; of what was changed the words, unless they may name somebody.
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  same integer not null check (same >= 0),
  changed integer not null check (changed >= 0),
  missing integer not null check (missing >= 0),
  added integer not null check (added >= 0),
  checked_at timestamptz not null,
  checked_by uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  example boolean not null default false,
  check (jsonb_array_length(items) = same + changed + missing),
  check (not fetched or address like 'https://%'),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index pledge_drift_check_document on pledge_drift_check (document_id, checked_at desc);
create index pledge_drift_check_partnership on pledge_drift_check (partnership_id);

do $$
declare name text;
begin
  foreach name in array array['pledge_handed_out', 'pledge_drift_check'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert on %I to samsyn_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
-- Made from a text that is published, by those who write; what was handed out is neither changed nor taken away.
create policy pledge_handed_out_hand on pledge_handed_out for insert to samsyn_staff
  with check (
    handed_by = samsyn_person()
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and samsyn_speaks_for(partnership_id, organisation_id)
    and exists (
      select 1 from pledge_document d where d.id = document_id and d.content_hash = pledge_handed_out.content_hash and d.state in ('published', 'closed')
    )
  );
create policy pledge_drift_check_note on pledge_drift_check for insert to samsyn_staff
  with check (
    checked_by = samsyn_person()
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and samsyn_speaks_for(partnership_id, organisation_id)
    and exists (
      select 1 from pledge_document d
      where d.id = document_id and d.content_hash = pledge_drift_check.content_hash and d.state in ('signed', 'published', 'closed')
    )
  );
