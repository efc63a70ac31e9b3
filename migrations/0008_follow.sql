-- What became of what was promised: reports over a period, what was measured before and after, and the days the law counts.

create table period_report (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- Its address: "2025".
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  from_day date not null,
  to_day date not null,
  drafted_at timestamptz not null,
  -- Raised by every change; an approval is of one version and no other.
  version integer not null default 1,
  state text not null check (state in ('draft', 'published')),
  published_at timestamptz,
  example boolean not null default false,
  unique (partnership_id, slug),
  check (from_day <= to_day),
  check ((state = 'published') = (published_at is not null))
);
create index period_report_partnership on period_report (partnership_id);

create table activity_assessment (
  report_id uuid not null references period_report (id),
  partnership_id uuid not null references partnership (id),
  activity_id uuid not null,
  status text not null
    check (status in ('not-started', 'running', 'on-plan', 'behind', 'met', 'exceeded', 'partly', 'not-met', 'dropped', 'not-measurable')),
  -- What the log alone said, kept beside what people judged.
  preset text not null
    check (preset in ('not-started', 'running', 'on-plan', 'behind', 'met', 'exceeded', 'partly', 'not-met', 'dropped', 'not-measurable')),
  explanation text not null,
  -- The figures the status was judged on, frozen: {done, expected, unit}.
  figures jsonb not null,
  -- Three things that are never summed: what was done, what it led to, how it is felt.
  output text not null,
  outcome text not null,
  experience text not null,
  example boolean not null default false,
  primary key (report_id, activity_id),
  check (status not in ('not-met', 'partly', 'dropped', 'not-measurable') or length(btrim(explanation)) > 0)
);
create index activity_assessment_partnership on activity_assessment (partnership_id);

create table report_text (
  report_id uuid not null references period_report (id),
  partnership_id uuid not null references partnership (id),
  voice text not null check (voice in ('municipality', 'police', 'joint')),
  -- Whose words these are; empty for what the parties say together.
  organisation_id uuid references organisation (id),
  text text not null,
  written_at timestamptz not null,
  example boolean not null default false,
  primary key (report_id, voice),
  check ((voice = 'joint') = (organisation_id is null))
);
create index report_text_partnership on report_text (partnership_id);

create table report_approval (
  report_id uuid not null references period_report (id),
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  title text not null,
  version integer not null,
  at timestamptz not null,
  example boolean not null default false,
  primary key (report_id, organisation_id, version),
  -- One person is never both parties.
  unique (report_id, version, person_id)
);
create index report_approval_partnership on report_approval (partnership_id);

create table indicator (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  pledge_id uuid,
  name text collate swedish not null,
  unit text not null,
  wanted text not null check (wanted in ('up', 'down')),
  column_kind text not null check (column_kind in ('outcome', 'experience')),
  source text not null,
  caveat text not null,
  example boolean not null default false
);
create index indicator_partnership on indicator (partnership_id);

create table indicator_reading (
  indicator_id uuid not null references indicator (id),
  partnership_id uuid not null references partnership (id),
  on_day date not null,
  value double precision not null,
  low double precision not null,
  high double precision not null,
  n integer not null check (n >= 0),
  method text not null,
  baseline boolean not null,
  -- False where the question or the way of measuring changed: the line is broken here.
  comparable boolean not null default true,
  example boolean not null default false,
  primary key (indicator_id, on_day),
  check (low <= value and value <= high)
);
create index indicator_reading_partnership on indicator_reading (partnership_id);

-- Decisions that law (2023:196) sections 4 to 6 counts 24 months from.
create table statutory_decision (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('situation-report', 'action-plan')),
  decided_on date not null,
  registry_number text not null,
  noted_at timestamptz not null,
  example boolean not null default false
);
create index statutory_decision_partnership on statutory_decision (partnership_id);

do $$
declare name text;
begin
  foreach name in array array['period_report', 'activity_assessment', 'report_text', 'report_approval', 'indicator', 'indicator_reading', 'statutory_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()))', name || '_read', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select on %I to samsyn_staff', name);
  end loop;
  -- Writers of the report: those who hold the pen for either party. What is published is not written in any more.
  foreach name in array array['activity_assessment', 'report_text'] loop
    execute format(
      'create policy %I on %I for insert to samsyn_staff with check (samsyn_has_role(partnership_id, %L) and exists (select 1 from period_report where id = report_id and state = ''draft''))',
      name || '_write', name, array['coordinator', 'liaison']);
    execute format(
      'create policy %I on %I for update to samsyn_staff using (samsyn_has_role(partnership_id, %L) and exists (select 1 from period_report where id = report_id and state = ''draft''))',
      name || '_rewrite', name, array['coordinator', 'liaison']);
  end loop;
end
$$;

-- Nobody puts words in the other party's mouth.
create policy report_text_own on report_text as restrictive for insert to samsyn_staff
  with check (organisation_id is null or samsyn_speaks_for(partnership_id, organisation_id));
create policy report_text_own_again on report_text as restrictive for update to samsyn_staff
  using (organisation_id is null or samsyn_speaks_for(partnership_id, organisation_id));
create policy period_report_draft on period_report for insert to samsyn_staff
  with check (state = 'draft' and samsyn_has_role(partnership_id, array['coordinator', 'liaison']));
create policy period_report_change on period_report for update to samsyn_staff
  using (state = 'draft' and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']))
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']));
create policy report_approval_give on report_approval for insert to samsyn_staff
  with check (person_id = samsyn_person() and samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']));
create policy statutory_decision_note on statutory_decision for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator']));
grant insert on period_report, activity_assessment, report_text, report_approval, statutory_decision to samsyn_staff;
grant update (version, state, published_at) on period_report to samsyn_staff;
grant update (status, preset, explanation, figures, output, outcome, experience) on activity_assessment to samsyn_staff;
grant update (text, organisation_id, written_at) on report_text to samsyn_staff;
