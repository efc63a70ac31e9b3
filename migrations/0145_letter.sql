-- Letters to those who work here: made in the transaction of what they are about, sent afterwards, and to be seen here whether they can be sent or not. What a letter says lies
-- apart from what it is about, so that it can be read by its own person only, and be taken away when it is old.

-- Where somebody wants their letters, and which. Given by themselves, and taken away by themselves.
create table letter_wish (
  person_id uuid primary key references person (id),
  address text check (length(address) between 3 and 254 and address like '%_@_%'),
  weekly boolean not null default true,
  lang text not null default 'sv' check (lang in ('sv', 'en'))
);

create table letter (
  id uuid primary key,
  person_id uuid not null references person (id),
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null references organisation (id),
  kind text not null,
  -- What it is about: nobody is written to twice of the same.
  cause text not null check (length(cause) between 1 and 200),
  subject text not null check (length(subject) between 1 and 300),
  unsubscribe text,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'given-up')),
  attempts integer not null default 0,
  next_try timestamptz not null,
  last_error text,
  made_at timestamptz not null,
  sent_at timestamptz,
  unique (person_id, cause),
  check ((state = 'sent') = (sent_at is not null))
);
create index letter_due on letter (next_try) where state in ('waiting', 'failed', 'sending');
create index letter_partnership on letter (partnership_id, made_at);

create table letter_body (
  letter_id uuid primary key references letter (id),
  person_id uuid not null references person (id),
  text text not null,
  html text not null
);

do $$
declare name text;
begin
  foreach name in array array['letter_wish', 'letter', 'letter_body'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
  end loop;
end
$$;

-- One's own wish is one's own to say; nobody else's address is read by anybody.
create policy letter_wish_own on letter_wish to samsyn_staff
  using (person_id = samsyn_person()) with check (person_id = samsyn_person());
grant select, insert, update, delete on letter_wish to samsyn_staff;

-- One's own letters, and of one's own organisation those that whoever leads the work has to know went out. Of the latter what they are about, never what they say.
create policy letter_read on letter for select to samsyn_staff
  using (
    person_id = samsyn_person()
    or samsyn_acts_for(partnership_id, organisation_id, array['coordinator', 'liaison'])
  );
create policy letter_body_own on letter_body for select to samsyn_staff using (person_id = samsyn_person());
grant select on letter, letter_body to samsyn_staff;
