-- What was heard in confidence, and what residents said of the traffic, are coded to the same themes as the rest. A coding is seen by whoever sees what it is of: a
-- hearing's by those the hearing is for, a passage's by the organisation it was released to, once opened. Each codes what it holds itself, so nothing counts twice.

-- The words of a complaint stay with its owner; what the picture has of it is coded, and counts for both.
alter table traffic_complaint add column observation_id uuid;
alter table traffic_complaint add foreign key (observation_id, partnership_id) references observation (id, partnership_id);
alter table traffic_complaint no force row level security;
alter table observation no force row level security;
alter table source no force row level security;
alter table traffic_thread no force row level security;
-- Both were written at the same moment, under the same stretch.
update traffic_complaint c set observation_id = (
  select min(o.id::text)::uuid from observation o join source s on s.id = o.source_id join traffic_thread t on t.id = c.thread_id
  where s.kind = 'resident-report' and o.partnership_id = c.partnership_id and o.owner_organisation_id = c.owner_organisation_id
    and o.noted_at = c.taken_in_at and o.place_name = t.place_name
  having count(*) = 1);
alter table traffic_complaint force row level security;
alter table observation force row level security;
alter table source force row level security;
alter table traffic_thread force row level security;
create unique index traffic_complaint_observation on traffic_complaint (observation_id) where observation_id is not null;

alter table coding add column hearing_id uuid;
alter table coding add column passage_id uuid references hearing_passage (id) on delete cascade;
alter table coding add foreign key (hearing_id, partnership_id) references hearing (id, partnership_id);
alter table coding drop constraint coding_check;
alter table coding add constraint coding_of_one
  check (num_nonnulls(answer_id, observation_id, dialogue_theme_id, hearing_id, passage_id) = 1);
alter table coding add unique (theme_id, hearing_id);
alter table coding add unique (theme_id, passage_id);
create index coding_hearing on coding (hearing_id) where hearing_id is not null;
create index coding_passage on coding (passage_id) where passage_id is not null;

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  subject constant text := '(answer_id is null or answer_id in (select id from campaign_answer)) and (observation_id is null or observation_id in (select id from observation))'
    ' and (dialogue_theme_id is null or dialogue_theme_id in (select id from dialogue_theme)) and (hearing_id is null or hearing_id in (select id from hearing))'
    ' and (passage_id is null or passage_id in (select p.id from hearing_passage p where p.partnership_id = coding.partnership_id'
    ' and p.opened_at is not null and samsyn_speaks_for(p.partnership_id, p.to_organisation_id)))';
begin
  drop policy coding_read on coding;
  drop policy coding_write on coding;
  execute format('create policy coding_read on coding for select to samsyn_staff using (%s and %s)', mine, subject);
  execute format('create policy coding_write on coding for insert to samsyn_staff with check (%s and %s and %s)', mine, subject, writers);
end
$$;
