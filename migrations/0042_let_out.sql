-- Who wants to be called is let out five at a time, and the rest when the dialogue is closed: a list read before and after an answer would join the two.
alter table campaign_contacts add column waiting jsonb not null default '[]';
revoke select on campaign_contacts from samsyn_staff;
grant select (campaign_id, partnership_id, entries) on campaign_contacts to samsyn_staff;

create function campaign_contacts_let_out() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update campaign_contacts
    set entries = (select coalesce(jsonb_agg(entry order by entry collate "C"), '[]') from jsonb_array_elements_text(entries || waiting) as entry), waiting = '[]'
    where campaign_id = new.id;
  return new;
end
$$;
revoke all on function campaign_contacts_let_out() from public;
create trigger campaign_closed after update of state on campaign for each row when (new.state = 'closed') execute function campaign_contacts_let_out();

-- Whoever wrote a note is no second person for it, whoever handed it over.
create or replace function observation_is_held() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.wished_sharing is not null and new.wished_sharing is null and (
    exists (select 1 from person_review r where r.observation_id = new.id and r.verdict is null)
    or (
      (old.text, old.consequence, old.proposal, old.place_name) is not distinct from (new.text, new.consequence, new.proposal, new.place_name)
      and new.reviewed_revision is distinct from new.revision
    )
  ) then
    raise exception 'The note waits for another person' using errcode = 'insufficient_privilege';
  end if;
  if new.reviewed_revision is distinct from old.reviewed_revision and new.reviewed_revision is not null and not exists (
    select 1 from person_review r where r.observation_id = new.id and r.verdict in ('released', 'covered') and r.reviewed_by <> r.overridden_by
      and r.reviewed_by is distinct from old.noted_by
  ) then
    raise exception 'Nobody else has looked at the note' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
