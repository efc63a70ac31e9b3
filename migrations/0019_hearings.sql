-- Hearings of local actors and staff dialogues: confidential to the organisation that heard them. What kind of actor is kept, never which.

create table hearing (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  form text not null check (form in ('actor', 'staff')),
  actor_kind text,
  area text collate swedish not null,
  held_on date not null,
  -- Ranked: [{"category": "vandalism.damage", "text": "…", "voices": 3}, …]
  themes jsonb not null,
  does text not null,
  wish_municipality text not null,
  wish_police text not null,
  promised text not null,
  promised_by date,
  kept_on date,
  reading text not null check (reading in ('own', 'shared', 'counted')),
  asked integer check (asked >= 0),
  answered integer check (answered >= 0),
  texts text[] not null,
  -- What has been released of it; the other organisation sees the passage, never whence it came.
  passage_ids uuid[] not null,
  noted_at timestamptz not null,
  example boolean not null default false,
  unique (id, partnership_id),
  check ((promised = '') = (promised_by is null)),
  -- The union of hearing.ts.
  check (
    case form
      when 'actor' then actor_kind is not null and length(btrim(area)) > 0 and asked is null and answered is null and texts = '{}'
      when 'staff' then actor_kind is null and area = '' and does = '' and reading = 'own' and asked is not null and answered is not null and answered <= asked
        and (texts = '{}' or answered >= 5)
    end
  )
);

-- How many actors of a kind there are in an area, as the organisation has said: in one with fewer than three nobody is heard under its name.
create table hearing_area (
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  actor_kind text not null,
  area text collate swedish not null,
  actors integer not null check (actors >= 3),
  primary key (partnership_id, owner_organisation_id, actor_kind, area)
);

create table hearing_passage (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  to_organisation_id uuid not null references organisation (id),
  actor_kind text,
  area text collate swedish not null,
  text text not null check (length(btrim(text)) > 0),
  shared_at timestamptz not null,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  example boolean not null default false,
  check (opened_at is null or withdrawn_at is null),
  check (owner_organisation_id <> to_organisation_id)
);

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owned constant text := 'samsyn_speaks_for(partnership_id, owner_organisation_id)';
  hears constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison''])';
  reads constant text := 'samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''reader''])';
  received constant text := '(samsyn_speaks_for(partnership_id, to_organisation_id) and withdrawn_at is null)';
  seen constant jsonb := jsonb_build_object(
    'hearing', format('((%s and %s) or (form = ''actor'' and reading <> ''own''))', owned, reads),
    'hearing_area', owned,
    'hearing_passage', format('((%s and %s) or (%s and %s))', owned, reads, received, reads)
  );
  change constant text := format('((%s and opened_at is null) or %s) and %s', owned, received, hears);
begin
  for name in select jsonb_object_keys(seen) loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen ->> name);
    execute format('create policy %I on %I for insert to samsyn_staff with check (%s and %s and %s)', name || '_write', name, mine, owned, hears);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  foreach name in array array['hearing', 'hearing_area'] loop
    execute format('create policy %I on %I for update to samsyn_staff using (%s and %s and %s) with check (%s and %s and %s)',
      name || '_change', name, mine, owned, hears, mine, owned, hears);
  end loop;
  -- Its owner takes it back until the other has opened it; the other opens it, and neither does what is the other's.
  execute format('create policy hearing_passage_change on hearing_passage for update to samsyn_staff using (%s and (%s or %s) and %s) with check (%s and %s)',
    mine, owned, received, hears, mine, change);
end
$$;
grant update (passage_ids, kept_on) on hearing to samsyn_staff;
grant update (actors) on hearing_area to samsyn_staff;
grant update (opened_at, withdrawn_at) on hearing_passage to samsyn_staff;
