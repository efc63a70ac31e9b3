-- From outdoors: who sent what another had handed over, which change of a phone's was the last, and photos that come piece by piece.

-- The one who noted it stays `noted_by`; the one whose phone and login brought it in stands here.
alter table observation add column handed_over_by uuid references person (id);
-- A phone counts its changes of a note: an older one that comes late (a network that delivers twice) changes nothing.
alter table observation add column written bigint check (written >= 0);
grant update (written) on observation to samsyn_staff;

-- What has come of a photo so far. Gone when the photo is whole, or has been left for two weeks.
create table photo_piece (
  photo_id uuid not null,
  partnership_id uuid not null references partnership (id),
  observation_id uuid not null,
  sent_by uuid not null references person (id),
  piece_from integer not null check (piece_from >= 0),
  bytes bytea not null check (length(bytes) > 0),
  taken_in_at timestamptz not null,
  primary key (photo_id, sent_by, piece_from),
  foreign key (observation_id, partnership_id) references observation (id, partnership_id)
);
create index photo_piece_of on photo_piece (partnership_id);

alter table photo_piece enable row level security;
alter table photo_piece force row level security;
create policy photo_piece_system on photo_piece to samsyn_system using (true) with check (true);
-- Half a photo is seen by nobody but the one whose phone sends it.
create policy photo_piece_read on photo_piece for select to samsyn_staff
  using (sent_by = samsyn_person() and partnership_id = any ((select samsyn_partnerships())::uuid[]));
create policy photo_piece_write on photo_piece for insert to samsyn_staff
  with check (
    sent_by = samsyn_person()
    and partnership_id = any ((select samsyn_partnerships())::uuid[])
    and exists (
      select 1 from observation
      where observation.id = observation_id and samsyn_speaks_for(observation.partnership_id, observation.owner_organisation_id)
    )
    and (select samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner']))
  );
create policy photo_piece_gone on photo_piece for delete to samsyn_staff
  using (sent_by = samsyn_person() and partnership_id = any ((select samsyn_partnerships())::uuid[]));
grant select, insert, update, delete on photo_piece to samsyn_system;
grant select, insert, delete on photo_piece to samsyn_staff;
