-- Of two links to the first of the same organisation, in two partnerships, only one is used; and whoever hands one out cannot at the same moment found a
-- partnership with that organisation. Each waits for the other by the organisation's own lock.
create function samsyn_hold_organisation(which uuid) returns void
  language sql volatile set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(which::text, 0))
$$;
revoke all on function samsyn_hold_organisation(uuid) from public;
grant execute on function samsyn_hold_organisation(uuid) to samsyn_staff, samsyn_system;

create function invitation_comes_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform samsyn_hold_organisation(new.organisation_id);
  if new.used_at is not null and samsyn_is_spoken_for(new.organisation_id) then
    raise exception 'The organisation answers for itself' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
-- Before invitation_is_handed_out, by name: it reads what holds once the lock is had.
create trigger invitation_comes_once before update on invitation for each row
  when (new.first and ((old.used_at is null and new.used_at is not null) or (old.handed_out_by is null and new.handed_out_by is not null)))
  execute function invitation_comes_once();

create or replace function role_grant_apart() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare which uuid;
begin
  for which in select organisation_id from partnership_party where partnership_id = new.partnership_id order by 1 loop
    perform samsyn_hold_organisation(which);
  end loop;
  if exists (
    select 1 from invitation i join partnership_party p on p.organisation_id = i.organisation_id
    where i.handed_out_by = new.person_id and p.partnership_id = new.partnership_id
  ) then
    raise exception 'Who has handed out an invitation works with neither organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
