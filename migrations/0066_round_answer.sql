-- A round ends in an answer to everything: what is not chosen is turned down with a reason everybody may read, or said to be left open; and where the choice goes
-- past the order, or past a cause that nobody has written, the reason for that is read by everybody too.

create table round_answer (
  round_id uuid not null,
  partnership_id uuid not null references partnership (id),
  -- The theme or the problem that is answered.
  theme_id uuid references theme (id),
  problem_id uuid,
  kind text not null check (kind in ('declined', 'open', 'order', 'cause')),
  reason text not null,
  organisation_id uuid not null references organisation (id),
  answered_at timestamptz not null,
  example boolean not null default false,
  foreign key (round_id, partnership_id) references round (id, partnership_id),
  foreign key (round_id, problem_id) references round_problem (round_id, problem_id),
  check ((theme_id is null) <> (problem_id is null)),
  check ((kind = 'open') or length(btrim(reason)) > 0),
  -- A problem is turned down by its own reason; a theme has no order and no cause.
  check (case when theme_id is null then kind in ('open', 'order', 'cause') else kind in ('open', 'declined') end)
);
create unique index round_answer_problem on round_answer (round_id, problem_id, kind) where problem_id is not null;
create unique index round_answer_theme on round_answer (round_id, theme_id) where theme_id is not null;
create index round_answer_partnership on round_answer (partnership_id);

alter table round_answer enable row level security;
alter table round_answer force row level security;
create policy round_answer_system on round_answer to samsyn_system using (true) with check (true);
create policy round_answer_read on round_answer for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy round_answer_give on round_answer for insert to samsyn_staff
  with check (
    samsyn_decides_for(partnership_id, organisation_id) and samsyn_weighs_here(partnership_id, organisation_id) and samsyn_all_locked(round_id)
    and exists (select 1 from round where round.id = round_id and round.state = 'scoring')
    and (theme_id is null or exists (select 1 from theme where theme.id = theme_id and theme.partnership_id = round_answer.partnership_id))
  );
-- Until the round is closed another answer may be given in its place.
create policy round_answer_take_back on round_answer for delete to samsyn_staff
  using (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory'])
    and exists (select 1 from round where round.id = round_id and round.state = 'scoring')
  );
grant select, insert, update, delete on round_answer to samsyn_system;
grant select, insert, delete on round_answer to samsyn_staff;

-- Nothing is closed while one of its problems has no answer.
create function round_is_answered() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and new.state = 'closed' and old.state <> 'closed' and exists (
    select 1 from round_problem rp join problem p on p.id = rp.problem_id
    where rp.round_id = new.id and p.state = 'open'
      and not exists (select 1 from round_answer a where a.round_id = new.id and a.problem_id = p.id and a.kind = 'open')
  ) then
    raise exception 'A problem has no answer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger round_is_answered before update on round for each row execute function round_is_answered();
