-- What the law's two years are counted from is noted in Samsyn: which body decided, on what day, under what number. A note that was wrong is put right by another, with the reason; what it
-- said before stands.
alter table statutory_decision
  add column body text not null default '' check (length(body) <= 120),
  add column office text not null default '' check (length(office) <= 120),
  add column replaces uuid unique references statutory_decision (id),
  add column reason text check (length(btrim(reason)) between 1 and 300),
  add constraint statutory_decision_corrects check ((replaces is null) = (reason is null));

drop policy statutory_decision_note on statutory_decision;
create policy statutory_decision_note on statutory_decision for insert to samsyn_staff
  with check (
    samsyn_acts_for(partnership_id, organisation_id, array['coordinator'])
    and exists (
      select 1 from partnership_party p
      where p.partnership_id = statutory_decision.partnership_id and p.organisation_id = statutory_decision.organisation_id and p.standing = 'municipality'
    )
  );

create function statutory_decision_follows() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.replaces is not null and not exists (
    select 1 from statutory_decision d
    where d.id = new.replaces and d.partnership_id = new.partnership_id and d.organisation_id = new.organisation_id and d.kind = new.kind
  ) then
    raise exception 'A decision is put right by one of the same kind and organisation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger statutory_decision_follows before insert on statutory_decision for each row execute function statutory_decision_follows();
