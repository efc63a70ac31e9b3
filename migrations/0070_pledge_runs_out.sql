-- A promise that runs out is spoken of before it does, once at each threshold: 180, 90 and 30 days before its last day, and when that day has passed (0).

create table pledge_warning (
  document_id uuid not null,
  days integer not null check (days in (180, 90, 30, 0)),
  partnership_id uuid not null references partnership (id),
  warned_at timestamptz not null,
  primary key (document_id, days),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id)
);
create index pledge_warning_partnership on pledge_warning (partnership_id);

-- Given by the clock, read by everybody who works in the partnership, changed by nobody.
alter table pledge_warning enable row level security;
alter table pledge_warning force row level security;
create policy pledge_warning_system on pledge_warning to samsyn_system using (true) with check (true);
create policy pledge_warning_read on pledge_warning for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant select, insert on pledge_warning to samsyn_system;
grant select on pledge_warning to samsyn_staff;
