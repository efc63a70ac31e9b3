-- A promise ends on the day that was signed: by the clock, and by nobody who works with it.
create function pledge_document_ends_by_itself() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' then
    raise exception 'A promise is ended by the clock, not by a person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_ended before update on pledge_document for each row
  when (new.state = 'closed' and old.state is distinct from new.state)
  execute function pledge_document_ends_by_itself();
