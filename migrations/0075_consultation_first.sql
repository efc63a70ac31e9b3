-- A draft that the public has been asked about is not put forward for signing before every comment has its answer.
create function pledge_document_is_heard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'samsyn_staff' and old.state = 'draft' and new.state = 'proposed'
    and exists (select 1 from consultation where document_id = new.id and state = 'agreed') then
    raise exception 'Comments go on' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_document_is_heard before update on pledge_document for each row execute function pledge_document_is_heard();
