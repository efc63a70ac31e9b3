-- What a stranger can read: one row a partnership, of content that has passed the gate (tell/disclosure.ts). The only table samsyn_stranger sees.
create table publication (
  partnership_id uuid primary key references partnership (id),
  slug text not null unique,
  name text collate swedish not null,
  content jsonb not null,
  etag text not null,
  made_at timestamptz not null
);
alter table publication enable row level security;
alter table publication force row level security;
create policy publication_system on publication to samsyn_system using (true) with check (true);
grant select, insert, update, delete on publication to samsyn_system;
create policy publication_everybody on publication for select to samsyn_stranger, samsyn_staff using (true);
grant select on publication to samsyn_stranger, samsyn_staff;
