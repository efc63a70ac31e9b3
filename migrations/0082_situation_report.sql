-- The situation report (lägesbild, lag 2023:196 4 and 6 §§): seventeen chapters on a period, written by both parties. Everything that is written is a row of its own, so that
-- nothing is written over; the newest version is what stands. Once a body has adopted it nothing of it changes any more.

create table situation_report (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  slug text not null check (slug ~ '^[0-9]{4}(-[0-9]+)*$'),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  -- The adopted one it was begun from.
  former_id uuid,
  state text not null check (state in ('draft', 'adopted')),
  begun_at timestamptz not null,
  adopted_on date,
  adopted_by text check (length(btrim(adopted_by)) between 1 and 200),
  registry_number text check (length(btrim(registry_number)) between 1 and 100),
  -- SHA-256 over the canonical content (RFC 8785), as it was when it was adopted.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  adopted_at timestamptz,
  example boolean not null default false,
  unique (id, partnership_id),
  unique (partnership_id, slug),
  unique (partnership_id, adopted_on),
  foreign key (former_id, partnership_id) references situation_report (id, partnership_id),
  check (
    (state = 'adopted') = (adopted_on is not null) and (state = 'adopted') = (adopted_by is not null)
    and (state = 'adopted') = (registry_number is not null) and (state = 'adopted') = (content_hash is not null)
    and (state = 'adopted') = (adopted_at is not null)
  )
);
-- One is in work at a time: the next is begun from the one that was adopted.
create unique index situation_report_in_work on situation_report (partnership_id) where state = 'draft';

create table situation_piece (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  report_id uuid not null,
  chapter text not null check (chapter in (
    'summary', 'purpose', 'method', 'municipality', 'crime', 'consequences', 'felt-safety', 'youth', 'traffic', 'places', 'voices', 'analysis',
    'priorities', 'outlook', 'measures', 'gaps', 'former'
  )),
  -- The report's own words, what both say of them, what one party says, and what one keeps to itself.
  voice text not null check (voice in ('text', 'joint', 'party', 'note')),
  -- Whose, of the last two.
  organisation_id uuid references organisation (id),
  text text not null check (length(text) <= 20000),
  version integer not null check (version >= 1),
  -- Taken from the former report when this one was begun, and not looked at since.
  carried boolean not null default false,
  written_at timestamptz not null,
  written_by_organisation_id uuid not null references organisation (id),
  example boolean not null default false,
  foreign key (report_id, partnership_id) references situation_report (id, partnership_id),
  check ((voice in ('party', 'note')) = (organisation_id is not null)),
  check (organisation_id is null or organisation_id = written_by_organisation_id)
);
create unique index situation_piece_version
  on situation_piece (report_id, chapter, voice, (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)), version);
create index situation_piece_partnership on situation_piece (partnership_id);

-- Adopted is adopted, whoever asks.
create function situation_report_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'adopted' then
    raise exception 'An adopted situation report does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger situation_report_stands before update or delete on situation_report for each row execute function situation_report_stands();

create function situation_part_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare of_report uuid := coalesce(new.report_id, old.report_id);
begin
  if exists (select 1 from situation_report where id = of_report and state = 'adopted') then
    raise exception 'An adopted situation report does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger situation_piece_stands before insert or update or delete on situation_piece for each row execute function situation_part_stands();

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner''])';
  leaders constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison''])';
begin
  foreach name in array array['situation_report', 'situation_piece'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  execute format('create policy situation_report_read on situation_report for select to samsyn_staff using (%s)', mine);
  execute format('create policy situation_report_begin on situation_report for insert to samsyn_staff with check (state = ''draft'' and %s)', leaders);
  -- Whoever writes holds the report while it writes; only who leads the work notes that it was adopted.
  execute format('create policy situation_report_adopt on situation_report for update to samsyn_staff using (state = ''draft'' and %s) with check (%s)', writers, leaders);
  execute format('create policy situation_piece_read on situation_piece for select to samsyn_staff using (%s and (voice <> ''note'' or samsyn_speaks_for(partnership_id, organisation_id)))', mine);
  execute format('create policy situation_piece_write on situation_piece for insert to samsyn_staff with check (%s and samsyn_speaks_for(partnership_id, written_by_organisation_id))', writers);
end
$$;
grant update (state, adopted_on, adopted_by, registry_number, content_hash, adopted_at) on situation_report to samsyn_staff;
