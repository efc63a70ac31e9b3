-- Traffic: complaints about a stretch of road gathered in a thread, the meters and what they measured, what is proposed and what came of it.

create table traffic_thread (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  number integer not null check (number > 0),
  owner_organisation_id uuid not null references organisation (id),
  -- A stretch, never a door: a line, or the name of one.
  place_kind text not null check (place_kind in ('segment', 'area')),
  place_name text collate swedish not null check (length(btrim(place_name)) > 0),
  geometry jsonb,
  complaints integer not null check (complaints > 0),
  opened_at timestamptz not null,
  road_keeper text check (road_keeper in ('municipality', 'state', 'road-association', 'private')),
  speed_limit integer check (speed_limit between 5 and 120),
  state text not null,
  passed_on text,
  judgement text check (judgement in ('justified', 'partly', 'not-justified')),
  judgement_sentence text,
  answer text,
  answered_at timestamptz,
  example boolean not null default false,
  unique (partnership_id, number),
  unique (id, partnership_id),
  check ((judgement is null) = (judgement_sentence is null)),
  check (place_kind <> 'segment' or geometry is not null),
  constraint traffic_thread_state check (
    case state
      when 'received' then passed_on is null and judgement is null and answer is null and answered_at is null
      when 'passed-on' then passed_on is not null and road_keeper is not null and judgement is null and answer is null and answered_at is null
      when 'measuring' then road_keeper is not null and speed_limit is not null and judgement is null and answer is null and answered_at is null
      when 'measured' then road_keeper is not null and speed_limit is not null and judgement is null and answer is null and answered_at is null
      when 'judged' then speed_limit is not null and judgement is not null and answer is null and answered_at is null
      when 'acting' then speed_limit is not null and judgement is not null and answer is null and answered_at is null
      when 'remeasuring' then speed_limit is not null and judgement is not null and answer is null and answered_at is null
      when 'remeasured' then speed_limit is not null and judgement is not null and answer is null and answered_at is null
      when 'answered' then answer is not null and length(btrim(answer)) > 0 and answered_at is not null
      else false
    end
  )
);

-- Who complained is not here, and how often is all the other organisation learns.
create table traffic_complaint (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  thread_id uuid not null,
  owner_organisation_id uuid not null references organisation (id),
  kind text not null,
  direction text not null,
  weekdays jsonb not null,
  from_hour integer not null check (from_hour between 0 and 23),
  to_hour integer not null check (to_hour between 1 and 24),
  effect text not null,
  proposal text not null,
  came_by text not null check (came_by in ('phone', 'e-mail', 'counter', 'letter', 'meeting')),
  received_on date not null,
  registry_number text not null,
  taken_in_at timestamptz not null,
  example boolean not null default false,
  foreign key (thread_id, partnership_id) references traffic_thread (id, partnership_id),
  check (from_hour < to_hour)
);
create index traffic_complaint_thread on traffic_complaint (thread_id);

create table traffic_meter (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  name text collate swedish not null check (length(btrim(name)) > 0),
  method text not null check (method in ('radar', 'tubes', 'display', 'camera', 'other')),
  -- Separator and heading: by these its next file is known again.
  format_key text not null,
  mapping jsonb not null,
  last_used_on date not null,
  unique (owner_organisation_id, partnership_id, format_key, name)
);

create table traffic_measurement (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  thread_id uuid not null,
  owner_organisation_id uuid not null references organisation (id),
  file_name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  meter_name text collate swedish not null,
  method text not null check (method in ('radar', 'tubes', 'display', 'camera', 'other')),
  direction text not null,
  measured_from timestamptz not null,
  measured_to timestamptz not null,
  vehicles integer not null check (vehicles > 0),
  summary jsonb not null,
  odd jsonb not null,
  odd_count integer not null check (odd_count >= 0),
  flags jsonb not null,
  example boolean not null default false,
  unique (thread_id, file_hash),
  foreign key (thread_id, partnership_id) references traffic_thread (id, partnership_id),
  check (measured_from <= measured_to)
);

create table traffic_proposal (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  thread_id uuid not null,
  owner_organisation_id uuid not null references organisation (id),
  to_organisation_id uuid not null references organisation (id),
  to_party text not null check (to_party in ('municipality', 'police', 'other')),
  action text not null,
  what text not null,
  proposed_at timestamptz not null,
  reply text check (reply in ('will', 'declined', 'done')),
  reply_reason text,
  reply_count integer check (reply_count >= 0),
  replied_at timestamptz,
  example boolean not null default false,
  foreign key (thread_id, partnership_id) references traffic_thread (id, partnership_id),
  check ((reply is null) = (replied_at is null) and (reply is null) = (reply_reason is null)),
  check (reply is null or reply <> 'declined' or (reply_reason is not null and length(btrim(reply_reason)) > 0)),
  check (reply_count is null or (reply is not null and reply = 'done'))
);
create index traffic_proposal_thread on traffic_proposal (thread_id);

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  own constant text := 'samsyn_speaks_for(partnership_id, owner_organisation_id)';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  foreach name in array array['traffic_thread', 'traffic_complaint', 'traffic_meter', 'traffic_measurement', 'traffic_proposal'] loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, mine, own, writers);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  -- The thread, its figures and what is proposed are for both; a complaint and a meter are their owner's.
  foreach name in array array['traffic_thread', 'traffic_measurement', 'traffic_proposal'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (%s)', name || '_read', name, mine);
  end loop;
  foreach name in array array['traffic_complaint', 'traffic_meter'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, own);
  end loop;
  foreach name in array array['traffic_thread', 'traffic_meter'] loop
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s) with check (%s and %s and %s)',
      name || '_change', name, mine, own, mine, own, writers);
  end loop;
  -- What hangs on a thread is written by those whose thread it is.
  foreach name in array array['traffic_complaint', 'traffic_measurement', 'traffic_proposal'] loop
    execute format('create policy %I on %I as restrictive for insert to samsyn_staff with check (exists (
      select 1 from traffic_thread where traffic_thread.id = thread_id and samsyn_speaks_for(traffic_thread.partnership_id, traffic_thread.owner_organisation_id)))',
      name || '_thread', name);
  end loop;
  -- Whoever it is proposed to replies.
  execute format('create policy traffic_proposal_reply on traffic_proposal for update to samsyn_staff
    using (%s and samsyn_speaks_for(partnership_id, to_organisation_id)) with check (%s and samsyn_speaks_for(partnership_id, to_organisation_id) and %s)',
    mine, mine, writers);
end
$$;
grant update (complaints, road_keeper, speed_limit, state, passed_on, judgement, judgement_sentence, answer, answered_at) on traffic_thread to samsyn_staff;
grant update (method, mapping, last_used_on) on traffic_meter to samsyn_staff;
grant update (reply, reply_reason, reply_count, replied_at) on traffic_proposal to samsyn_staff;
