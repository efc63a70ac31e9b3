-- What is left out of a meeting is not in its minutes, and so not in the hash that both parties approve: nothing is noted, pinned or followed up under it.

create function meeting_item_outside() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.left_out and (
    new.outcome is not null
    or exists (select 1 from meeting_decision where item_id = new.id and not struck)
    or exists (select 1 from meeting_picture where item_id = new.id and not taken_down)
  ) then
    raise exception 'What is left out is not in the minutes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger meeting_item_outside before insert or update on meeting_item for each row execute function meeting_item_outside();

create function meeting_note_outside() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from meeting_item where id = new.item_id and left_out)
    and (to_jsonb(new) ->> 'struck' = 'false' or to_jsonb(new) ->> 'taken_down' = 'false') then
    raise exception 'What is left out is not in the minutes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger meeting_decision_outside before insert or update on meeting_decision for each row execute function meeting_note_outside();
create trigger meeting_picture_outside before insert or update on meeting_picture for each row execute function meeting_note_outside();
