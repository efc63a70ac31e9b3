-- A campaign's form in one more language, by file: {"the Swedish sentence": "what it is in the other"}. Which language an answer was given in is kept nowhere.
create table campaign_language (
  campaign_id uuid not null,
  partnership_id uuid not null references partnership (id),
  code text not null check (code ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  entries jsonb not null check (jsonb_typeof(entries) = 'object'),
  -- Only what is open is shown to residents, and only while it has every sentence of the form.
  state text not null check (state in ('draft', 'open')),
  version integer not null check (version > 0),
  kept_on date not null,
  primary key (campaign_id, code),
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id)
);
create index campaign_language_of on campaign_language (partnership_id);
alter table campaign_language enable row level security;
alter table campaign_language force row level security;

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  seen constant text := 'campaign_id in (select id from campaign)';
  owner constant text := 'exists (select 1 from campaign c join source s on s.id = c.source_id where c.id = campaign_id and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))';
  leaders constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))';
begin
  execute 'create policy campaign_language_system on campaign_language to samsyn_system using (true) with check (true)';
  execute format('create policy campaign_language_read on campaign_language for select to samsyn_staff using (%s and %s)', mine, seen);
  execute format('create policy campaign_language_write on campaign_language for insert to samsyn_staff with check (%s and %s and %s)', mine, owner, leaders);
  execute format('create policy campaign_language_change on campaign_language for update to samsyn_staff using (%s and %s and %s) with check (%s and %s and %s)', mine, owner, leaders, mine, owner, leaders);
end
$$;
grant select, insert, update on campaign_language to samsyn_system;
grant select, insert, update on campaign_language to samsyn_staff;
