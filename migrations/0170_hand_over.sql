-- Handing over: who leaves when, who takes over, and what was written at each row of what is handed over (docs/decisions/0042). The rows themselves are not kept: they are made of what is in the system.
create table hand_over (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null,
  leaver_id uuid not null references person (id),
  -- The role that others knew them by, as it is told to the other party.
  role text not null check (role in ('coordinator', 'liaison', 'signatory', 'note-taker', 'activity-owner', 'reader', 'administrator')),
  -- Somebody who is here already, or whoever comes in by this invitation.
  successor_id uuid references person (id),
  invitation_id uuid references invitation (id),
  last_day date not null,
  planned_at timestamptz not null,
  called_off_at timestamptz,
  -- The leaver's roles have ended, and the successor has got them: the same minute where the successor is here by then.
  ended_at timestamptz,
  taken_at timestamptz,
  -- From then on nobody gets the roles by it: who was to take over works here no more, or nobody came in time. Whoever leaves does so all the same.
  fallen_at timestamptz,
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  check ((successor_id is not null) <> (invitation_id is not null)),
  check (successor_id is null or successor_id <> leaver_id),
  check (taken_at is null or (called_off_at is null and fallen_at is null)),
  check (taken_at is null or (ended_at is not null and taken_at >= ended_at)),
  -- For two weeks after the last day, or after it was planned where that came later.
  check ((taken_at at time zone 'Europe/Stockholm')::date <= greatest(last_day, (planned_at at time zone 'Europe/Stockholm')::date) + 14)
);
create index hand_over_partnership on hand_over (partnership_id);
create unique index hand_over_once on hand_over (partnership_id, organisation_id, leaver_id) where called_off_at is null and ended_at is null;
alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy hand_over_system on hand_over to samsyn_system using (true) with check (true);
grant select, insert, update on hand_over to samsyn_system;
-- Both parties are told who comes. All writing of people and rights goes through the system role after the rule has said yes.
create policy hand_over_read on hand_over for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant select on hand_over to samsyn_staff;

-- Whoever came in by the invitation of a hand-over takes over; nobody who works here reads invitations.
create function samsyn_takes_over_by(by_invitation uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.person_id from invitation i
  where i.id = by_invitation and i.used_at is not null and exists (select 1 from hand_over h where h.invitation_id = i.id)
$$;
revoke all on function samsyn_takes_over_by(uuid) from public;
grant execute on function samsyn_takes_over_by(uuid) to samsyn_staff, samsyn_system;

-- It falls the moment whoever was to take over has no role left in the organisation, and does not rise again with the next one.
create function hand_over_falls() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update hand_over h set fallen_at = new.ended_at
    where h.partnership_id = new.partnership_id and h.organisation_id = new.organisation_id
      and h.called_off_at is null and h.taken_at is null and h.fallen_at is null
      and (h.successor_id = new.person_id
        or exists (select 1 from invitation i where i.id = h.invitation_id and i.used_at is not null and i.person_id = new.person_id))
      and not exists (
        select 1 from role_grant g
        where g.person_id = new.person_id and g.partnership_id = new.partnership_id and g.organisation_id = new.organisation_id and g.ended_at is null
      );
  return null;
end
$$;
revoke all on function hand_over_falls() from public;
grant create on schema public to samsyn_system;
alter function hand_over_falls() owner to samsyn_system;
revoke create on schema public from samsyn_system;
create trigger hand_over_falls after update on role_grant for each row
  when (old.ended_at is null and new.ended_at is not null) execute function hand_over_falls();

-- «Gå igenom»: a sentence at a row, in the words of the one organisation and read by nobody else. What it was about is kept, so that it is read also when the row is gone.
create table hand_over_note (
  partnership_id uuid not null,
  organisation_id uuid not null,
  row_key text not null check (length(row_key) between 1 and 120),
  about text not null check (length(btrim(about)) between 1 and 400),
  note text not null check (length(note) <= 500),
  office text not null check (length(office) between 1 and 160),
  gone_through_on date not null,
  primary key (partnership_id, organisation_id, row_key),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
alter table hand_over_note enable row level security;
alter table hand_over_note force row level security;
create policy hand_over_note_system on hand_over_note to samsyn_system using (true) with check (true);
grant select, insert, update on hand_over_note to samsyn_system;
create policy hand_over_note_own on hand_over_note to samsyn_staff
  using (samsyn_acts_for(partnership_id, organisation_id, array['administrator', 'liaison', 'coordinator']))
  with check (samsyn_acts_for(partnership_id, organisation_id, array['administrator', 'liaison', 'coordinator']));
grant select, insert, update (about, note, office, gone_through_on) on hand_over_note to samsyn_staff;
