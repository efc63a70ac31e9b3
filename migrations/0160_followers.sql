-- Those who asked for news by e-mail: an address, what of it they want, and nothing else about them. Apart from everything that anybody said, and gone in one press: with the row
-- go the letters that wait for it. Nobody who works here reads it.
create table follower (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  address text not null check (length(address) between 3 and 254 and address like '%_@_%' and address = lower(address)),
  -- One promise or one theme, by the words of its address; neither is everything.
  pledge text check (length(pledge) between 1 and 100),
  theme text check (length(theme) between 1 and 100),
  lang text not null check (lang in ('sv', 'en')),
  -- First asked for; until it is confirmed.
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- The news that have been told, or were old when it was asked for, by their keys.
  told jsonb not null default '[]',
  unique (partnership_id, address),
  check (pledge is null or theme is null)
);
alter table follower enable row level security;
alter table follower force row level security;
create policy follower_system on follower to samsyn_system using (true) with check (true);
grant select, insert, update, delete on follower to samsyn_system;

-- An address that said no, or nothing, is left in peace for a time. Of it only what can be made with the key of the open doors is kept.
create table follower_rest (
  address_hash text primary key check (address_hash ~ '^[0-9a-f]{64}$'),
  until timestamptz not null
);
alter table follower_rest enable row level security;
alter table follower_rest force row level security;
create policy follower_rest_system on follower_rest to samsyn_system using (true) with check (true);
grant select, insert, update, delete on follower_rest to samsyn_system;

alter table letter alter column person_id drop not null;
alter table letter alter column organisation_id drop not null;
alter table letter add column follower_id uuid references follower (id) on delete cascade;
alter table letter add check (num_nonnulls(person_id, follower_id) = 1 and (person_id is null) = (organisation_id is null));
alter table letter add unique (follower_id, cause);
alter table letter_body alter column person_id drop not null;
alter table letter_body drop constraint letter_body_letter_id_fkey;
alter table letter_body add foreign key (letter_id) references letter (id) on delete cascade;
