-- «Publicera vägens sida?»: that strangers read a thread is its owner's decision. How many have complained of what is kept as it was then: a number that grows
-- while complaints come in tells what the latest one said. The rest of the page follows the thread until the decision is taken back (the log keeps both).
create table traffic_published (
  thread_id uuid primary key,
  partnership_id uuid not null references partnership (id),
  -- [{kind, count}] as they are inside; tell/disclosure.ts says what of it may be shown.
  complaints jsonb not null check (jsonb_typeof(complaints) = 'array'),
  published_on date not null,
  published_by uuid references person (id),
  example boolean not null default false,
  foreign key (thread_id, partnership_id) references traffic_thread (id, partnership_id)
);
create index traffic_published_of on traffic_published (partnership_id);
alter table traffic_published enable row level security;
alter table traffic_published force row level security;
create policy traffic_published_system on traffic_published to samsyn_system using (true) with check (true);
grant select, insert, update, delete on traffic_published to samsyn_system;
do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owner constant text := 'exists (select 1 from traffic_thread t where t.id = thread_id and samsyn_speaks_for(t.partnership_id, t.owner_organisation_id))';
  leaders constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))';
  begun constant text := 'exists (select 1 from traffic_thread t where t.id = thread_id and t.state not in (''received'', ''measuring''))';
begin
  execute format('create policy traffic_published_read on traffic_published for select to samsyn_staff using (%s)', mine);
  execute format('create policy traffic_published_tell on traffic_published for insert to samsyn_staff with check (%s and %s and %s and %s and published_by = samsyn_person())', mine, owner, leaders, begun);
  execute format('create policy traffic_published_take_back on traffic_published for delete to samsyn_staff using (%s and %s and %s)', mine, owner, leaders);
end
$$;
grant select, insert, delete on traffic_published to samsyn_staff;
