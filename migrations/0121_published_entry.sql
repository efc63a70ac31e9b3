-- Which entry of the promises' log says that a promise is published: its number, for those who work in that partnership. The entries themselves are read by the system only.
create function samsyn_published_entry(in_document uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.index::integer from pledge_log_entry e
  where e.document_id = in_document and e.kind = 'published' and e.partnership_id = any (samsyn_partnerships())
$$;
revoke all on function samsyn_published_entry(uuid) from public;
grant execute on function samsyn_published_entry(uuid) to samsyn_staff, samsyn_system;
