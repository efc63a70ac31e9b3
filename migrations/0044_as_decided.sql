-- What is published is what its owner has decided may be (0040): of a recorded dialogue as of a campaign. Those that stand on the public pages already stay there.
alter table source no force row level security;
alter table dialogue no force row level security;
update source set secrecy_class = 'public' where secrecy_class = 'shared' and id in (select source_id from dialogue);
alter table source force row level security;
alter table dialogue force row level security;

-- What a weekly report said before it was changed is known to fifty metres as well (0039).
alter table observation_revision no force row level security;
alter table weekly_event no force row level security;
update observation_revision set body = jsonb_set(body, '{place,position}', to_jsonb(array[
    round(((floor(lon / wide) + 0.5) * wide)::numeric, 5), round(lat::numeric, 5)]))
  from (select *, 50 / (111194.9 * cos(radians(lat))) as wide from (
    select observation_id as of_id, revision as of_revision, (body #>> '{place,position,0}')::double precision as lon,
      (floor((body #>> '{place,position,1}')::double precision / (50 / 111194.9)) + 0.5) * (50 / 111194.9) as lat
    from observation_revision
    where jsonb_typeof(body #> '{place,position}') = 'array' and observation_id in (select observation_id from weekly_event)) as row_of) as square
  where observation_id = of_id and revision = of_revision;
alter table observation_revision force row level security;
alter table weekly_event force row level security;

-- A protocol is published once, by somebody who leads the work for those whose walk it is.
create function protocol_is_published_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if old.published_at is not null then
    raise exception 'The protocol is published already' using errcode = 'insufficient_privilege';
  end if;
  if not samsyn_has_role(new.partnership_id, array['coordinator', 'liaison']) then
    raise exception 'Whoever leads the work publishes the protocol' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger walk_published_once before update of published_at on walk for each row
  when (old.published_at is distinct from new.published_at) execute function protocol_is_published_once();
