-- What the parties have weighed: problems, what they rest on, why they were chosen, and why others were not.

create table problem (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  what text collate swedish not null,
  place jsonb not null,
  -- Since when, in the words of those who know: "sedan hösten 2020".
  since text not null,
  affected text not null,
  category text not null,
  raised_at timestamptz not null,
  raised_by_organisation_id uuid not null references organisation (id),
  state text not null check (state in ('open', 'chosen', 'declined', 'merged')),
  chosen_at timestamptz,
  closed_at timestamptz,
  public_reason text,
  merged_into uuid references problem (id),
  example boolean not null default false,
  unique (partnership_id, slug),
  -- The union of problem.ts: nothing is turned down without a reason that everybody can read.
  check (
    case state
      when 'open' then chosen_at is null and closed_at is null and public_reason is null and merged_into is null
      when 'chosen' then chosen_at is not null and closed_at is null and public_reason is null and merged_into is null
      when 'declined' then closed_at is not null and length(btrim(public_reason)) > 0 and merged_into is null and chosen_at is null
      when 'merged' then closed_at is not null and length(btrim(public_reason)) > 0 and merged_into is not null and merged_into <> id and chosen_at is null
    end
  )
);
create index problem_partnership on problem (partnership_id);

create table problem_evidence (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  problem_id uuid not null references problem (id),
  kind text not null check (kind in ('observation', 'theme', 'measurement', 'question')),
  -- The row of collect it points at; a question to the picture has its text instead.
  ref_id uuid,
  question text,
  caption text not null check (length(btrim(caption)) > 0),
  strength text not null check (strength in ('weak', 'fair', 'strong')),
  -- 'own': only the organisation that cited it knows that it exists.
  sharing text not null check (sharing in ('shared', 'own')),
  owner_organisation_id uuid not null references organisation (id),
  cited_at timestamptz not null,
  example boolean not null default false,
  check ((kind = 'question') = (question is not null) and (kind = 'question') = (ref_id is null))
);
create index problem_evidence_partnership on problem_evidence (partnership_id);
create index problem_evidence_problem on problem_evidence (problem_id);
-- Not one and the same source twice under a problem. Confidential citing is per organisation, so that a clash tells nothing.
create unique index problem_evidence_once on problem_evidence (problem_id, kind, ref_id, owner_organisation_id) where ref_id is not null;

create table problem_choice (
  problem_id uuid not null references problem (id),
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  reason text not null check (length(btrim(reason)) > 0),
  at timestamptz not null,
  example boolean not null default false,
  primary key (problem_id, organisation_id)
);
create index problem_choice_partnership on problem_choice (partnership_id);

create table problem_cause (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  problem_id uuid not null references problem (id),
  perspective text not null check (perspective in ('situation', 'exposed', 'acting')),
  text text not null check (length(btrim(text)) > 0),
  influenceable_by text not null check (influenceable_by in ('municipality', 'police', 'both', 'other', 'nobody')),
  noted_at timestamptz not null,
  example boolean not null default false
);
create index problem_cause_partnership on problem_cause (partnership_id);
create index problem_cause_problem on problem_cause (problem_id);

do $$
declare name text;
begin
  foreach name in array array['problem', 'problem_evidence', 'problem_choice', 'problem_cause'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
  foreach name in array array['problem', 'problem_choice', 'problem_cause'] loop
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any (samsyn_partnerships()))', name || '_read', name);
  end loop;
end
$$;

create policy problem_evidence_read on problem_evidence for select to samsyn_staff
  using (partnership_id = any (samsyn_partnerships()) and (sharing = 'shared' or samsyn_speaks_for(partnership_id, owner_organisation_id)));
create policy problem_raise on problem for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, raised_by_organisation_id) and state = 'open');
create policy problem_decide on problem for update to samsyn_staff
  using (partnership_id = any (samsyn_partnerships()) and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']))
  with check (partnership_id = any (samsyn_partnerships()));
create policy problem_evidence_cite on problem_evidence for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, owner_organisation_id));
-- A yes is given for one's own organisation, by the people who may speak for it.
create policy problem_choice_give on problem_choice for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'signatory']));
create policy problem_cause_note on problem_cause for insert to samsyn_staff with check (partnership_id = any (samsyn_partnerships()));
grant update (state, chosen_at, closed_at, public_reason, merged_into) on problem to samsyn_staff;
