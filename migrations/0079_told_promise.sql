-- The overview of promises (/loften): one row a published document, of content that has passed the gate (tell/disclosure.ts), so that many can be searched at
-- once. Beside the partnerships' own stand those that whoever runs the server has read in from files: promises that were made and published elsewhere, and are
-- not signed here.

create table pledge_collection (
  id uuid primary key,
  name text collate swedish not null check (length(btrim(name)) between 1 and 200),
  -- Where the file comes from, in words or as an address.
  source text not null check (length(btrim(source)) between 1 and 500),
  retrieved_on date not null,
  -- The same file is there once.
  file_hash text not null unique check (file_hash ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null
);

create table told_promise (
  partnership_id uuid references partnership (id),
  collection_id uuid references pledge_collection (id) on delete cascade,
  -- The place in its partnership's or its file's order.
  position integer not null check (position >= 0),
  address text,
  title text collate swedish not null,
  place text collate swedish not null,
  places text[] not null,
  -- Codes of municipalities and counties; a municipality's county too.
  area_codes text[] not null,
  -- The same for promises of the same area: what comes after what. Empty where nobody said where.
  area_key text not null,
  parties text[] not null,
  -- In small letters, each once.
  themes text[] not null,
  pledges jsonb not null check (jsonb_typeof(pledges) = 'array'),
  activities integer not null check (activities >= 0),
  -- How many of them have a number.
  numbered integer not null check (numbered between 0 and activities),
  from_day date,
  to_day date,
  from_said text not null,
  to_said text not null,
  withdrawn boolean not null,
  example boolean not null,
  words tsvector not null,
  check (num_nonnulls(partnership_id, collection_id) = 1)
);
create unique index told_promise_partnership on told_promise (partnership_id, position) where partnership_id is not null;
create unique index told_promise_collection on told_promise (collection_id, position) where collection_id is not null;
create index told_promise_order on told_promise (place, from_day desc nulls last, title);
create index told_promise_area on told_promise (area_key, from_day);
create index told_promise_words on told_promise using gin (words);
create index told_promise_codes on told_promise using gin (area_codes);
create index told_promise_themes on told_promise using gin (themes);

do $$
declare name text;
begin
  foreach name in array array['pledge_collection', 'told_promise'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    -- It is what a stranger reads.
    execute format('create policy %I on %I for select to samsyn_stranger, samsyn_staff using (true)', name || '_everybody', name);
    execute format('grant select on %I to samsyn_stranger, samsyn_staff', name);
  end loop;
end
$$;

-- What is published already comes in when every partnership's pages are made anew, as the new version starts.
insert into job (id, name, body, run_at)
select gen_random_uuid(), 'tell.refresh-all', '{}'::jsonb, now() where exists (select 1 from publication);
