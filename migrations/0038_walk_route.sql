-- «Rutt»: the stops of a walk are moved, named anew, put in another order and taken away until its protocol is established.

-- A stop that is taken away stays for what was noted there by somebody whose notes others do not see: nobody learns from a refusal that there is such a note.
alter table walk_stop add column removed_at timestamptz;
-- Numbers change places within one statement's worth of statements: looked at when all is written.
alter table walk_stop drop constraint walk_stop_walk_id_number_key;
alter table walk_stop add constraint walk_stop_one_number
  exclude using btree (walk_id with =, number with =) where (removed_at is null) deferrable initially deferred;
create index walk_stop_of_walk on walk_stop (walk_id);

grant update (number, name, lon, lat, removed_at) on walk_stop to samsyn_staff;
grant update (route) on walk to samsyn_staff;
drop policy walk_stop_change on walk_stop;
create policy walk_stop_change on walk_stop for update to samsyn_staff
  using (
    exists (
      select 1 from walk join source on source.id = walk.source_id
      where walk.id = walk_id and walk.state <> 'protocol' and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)
    )
  )
  with check (
    partnership_id = any ((select samsyn_partnerships())::uuid[])
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and exists (
      select 1 from walk join source on source.id = walk.source_id
      where walk.id = walk_id and walk.state <> 'protocol' and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)
    )
  );
