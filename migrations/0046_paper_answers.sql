-- An answer without words or photo needs nobody's look: it is kept at once, and no day says that somebody read it.
alter table campaign_answer drop constraint campaign_answer_check;
alter table campaign_answer add constraint campaign_answer_check check (
  case state
    when 'waiting' then read_on is null and reason is null
    when 'kept' then reason is null
    when 'set-aside' then read_on is not null and reason is not null
  end
);

-- Paper answers typed in: how many somebody has typed in on the day, and which was the latest, that it can be undone at once. Of the earlier ones nothing is
-- kept that says who typed them.
create table campaign_typing (
  campaign_id uuid not null,
  person_id uuid not null references person (id),
  partnership_id uuid not null references partnership (id),
  on_day date not null,
  typed integer not null check (typed >= 0),
  latest uuid,
  primary key (campaign_id, person_id),
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id),
  foreign key (latest, partnership_id) references campaign_answer (id, partnership_id) on delete set null (latest)
);
create index campaign_typing_of on campaign_typing (partnership_id);
create index campaign_typing_latest on campaign_typing (latest) where latest is not null;
alter table campaign_typing enable row level security;
alter table campaign_typing force row level security;

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owner constant text := 'exists (select 1 from campaign c join source s on s.id = c.source_id where c.id = campaign_id and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))';
  leaders constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))';
  own constant text := 'person_id = (select samsyn_person())';
begin
  execute 'create policy campaign_typing_system on campaign_typing to samsyn_system using (true) with check (true)';
  execute format('create policy campaign_typing_own on campaign_typing to samsyn_staff using (%s and %s) with check (%s and %s and %s and %s)', mine, own, mine, own, owner, leaders);
  execute format('create policy campaign_answer_type_in on campaign_answer for insert to samsyn_staff with check (%s and %s and %s and method = ''paper'' and read_on is null)', mine, owner, leaders);
  execute format('create policy campaign_answer_undo on campaign_answer for delete to samsyn_staff using (%s and %s and %s and read_on is null and id in (select latest from campaign_typing where %s))', mine, owner, leaders, own);
end
$$;
grant select, insert, update, delete on campaign_typing to samsyn_system;
grant select, insert, update on campaign_typing to samsyn_staff;
grant insert, delete on campaign_answer to samsyn_staff;

-- The groups of a paper go on the campaign's one sheet of counts, or off it again. Nobody of the staff reads that sheet, and whoever types writes on it through this alone.
create function samsyn_count_typed(in_campaign uuid, in_groups text[], in_sign integer) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home uuid;
begin
  select c.partnership_id into home from campaign c join source s on s.id = c.source_id
    where c.id = in_campaign and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id) and samsyn_has_role(c.partnership_id, array['coordinator', 'liaison']);
  if home is null or in_sign not in (-1, 1) then
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
revoke all on function samsyn_count_typed(uuid, text[], integer) from public;
grant execute on function samsyn_count_typed(uuid, text[], integer) to samsyn_staff;
