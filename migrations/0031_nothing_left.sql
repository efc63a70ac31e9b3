-- What was found open by whoever looked for it: words that no disposal took, a series that either party could rewrite, files that one person could heap up,
-- lists in a row without an end, and the undoing of a file too large for one transaction.

-- Complaints about traffic lose what was said. Which stretch, of what, which hours and when it came stay, so every count is as before.
alter table traffic_complaint add column disposed_at timestamptz;
-- One that nobody had read goes as well, and its receipt says by which decision.
alter table traffic_handed_in
  drop constraint traffic_handed_in_state_check,
  drop constraint traffic_handed_in_check,
  add column disposed_under uuid references retention_rule (id),
  add constraint traffic_handed_in_state_check check (state in ('waiting', 'kept', 'set-aside', 'disposed')),
  add constraint traffic_handed_in_check check (
    case state
      when 'waiting' then said is not null and read_on is null and reason is null and thread_id is null and disposed_under is null
      when 'kept' then said is null and read_on is not null and reason is null and thread_id is not null and disposed_under is null
      when 'set-aside' then said is null and read_on is not null and reason is not null and thread_id is null and disposed_under is null
      when 'disposed' then said is null and read_on is null and reason is null and thread_id is null and disposed_under is not null
    end
  );
-- What has been read is read: it is neither read again nor set back to waiting, nor disposed of by hand.
create function traffic_handed_in_is_read() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'It has been read' using errcode = 'insufficient_privilege';
end
$$;
create trigger traffic_handed_in_once before update on traffic_handed_in for each row when (old.state <> 'waiting') execute function traffic_handed_in_is_read();
create policy traffic_handed_in_read_once on traffic_handed_in as restrictive for update to samsyn_staff
  using (true) with check (state in ('kept', 'set-aside'));

-- What was answered to a weekly report goes by the decision of those who answered; that it was answered, and when, stays.
alter table weekly_answer
  drop constraint weekly_answer_text_check,
  add column disposed_at timestamptz,
  add constraint weekly_answer_text_check check ((disposed_at is null) = (length(btrim(text)) > 0));
-- Why a warning was set aside goes with the note.
alter table person_review
  drop constraint person_review_reason_check,
  add column disposed_at timestamptz,
  add constraint person_review_reason_check check ((disposed_at is null) = (length(btrim(reason)) > 0));

grant update (reason, disposed_at) on person_review to samsyn_system;
grant update on import_run to samsyn_system;

-- A note whose words have gone and that is given words again, by its writer or by a file, is one that is to go again.
create function observation_is_said_again() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.disposed_at := null;
  return new;
end
$$;
create trigger observation_said_again before update on observation for each row
  when (old.disposed_at is not null and (new.text <> '' or new.consequence <> '' or new.proposal <> '' or new."foreign" is not null))
  execute function observation_is_said_again();

-- What residents have handed in and nobody has read stands in no source: a hold on it is on all of the kind.
alter table retention_hold
  drop constraint retention_hold_source_kind_check,
  add constraint retention_hold_source_kind_check check (source_kind in ('hearing', 'staff', 'resident-report'));

-- What a series is (its name, unit, caveat, licence) is said by the organisation that read it in first. The other adds what its files say of the periods, under
-- its own name, and changes nothing in what it is. One that nobody says anything of any more is nobody's.
alter table series add column organisation_id uuid references organisation (id);
alter table series no force row level security;
update series set organisation_id = coalesce(
  (select r.organisation_id from series_value v join series_reading r on r.id = v.reading_id where v.series_id = series.id order by r.number limit 1),
  (select s.owner_organisation_id from source s where s.id = series.source_id));
alter table series force row level security;
alter table series alter column organisation_id set not null;
create policy series_owner_write on series as restrictive for insert to samsyn_staff with check (samsyn_speaks_for(partnership_id, organisation_id));
create policy series_owner_change on series as restrictive for update to samsyn_staff
  using (samsyn_speaks_for(partnership_id, organisation_id)) with check (samsyn_speaks_for(partnership_id, organisation_id));
create function samsyn_series_is_empty(in_series uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from series_value where series_id = in_series)
$$;
revoke all on function samsyn_series_is_empty(uuid) from public;
grant execute on function samsyn_series_is_empty(uuid) to samsyn_staff, samsyn_system;
create policy series_owner_undo on series as restrictive for delete to samsyn_staff
  using (samsyn_speaks_for(partnership_id, organisation_id) or samsyn_series_is_empty(id));

-- Files that wait to be read in: so many and so much a person, counted one upload after the other.
create function import_file_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare waiting record;
begin
  perform pg_advisory_xact_lock(hashtext('held files ' || new.held_by::text));
  select count(*) as files, coalesce(sum(bytes::bigint), 0) as bytes into waiting
    from import_file where held_by = new.held_by and state not in ('read', 'gone');
  if waiting.files >= 10 or waiting.bytes + new.bytes > 104857600 then
    raise exception 'So much waits already' using errcode = 'check_violation', constraint = 'import_file_fits';
  end if;
  return new;
end
$$;
create trigger import_file_fits before insert on import_file for each row execute function import_file_fits();
create index import_file_waiting on import_file (held_by) where state not in ('read', 'gone');
-- Whoever has laid a file here may take it away again, as long as nothing is being done with it.
create policy import_file_gone on import_file for delete to samsyn_staff
  using (held_by = (select samsyn_person()) and state not in ('trying', 'reading'));
grant delete on import_file to samsyn_staff;

-- What a meter's file can lay in a row has an end, whatever stands in it. What stands here already was cut by the rule.
alter table traffic_measurement
  add constraint traffic_measurement_odd check (jsonb_array_length(odd) <= 50) not valid,
  add constraint traffic_measurement_size check (length(odd::text) <= 40000 and length(summary::text) <= 100000) not valid;

-- A reading is taken back in pieces: begun, and over when nothing of it is left.
alter table import_run
  drop constraint import_run_state_check,
  add constraint import_run_state_check check (state in ('running', 'finished', 'undoing', 'undone')),
  add column removed integer not null default 0 check (removed >= 0),
  add column put_back integer not null default 0 check (put_back >= 0);
