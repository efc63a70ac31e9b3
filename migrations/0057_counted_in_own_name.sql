-- What a group counted on a walk is said in one's own name: who told it is whoever writes.
do $$
declare
  led constant text := 'exists (select 1 from walk join source on source.id = walk.source_id where walk.id = walk_id and walk.state not in (''protocol'', ''cancelled'') and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  own constant text := 'told_by = (select samsyn_person())';
begin
  execute format('alter policy walk_heads_write on walk_heads with check (%s and %s and %s and %s)', mine, led, writers, own);
  execute format('alter policy walk_heads_change on walk_heads using (%s and %s) with check (%s and %s and %s and %s)', mine, led, mine, led, writers, own);
end
$$;
