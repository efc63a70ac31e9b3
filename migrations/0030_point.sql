-- What residents point out on a map. Of an answer only the middle of a square is kept, as large as whoever answered chose, and only those who asked see it.

create table campaign_point (
  -- Random, never by the clock.
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  answer_id uuid not null,
  -- The question it answers.
  item_key text not null check (item_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- around: a square of a kilometre. spot: one of fifty metres.
  grain text not null check (grain in ('around', 'spot')),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  -- Rewritten in another order than it came in.
  mixed boolean not null default false,
  unique (answer_id, item_key),
  foreign key (answer_id, partnership_id) references campaign_answer (id, partnership_id)
);
create index campaign_point_of on campaign_point (partnership_id);
alter table campaign_point enable row level security;
alter table campaign_point force row level security;
create policy campaign_point_system on campaign_point to samsyn_system using (true) with check (true);
grant select, insert, update, delete on campaign_point to samsyn_system;
grant select, delete on campaign_point to samsyn_staff;

-- A complaint keeps what was pointed out of its stretch: one point, or both ends. It is read as its words are, by the organisation that took it in.
alter table traffic_complaint add column points jsonb check (jsonb_typeof(points) = 'array' and jsonb_array_length(points) between 1 and 2);

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owner constant text := 'exists (select 1 from campaign_answer a join campaign c on c.id = a.campaign_id join source s on s.id = c.source_id where a.id = answer_id and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  execute format('create policy campaign_point_read on campaign_point for select to samsyn_staff using (%s and %s)', mine, owner);
  execute format('create policy campaign_point_gone on campaign_point for delete to samsyn_staff using (%s and %s and %s)', mine, owner, writers);
end
$$;
