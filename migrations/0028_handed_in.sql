-- Complaints about traffic that residents hand in themselves, a road to compare with, what is withheld of a released passage until it is opened, and a
-- source that is there for the other organisation when something in it has been shared.

alter table traffic_complaint drop constraint traffic_complaint_came_by_check;
alter table traffic_complaint add constraint traffic_complaint_came_by_check
  check (came_by in ('phone', 'e-mail', 'counter', 'letter', 'meeting', 'form'));
-- Eight in the evening to two at night is a time as well.
alter table traffic_complaint drop constraint traffic_complaint_check;
alter table traffic_complaint add constraint traffic_complaint_hours check (from_hour <> to_hour);

-- A road where nothing was done, measured at the same two times.
alter table traffic_measurement add column comparison_road text collate swedish check (length(btrim(comparison_road)) > 0);

-- What a resident said about a road, until somebody has read it. Then it stands with the complaint, and what is left here is a receipt: which thread it is in, never which complaint.
create table traffic_handed_in (
  -- Random, never by the clock.
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  received_on date not null,
  said jsonb,
  -- The receipt's code is the resident's; only its hash is here, and makes the same form sent twice one complaint.
  receipt_hash text not null unique check (receipt_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'kept', 'set-aside')),
  read_on date,
  reason text check (reason in ('points-at-a-person', 'threat', 'advertisement', 'off-topic', 'sent-before')),
  thread_id uuid,
  example boolean not null default false,
  foreign key (thread_id, partnership_id) references traffic_thread (id, partnership_id),
  check (
    case state
      when 'waiting' then said is not null and read_on is null and reason is null and thread_id is null
      when 'kept' then said is null and read_on is not null and reason is null and thread_id is not null
      when 'set-aside' then said is null and read_on is not null and reason is not null and thread_id is null
    end
  )
);

-- The words of a released passage lie by themselves, so that the database withholds them until they are opened.
create table hearing_passage_text (
  passage_id uuid primary key references hearing_passage (id) on delete cascade,
  partnership_id uuid not null references partnership (id),
  text text not null check (length(btrim(text)) > 0)
);
alter table hearing_passage no force row level security;
insert into hearing_passage_text (passage_id, partnership_id, text) select id, partnership_id, text from hearing_passage;
alter table hearing_passage force row level security;
alter table hearing_passage drop column text;

-- A source that Samsyn made by itself for one organisation's notes is not there for the other before a note of it is shared.
alter table source add column seen_when_shared boolean not null default false;
create function samsyn_shared_from(in_source uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from observation where source_id = in_source and sharing <> 'own')
$$;
revoke all on function samsyn_shared_from(uuid) from public;
grant execute on function samsyn_shared_from(uuid) to samsyn_staff, samsyn_system;
create policy source_when_shared on source as restrictive for select to samsyn_staff
  using (not seen_when_shared or samsyn_speaks_for(partnership_id, owner_organisation_id) or samsyn_shared_from(id));
-- Those that stand already: with an address nobody else comes to ask for.
alter table source no force row level security;
update source set seen_when_shared = true, slug = slug || '-' || right(id::text, 8)
  where kind = 'staff' and name = 'Egna iakttagelser' and not example and not samsyn_shared_from(id);
alter table source force row level security;

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  own constant text := 'samsyn_speaks_for(partnership_id, owner_organisation_id)';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  -- Whoever sees the passage: its owner always, the other from when it is opened.
  passage constant text := 'exists (select 1 from hearing_passage p where p.id = passage_id and p.partnership_id = hearing_passage_text.partnership_id and %s)';
  owned constant text := 'samsyn_speaks_for(p.partnership_id, p.owner_organisation_id)';
begin
  foreach name in array array['traffic_handed_in', 'hearing_passage_text'] loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select on %I to samsyn_staff', name);
  end loop;
  execute format('create policy traffic_handed_in_read on traffic_handed_in for select to samsyn_staff using (%s and %s)', mine, own);
  execute format('create policy traffic_handed_in_change on traffic_handed_in for update to samsyn_staff using (%1$s and %2$s) with check (%1$s and %2$s and %3$s)', mine, own, writers);
  execute format('create policy hearing_passage_text_read on hearing_passage_text for select to samsyn_staff using (%s and %s)',
    mine, format(passage, format('(%s or p.opened_at is not null)', owned)));
  execute format('create policy hearing_passage_text_write on hearing_passage_text for insert to samsyn_staff with check (%s and %s and samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))',
    mine, format(passage, owned));
end
$$;
grant update (said, state, read_on, reason, thread_id) on traffic_handed_in to samsyn_staff;
grant insert on hearing_passage_text to samsyn_staff;
