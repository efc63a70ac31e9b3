-- An owner says yes: a unit is asked about an activity of a draft, and its answer makes it accepted (journeys.md, journey 11). Asked again, it is another row.

create table pledge_owner (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- An activity of a draft lies in the document's text and is a row first when it is proposed.
  activity_id uuid not null,
  organisation_id uuid not null,
  unit text not null check (length(unit) between 1 and 160),
  -- What was asked about, to the letter: a yes is to this and to nothing else.
  asked_text text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references person (id),
  asked_by_organisation_id uuid not null references organisation (id),
  state text not null check (state in ('asked', 'accepted', 'wants-change', 'declined')),
  answered_at timestamptz,
  answered_by uuid references person (id),
  office text check (length(office) between 1 and 160),
  said text not null check (length(said) <= 1000),
  -- How the unit answered, where somebody else has put it down.
  vouched text check (length(vouched) between 1 and 300),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check (
    case state
      when 'asked' then answered_at is null and answered_by is null and office is null and said = '' and vouched is null
      when 'accepted' then answered_at is not null and answered_by is not null and office is not null and said = ''
      else answered_at is not null and answered_by is not null and office is not null and said <> ''
    end
  )
);
create index pledge_owner_document on pledge_owner (document_id);
create index pledge_owner_partnership on pledge_owner (partnership_id);

-- Answers for a unit of this very organisation.
create function samsyn_answers_for(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant
    where person_id = samsyn_person() and ended_at is null and partnership_id = in_partnership and organisation_id = for_organisation
      and role in ('activity-owner', 'coordinator', 'liaison', 'signatory')
  )
$$;
-- An organisation that promises along and has nobody here who could answer.
create function samsyn_has_nobody(in_partnership uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select 1 from role_grant where ended_at is null and partnership_id = in_partnership and organisation_id = for_organisation
  )
$$;
revoke all on function samsyn_answers_for(uuid, uuid), samsyn_has_nobody(uuid, uuid) from public;
grant execute on function samsyn_answers_for(uuid, uuid), samsyn_has_nobody(uuid, uuid) to samsyn_staff, samsyn_system;

alter table pledge_owner enable row level security;
alter table pledge_owner force row level security;
create policy pledge_owner_system on pledge_owner to samsyn_system using (true) with check (true);
grant select, insert, update on pledge_owner to samsyn_system;
create policy pledge_owner_read on pledge_owner for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy pledge_owner_ask on pledge_owner for insert to samsyn_staff
  with check (
    state = 'asked' and asked_by = samsyn_person()
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and samsyn_speaks_for(partnership_id, asked_by_organisation_id)
    and exists (select 1 from pledge_document d where d.id = document_id and d.state = 'draft')
  );
-- Once, by those who answer for the unit; whoever asked, and whoever is not of its organisation, says how it answered.
create policy pledge_owner_answer on pledge_owner for update to samsyn_staff
  using (
    state = 'asked'
    and (
      samsyn_answers_for(partnership_id, organisation_id)
      or (samsyn_has_nobody(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison']))
    )
  )
  with check (
    state <> 'asked' and answered_by = samsyn_person()
    and (vouched is not null or (answered_by <> asked_by and samsyn_answers_for(partnership_id, organisation_id)))
    and exists (select 1 from pledge_document d where d.id = document_id and d.state = 'draft')
  );
grant select, insert on pledge_owner to samsyn_staff;
grant update (state, answered_at, answered_by, office, said, vouched) on pledge_owner to samsyn_staff;
