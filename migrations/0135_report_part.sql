-- One organisation's part of a period report, let out alone after the day residents were to hear: the other's is waited for, and the page says so (journeys.md, journey 15).
create table report_part (
  report_id uuid primary key,
  partnership_id uuid not null references partnership (id),
  party text not null check (party in ('municipality', 'police')),
  organisation_id uuid not null references organisation (id),
  content_text text not null,
  published_at timestamptz not null,
  example boolean not null default false,
  foreign key (report_id, partnership_id) references period_report (id, partnership_id)
);
create index report_part_partnership on report_part (partnership_id);
alter table report_part enable row level security;
alter table report_part force row level security;
create policy report_part_system on report_part to samsyn_system using (true) with check (true);
grant select, insert on report_part to samsyn_system;
create policy report_part_read on report_part for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
-- Only what is one's own and handed in, while the other has not: then both sign it together.
create policy report_part_let_out on report_part for insert to samsyn_staff
  with check (
    samsyn_publishes_for(partnership_id, organisation_id, party)
    and exists (
      select 1 from period_report r join partnership p on p.id = r.partnership_id
      where r.id = report_id and r.state = 'draft' and (report_part.published_at at time zone 'Europe/Stockholm')::date > r.to_day + p.feedback_days
        -- The other party has had a month with it.
        and r.drafted_at < report_part.published_at - interval '30 days'
    )
    and exists (select 1 from report_text t where t.report_id = report_part.report_id and t.organisation_id = report_part.organisation_id and t.handed_in_at is not null)
    and not exists (
      select 1 from report_text t
      where t.report_id = report_part.report_id and t.voice in ('municipality', 'police') and t.voice <> party and t.handed_in_at is not null
    )
  );
grant select, insert on report_part to samsyn_staff;
