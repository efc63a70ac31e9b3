-- A youth forum without registers (domain.md section 6, docs/decisions/0034): what was planned, how many in a band, what was asked and the totals of what was answered.
-- No row is anybody's answer: each is added to the totals as it comes. Of a page that has answered only the hash of a word it made up itself is kept, in a table of its own with
-- no time, until the forum is closed.

create table youth_forum (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  -- From 1 in each partnership: its address.
  number integer not null check (number > 0),
  activity_id uuid not null,
  -- Whose people planned it. Both parties run it.
  organisation_id uuid not null references organisation (id),
  on_day date not null,
  spontaneous boolean not null,
  venue text not null check (venue in ('class', 'youth-centre', 'sports-club', 'holiday-activity', 'digital')),
  place_name text not null check (length(btrim(place_name)) between 1 and 120),
  grade text not null check (grade in ('4', '5', '6', '7', '8', '9', 'gy-1', 'gy-2', 'gy-3', 'mixed')),
  band text not null check (band in ('10-19', '20-39', '40-59', '60-99', '100-199')),
  method text not null check (method in ('lecture', 'values-exercise', 'dialogue', 'quiz', 'guided-tour')),
  -- Roles, never persons.
  organisers text[] not null check (organisers <@ array['police', 'youth-worker', 'andt-coordinator', 'student-health', 'sspf-coordinator', 'school', 'association', 'young-leader']),
  themes text[] not null check (
    cardinality(themes) between 1 and 10
    and themes <@ array['alcohol', 'narcotics', 'doping', 'nicotine', 'gambling', 'violence', 'net', 'traffic', 'a-tractor']
  ),
  -- Of the approved set (domain.md 6.2); four answers each, and never about what one has done oneself.
  questions text[] not null check (
    cardinality(questions) <= 4
    and questions <@ array['risk-nicotine', 'risk-alcohol', 'norm-nicotine', 'say-no', 'help', 'adults', 'easy-nicotine']
  ),
  -- What came up, of the group and of nobody in it.
  notes text not null default '' check (length(notes) <= 1000),
  -- The questions that were opened last.
  round text check (round in ('before', 'after')),
  -- The word in the address on the board, until the forum is closed.
  code text unique check (code ~ '^[A-Z0-9]{9}$'),
  open_until timestamptz,
  before_answers integer not null default 0 check (before_answers >= 0),
  after_answers integer not null default 0 check (after_answers >= 0),
  -- From then on no more is taken in: two results with a few answers between them would tell of those few.
  shown_at timestamptz,
  closed_at timestamptz,
  planned_at timestamptz not null,
  planned_by uuid references person (id),
  example boolean not null default false,
  unique (partnership_id, number),
  unique (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check (round is not null or (code is null and open_until is null and before_answers = 0 and after_answers = 0)),
  check (open_until is null or (code is not null and shown_at is null and closed_at is null)),
  check (closed_at is null or code is null)
);
create index youth_forum_of on youth_forum (partnership_id);

-- So many have answered so. `choice` is the place of the answer among the four.
create table forum_tally (
  forum_id uuid not null,
  partnership_id uuid not null,
  round text not null check (round in ('before', 'after')),
  question text not null,
  choice integer not null check (choice between 0 and 3),
  count integer not null check (count >= 0),
  primary key (forum_id, round, question, choice),
  foreign key (forum_id, partnership_id) references youth_forum (id, partnership_id)
);
create index forum_tally_in on forum_tally (partnership_id);

-- That a page has answered, and not what.
create table forum_token (
  forum_id uuid not null,
  partnership_id uuid not null,
  round text not null check (round in ('before', 'after')),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  primary key (forum_id, round, token_hash),
  foreign key (forum_id, partnership_id) references youth_forum (id, partnership_id)
);
create index forum_token_in on forum_token (partnership_id);

-- «Det här lovade vi svara på», and what was answered.
create table forum_promise (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  forum_id uuid not null,
  text text not null check (length(btrim(text)) between 1 and 300),
  by_day date not null,
  answer text check (length(btrim(answer)) between 1 and 600),
  answered_on date,
  promised_at timestamptz not null,
  example boolean not null default false,
  foreign key (forum_id, partnership_id) references youth_forum (id, partnership_id),
  check ((answer is null) = (answered_on is null))
);
create index forum_promise_of on forum_promise (forum_id);
create index forum_promise_in on forum_promise (partnership_id);

do $$
declare t text;
begin
  foreach t in array array['youth_forum', 'forum_tally', 'forum_token', 'forum_promise'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on %I to samsyn_system', t);
  end loop;
  -- Both parties read and write; of the totals only what may be shown, and of the tokens nothing.
  foreach t in array array['youth_forum', 'forum_promise'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', t || '_read', t);
    execute format(
      'create policy %I on %I for update to samsyn_staff using (samsyn_has_role(partnership_id, %L)) with check (samsyn_has_role(partnership_id, %L))',
      t || '_change', t, array['coordinator', 'liaison', 'activity-owner', 'note-taker'], array['coordinator', 'liaison', 'activity-owner', 'note-taker']);
  end loop;
end
$$;
create policy youth_forum_plan on youth_forum for insert to samsyn_staff
  with check (
    planned_by = samsyn_person() and round is null and shown_at is null and closed_at is null
    and samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison', 'activity-owner', 'note-taker'])
  );
create policy forum_promise_make on forum_promise for insert to samsyn_staff
  with check (answer is null and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'activity-owner', 'note-taker']));
grant select, insert, update (
  activity_id, on_day, spontaneous, venue, place_name, grade, band, method, organisers, themes, questions, notes, round, code, open_until, shown_at, closed_at
) on youth_forum to samsyn_staff;
grant select, insert, update (answer, answered_on) on forum_promise to samsyn_staff;

create function samsyn_forum_roof(of_band text) returns integer language sql immutable set search_path = public, pg_temp as $$
  select split_part(of_band, '-', 2)::integer
$$;
revoke all on function samsyn_forum_roof(text) from public;
grant execute on function samsyn_forum_roof(text) to samsyn_staff, samsyn_system;

create policy forum_tally_read on forum_tally for select to samsyn_staff
  using (exists (
    select 1 from youth_forum f
    where f.id = forum_id and f.partnership_id = any ((select samsyn_partnerships())::uuid[]) and f.shown_at is not null
      and greatest(f.before_answers, f.after_answers) <= samsyn_forum_roof(f.band)
      and (case forum_tally.round when 'before' then f.before_answers else f.after_answers end) >= 10
  ));
grant select on forum_tally to samsyn_staff;

create function youth_forum_follows() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if old.closed_at is not null and (new.closed_at is distinct from old.closed_at or new.round is distinct from old.round or new.code is not null or new.shown_at is distinct from old.shown_at) then
    raise exception 'A forum that is closed stays closed' using errcode = 'insufficient_privilege';
  end if;
  if old.shown_at is not null and new.shown_at is distinct from old.shown_at then
    raise exception 'What has been shown has been shown' using errcode = 'insufficient_privilege';
  end if;
  if old.round = 'after' and new.round is distinct from 'after' then
    raise exception 'What is asked before is not asked again after' using errcode = 'insufficient_privilege';
  end if;
  if old.round is not null and (
    row(new.activity_id, new.on_day, new.grade, new.band, new.questions, new.place_name) is distinct from row(old.activity_id, old.on_day, old.grade, old.band, old.questions, old.place_name)
  ) then
    raise exception 'What has been answered keeps its questions and its band' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger youth_forum_follows before update on youth_forum for each row execute function youth_forum_follows();

-- Empty totals when questions are opened; and when the forum is closed the tokens go, with the totals of those too few to be shown, and what is left is written anew at once.
create function youth_forum_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.round is not null and new.round is distinct from old.round then
    insert into forum_tally (forum_id, partnership_id, round, question, choice, count)
      select new.id, new.partnership_id, new.round, question, choice, 0 from unnest(new.questions) question, generate_series(0, 3) choice
      on conflict do nothing;
  end if;
  if new.closed_at is not null and old.closed_at is null then
    delete from forum_token where forum_id = new.id;
    delete from forum_tally where forum_id = new.id and (
      greatest(new.before_answers, new.after_answers) > samsyn_forum_roof(new.band)
      or (case round when 'before' then new.before_answers else new.after_answers end) < 10
    );
    update forum_tally set count = count where forum_id = new.id;
  end if;
  return null;
end
$$;
revoke all on function youth_forum_moves() from public;
grant create on schema public to samsyn_system;
alter function youth_forum_moves() owner to samsyn_system;
revoke create on schema public from samsyn_system;
create trigger youth_forum_moves after update on youth_forum for each row execute function youth_forum_moves();
