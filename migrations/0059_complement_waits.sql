-- What comes to a protocol after it was published is read inside at once, and by strangers when those who lead the work publish it as well. What stands already
-- has been read by everybody, and waits for nothing.
alter table protocol_row add column waits boolean not null default false;
alter table walk add column complemented_at timestamptz;
alter table walk add constraint walk_complemented check (complemented_at is null or (published_at is not null and complemented_at >= published_at));
grant update (waits) on protocol_row to samsyn_staff;
grant update (complemented_at) on walk to samsyn_staff;

create function protocol_row_waits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if tg_op = 'INSERT' then
    if new.waits is distinct from exists (select 1 from walk where walk.id = new.walk_id and walk.published_at is not null) then
      raise exception 'What comes after the publication waits for its own' using errcode = 'insufficient_privilege';
    end if;
  elsif new.waits or not samsyn_has_role(new.partnership_id, array['coordinator', 'liaison']) then
    raise exception 'Whoever leads the work publishes what came after, and what is published stays so' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger protocol_row_comes before insert on protocol_row for each row execute function protocol_row_waits();
create trigger protocol_row_waits before update of waits on protocol_row for each row
  when (old.waits is distinct from new.waits) execute function protocol_row_waits();

create function walk_complemented_by_leaders() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'samsyn_staff' then return new; end if;
  if new.complemented_at is null or not samsyn_has_role(new.partnership_id, array['coordinator', 'liaison']) then
    raise exception 'Whoever leads the work publishes what came after' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger walk_complemented before update of complemented_at on walk for each row
  when (old.complemented_at is distinct from new.complemented_at) execute function walk_complemented_by_leaders();
