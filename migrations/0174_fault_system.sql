-- The municipality's own fault-reporting system, spoken to by Open311 GeoReport v2 (docs/decisions/0043), and the action items that are sent there. Both parties see that it is there and
-- what has been sent; the municipality's administrators look after it, and its key is read by the system alone.
create table fault_system (
  partnership_id uuid primary key references partnership (id),
  organisation_id uuid not null,
  address text not null check (length(address) <= 500 and address like 'https://_%'),
  jurisdiction text not null default '' check (length(jurisdiction) <= 200),
  has_key boolean not null,
  set_at timestamptz not null,
  -- Known once its types have been read; a new address is asked anew.
  format text check (format in ('json', 'xml')),
  types jsonb not null default '[]',
  types_at timestamptz,
  asked_at timestamptz,
  fault text check (fault in ('not-public', 'not-reached', 'lost', 'moved', 'status', 'unreadable')),
  -- Our categories, each with the type it is there.
  chosen jsonb not null default '[]',
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check ((format is null) = (types_at is null))
);

create table fault_system_secret (
  partnership_id uuid primary key references fault_system (partnership_id) on delete cascade,
  key text not null check (length(key) between 1 and 500)
);

create table fault_report (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  row_id uuid,
  proposal_id uuid,
  organisation_id uuid not null,
  office text not null,
  sent_by uuid references person (id),
  asked_at timestamptz not null,
  type_code text not null check (length(type_code) between 1 and 200),
  type_name text not null,
  text text not null check (length(btrim(text)) between 1 and 1000),
  place text not null,
  lon double precision,
  lat double precision,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'ticket', 'filed', 'closed', 'unsure', 'refused')),
  -- Counts on for as long as it lives: what comes late of one try is never taken for what came of another.
  attempts integer not null default 0,
  -- So many of them had been made when somebody said that it was not there: the waits begin anew after those.
  attempts_settled integer not null default 0 check (attempts_settled between 0 and attempts),
  next_try timestamptz not null,
  tried_at timestamptz,
  -- The system it goes to: types and numbers of one mean nothing in another.
  sent_to text not null,
  sent_jurisdiction text not null,
  fault text check (fault in ('not-public', 'not-reached', 'lost', 'moved', 'status', 'unreadable', 'removed')),
  status integer,
  -- What they say of it, with whatever points at a person covered.
  said text not null default '',
  ticket text,
  case_number text check (length(case_number) between 1 and 100),
  closed_at timestamptz,
  looked_at timestamptz,
  next_look timestamptz,
  example boolean not null default false,
  foreign key (row_id, partnership_id) references protocol_row (id, partnership_id),
  foreign key (proposal_id, partnership_id) references traffic_proposal (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check ((row_id is null) <> (proposal_id is null)),
  check ((lon is null) = (lat is null)),
  check ((state in ('filed', 'closed')) = (case_number is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state <> 'ticket' or ticket is not null),
  check (state not in ('unsure', 'refused') or fault is not null)
);
-- Never twice: one at a time of each item in each system, however many press at once.
create unique index fault_report_of_row on fault_report (row_id, sent_to, sent_jurisdiction) where state not in ('closed', 'refused');
create unique index fault_report_of_proposal on fault_report (proposal_id, sent_to, sent_jurisdiction) where state not in ('closed', 'refused');
create index fault_report_due on fault_report (next_try) where state in ('waiting', 'sending');
create index fault_report_look on fault_report (next_look) where next_look is not null;
create index fault_report_partnership on fault_report (partnership_id);

do $$
declare t text;
begin
  foreach t in array array['fault_system', 'fault_system_secret', 'fault_report'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on %I to samsyn_system', t);
  end loop;
end
$$;

-- An administrator of the municipality, in this partnership.
create function samsyn_keeps_fault_system(in_partnership uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from partnership_party p
    where p.partnership_id = in_partnership and p.standing = 'municipality' and samsyn_acts_for(in_partnership, p.organisation_id, array['administrator'])
  )
$$;
revoke all on function samsyn_keeps_fault_system(uuid) from public;
grant execute on function samsyn_keeps_fault_system(uuid) to samsyn_staff, samsyn_system;

create policy fault_system_read on fault_system for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy fault_system_add on fault_system for insert to samsyn_staff
  with check (
    samsyn_keeps_fault_system(partnership_id)
    and organisation_id = (select p.organisation_id from partnership_party p where p.partnership_id = fault_system.partnership_id and p.standing = 'municipality')
  );
create policy fault_system_change on fault_system for update to samsyn_staff
  using (samsyn_keeps_fault_system(partnership_id)) with check (samsyn_keeps_fault_system(partnership_id));
create policy fault_system_delete on fault_system for delete to samsyn_staff using (samsyn_keeps_fault_system(partnership_id));
grant select, insert, delete, update (address, jurisdiction, has_key, set_at, format, types, types_at, asked_at, fault, chosen) on fault_system to samsyn_staff;

-- Written, and never read again by anybody who works here.
create policy fault_system_secret_see on fault_system_secret for select to samsyn_staff using (samsyn_keeps_fault_system(partnership_id));
create policy fault_system_secret_add on fault_system_secret for insert to samsyn_staff with check (samsyn_keeps_fault_system(partnership_id));
create policy fault_system_secret_change on fault_system_secret for update to samsyn_staff
  using (samsyn_keeps_fault_system(partnership_id)) with check (samsyn_keeps_fault_system(partnership_id));
create policy fault_system_secret_delete on fault_system_secret for delete to samsyn_staff using (samsyn_keeps_fault_system(partnership_id));
grant select (partnership_id), insert, delete, update (key) on fault_system_secret to samsyn_staff;

create policy fault_report_read on fault_report for select to samsyn_staff
  using (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and (row_id in (select id from protocol_row) or proposal_id in (select id from traffic_proposal))
  );
-- The municipality sends what is its own, and what is kept to one party is nobody's action item.
create policy fault_report_send on fault_report for insert to samsyn_staff
  with check (
    state = 'waiting' and sent_by = samsyn_person()
    and (
      exists (
        select 1 from protocol_row r join observation o on o.id = r.observation_id
        where r.id = row_id and r.partnership_id = fault_report.partnership_id and r.kind <> 'positive' and o.sharing <> 'own'
      )
      or exists (select 1 from traffic_proposal p where p.id = proposal_id and p.partnership_id = fault_report.partnership_id and p.action <> 'control')
    )
    and exists (
      select 1 from fault_system s where s.partnership_id = fault_report.partnership_id and s.address = sent_to and s.jurisdiction = sent_jurisdiction
    )
    and organisation_id = (select p.organisation_id from partnership_party p where p.partnership_id = fault_report.partnership_id and p.standing = 'municipality')
    and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner'])
  );
create policy fault_report_settle on fault_report for update to samsyn_staff
  using (state = 'unsure' and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner']))
  with check (state in ('waiting', 'filed') and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner']));
grant select, insert, update (state, attempts_settled, next_try, fault, case_number, next_look) on fault_report to samsyn_staff;

-- What waits for a system that is taken away, or exchanged for another, is not sent to whatever comes after it.
create function fault_system_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update fault_report set state = 'refused', fault = 'removed' where partnership_id = old.partnership_id and state = 'waiting';
  return null;
end
$$;
revoke all on function fault_system_gone() from public;
create trigger fault_system_gone after delete on fault_system for each row execute function fault_system_gone();
create trigger fault_system_moved after update of address, jurisdiction on fault_system
  for each row when ((old.address, old.jurisdiction) is distinct from (new.address, new.jurisdiction)) execute function fault_system_gone();

grant create on schema public to samsyn_system;
alter function samsyn_keeps_fault_system(uuid) owner to samsyn_system;
alter function fault_system_gone() owner to samsyn_system;
revoke create on schema public from samsyn_system;
