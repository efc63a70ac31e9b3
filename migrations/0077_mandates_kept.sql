-- Mandates on a page of their own: recorded by those who keep them for this very organisation, ended with a day, never taken away (journeys.md, journey 12).

alter table pledge_mandate add column ended_at timestamptz;
alter table pledge_mandate add column ended_by_organisation_id uuid references organisation (id);
alter table pledge_mandate add check (valid_to is null or valid_to >= valid_from);
alter table pledge_mandate add check (ended_at is null or (valid_to is not null and ended_by_organisation_id is not null));

-- A role in another party keeps none of this one's.
create function samsyn_keeps_mandates(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where person_id = samsyn_person() and ended_at is null and partnership_id = in_partnership and organisation_id = for_organisation
      and role in ('coordinator', 'liaison', 'administrator')
  )
$$;
-- The one who is to sign is a signatory of the organisation that it is for, and the organisation signs as the party it is.
create function samsyn_may_be_mandated(in_partnership uuid, for_organisation uuid, for_person uuid, for_party text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant g
      join partnership_party p on p.partnership_id = g.partnership_id and p.organisation_id = g.organisation_id and p.standing = for_party
    where g.person_id = for_person and g.ended_at is null and g.partnership_id = in_partnership and g.organisation_id = for_organisation
      and g.role = 'signatory'
  )
$$;
revoke all on function samsyn_keeps_mandates(uuid, uuid), samsyn_may_be_mandated(uuid, uuid, uuid, text) from public;
grant execute on function samsyn_keeps_mandates(uuid, uuid), samsyn_may_be_mandated(uuid, uuid, uuid, text) to samsyn_staff, samsyn_system;

drop policy pledge_mandate_add on pledge_mandate;
create policy pledge_mandate_add on pledge_mandate for insert to samsyn_staff
  with check (
    ended_at is null and samsyn_keeps_mandates(partnership_id, organisation_id)
    and samsyn_may_be_mandated(partnership_id, organisation_id, person_id, party)
  );
create policy pledge_mandate_end on pledge_mandate for update to samsyn_staff
  using (samsyn_keeps_mandates(partnership_id, organisation_id))
  with check (ended_at is not null and samsyn_keeps_mandates(partnership_id, ended_by_organisation_id) and ended_by_organisation_id = organisation_id);
grant update (valid_to, ended_at, ended_by_organisation_id) on pledge_mandate to samsyn_staff;

-- Never longer than it was decided, and never behind what may have been signed by it.
create function pledge_mandate_only_ends() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if new.valid_to is null or new.valid_to > coalesce(old.valid_to, 'infinity') or new.valid_to < (new.ended_at at time zone 'Europe/Stockholm')::date then
    raise exception 'A mandate is ended ahead, and never made longer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_mandate_only_ends before update on pledge_mandate for each row execute function pledge_mandate_only_ends();

-- One person holds one mandate at a time; the rule says it with the days.
create function pledge_mandate_one_at_a_time() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.valid_to < new.valid_from then return new; end if;
  perform pg_advisory_xact_lock(hashtext('pledge_mandate' || new.person_id::text));
  if exists (
    select 1 from pledge_mandate m
    where m.partnership_id = new.partnership_id and m.organisation_id = new.organisation_id and m.person_id = new.person_id and m.id <> new.id
      and daterange(m.valid_from, m.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')
  ) then
    raise exception 'One mandate at a time' using errcode = 'exclusion_violation';
  end if;
  return new;
end
$$;
create trigger pledge_mandate_one_at_a_time before insert on pledge_mandate for each row execute function pledge_mandate_one_at_a_time();
