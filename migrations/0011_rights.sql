-- What the rules say no to and the tables let through: found by trying every table as everybody it is not for.

-- What was read from a file is seen with its source: into a source of one's own comes what is one's own. A note made by hand says itself who may see it.
create policy observation_read_in on observation as restrictive for select to samsyn_staff
  using (foreign_id is null or source_id in (select id from source));

-- What a note said while it was kept to one organisation stays there when the note is shared.
create policy observation_revision_own on observation_revision as restrictive for select to samsyn_staff
  using (
    coalesce(body ->> 'sharing', 'own') <> 'own'
    or exists (
      select 1 from observation
      where observation.id = observation_id and samsyn_speaks_for(observation.partnership_id, observation.owner_organisation_id)
    )
  );

-- Whose a thing is, where it belongs and who made it are not changed by its own people either.
revoke update on observation from samsyn_staff;
grant update (
  kind, category, text, consequence, proposal, spot_manager, agreed, severity, place_kind, lon, lat, accuracy_metres, h3, place_name, place_code, geometry,
  when_kind, happened_from, happened_to, recurrence, precision, sharing, foreign_id, "foreign", published_at, seen_at, bundle, fingerprint, revision,
  withdrawn_at, withdrawn_reason
) on observation to samsyn_staff;
revoke update on pledge_document from samsyn_staff;
grant update (
  title, state, content, content_text, content_hash, revision, valid_from, valid_to, proposed_at, signed_at, publish_asked_by, publish_asked_organisation_id,
  publish_asked_at, published_at, closed_at, closing, changed_at, changed_by_organisation_id
) on pledge_document to samsyn_staff;

-- What hangs on a walk or a dialogue is written by those whose it is, not by everybody who sees it.
drop policy walk_stop_write on walk_stop;
create policy walk_stop_write on walk_stop for insert to samsyn_staff
  with check (
    exists (
      select 1 from walk join source on source.id = walk.source_id
      where walk.id = walk_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)
    )
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])
  );
drop policy dialogue_theme_write on dialogue_theme;
create policy dialogue_theme_write on dialogue_theme for insert to samsyn_staff
  with check (
    exists (
      select 1 from dialogue join source on source.id = dialogue.source_id
      where dialogue.id = dialogue_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id)
    )
    and samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])
  );
-- Who only reads writes nothing here either.
create policy problem_raisers on problem as restrictive for insert to samsyn_staff
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner']));
create policy problem_evidence_citers on problem_evidence as restrictive for insert to samsyn_staff
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner']));
create policy problem_cause_noters on problem_cause as restrictive for insert to samsyn_staff
  with check (samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner']));

-- A mandate signs on the days it holds.
drop policy pledge_signature_add on pledge_signature;
create policy pledge_signature_add on pledge_signature for insert to samsyn_staff
  with check (
    samsyn_speaks_for(partnership_id, organisation_id)
    and samsyn_has_role(partnership_id, array['signatory'])
    and exists (
      select 1 from pledge_mandate m
      where m.partnership_id = pledge_signature.partnership_id and m.organisation_id = pledge_signature.organisation_id
        and m.person_id = samsyn_person() and m.party = pledge_signature.party
        and (pledge_signature.signed_at at time zone 'Europe/Stockholm')::date between m.valid_from and coalesce(m.valid_to, 'infinity')
    )
  );

-- What hangs together belongs to one partnership: a police area works in several, and none of them reaches into another.
alter table problem add unique (id, partnership_id);
alter table problem add foreign key (merged_into, partnership_id) references problem (id, partnership_id);
alter table problem_evidence add foreign key (problem_id, partnership_id) references problem (id, partnership_id);
alter table problem_choice add foreign key (problem_id, partnership_id) references problem (id, partnership_id);
alter table problem_cause add foreign key (problem_id, partnership_id) references problem (id, partnership_id);
alter table pledge_document add unique (id, partnership_id);
alter table pledge_document add foreign key (predecessor_id, partnership_id) references pledge_document (id, partnership_id);
alter table pledge_activity add unique (id, partnership_id);
alter table pledge_activity add foreign key (document_id, partnership_id) references pledge_document (id, partnership_id);
alter table pledge_signing add foreign key (document_id, partnership_id) references pledge_document (id, partnership_id);
alter table occasion add unique (id, partnership_id);
alter table occasion add foreign key (activity_id, partnership_id) references pledge_activity (id, partnership_id);
alter table occasion add foreign key (corrects, partnership_id) references occasion (id, partnership_id);
alter table occasion_output add foreign key (occasion_id, partnership_id) references occasion (id, partnership_id);
alter table deviation add foreign key (activity_id, partnership_id) references pledge_activity (id, partnership_id);
alter table period_report add unique (id, partnership_id);
alter table period_report add foreign key (document_id, partnership_id) references pledge_document (id, partnership_id);
alter table activity_assessment add foreign key (report_id, partnership_id) references period_report (id, partnership_id);
alter table activity_assessment add foreign key (activity_id, partnership_id) references pledge_activity (id, partnership_id);
alter table report_text add foreign key (report_id, partnership_id) references period_report (id, partnership_id);
alter table report_approval add foreign key (report_id, partnership_id) references period_report (id, partnership_id);
alter table indicator add unique (id, partnership_id);
alter table indicator add foreign key (document_id, partnership_id) references pledge_document (id, partnership_id);
alter table indicator_reading add foreign key (indicator_id, partnership_id) references indicator (id, partnership_id);

-- The log: staff note what they did themselves, where they work. A SECURITY DEFINER function runs as its owner; who called it stands in `role`.
alter function note_event rename to append_event;
revoke all on function append_event from public, samsyn_staff, samsyn_system;
create function note_event(
  in_chain text, in_id uuid, in_partnership uuid, in_at timestamptz, in_name text,
  in_person uuid, in_organisation uuid, in_role text, in_subject uuid, in_body text
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if in_chain is distinct from coalesce(in_partnership::text, 'platform') then
    raise exception 'A partnership has its own chain' using errcode = 'insufficient_privilege';
  end if;
  if current_setting('role') = 'samsyn_staff' and (
    in_person is null or in_person is distinct from samsyn_person()
    or (in_partnership is not null and not in_partnership = any (samsyn_partnerships()))
    or (in_organisation is not null and not samsyn_speaks_for(in_partnership, in_organisation))
    or (in_role is not null and not samsyn_has_role(in_partnership, array[in_role]))
  ) then
    raise exception 'An entry is in the name of the one who acts' using errcode = 'insufficient_privilege';
  end if;
  return append_event(in_chain, in_id, in_partnership, in_at, in_name, in_person, in_organisation, in_role, in_subject, in_body);
end
$$;
revoke all on function note_event from public;
grant execute on function note_event to samsyn_staff, samsyn_system;

-- Work runs under the system's rights, so staff leave it only as the consequence of an entry that is theirs, and about the same thing.
create function samsyn_caused(in_chain text, in_seq bigint, in_body jsonb) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from event
    where chain = in_chain and seq = in_seq and actor_person_id = samsyn_person() and name = in_body ->> 'name'
      and partnership_id::text is not distinct from in_body ->> 'partnershipId'
      and subject_id::text is not distinct from in_body ->> 'subjectId'
  )
$$;
drop policy job_staff on job;
create policy job_staff on job for insert to samsyn_staff with check (samsyn_caused(event_chain, event_seq, body));

-- Names in triggers mean our tables, also to somebody with a temporary table of the same name.
alter function event_is_append_only() set search_path = public, pg_temp;
alter function pledge_document_is_fixed() set search_path = public, pg_temp;
alter function pledge_signature_fits() set search_path = public, pg_temp;
alter function pledge_document_has_both_signatures() set search_path = public, pg_temp;

-- What asks past the policies is not for everybody to ask.
do $$
declare name text;
begin
  foreach name in array array['samsyn_partnerships()', 'samsyn_organisations()', 'samsyn_speaks_for(uuid, uuid)', 'samsyn_has_role(uuid, text[])', 'samsyn_caused(text, bigint, jsonb)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to samsyn_staff, samsyn_system', name);
  end loop;
end
$$;
