-- A calendar that somebody's own calendar program asks for: an address nobody can guess, kept as its hash, that reads what its owner may read and nothing else.
create table calendar_address (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  person_id uuid not null references person (id),
  -- Of one unit only; of everything where it is null.
  unit text check (length(btrim(unit)) between 1 and 160),
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- By day, so that an address nobody asks for is known; when on the day is nobody's to know.
  last_read_on date,
  ended_at timestamptz
);
create index calendar_address_of on calendar_address (person_id, partnership_id);
alter table calendar_address enable row level security;
alter table calendar_address force row level security;
create policy calendar_address_system on calendar_address to samsyn_system using (true) with check (true);
grant select, insert, update on calendar_address to samsyn_system;
create policy calendar_address_own on calendar_address for select to samsyn_staff
  using (person_id = samsyn_person() and partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy calendar_address_make on calendar_address for insert to samsyn_staff
  with check (person_id = samsyn_person() and partnership_id = any ((select samsyn_partnerships())::uuid[]) and ended_at is null);
create policy calendar_address_end on calendar_address for update to samsyn_staff
  using (person_id = samsyn_person() and ended_at is null) with check (person_id = samsyn_person());
grant select, insert, update (last_read_on, ended_at) on calendar_address to samsyn_staff;

-- What comes back every year, by month (domain.md 11.2): a task is changed by version, and what is struck stays with the years it was done in.
create table year_task (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  month integer not null check (month between 1 and 12),
  text text not null check (length(btrim(text)) between 1 and 200),
  stage text not null check (stage in ('collect', 'picture', 'prioritise', 'pledge', 'act', 'follow', 'tell')),
  put_at timestamptz not null,
  struck_at timestamptz,
  example boolean not null default false,
  unique (id, partnership_id)
);
create index year_task_of on year_task (partnership_id);
-- Which years it was done in, and which organisation said so. That it was not after all is a row taken away.
create table year_task_done (
  task_id uuid not null,
  partnership_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  organisation_id uuid not null references organisation (id),
  done_at timestamptz not null,
  primary key (task_id, year),
  foreign key (task_id, partnership_id) references year_task (id, partnership_id)
);
create index year_task_done_of on year_task_done (partnership_id);

do $$
declare t text;
begin
  foreach t in array array['year_task', 'year_task_done'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', t || '_read', t);
  end loop;
end
$$;
grant select, insert, update, delete on year_task, year_task_done to samsyn_system;
create policy year_task_put on year_task for insert to samsyn_staff
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
create policy year_task_change on year_task for update to samsyn_staff
  using (struck_at is null and samsyn_has_role(partnership_id, array['coordinator', 'liaison']))
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
create policy year_task_done_say on year_task_done for insert to samsyn_staff
  with check (samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison']));
create policy year_task_done_take_back on year_task_done for delete to samsyn_staff
  using (samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
grant select, insert, update (month, text, stage, put_at, struck_at) on year_task to samsyn_staff;
grant select, insert, delete on year_task_done to samsyn_staff;

-- An address reads nothing more once its owner's last role there has ended or a key of theirs is lost, and does not wake again with the next role or key.
create function calendar_address_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'passkey' then
    update calendar_address set ended_at = new.revoked_at where person_id = new.person_id and ended_at is null;
  else
    update calendar_address a set ended_at = new.ended_at
      where a.person_id = new.person_id and a.partnership_id = new.partnership_id and a.ended_at is null
        and not exists (select 1 from role_grant g where g.person_id = new.person_id and g.partnership_id = new.partnership_id and g.ended_at is null);
  end if;
  return null;
end
$$;
revoke all on function calendar_address_ends() from public;
grant create on schema public to samsyn_system;
alter function calendar_address_ends() owner to samsyn_system;
revoke create on schema public from samsyn_system;
create trigger calendar_address_ends after update on role_grant for each row
  when (old.ended_at is null and new.ended_at is not null) execute function calendar_address_ends();
create trigger calendar_address_ends_with_key after update on passkey for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function calendar_address_ends();
