-- Before and after: what a place looks like when a point was done, or when somebody looked. The photo is of a step, and no step is changed; a photo that should not have been taken is
-- taken away again by the organisation whose step it is.
alter table action_step add unique (id, partnership_id);

create table step_photo (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  step_id uuid not null,
  -- The name of its bytes in the file store.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  taken_in_at timestamptz not null,
  foreign key (step_id, partnership_id) references action_step (id, partnership_id)
);
create index step_photo_of on step_photo (step_id);
create index step_photo_in on step_photo (partnership_id);
alter table step_photo enable row level security;
alter table step_photo force row level security;
create policy step_photo_system on step_photo to samsyn_system using (true) with check (true);
grant select, insert, delete on step_photo to samsyn_system;
create policy step_photo_read on step_photo for select to samsyn_staff using (step_id in (select id from action_step));
create policy step_photo_add on step_photo for insert to samsyn_staff
  with check (exists (
    select 1 from action_step s
    where s.id = step_id and s.partnership_id = step_photo.partnership_id and s.kind in ('done', 'verified', 'not-done')
      and samsyn_acts_for(s.partnership_id, s.organisation_id, array['coordinator', 'liaison', 'activity-owner'])
  ));
create policy step_photo_take_away on step_photo for delete to samsyn_staff
  using (exists (
    select 1 from action_step s
    where s.id = step_id and samsyn_acts_for(s.partnership_id, s.organisation_id, array['coordinator', 'liaison', 'activity-owner'])
  ));
grant select, insert, delete on step_photo to samsyn_staff;
