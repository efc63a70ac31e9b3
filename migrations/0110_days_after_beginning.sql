-- A draft that should hold already is not locked for ever by days that have passed: once the promise's first day (of a change, its last) is here, no day is left before it,
-- and the days are set all the same. The misfit is shown where the days are.

create or replace function pledge_schedule_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  held pledge_schedule;
  doc pledge_document;
  today date := (new.set_at at time zone 'Europe/Stockholm')::date;
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  select * into held from pledge_schedule where document_id = new.document_id order by turn desc limit 1;
  select * into doc from pledge_document where id = new.document_id;
  if new.turn <> coalesce(held.turn, 0) + 1 then
    raise exception 'Days are moved one after the other' using errcode = 'insufficient_privilege';
  end if;
  if new.written_by is distinct from held.written_by and (
    new.written_by < today or doc.state <> 'draft'
    or exists (select 1 from consultation c where c.document_id = new.document_id and c.state <> 'closed' and c.to_day >= new.written_by)
  ) then
    raise exception 'A last day of writing that cannot be' using errcode = 'insufficient_privilege';
  end if;
  if new.signed_by is distinct from held.signed_by and (
    new.signed_by < today
    or case when doc.amends_id is null then doc.valid_from > today and new.signed_by >= doc.valid_from
      else doc.valid_to > today and new.signed_by > doc.valid_to end
  ) then
    raise exception 'A last day of signing that cannot be' using errcode = 'insufficient_privilege';
  end if;
  if new.reason is null and (
    (held.written_by < today and new.written_by <> held.written_by) or (held.signed_by < today and new.signed_by <> held.signed_by)
  ) then
    raise exception 'A day that has passed is moved with a reason' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
