-- The first of the other organisation: whoever asks for them never holds their link, and whoever hands it out works with neither (docs/decisions/0026).

-- Whether somebody speaks for an organisation anywhere in this installation: then it answers for itself.
create function samsyn_is_spoken_for(which uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where organisation_id = which and ended_at is null and role in ('administrator', 'liaison', 'coordinator')
  )
$$;
revoke all on function samsyn_is_spoken_for(uuid) from public;
grant execute on function samsyn_is_spoken_for(uuid) to samsyn_staff, samsyn_system;

alter table invitation alter column token_hash drop not null;
-- Asked for by the other party; until it is handed out there is no link, and nothing to open.
alter table invitation add column first boolean not null default false;
alter table invitation add column handed_out_by uuid references person (id);
alter table invitation add column handed_out_at timestamptz;
-- How it was checked who it is, in one line; it becomes the reason of the role.
alter table invitation add column handed_out_how text;
alter table invitation add check (first or token_hash is not null);
alter table invitation add check (first or handed_out_by is null);
alter table invitation add check (not first or (token_hash is null) = (handed_out_by is null));
alter table invitation add check ((handed_out_by is null) = (handed_out_at is null) and (handed_out_by is null) = (handed_out_how is null));
create index invitation_handed_out on invitation (handed_out_by) where handed_out_by is not null;

-- Links that the other party's people hold from before open nothing any more.
alter table invitation no force row level security;
alter table role_grant no force row level security;
update invitation set expires_at = least(expires_at, created_at)
where used_at is null and renewal_id is null and partnership_id is not null and created_by is not null and not exists (
  select 1 from role_grant g
  where g.partnership_id = invitation.partnership_id and g.organisation_id = invitation.organisation_id and g.person_id = invitation.created_by
);
alter table invitation force row level security;
alter table role_grant force row level security;

-- For everybody, the server included. What comes from outside, by the command line, has nobody who created it, and stands in the log with its reason.
create function invitation_is_to_own() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from role_grant g
    where g.person_id = new.created_by and g.ended_at is null and g.partnership_id = new.partnership_id
      and g.role in ('administrator', 'liaison', 'coordinator') and (new.first or g.organisation_id = new.organisation_id)
  ) then
    raise exception 'Only who speaks for an organisation invites to it' using errcode = 'insufficient_privilege';
  end if;
  if new.first and (
    new.token_hash is not null or new.role not in ('administrator', 'liaison', 'coordinator') or samsyn_is_spoken_for(new.organisation_id)
  ) then
    raise exception 'The first of another organisation is asked for, and only where nobody speaks for it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger invitation_is_to_own before insert on invitation for each row
  when (new.partnership_id is not null and new.renewal_id is null and (new.created_by is not null or new.first))
  execute function invitation_is_to_own();

-- Handed out once, by somebody who runs the installation and has never worked where the organisation is a party, and while nobody speaks for it.
create function invitation_is_handed_out() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (old.handed_out_by is not null or old.token_hash is not null)
    and (new.token_hash, new.handed_out_by, new.handed_out_at, new.handed_out_how)
      is distinct from (old.token_hash, old.handed_out_by, old.handed_out_at, old.handed_out_how)
  then
    raise exception 'An invitation is handed out once' using errcode = 'insufficient_privilege';
  end if;
  if (new.partnership_id, new.organisation_id, new.role, new.title, new.name, new.created_by, new.first)
    is distinct from (old.partnership_id, old.organisation_id, old.role, old.title, old.name, old.created_by, old.first)
  then
    raise exception 'An invitation is to whom it was made' using errcode = 'insufficient_privilege';
  end if;
  if old.handed_out_by is null and new.handed_out_by is not null and (
    new.handed_out_by = new.created_by or old.expires_at <= new.handed_out_at or samsyn_is_spoken_for(new.organisation_id)
    or not exists (select 1 from person p where p.id = new.handed_out_by and p.operator)
    or exists (
      select 1 from role_grant g join partnership_party p on p.partnership_id = g.partnership_id
      where g.person_id = new.handed_out_by and p.organisation_id = new.organisation_id
    )
  ) then
    raise exception 'Who hands out an invitation works with neither organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger invitation_is_handed_out before update on invitation for each row execute function invitation_is_handed_out();

-- And the other way round: whoever has handed out an organisation's invitation does not come to work where it is a party.
create function role_grant_apart() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select 1 from invitation i join partnership_party p on p.organisation_id = i.organisation_id
    where i.handed_out_by = new.person_id and p.partnership_id = new.partnership_id
  ) then
    raise exception 'Who has handed out an invitation works with neither organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger role_grant_apart before insert on role_grant for each row execute function role_grant_apart();
