-- What the desk has said of a stretch can be taken back, and so can a measurement: it stands with its reason, and nothing is reckoned with it any more.

alter table traffic_thread add column taken_back jsonb not null default '[]' check (jsonb_typeof(taken_back) = 'array');

alter table traffic_measurement
  -- The share over the limit, as it stands among the partnership's measurements; V85 stands there under the measurement's own id.
  add column over_measurement_id uuid,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text,
  -- Where the thread stood then: what was judged or answered before may rest on it.
  add column withdrawn_in text,
  add constraint traffic_measurement_withdrawn check (
    (withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_at is null) = (withdrawn_in is null)
    and (withdrawn_reason is null or length(btrim(withdrawn_reason)) > 0)
  );
-- A file that was read wrongly can be read anew, once the first reading is taken back.
alter table traffic_measurement drop constraint traffic_measurement_thread_id_file_hash_key;
create unique index traffic_measurement_once on traffic_measurement (thread_id, file_hash) where withdrawn_at is null;

alter table measurement
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text,
  add constraint measurement_withdrawn check (
    (withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_reason is null or length(btrim(withdrawn_reason)) > 0)
  );

alter table traffic_measurement no force row level security;
alter table measurement no force row level security;
update traffic_measurement t set over_measurement_id = (
  select o.id from measurement v join measurement o on o.partnership_id = v.partnership_id and o.source_id = v.source_id
    and o.from_day = v.from_day and o.to_day = v.to_day and o.place_name = v.place_name and o.n is not distinct from v.n
    and o.caveat = v.caveat and o.unit = 'procent' and o.name like 'Kör över %'
  where v.id = t.id order by o.id limit 1);
alter table traffic_measurement force row level security;
alter table measurement force row level security;

do $$
declare
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  own constant text := 'samsyn_speaks_for(partnership_id, owner_organisation_id)';
  theirs constant text := 'exists (select 1 from source where source.id = source_id and samsyn_speaks_for(source.partnership_id, source.owner_organisation_id))';
begin
  -- Once, and by those who measured.
  execute format('create policy traffic_measurement_withdraw on traffic_measurement for update to samsyn_staff
    using (%s and %s and withdrawn_at is null) with check (%s and %s and %s and withdrawn_at is not null)', mine, own, mine, own, writers);
  execute format('create policy measurement_withdraw on measurement for update to samsyn_staff
    using (%s and %s and withdrawn_at is null) with check (%s and %s and %s and withdrawn_at is not null)', mine, theirs, mine, theirs, writers);
end
$$;
grant update (taken_back) on traffic_thread to samsyn_staff;
grant update (withdrawn_at, withdrawn_reason, withdrawn_in) on traffic_measurement to samsyn_staff;
grant update (withdrawn_at, withdrawn_reason) on measurement to samsyn_staff;
