-- The work meeting around the picture (journeys.md, journey 9): a day, an agenda made from what is there, what was decided, and minutes. Only what both parties may read
-- is ever in it, so both read all of it. Who sat there is roles and how many, never names. Minutes that both parties have approved change no more.

create table work_meeting (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  on_day date not null,
  state text not null check (state in ('open', 'held', 'approved')),
  planned_at timestamptz not null,
  held_at timestamptz,
  approved_at timestamptz,
  -- SHA-256 over the minutes' canonical content (RFC 8785), as both approved it.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  example boolean not null default false,
  unique (id, partnership_id),
  -- Two who plan the same day at once plan one meeting.
  unique (partnership_id, on_day),
  check ((state = 'open') = (held_at is null)),
  check ((state = 'approved') = (approved_at is not null) and (state = 'approved') = (content_hash is not null))
);

-- Something to talk of, in the words it had when it was put on the agenda.
create table meeting_item (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  meeting_id uuid not null,
  kind text not null check (kind in ('follow-up', 'news', 'deviation', 'behind', 'problem', 'theme', 'own')),
  -- What it is of: gathered twice, it is there once.
  about text not null check (length(about) between 1 and 200),
  -- The decision that is followed up.
  decision_id uuid,
  said jsonb not null check (said ? 'sv' and said ? 'en'),
  -- Where it stands in the house; empty where it stands nowhere.
  address text not null default '',
  -- A question to the picture that belongs to it.
  question text not null default '',
  position integer not null check (position >= 1),
  left_out boolean not null default false,
  outcome text check (outcome in ('done', 'goes-on', 'dropped')),
  added_at timestamptz not null,
  example boolean not null default false,
  unique (id, meeting_id),
  unique (meeting_id, about),
  foreign key (meeting_id, partnership_id) references work_meeting (id, partnership_id),
  check ((kind = 'follow-up') = (decision_id is not null)),
  check (outcome is null or kind = 'follow-up')
);
create index meeting_item_partnership on meeting_item (partnership_id);

-- What was decided, who does it and by when; a question to find out; or that the matter ends here. Each is a row of its own, so that two who note at once both have noted.
create table meeting_decision (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  meeting_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('decision', 'question', 'closing')),
  text text not null check (length(btrim(text)) between 1 and 1000),
  -- The party, and the unit in it where somebody said which.
  organisation_id uuid references organisation (id),
  unit text not null check (length(unit) <= 200),
  by_day date,
  struck boolean not null default false,
  version integer not null default 1 check (version >= 1),
  noted_at timestamptz not null,
  noted_by_organisation_id uuid not null references organisation (id),
  example boolean not null default false,
  foreign key (meeting_id, partnership_id) references work_meeting (id, partnership_id),
  foreign key (item_id, meeting_id) references meeting_item (id, meeting_id),
  check ((kind = 'closing') = (organisation_id is null)),
  check (kind <> 'decision' or by_day is not null)
);
create index meeting_decision_partnership on meeting_decision (partnership_id);
create index meeting_decision_meeting on meeting_decision (meeting_id);
alter table meeting_item add foreign key (decision_id) references meeting_decision (id);

-- The offices that sat there, and how many of each.
create table meeting_presence (
  meeting_id uuid not null,
  office text not null check (length(btrim(office)) between 1 and 100),
  partnership_id uuid not null references partnership (id),
  number integer not null check (number between 0 and 200),
  noted_at timestamptz not null,
  example boolean not null default false,
  primary key (meeting_id, office),
  foreign key (meeting_id, partnership_id) references work_meeting (id, partnership_id)
);
create index meeting_presence_partnership on meeting_presence (partnership_id);

-- «Fäst bilden»: what the picture answered in the room, of what both parties see, with its hash.
create table meeting_picture (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  meeting_id uuid not null,
  item_id uuid not null,
  frozen jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  taken_down boolean not null default false,
  pinned_at timestamptz not null,
  pinned_by_organisation_id uuid not null references organisation (id),
  example boolean not null default false,
  foreign key (meeting_id, partnership_id) references work_meeting (id, partnership_id),
  foreign key (item_id, meeting_id) references meeting_item (id, meeting_id)
);
create index meeting_picture_partnership on meeting_picture (partnership_id);
create index meeting_picture_meeting on meeting_picture (meeting_id);

-- A party's yes to the minutes as they read that day. It counts while they still read so.
create table meeting_approval (
  meeting_id uuid not null,
  organisation_id uuid not null references organisation (id),
  partnership_id uuid not null references partnership (id),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  approved_at timestamptz not null,
  example boolean not null default false,
  primary key (meeting_id, organisation_id),
  foreign key (meeting_id, partnership_id) references work_meeting (id, partnership_id)
);
create index meeting_approval_partnership on meeting_approval (partnership_id);

-- Both have said yes to these very words.
create function samsyn_minutes_agreed(of_meeting uuid, hash text) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select count(*) > 0 and count(*) = count(a.organisation_id) from work_meeting m
    join partnership_party p on p.partnership_id = m.partnership_id
    join organisation o on o.id = p.organisation_id and o.kind in ('municipality', 'police')
    left join meeting_approval a on a.meeting_id = m.id and a.organisation_id = o.id and a.content_hash = hash
  where m.id = of_meeting
$$;
-- Whether it is still written in.
create function samsyn_meeting_written(of_meeting uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from work_meeting where id = of_meeting and state <> 'approved')
$$;
revoke all on function samsyn_minutes_agreed(uuid, text), samsyn_meeting_written(uuid) from public;
grant execute on function samsyn_minutes_agreed(uuid, text), samsyn_meeting_written(uuid) to samsyn_staff, samsyn_system;

-- Approved is approved, whoever asks; and nobody approves for the other.
create function work_meeting_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'approved' then
    raise exception 'Approved minutes do not change' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and current_user = 'samsyn_staff' then
    if new.state = 'approved' and (old.state <> 'held' or not samsyn_minutes_agreed(new.id, new.content_hash)) then
      raise exception 'Both parties approve minutes' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'open' and old.state <> 'open' then
      raise exception 'A meeting that was held was held' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return coalesce(new, old);
end
$$;
create trigger work_meeting_stands before update or delete on work_meeting for each row execute function work_meeting_stands();

create function meeting_part_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare of_meeting uuid := coalesce(new.meeting_id, old.meeting_id);
begin
  if exists (select 1 from work_meeting where id = of_meeting and state = 'approved') then
    raise exception 'Approved minutes do not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner''])';
  leaders constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison''])';
  written constant text := 'samsyn_meeting_written(meeting_id)';
  -- Who writes, beside being one who does.
  checked constant jsonb := jsonb_build_object(
    'meeting_item', 'true',
    'meeting_decision', 'samsyn_speaks_for(partnership_id, noted_by_organisation_id)',
    'meeting_presence', 'true',
    'meeting_picture', 'samsyn_speaks_for(partnership_id, pinned_by_organisation_id)'
  );
begin
  foreach name in array array['work_meeting', 'meeting_item', 'meeting_decision', 'meeting_presence', 'meeting_picture', 'meeting_approval'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s)', name || '_read', name, mine);
    if name <> 'work_meeting' then
      execute format('create trigger %I before insert or update or delete on %I for each row execute function meeting_part_stands()', name || '_stands', name);
    end if;
  end loop;
  execute format('create policy work_meeting_plan on work_meeting for insert to samsyn_staff with check (state = ''open'' and %s)', leaders);
  -- Whoever writes holds the meeting while it writes; only who leads the work says that it was held, or approves.
  execute format('create policy work_meeting_lead on work_meeting for update to samsyn_staff using (%s) with check (%s)', writers, leaders);
  for name in select jsonb_object_keys(checked) loop
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, writers, written, checked ->> name);
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s) with check (%s and %s and %s)',
      name || '_change', name, writers, written, writers, written, checked ->> name);
  end loop;
  execute format(
    'create policy meeting_approval_own on meeting_approval for insert to samsyn_staff with check (%s and samsyn_speaks_for(partnership_id, organisation_id) and samsyn_weighs_here(partnership_id, organisation_id) and exists (select 1 from work_meeting m where m.id = meeting_id and m.state = ''held''))',
    leaders);
  -- Minutes that were changed after a yes are said yes to anew.
  execute format(
    'create policy meeting_approval_anew on meeting_approval for update to samsyn_staff using (%s and samsyn_speaks_for(partnership_id, organisation_id)) with check (%s and samsyn_speaks_for(partnership_id, organisation_id) and exists (select 1 from work_meeting m where m.id = meeting_id and m.state = ''held''))',
    leaders, leaders);
end
$$;
grant update (state, held_at, approved_at, content_hash) on work_meeting to samsyn_staff;
grant update (left_out, outcome) on meeting_item to samsyn_staff;
grant update (kind, text, organisation_id, unit, by_day, struck, version, noted_at, noted_by_organisation_id) on meeting_decision to samsyn_staff;
grant update (number, noted_at) on meeting_presence to samsyn_staff;
grant update (taken_down) on meeting_picture to samsyn_staff;
grant update (content_hash, approved_at) on meeting_approval to samsyn_staff;
