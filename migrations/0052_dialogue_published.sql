-- That a recorded dialogue may be published is decided afterwards as well, and taken back, by whoever leads the work of the organisation whose source it is
-- (source_mark, 0022). What a walk or a campaign belongs to has a decision of its own, said to those who walked and answered.
grant update (secrecy_class) on source to samsyn_staff;

create function source_published_with_dialogue() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if not (new.secrecy_class = 'public' or (old.secrecy_class = 'public' and new.secrecy_class = 'shared'))
    or not exists (select 1 from dialogue where source_id = new.id)
    or exists (select 1 from walk where source_id = new.id) or exists (select 1 from campaign where source_id = new.id)
  then
    raise exception 'Only a recorded dialogue is published or taken back by its source' using errcode = 'insufficient_privilege';
  end if;
  -- What was kept apart is let out with its dialogues only: nothing else that lies in the source goes with them.
  if old.secrecy_class = 'own' and (new.kind = 'hearing' or exists (select 1 from observation where source_id = new.id)
    or exists (select 1 from measurement where source_id = new.id) or exists (select 1 from import_run where source_id = new.id)
    or exists (select 1 from series_reading where source_id = new.id)) then
    raise exception 'The source holds more than dialogues' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger source_published_with_dialogue before update of secrecy_class on source for each row
  when (old.secrecy_class is distinct from new.secrecy_class) execute function source_published_with_dialogue();
