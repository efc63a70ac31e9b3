-- A theme that too few have spoken of for an answer of its own is counted when the round is closed: both parties see how many there are, and who said it is told.

create table round_counted (
  round_id uuid not null,
  theme_id uuid not null,
  partnership_id uuid not null references partnership (id),
  example boolean not null default false,
  primary key (round_id, theme_id),
  foreign key (round_id, partnership_id) references round (id, partnership_id),
  foreign key (theme_id, partnership_id) references theme (id, partnership_id)
);
create index round_counted_partnership on round_counted (partnership_id);
create index round_counted_theme on round_counted (theme_id);
alter table round_counted enable row level security;
alter table round_counted force row level security;
create policy round_counted_system on round_counted to samsyn_system using (true) with check (true);
grant select, insert on round_counted to samsyn_system;
create policy round_counted_read on round_counted for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
-- As it is closed, by those who close it, and never of a theme that has an answer in it.
create policy round_counted_count on round_counted for insert to samsyn_staff
  with check (
    samsyn_weighs_for_one(partnership_id) and samsyn_all_locked(round_id)
    and exists (select 1 from round where round.id = round_id and round.state = 'scoring')
    and not exists (select 1 from round_answer a where a.round_id = round_counted.round_id and a.theme_id = round_counted.theme_id)
  );
grant select, insert on round_counted to samsyn_staff;
