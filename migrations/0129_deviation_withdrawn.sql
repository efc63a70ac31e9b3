-- What was said not to have happened is taken back as a line of what was done is struck: it stays with the reason, and is told to nobody outside.

alter table deviation
  add column struck_at timestamptz,
  add column struck_reason text check (length(btrim(struck_reason)) between 1 and 300),
  add constraint deviation_struck check ((struck_at is null) = (struck_reason is null));

create policy deviation_strike on deviation for update to samsyn_staff
  using (
    struck_at is null and samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'activity-owner', 'note-taker'])
  )
  with check (samsyn_speaks_for(partnership_id, organisation_id));
grant update (struck_at, struck_reason) on deviation to samsyn_staff;
