-- What the picture holds in memory stands until something happens: a word that is another as soon as anything has. Staff do not read the log (0001): this says that something
-- happened and never what, to those who work there, and no answer to a person carries it.
create function samsyn_head(in_partnership uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select encode(hash, 'hex') from event_head
  where chain = in_partnership::text and in_partnership = any (samsyn_partnerships())
$$;
revoke all on function samsyn_head from public;
grant execute on function samsyn_head to samsyn_staff;

-- The picture is read in the order of the ids, a batch at a time.
create index observation_in_order on observation (partnership_id, id) where withdrawn_at is null;
