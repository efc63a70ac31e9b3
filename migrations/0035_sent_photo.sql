-- A photo that a resident sends with «Vad är kvar?» or with a complaint about traffic: read where the words are read, by the organisation they were sent to
-- and nobody else. The bytes lie here, since a file of their own would tell by its clock when somebody sat with their phone.
create table sent_photo (
  -- Random, never by the clock.
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  owner_organisation_id uuid not null references organisation (id),
  dispute_id uuid references receipt_dispute (id),
  -- Until somebody has read it; then it stands with the complaint, as the words do.
  handed_in_id uuid unique references traffic_handed_in (id),
  complaint_id uuid unique references traffic_complaint (id),
  jpeg bytea not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Somebody has looked, and covered what points at anybody; what was sent is gone then.
  covered_on date,
  check (num_nonnulls(dispute_id, handed_in_id, complaint_id) = 1)
);
create index sent_photo_of on sent_photo (partnership_id);
create index sent_photo_dispute on sent_photo (dispute_id) where dispute_id is not null;
alter table sent_photo enable row level security;
alter table sent_photo force row level security;
create policy sent_photo_system on sent_photo to samsyn_system using (true) with check (true);
grant select, insert, update, delete on sent_photo to samsyn_system;
do $$
declare
  own constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[]) and samsyn_speaks_for(partnership_id, owner_organisation_id)';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
begin
  execute format('create policy sent_photo_read on sent_photo for select to samsyn_staff using (%s)', own);
  execute format('create policy sent_photo_cover on sent_photo for update to samsyn_staff using (%1$s and %2$s) with check (%1$s and %2$s)', own, writers);
  execute format('create policy sent_photo_gone on sent_photo for delete to samsyn_staff using (%s and %s)', own, writers);
end
$$;
grant select, delete on sent_photo to samsyn_staff;
grant update (jpeg, width, height, covered_on, handed_in_id, complaint_id) on sent_photo to samsyn_staff;
