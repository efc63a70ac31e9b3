-- «Publicera svaren?»: what strangers are told of a dialogue, by somebody's decision. It is kept as it was then: what is coded afterwards changes nothing that
-- has been told, and taking it back is a decision too (the log keeps both).
create table campaign_results (
  campaign_id uuid primary key,
  partnership_id uuid not null references partnership (id),
  answered integer not null check (answered >= 0),
  -- [{theme, category, voices}] as they are inside; tell/disclosure.ts says what of it may be shown.
  themes jsonb not null check (jsonb_typeof(themes) = 'array'),
  not_asked text not null check (length(btrim(not_asked)) > 0),
  told_on date not null,
  told_by uuid not null references person (id),
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id)
);
create index campaign_results_of on campaign_results (partnership_id);
alter table campaign_results enable row level security;
alter table campaign_results force row level security;
create policy campaign_results_system on campaign_results to samsyn_system using (true) with check (true);
grant select, insert, update, delete on campaign_results to samsyn_system;
do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owner constant text := 'exists (select 1 from campaign c join source s on s.id = c.source_id where c.id = campaign_id and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))';
  leaders constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))';
  closed constant text := 'exists (select 1 from campaign c where c.id = campaign_id and c.state = ''closed'')';
begin
  execute format('create policy campaign_results_read on campaign_results for select to samsyn_staff using (%s and campaign_id in (select id from campaign))', mine);
  execute format('create policy campaign_results_tell on campaign_results for insert to samsyn_staff with check (%s and %s and %s and %s and told_by = samsyn_person())', mine, owner, leaders, closed);
  execute format('create policy campaign_results_take_back on campaign_results for delete to samsyn_staff using (%s and %s and %s)', mine, owner, leaders);
end
$$;
grant select, insert, delete on campaign_results to samsyn_staff;

-- «Ta emot / Inte vårt / Fråga»: what the municipality's unit says of a point it has been sent (domain.md 4.4). Said again it takes the place of what was said before.
create table point_reply (
  row_id uuid primary key references protocol_row (id),
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  unit text not null,
  kind text not null check (kind in ('received', 'not-ours', 'question')),
  text text not null default '',
  -- Whose it may be instead.
  may_be text check (may_be in ('municipality', 'housing', 'road-authority', 'road-association', 'private', 'region')),
  replied_at timestamptz not null,
  replied_by uuid references person (id),
  check (kind = 'received' or length(btrim(text)) > 0),
  check (may_be is null or kind = 'not-ours')
);
create index point_reply_of on point_reply (partnership_id);
alter table point_reply enable row level security;
alter table point_reply force row level security;
create policy point_reply_system on point_reply to samsyn_system using (true) with check (true);
grant select, insert, update, delete on point_reply to samsyn_system;
do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  seen constant text := 'row_id in (select id from protocol_row)';
  -- The organisation that was asked answers, of a point that was sent to it, and nobody in its place.
  asked constant text := 'samsyn_speaks_for(partnership_id, organisation_id) and exists (select 1 from organisation o where o.id = organisation_id and o.kind = ''municipality'')'
    ' and exists (select 1 from protocol_row r join walk_letter l on l.walk_id = r.walk_id and l.spot_manager = r.spot_manager where r.id = row_id and r.spot_manager = ''municipality'')';
  takers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''activity-owner'']))';
begin
  execute format('create policy point_reply_read on point_reply for select to samsyn_staff using (%s and %s)', mine, seen);
  execute format('create policy point_reply_write on point_reply for insert to samsyn_staff with check (%s and %s and %s and replied_by = samsyn_person())', mine, asked, takers);
  execute format('create policy point_reply_change on point_reply for update to samsyn_staff using (%s and %s) with check (%s and %s and %s and replied_by = samsyn_person())', mine, asked, mine, asked, takers);
end
$$;
grant select, insert on point_reply to samsyn_staff;
grant update (unit, kind, text, may_be, replied_at, replied_by, organisation_id) on point_reply to samsyn_staff;
