-- A round is between the municipality and the police. Others who promise in the partnership may read it; agreeing, closing, and changing what is weighed or
-- answered is refused to them by the database too, and not by the rule alone.

create function samsyn_weighs_for_one(in_partnership uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant g join organisation o on o.id = g.organisation_id and o.kind in ('municipality', 'police')
    where g.person_id = samsyn_person() and g.ended_at is null and g.partnership_id = in_partnership
      and g.role in ('coordinator', 'liaison', 'signatory')
  )
$$;
revoke all on function samsyn_weighs_for_one(uuid) from public;
grant execute on function samsyn_weighs_for_one(uuid) to samsyn_staff, samsyn_system;

drop policy round_decide on round;
create policy round_decide on round for update to samsyn_staff
  using (state <> 'closed' and samsyn_weighs_for_one(partnership_id))
  with check (samsyn_weighs_for_one(partnership_id));

drop policy round_problem_put on round_problem;
create policy round_problem_put on round_problem for insert to samsyn_staff
  with check (
    samsyn_weighs_for_one(partnership_id)
    and exists (select 1 from round where round.id = round_id and round.state = 'preparing')
  );
drop policy round_problem_take on round_problem;
create policy round_problem_take on round_problem for delete to samsyn_staff
  using (
    samsyn_weighs_for_one(partnership_id)
    and exists (select 1 from round where round.id = round_id and round.state = 'preparing')
  );

drop policy round_answer_take_back on round_answer;
create policy round_answer_take_back on round_answer for delete to samsyn_staff
  using (
    samsyn_weighs_for_one(partnership_id)
    and exists (select 1 from round where round.id = round_id and round.state = 'scoring')
  );
