-- A period report is signed as a promise is: closed with its figures as they were, signed by one with a mandate from each party, and let out by one key from each
-- (docs/decisions/0031). What was approved by a click before stands as it was.

alter table period_report
  drop constraint period_report_state_check,
  add constraint period_report_state_check check (state in ('draft', 'ready', 'half-signed', 'signed', 'published')),
  add column frozen_at timestamptz,
  add constraint period_report_frozen check (
    case state
      when 'draft' then frozen_at is null and content_text is null
      when 'published' then true
      else frozen_at is not null and content_text is not null
    end
  );
alter table period_report add unique (id, partnership_id);

-- Whose own words are handed in («klar»): until then the other organisation does not read them. What was there before was read by both.
alter table report_text add column handed_in_at timestamptz;
update report_text set handed_in_at = written_at where voice <> 'joint';
grant update (handed_in_at) on report_text to samsyn_staff;
create policy report_text_handed_in on report_text as restrictive for select to samsyn_staff
  using (voice = 'joint' or handed_in_at is not null or samsyn_speaks_for(partnership_id, organisation_id));

-- What one organisation says of an activity for itself, beside what both say.
create table report_view (
  report_id uuid not null,
  partnership_id uuid not null references partnership (id),
  activity_id uuid not null,
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  status text not null
    check (status in ('not-started', 'running', 'on-plan', 'behind', 'met', 'exceeded', 'partly', 'not-met', 'dropped', 'not-measurable')),
  explanation text not null check (length(btrim(explanation)) > 0),
  example boolean not null default false,
  primary key (report_id, activity_id, organisation_id),
  foreign key (report_id, partnership_id) references period_report (id, partnership_id),
  foreign key (report_id, activity_id) references activity_assessment (report_id, activity_id)
);
create index report_view_partnership on report_view (partnership_id);

-- «Vem vet om löftet?»: what was told where. To whom in words, how many as a band, never persons.
create table report_telling (
  id uuid primary key,
  report_id uuid not null,
  partnership_id uuid not null references partnership (id),
  on_day date not null,
  channel text not null
    check (channel in ('website', 'social-media', 'local-paper', 'radio', 'poster', 'letter', 'meeting', 'street', 'school', 'other')),
  audience text not null check (length(btrim(audience)) between 1 and 200),
  reach text not null check (reach in ('unknown', 'under-50', '50-199', '200-999', '1000-4999', '5000-or-more')),
  organisation_id uuid not null references organisation (id),
  noted_at timestamptz not null,
  struck_at timestamptz,
  struck_reason text check (length(btrim(struck_reason)) between 1 and 300),
  example boolean not null default false,
  foreign key (report_id, partnership_id) references period_report (id, partnership_id),
  check ((struck_at is null) = (struck_reason is null))
);
create index report_telling_partnership on report_telling (partnership_id);

create table report_signature (
  id uuid primary key,
  report_id uuid not null,
  partnership_id uuid not null references partnership (id),
  -- Of which version: what is opened again is another.
  version integer not null,
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  mandate jsonb not null,
  content_hash text not null,
  signed_at timestamptz not null,
  means jsonb not null check (means ->> 'kind' = 'passkey'),
  example boolean not null default false,
  unique (report_id, version, party),
  foreign key (report_id, partnership_id) references period_report (id, partnership_id)
);
create index report_signature_partnership on report_signature (partnership_id);
-- One person is never both parties.
create unique index report_signature_person on report_signature (report_id, version, (means ->> 'personId'));

create table report_publishing (
  id uuid primary key,
  report_id uuid not null,
  partnership_id uuid not null references partnership (id),
  version integer not null,
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  content_hash text not null,
  pressed_at timestamptz not null,
  means jsonb not null check (means ->> 'kind' = 'passkey'),
  unique (report_id, version, party),
  unique (report_id, version, person_id),
  foreign key (report_id, partnership_id) references period_report (id, partnership_id)
);
create index report_publishing_partnership on report_publishing (partnership_id);

do $$
declare name text;
begin
  foreach name in array array['report_view', 'report_telling', 'report_signature', 'report_publishing'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  foreach name in array array['report_telling', 'report_signature', 'report_publishing'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
  end loop;
end
$$;

create policy report_view_read on report_view for select to samsyn_staff
  using (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and (samsyn_speaks_for(partnership_id, organisation_id) or exists (
      select 1 from report_text t where t.report_id = report_view.report_id and t.organisation_id = report_view.organisation_id and t.handed_in_at is not null
    ))
  );
create policy report_view_say on report_view for insert to samsyn_staff
  with check (
    samsyn_publishes_for(partnership_id, organisation_id, party)
    and exists (select 1 from period_report r where r.id = report_id and r.state = 'draft')
  );
create policy report_view_take_back on report_view for delete to samsyn_staff
  using (
    samsyn_publishes_for(partnership_id, organisation_id, party)
    and exists (select 1 from period_report r where r.id = report_id and r.state = 'draft')
  );
grant delete on report_view to samsyn_staff;

create policy report_telling_note on report_telling for insert to samsyn_staff
  with check (
    samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison']) and struck_at is null
    and exists (select 1 from period_report r where r.id = report_id and r.state = 'draft')
  );
create policy report_telling_strike on report_telling for update to samsyn_staff
  using (
    struck_at is null and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and exists (select 1 from period_report r where r.id = report_id and r.state = 'draft')
  )
  with check (struck_at is not null);
grant update (struck_at, struck_reason) on report_telling to samsyn_staff, samsyn_system;

create policy report_signature_add on report_signature for insert to samsyn_staff
  with check (
    means ->> 'personId' = samsyn_person()::text
    and samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['signatory'])
    and exists (
      select 1 from pledge_mandate m
      where m.partnership_id = report_signature.partnership_id and m.organisation_id = report_signature.organisation_id
        and m.person_id = samsyn_person() and m.party = report_signature.party
        and (report_signature.signed_at at time zone 'Europe/Stockholm')::date between m.valid_from and coalesce(m.valid_to, 'infinity')
    )
  );
create function report_signature_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from period_report r where r.id = new.report_id and r.version = new.version and r.content_hash = new.content_hash and r.state in ('ready', 'half-signed')
  ) then
    raise exception 'A signature is of the text that waits for it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger report_signature_fits before insert on report_signature for each row execute function report_signature_fits();

-- Whether a key to publish still holds: not revoked, and its person still has the role in that organisation here.
create function samsyn_report_key_holds(in_key uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from report_publishing k
      join passkey c on c.credential_id = k.means ->> 'credentialId' and c.person_id = k.person_id and c.revoked_at is null
      join role_grant g on g.person_id = k.person_id and g.ended_at is null and g.partnership_id = k.partnership_id
        and g.organisation_id = k.organisation_id and g.role in ('coordinator', 'liaison')
    where k.id = in_key
  )
$$;
revoke all on function samsyn_report_key_holds(uuid) from public;
grant execute on function samsyn_report_key_holds(uuid) to samsyn_staff, samsyn_system;
create policy report_publishing_add on report_publishing for insert to samsyn_staff
  with check (person_id = samsyn_person() and samsyn_publishes_for(partnership_id, organisation_id, party));
create policy report_publishing_anew on report_publishing for delete to samsyn_staff
  using (
    samsyn_publishes_for(partnership_id, organisation_id, party) and not samsyn_report_key_holds(id)
    and exists (select 1 from period_report r where r.id = report_id and r.state = 'signed')
  );
grant delete on report_publishing to samsyn_staff;
create function report_publishing_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from period_report r where r.id = new.report_id and r.version = new.version and r.content_hash = new.content_hash and r.state = 'signed'
  ) then
    raise exception 'A key publishes the text of a signed report' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger report_publishing_fits before insert on report_publishing for each row execute function report_publishing_fits();

-- What waits for signatures is the text that was closed; opened again it is a draft, and another version.
drop trigger period_report_is_fixed on period_report;
create trigger period_report_is_fixed before update on period_report for each row
  when (
    (old.state = 'published' and old.content_text is not null
      and (new.content_text is distinct from old.content_text or new.state <> old.state or new.published_at is distinct from old.published_at))
    or (old.state in ('ready', 'half-signed', 'signed') and case new.state
      when 'draft' then new.version <= old.version
      else new.version <> old.version or new.content_text is distinct from old.content_text or new.frozen_at is distinct from old.frozen_at
    end)
  )
  execute function period_report_is_fixed();

drop policy period_report_change on period_report;
create policy period_report_change on period_report for update to samsyn_staff
  using (state <> 'published' and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']))
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']));
grant update (frozen_at) on period_report to samsyn_staff;

-- People take it from hand to hand; what is read in as it was came by the system.
create function period_report_takes_both() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if new.state in ('signed', 'published') and (
    select count(*) from report_signature s where s.report_id = new.id and s.version = new.version and s.content_hash = new.content_hash
  ) < 2 then
    raise exception 'A report is signed by both parties' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'published' and (
    select count(*) from report_publishing k
    where k.report_id = new.id and k.version = new.version and k.content_hash = new.content_hash and samsyn_report_key_holds(k.id)
  ) < 2 then
    raise exception 'A report is published by one key from each organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger period_report_takes_both before update on period_report for each row
  when (old.state is distinct from new.state) execute function period_report_takes_both();

-- The log has its signatures too, and by which two keys it was let out.
alter table pledge_log_entry
  drop constraint pledge_log_entry_kind_check,
  add constraint pledge_log_entry_kind_check check (kind in ('proposed', 'signed', 'published', 'amended', 'closed', 'report-signed', 'report-published'));
create function report_logged(in_report uuid)
returns table (turn integer, kind text, partnership uuid, document uuid, subject uuid, at timestamptz, said jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.turn, h.kind, r.partnership_id, r.document_id, h.subject, h.at,
    h.said || jsonb_build_object('partnership', p.slug, 'document', d.slug, 'report', r.slug, 'hash', r.content_hash)
  from period_report r
  join pledge_document d on d.id = r.document_id
  join partnership p on p.id = r.partnership_id
  cross join lateral (
    select 1 as turn, 'report-signed' as kind, s.id as subject, s.signed_at as at, jsonb_build_object(
      'party', s.party, 'means', s.means ->> 'kind',
      'office', case when (s.mandate ->> 'acting')::boolean then 'tf. ' else '' end || (s.mandate ->> 'office')) as said
    from report_signature s where s.report_id = r.id and s.version = r.version
    union all
    select 2, 'report-published', r.id, r.published_at, coalesce((
      select jsonb_object_agg(k.party || 'Key', encode(sha256(convert_to(k.means ->> 'signature', 'UTF8')), 'hex'))
      from report_publishing k where k.report_id = r.id and k.version = r.version), '{}')
  ) h
  where r.id = in_report and h.at is not null
  order by h.turn, h.at, h.subject
$$;
revoke all on function report_logged from public;
grant execute on function report_logged to current_user;
grant create on schema public to samsyn_system;
alter function report_logged owner to samsyn_system;
revoke create on schema public from samsyn_system;

drop trigger period_report_is_logged on period_report;
create or replace function period_report_is_logged() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pledge_log_add(h.kind, h.partnership, h.document, h.subject, h.at, h.said) from report_logged(new.id) h;
  return null;
end
$$;
-- On update only: a copy that is restored brings its log with it.
create trigger period_report_is_logged after update on period_report for each row
  when (old.state is distinct from new.state)
  execute function period_report_is_logged();
drop function report_happened(uuid);

-- How often what is told as done was disputed during a period, whoever asked: two numbers for what is told of a report, where few are shown as few.
create function samsyn_disputed(in_partnership uuid, from_day date, to_day date) returns table (in_all integer, open integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer, (count(*) filter (where d.reply is null))::integer from receipt_dispute d
  where d.partnership_id = in_partnership and in_partnership = any (samsyn_partnerships())
    and d.verdict <> 'yes' and d.disputed_on between from_day and to_day
$$;
revoke all on function samsyn_disputed(uuid, date, date) from public;
grant execute on function samsyn_disputed(uuid, date, date) to samsyn_staff, samsyn_system;
grant create on schema public to samsyn_system;
alter function samsyn_disputed(uuid, date, date) owner to samsyn_system;
revoke create on schema public from samsyn_system;

-- A version that has been left is not come back to: what was signed in it is signed no more.
create function period_report_goes_on() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'A version that was left is left' using errcode = 'insufficient_privilege';
end
$$;
create trigger period_report_goes_on before update on period_report for each row
  when (new.version < old.version) execute function period_report_goes_on();

-- Each party's own words are said by those who write for that party.
create policy report_text_voice on report_text as restrictive for insert to samsyn_staff
  with check (voice = 'joint' or samsyn_publishes_for(partnership_id, organisation_id, voice));
create policy report_text_voice_again on report_text as restrictive for update to samsyn_staff
  using (voice = 'joint' or samsyn_publishes_for(partnership_id, organisation_id, voice))
  with check (voice = 'joint' or samsyn_publishes_for(partnership_id, organisation_id, voice));
