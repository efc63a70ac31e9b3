-- A draft has days: until when its text is written, and by when it is signed. The clock switches by them and writes nothing. A day that is moved is another row, with the
-- organisation and never the person, and with a reason where the day had passed (docs/decisions/0027).

create table pledge_schedule (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null,
  -- The first, the second …: the one that holds is the last.
  turn integer not null check (turn > 0),
  -- The last day that the text is changed.
  written_by date not null,
  -- The last day to sign.
  signed_by date not null check (signed_by > written_by),
  reason text check (length(btrim(reason)) between 1 and 300),
  organisation_id uuid not null references organisation (id),
  set_at timestamptz not null,
  example boolean not null default false,
  unique (document_id, turn),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index pledge_schedule_partnership on pledge_schedule (partnership_id);
alter table pledge_schedule enable row level security;
alter table pledge_schedule force row level security;
create policy pledge_schedule_system on pledge_schedule to samsyn_system using (true) with check (true);
grant select, insert on pledge_schedule to samsyn_system;
create policy pledge_schedule_read on pledge_schedule for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy pledge_schedule_set on pledge_schedule for insert to samsyn_staff
  with check (
    samsyn_consults(partnership_id, organisation_id)
    and exists (select 1 from pledge_document d where d.id = document_id and d.state in ('draft', 'proposed', 'half-signed'))
  );
grant select, insert on pledge_schedule to samsyn_staff;

-- One after the other, no day that has been, and none against another day.
create function pledge_schedule_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
    or case when doc.amends_id is null then new.signed_by >= doc.valid_from else new.signed_by > doc.valid_to end
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
create trigger pledge_schedule_fits before insert on pledge_schedule for each row execute function pledge_schedule_fits();

-- After its last day of writing a text is changed by nobody; it is put forward and signed as it stands, or the day is moved.
create function pledge_document_is_written() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and (new.changed_at at time zone 'Europe/Stockholm')::date > (
    select s.written_by from pledge_schedule s where s.document_id = new.id order by s.turn desc limit 1
  ) then
    raise exception 'The last day of writing has passed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_is_written before update on pledge_document for each row
  when (old.state = 'draft' and old.revision is distinct from new.revision)
  execute function pledge_document_is_written();

-- What residents say has its answers before the text is done.
create function consultation_within_writing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and new.to_day >= (
    select s.written_by from pledge_schedule s where s.document_id = new.document_id order by s.turn desc limit 1
  ) then
    raise exception 'Comments end before the text is done' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger consultation_within_writing before insert or update of from_day, to_day, state on consultation for each row
  when (new.state <> 'closed')
  execute function consultation_within_writing();
