-- Webhooks: addresses of other organisations' systems that are told what has been told (docs/decisions/0039). Both parties see which there are and how it goes; only those who speak
-- for the organisation that put one up change it. What is sent has passed the gate; the secret it is signed with is read by the system alone.
create table webhook (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  organisation_id uuid not null,
  address text not null check (length(address) <= 500 and address like 'https://_%'),
  kinds text[] not null check (cardinality(kinds) between 1 and 20),
  made_at timestamptz not null,
  paused_at timestamptz,
  -- By whoever looks after it, or by the answer that nobody is there any more (410).
  paused_by text check (paused_by in ('person', 'gone')),
  -- The news that have been sent, or were old when it was put up or taken up again, by their keys.
  told jsonb not null default '[]',
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id),
  unique (id, partnership_id),
  check ((paused_at is null) = (paused_by is null))
);
create index webhook_partnership on webhook (partnership_id);

create table webhook_secret (
  webhook_id uuid primary key,
  partnership_id uuid not null,
  secret text not null check (secret like 'whsec\_%'),
  foreign key (webhook_id, partnership_id) references webhook (id, partnership_id) on delete cascade
);

create table webhook_delivery (
  -- Said at every try, so that whoever gets it twice knows.
  id uuid primary key,
  webhook_id uuid not null,
  partnership_id uuid not null,
  news_key text not null check (length(news_key) between 1 and 1000),
  kind text not null,
  body text not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  attempts integer not null default 0,
  next_try timestamptz not null,
  tried_at timestamptz,
  status integer,
  fault text check (fault in ('not-public', 'no-answer', 'moved', 'status', 'gone')),
  unique (webhook_id, news_key),
  foreign key (webhook_id, partnership_id) references webhook (id, partnership_id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (next_try) where state = 'waiting';
create index webhook_delivery_partnership on webhook_delivery (partnership_id);

do $$
declare t text;
begin
  foreach t in array array['webhook', 'webhook_secret', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on %I to samsyn_system', t);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', t || '_read', t);
  end loop;
end
$$;

create function samsyn_keeps_webhook(of_webhook uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from webhook w
    where w.id = of_webhook and samsyn_acts_for(w.partnership_id, w.organisation_id, array['administrator', 'coordinator', 'liaison'])
  )
$$;
revoke all on function samsyn_keeps_webhook(uuid) from public;
grant create on schema public to samsyn_system;
alter function samsyn_keeps_webhook(uuid) owner to samsyn_system;
revoke create on schema public from samsyn_system;
grant execute on function samsyn_keeps_webhook(uuid) to samsyn_staff, samsyn_system;

create policy webhook_add on webhook for insert to samsyn_staff
  with check (samsyn_acts_for(partnership_id, organisation_id, array['administrator', 'coordinator', 'liaison']));
create policy webhook_change on webhook for update to samsyn_staff
  using (samsyn_acts_for(partnership_id, organisation_id, array['administrator', 'coordinator', 'liaison']))
  with check (samsyn_acts_for(partnership_id, organisation_id, array['administrator', 'coordinator', 'liaison']));
create policy webhook_delete on webhook for delete to samsyn_staff
  using (samsyn_acts_for(partnership_id, organisation_id, array['administrator', 'coordinator', 'liaison']));
grant select, insert, delete, update (paused_at, paused_by, told) on webhook to samsyn_staff;
-- Written and never read again by anybody who works here.
create policy webhook_secret_add on webhook_secret for insert to samsyn_staff with check (samsyn_keeps_webhook(webhook_id));
create policy webhook_secret_roll on webhook_secret for update to samsyn_staff
  using (samsyn_keeps_webhook(webhook_id)) with check (samsyn_keeps_webhook(webhook_id));
grant select (webhook_id), insert, update (secret) on webhook_secret to samsyn_staff;
create policy webhook_delivery_try on webhook_delivery for insert to samsyn_staff
  with check (kind = 'trial' and state = 'waiting' and samsyn_keeps_webhook(webhook_id));
grant select, insert on webhook_delivery to samsyn_staff;
