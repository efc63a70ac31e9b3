-- A change of a promise is a document of its own, signed again. What it changes stays as it was signed; what is owed from then on follows the changed text,
-- in the transaction that publishes it (docs/decisions/0015).

alter table pledge_document
  add column amends_id uuid,
  add column amends_kind text check (amends_kind in ('amendment', 'extension')),
  -- The promise that it is a change of, however many changes came between.
  add column original_id uuid,
  add foreign key (amends_id, partnership_id) references pledge_document (id, partnership_id),
  add foreign key (original_id, partnership_id) references pledge_document (id, partnership_id),
  -- What the columns say is what is signed.
  add constraint pledge_document_amends check (
    case when content -> 'amends' is null then amends_id is null and amends_kind is null and original_id is null
    else amends_id is not null and amends_kind is not null and original_id is not null
      and amends_id::text = content -> 'amends' ->> 'documentId' and amends_kind = content -> 'amends' ->> 'kind' end);
create index pledge_document_amends on pledge_document (amends_id);
-- One change at a time, and a promise is lengthened once.
create unique index pledge_amendment_open on pledge_document (original_id) where state in ('draft', 'proposed', 'half-signed', 'signed');
create unique index pledge_extended_once on pledge_document (original_id) where amends_kind = 'extension';

alter table pledge_activity add column withdrawn_on date;

-- Of a promise in force, of the text that holds, by its hash. Asked as the server itself: a policy cannot read the table it guards.
create function pledge_may_amend(in_partnership uuid, in_amends uuid, in_original uuid, in_content jsonb) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from pledge_document base join pledge_document o on o.id = in_original
    where base.id = in_amends and base.partnership_id = in_partnership and o.partnership_id = in_partnership
      and coalesce(base.original_id, base.id) = o.id and o.amends_id is null
      and base.state = 'published' and o.state = 'published' and base.content_hash = in_content -> 'amends' ->> 'contentHash'
      -- A text that has been changed already is not changed once more beside that.
      and not exists (select 1 from pledge_document later where later.amends_id = base.id and later.state in ('published', 'closed'))
  )
$$;
revoke all on function pledge_may_amend from public;
grant execute on function pledge_may_amend to samsyn_staff, samsyn_system;

drop policy pledge_document_add on pledge_document;
create policy pledge_document_add on pledge_document for insert to samsyn_staff
  with check (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and state = 'draft'
    and (amends_id is null or pledge_may_amend(partnership_id, amends_id, original_id, content))
  );

-- On update only, whatever program writes: a document begins as a draft, and a copy that is restored brings its rows in any order.
create function pledge_amendment_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.amends_id is distinct from old.amends_id or new.original_id is distinct from old.original_id or new.amends_kind is distinct from old.amends_kind
     or new.content -> 'amends' ->> 'contentHash' is distinct from old.content -> 'amends' ->> 'contentHash' then
    raise exception 'A change is of the text it was begun on' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'closed' and new.state = 'closed' and new.amends_id is not null then
    raise exception 'A change ends with the promise it changes' using errcode = 'insufficient_privilege';
  end if;
  if new.amends_id is not null and old.state <> new.state and new.state in ('proposed', 'published')
     and not pledge_may_amend(new.partnership_id, new.amends_id, new.original_id, new.content) then
    raise exception 'A change is of the text that holds, of a promise that is in force' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_amendment_fits before update on pledge_document for each row execute function pledge_amendment_fits();

-- What is owed from now on: rows keep their ids, so that what was done is still done; what was taken out is marked and stays.
create function pledge_amendment_takes_effect() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (new.published_at at time zone 'Europe/Stockholm')::date;
begin
  if exists (
    select 1 from jsonb_array_elements(new.content -> 'pledges') p, jsonb_array_elements(p -> 'activities') a
    join pledge_activity kept on kept.id = (a ->> 'id')::uuid where kept.document_id <> new.original_id
  ) then
    raise exception 'An activity belongs to one promise' using errcode = 'insufficient_privilege';
  end if;
  insert into pledge_activity as row (id, partnership_id, document_id, pledge_id, pledge_order, number, text, owner, organisation_id, unit, accepted, target,
    valid_from, valid_to, example)
  select (a ->> 'id')::uuid, new.partnership_id, new.original_id, (p ->> 'id')::uuid, (p ->> 'order')::integer, a ->> 'number', a ->> 'text', a ->> 'owner',
    (a #>> '{accountable,organisationId}')::uuid, a #>> '{accountable,unit}', coalesce((a #>> '{accountable,accepted}')::boolean, false), a -> 'target',
    -- New in it: owed from the day it is told.
    least(new.valid_to, greatest(new.valid_from, today)), new.valid_to, new.example
  from jsonb_array_elements(new.content -> 'pledges') p, jsonb_array_elements(p -> 'activities') a
  on conflict (id) do update set pledge_id = excluded.pledge_id, pledge_order = excluded.pledge_order, number = excluded.number, text = excluded.text,
    owner = excluded.owner, organisation_id = excluded.organisation_id, unit = excluded.unit, accepted = excluded.accepted, target = excluded.target,
    valid_to = excluded.valid_to;
  update pledge_activity set withdrawn_on = today
  where document_id = new.original_id and withdrawn_on is null
    and id not in (select (a ->> 'id')::uuid from jsonb_array_elements(new.content -> 'pledges') p, jsonb_array_elements(p -> 'activities') a);
  update pledge_document set valid_to = new.valid_to where id = new.original_id;
  return null;
end
$$;
revoke all on function pledge_amendment_takes_effect from public;
create trigger pledge_amendment_takes_effect after update on pledge_document for each row
  when (new.amends_id is not null and new.state = 'published' and old.state is distinct from new.state)
  execute function pledge_amendment_takes_effect();

-- In the log under the text that was changed, naming the change by its hash: whoever checks the older text finds that it does not hold any longer.
create function pledge_amended(in_document uuid)
returns table (partnership uuid, document uuid, at timestamptz, said jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select base.partnership_id, base.id, a.published_at,
    jsonb_build_object('partnership', p.slug, 'document', base.slug, 'hash', base.content_hash,
      'amendment', a.slug, 'amendmentHash', a.content_hash, 'amendmentKind', a.amends_kind)
  from pledge_document a
  join pledge_document base on base.id = a.amends_id
  join partnership p on p.id = a.partnership_id
  where a.id = in_document and a.published_at is not null
$$;
revoke all on function pledge_amended from public;
grant execute on function pledge_amended to current_user;

grant create on schema public to samsyn_system;
alter function pledge_may_amend owner to samsyn_system;
alter function pledge_amendment_takes_effect owner to samsyn_system;
alter function pledge_amended owner to samsyn_system;
revoke create on schema public from samsyn_system;

create function pledge_amendment_is_logged() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pledge_log_add('amended', h.partnership, h.document, new.id, h.at, h.said) from pledge_amended(new.id) h;
  return null;
end
$$;
revoke all on function pledge_amendment_is_logged from public;
-- Triggers fire by name: after what is published has been logged as published.
create trigger pledge_document_then_amended after update on pledge_document for each row
  when (new.amends_id is not null and new.state = 'published' and old.state is distinct from new.state)
  execute function pledge_amendment_is_logged();
