-- A time stamp (RFC 3161) of the log's head, by a service that whoever runs the server has chosen: kept beside the very checkpoint it is of (docs/decisions/0023).

create table pledge_log_stamp (
  size bigint primary key check (size > 0),
  checkpoint text not null,
  token bytea not null check (length(token) between 1 and 20000),
  -- What the token says.
  stamped_at timestamptz not null,
  service text not null
);
alter table pledge_log_stamp enable row level security;
alter table pledge_log_stamp force row level security;
create policy pledge_log_stamp_system on pledge_log_stamp to samsyn_system using (true) with check (true);
-- Kept for good: an older stamp says more than a newer one.
grant select, insert on pledge_log_stamp to samsyn_system;
-- It is part of every promise's file of signatures.
create policy pledge_log_stamp_everybody on pledge_log_stamp for select to samsyn_stranger, samsyn_staff using (true);
grant select on pledge_log_stamp to samsyn_stranger, samsyn_staff;
