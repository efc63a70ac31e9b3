-- Dialogue campaigns: what was asked, what was answered without a name, what was made of it. What a resident sent lies in three places that no key joins:
-- the answer (a random id and a day), how many there were of each group (one sheet of counts a campaign), and who wants to be called (another sheet).

create table campaign (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  source_id uuid not null,
  -- /svara/<slug>: one address in the whole house, so that a leaflet need not name the partnership.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text collate swedish not null check (length(btrim(title)) > 0),
  -- {"sv": …, "en": …, "latt": …}: what may be influenced and what may not, in every language the form has.
  words jsonb not null,
  ladder_level text not null check (ladder_level in ('information', 'consultation', 'participation', 'co-decision')),
  target_group text not null,
  sample_type text not null check (sample_type in ('random', 'self-selected', 'panel', 'total')),
  methods text[] not null check (cardinality(methods) > 0 and methods <@ array['form', 'square', 'meeting', 'door', 'paper']),
  villages text[] not null,
  invited integer check (invited > 0),
  from_day date not null,
  to_day date not null,
  -- The same questions another year carry the same series.
  series text not null,
  state text not null check (state in ('planned', 'open', 'closed')),
  opened_on date,
  closed_on date,
  example boolean not null default false,
  unique (id, partnership_id),
  foreign key (source_id, partnership_id) references source (id, partnership_id),
  check (from_day <= to_day),
  -- The union of campaign.ts.
  check (
    case state
      when 'planned' then opened_on is null and closed_on is null
      when 'open' then opened_on is not null and closed_on is null
      when 'closed' then opened_on is not null and closed_on is not null
    end
  )
);

-- A question as it was put: a changed wording or scale is a new version, and the answers to the two are never added up.
create table campaign_item (
  id uuid primary key,
  campaign_id uuid not null,
  partnership_id uuid not null references partnership (id),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  position integer not null,
  words jsonb not null,
  question jsonb not null,
  shown_when jsonb,
  breaks text check (breaks in ('wording', 'answers')),
  retired boolean not null default false,
  unique (campaign_id, key, version),
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id),
  check (version > 1 or breaks is null)
);

create table campaign_answer (
  -- Random, never by the clock: an id that tells the time would tell when somebody sat with their phone.
  id uuid primary key,
  campaign_id uuid not null,
  partnership_id uuid not null references partnership (id),
  received_on date not null,
  method text not null check (method in ('form', 'square', 'meeting', 'door', 'paper')),
  -- {"key": {"version": 1, "value": …}}
  given jsonb not null,
  -- The receipt's code is the resident's; only its hash is here, and makes the same form sent twice one answer.
  receipt_hash text not null unique check (receipt_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'kept', 'set-aside')),
  read_on date,
  reason text check (reason in ('points-at-a-person', 'threat', 'advertisement', 'off-topic', 'sent-before')),
  -- Rewritten in another order than it came in.
  mixed boolean not null default false,
  example boolean not null default false,
  unique (id, partnership_id),
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id),
  check (
    case state
      when 'waiting' then read_on is null and reason is null
      when 'kept' then read_on is not null and reason is null
      when 'set-aside' then read_on is not null and reason is not null
    end
  )
);
create index campaign_answer_campaign on campaign_answer (campaign_id, state);

-- One sheet of counts a campaign: rows of their own would lie in the order the answers came.
create table campaign_groups (
  campaign_id uuid primary key,
  partnership_id uuid not null references partnership (id),
  -- {"age.65-up": 12, "sex.woman": 20, "village.amot": 9}
  counts jsonb not null,
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id)
);

-- One sheet of contacts a campaign, in alphabetical order, without a day: it says who wants to be called and nothing of what they said.
create table campaign_contacts (
  campaign_id uuid primary key,
  partnership_id uuid not null references partnership (id),
  entries jsonb not null,
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id)
);

-- What signs the forms that are sent back, and makes the code of a receipt out of the form it was sent with. Made when it is first asked for: an empty database is empty.
create table open_door_key (only_one boolean primary key default true check (only_one), secret text not null);

-- Coding: what answers, notes and dialogues are about, in one vocabulary for all of them.
create table theme (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  name text collate swedish not null check (length(btrim(name)) > 0),
  category text not null check (category ~ '^[a-z]+([.-][a-z]+)*$'),
  example boolean not null default false,
  unique (id, partnership_id)
);

create table coding (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  theme_id uuid not null,
  answer_id uuid,
  observation_id uuid,
  dialogue_theme_id uuid references dialogue_theme (id),
  place text collate swedish not null default '',
  time text not null check (time in ('any', 'day', 'evening', 'night', 'school', 'weekend', 'winter')),
  concerns text not null check (concerns in ('everybody', 'children', 'young', 'adults', 'older', 'women', 'men', 'road-users')),
  foreign key (theme_id, partnership_id) references theme (id, partnership_id),
  foreign key (answer_id, partnership_id) references campaign_answer (id, partnership_id),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id),
  check (num_nonnulls(answer_id, observation_id, dialogue_theme_id) = 1),
  unique (theme_id, answer_id),
  unique (theme_id, observation_id),
  unique (theme_id, dialogue_theme_id)
);
create index coding_theme on coding (theme_id);
create index coding_answer on coding (answer_id) where answer_id is not null;

-- What became of a theme, as everybody with a receipt reads it.
create table theme_step (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  theme_id uuid not null,
  kind text not null check (kind in ('chosen', 'not-chosen', 'promised', 'acting', 'done')),
  on_day date not null,
  text text not null,
  foreign key (theme_id, partnership_id) references theme (id, partnership_id),
  check (kind = 'chosen' or length(btrim(text)) > 0)
);

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owner constant text := 'exists (select 1 from campaign c join source s on s.id = c.source_id where c.id = campaign_id and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))';
  subject constant text := '(answer_id is null or answer_id in (select id from campaign_answer)) and (observation_id is null or observation_id in (select id from observation)) and (dialogue_theme_id is null or dialogue_theme_id in (select id from dialogue_theme))';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  leaders constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))';
  seen constant jsonb := jsonb_build_object(
    'campaign', 'source_id in (select id from source)',
    'campaign_item', 'campaign_id in (select id from campaign)',
    -- What nobody has read yet may point at somebody: the one who asked reads it first.
    'campaign_answer', format('campaign_id in (select id from campaign) and (state = ''kept'' or %s)', owner),
    'campaign_contacts', format('%s and %s', owner, leaders),
    -- A theme is there for those who see something that was coded to it: one that only rests on what is kept apart has a name nobody else reads.
    'theme', 'exists (select 1 from coding where coding.theme_id = theme.id)',
    'coding', subject,
    'theme_step', 'theme_id in (select id from theme)'
  );
begin
  foreach name in array array['campaign', 'campaign_item', 'campaign_answer', 'campaign_groups', 'campaign_contacts', 'open_door_key', 'theme', 'coding', 'theme_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
  end loop;
  revoke update on open_door_key from samsyn_system;
  for name in select jsonb_object_keys(seen) loop
    execute format('create index if not exists %I on %I (partnership_id)', name || '_of', name);
    execute format('create policy %I on %I for select to samsyn_staff using (%s and %s)', name || '_read', name, mine, seen ->> name);
    execute format('grant select on %I to samsyn_staff', name);
  end loop;
  execute format('create policy campaign_write on campaign for insert to samsyn_staff with check (%s and exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)) and %s)', mine, leaders);
  execute format('create policy campaign_change on campaign for update to samsyn_staff using (%s and exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)) and %s)', mine, leaders);
  execute format('create policy campaign_item_write on campaign_item for insert to samsyn_staff with check (%s and %s and %s)', mine, owner, leaders);
  execute format('create policy campaign_item_change on campaign_item for update to samsyn_staff using (%s and %s and %s)', mine, owner, leaders);
  execute format('create policy campaign_answer_change on campaign_answer for update to samsyn_staff using (%s and %s and %s)', mine, owner, writers);
  execute format('create policy theme_write on theme for insert to samsyn_staff with check (%s and %s)', mine, writers);
  execute format('create policy coding_write on coding for insert to samsyn_staff with check (%s and %s and %s)', mine, subject, writers);
  execute format('create policy coding_undo on coding for delete to samsyn_staff using (%s and %s)', mine, writers);
  execute format('create policy theme_step_write on theme_step for insert to samsyn_staff with check (%s and %s)', mine, leaders);
end
$$;
grant insert on campaign, campaign_item, theme, coding, theme_step to samsyn_staff;
grant update (state, opened_on, closed_on) on campaign to samsyn_staff;
grant update (words, question, position, shown_when, retired, breaks) on campaign_item to samsyn_staff;
grant update (state, read_on, reason, given) on campaign_answer to samsyn_staff;
grant delete on coding to samsyn_staff, samsyn_system;

-- How many there were of each group, when the campaign is over and only what is five or more: while answers come in, a count that grows would tell whose the newest is.
create function samsyn_groups_released(in_campaign uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(part.key, part.value), '{}')
  from campaign_groups g join campaign c on c.id = g.campaign_id, jsonb_each(g.counts) part
  where g.campaign_id = in_campaign and c.state = 'closed' and g.partnership_id = any (samsyn_partnerships()) and part.value::int >= 5
$$;
revoke all on function samsyn_groups_released(uuid) from public;
grant execute on function samsyn_groups_released(uuid) to samsyn_staff, samsyn_system;

-- An address is taken by whoever has it, also in another partnership: that is told, and nothing else of it.
create function samsyn_campaign_slugs(among text[]) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(slug), '{}') from campaign where slug = any (among)
$$;
revoke all on function samsyn_campaign_slugs(text[]) from public;
grant execute on function samsyn_campaign_slugs(text[]) to samsyn_staff, samsyn_system;
