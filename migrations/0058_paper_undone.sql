-- What is undone of a paper is what that paper put on the campaign's sheet of counts, and nothing else. The groups themselves are not kept with it: only a seal
-- over them and the paper's number, which nobody but the screen it was typed in on has.
alter table campaign_typing add column seal text;
revoke insert, update on campaign_typing from samsyn_staff;
grant insert (campaign_id, person_id, partnership_id, on_day, typed, latest) on campaign_typing to samsyn_staff;
grant update (on_day, typed, latest) on campaign_typing to samsyn_staff;

drop function samsyn_count_typed(uuid, text[], integer);

create function samsyn_seal_typed(in_form uuid, in_groups text[]) returns text language sql immutable set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(in_form::text || ' ' || array_to_string(in_groups, ' '), 'UTF8')), 'hex')
$$;

-- Called by the two below and by nobody else.
create function samsyn_add_groups(in_campaign uuid, in_groups text[], in_sign integer) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  home uuid;
begin
  select c.partnership_id into home from campaign c join source s on s.id = c.source_id
    where c.id = in_campaign and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id) and samsyn_has_role(c.partnership_id, array['coordinator', 'liaison']);
  if home is null then
    raise exception 'Only those who lead the campaign count its groups' using errcode = 'insufficient_privilege';
  end if;
  insert into campaign_groups (campaign_id, partnership_id, counts) values (in_campaign, home, '{}') on conflict (campaign_id) do nothing;
  update campaign_groups set counts = (
    select coalesce(jsonb_object_agg(name, of_it), '{}') from (
      select name, sum(part)::integer as of_it from (
        select key as name, value::integer as part from jsonb_each_text(counts)
        union all select unnest(in_groups), in_sign
      ) parts group by name
    ) sums where of_it > 0
  ) where campaign_id = in_campaign;
end
$$;

-- The groups of a paper go on the sheet, and the paper is sealed with them.
create function samsyn_count_typed(in_campaign uuid, in_form uuid, in_groups text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform samsyn_add_groups(in_campaign, in_groups, 1);
  update campaign_typing set seal = samsyn_seal_typed(in_form, in_groups)
    where campaign_id = in_campaign and person_id = samsyn_person() and latest is not null;
end
$$;

-- And off it again, once: the very groups that one's own latest paper put there.
create function samsyn_uncount_typed(in_campaign uuid, in_form uuid, in_groups text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update campaign_typing set seal = null
    where campaign_id = in_campaign and person_id = samsyn_person() and latest is not null and seal = samsyn_seal_typed(in_form, in_groups);
  if not found then
    raise exception 'That is not what was typed in' using errcode = 'insufficient_privilege';
  end if;
  perform samsyn_add_groups(in_campaign, in_groups, -1);
end
$$;
revoke all on function samsyn_seal_typed(uuid, text[]), samsyn_add_groups(uuid, text[], integer) from public;
revoke all on function samsyn_count_typed(uuid, uuid, text[]), samsyn_uncount_typed(uuid, uuid, text[]) from public;
grant execute on function samsyn_count_typed(uuid, uuid, text[]), samsyn_uncount_typed(uuid, uuid, text[]) to samsyn_staff;
