-- The ground every stage stands on: the roles transactions run under, Swedish order, the log of what happened, the jobs.

-- Roles belong to the whole cluster on PostgreSQL, so another Samsyn may have made them. They cannot log in; a transaction takes one on.
do $$
declare role_name text;
begin
  foreach role_name in array array['samsyn_staff', 'samsyn_stranger', 'samsyn_system'] loop
    if not exists (select 1 from pg_roles where rolname = role_name) then
      begin
        execute format('create role %I nologin', role_name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    begin
      execute format('grant %I to current_user', role_name);
    exception when unique_violation then null;
    end;
  end loop;
end
$$;
grant usage on schema public to samsyn_staff, samsyn_stranger, samsyn_system;

-- Swedish order, å ä ö last. Asked for by name where ICU has it; PGlite's ICU has no locales and missorts 'sv-SE' without a word, so there the
-- rules stand here. Which one works is tried, not guessed.
do $$
begin
  create collation swedish (provider = icu, locale = 'sv-SE');
  if not ('z' collate swedish < 'å' collate swedish and 'å' collate swedish < 'ä' collate swedish and 'ä' collate swedish < 'ö' collate swedish) then
    drop collation swedish;
    execute 'create collation swedish (provider = icu, locale = ''und'', rules = ''&[before 1]ǀ<å<<<Å<ä<<<Ä<<æ<<<Æ<ö<<<Ö<<ø<<<Ø'')';
  end if;
end
$$;

-- Who acts in this transaction; null for the system and for strangers.
create function samsyn_person() returns uuid language sql stable as $$
  select nullif(current_setting('samsyn.person', true), '')::uuid
$$;
-- Filled in by the next migration, which knows what a role is.
create function samsyn_partnerships() returns uuid[] language sql stable as $$ select '{}'::uuid[] $$;

-- What happened: audit log and list of work in one. One chain a partnership, and one for what belongs to none ('platform').
create table event (
  chain text not null,
  seq bigint not null,
  id uuid not null unique,
  partnership_id uuid,
  at timestamptz not null,
  name text not null,
  actor_person_id uuid,
  actor_organisation_id uuid,
  actor_role text,
  subject_id uuid,
  body text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);
create table event_head (chain text primary key, seq bigint not null, hash bytea not null);

-- Everything an entry covers, each part with its length before it, so that no two different entries read the same.
create function event_text(previous bytea, variadic parts text[]) returns bytea language sql immutable as $$
  select previous || convert_to(string_agg(coalesce(length(part)::text || ':' || part, '-'), ',' order by place), 'UTF8')
  from unnest(parts) with ordinality as listed (part, place)
$$;

-- The only way into the log. Locks the chain's head, so that entries follow each other also when two are made at once.
create function note_event(
  in_chain text, in_id uuid, in_partnership uuid, in_at timestamptz, in_name text,
  in_person uuid, in_organisation uuid, in_role text, in_subject uuid, in_body text
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head event_head;
  next_seq bigint;
  next_hash bytea;
begin
  insert into event_head (chain, seq, hash) values (in_chain, 0, '\x') on conflict (chain) do nothing;
  select * into head from event_head where chain = in_chain for update;
  next_seq := head.seq + 1;
  next_hash := sha256(event_text(head.hash, in_chain, next_seq::text, in_id::text, in_partnership::text,
    to_char(in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), in_name, in_person::text, in_organisation::text, in_role, in_subject::text, in_body));
  insert into event (chain, seq, id, partnership_id, at, name, actor_person_id, actor_organisation_id, actor_role, subject_id, body, previous_hash, hash)
    values (in_chain, next_seq, in_id, in_partnership, date_trunc('milliseconds', in_at), in_name, in_person, in_organisation, in_role, in_subject, in_body, head.hash, next_hash);
  update event_head set seq = next_seq, hash = next_hash where chain = in_chain;
  return next_seq;
end
$$;
revoke all on function note_event from public;
grant execute on function note_event to samsyn_staff, samsyn_system;

-- Append-only for everybody, the owner included.
create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger event_append_only before update or delete or truncate on event for each statement execute function event_is_append_only();

alter table event enable row level security;
-- Nobody's staff read the log: that something confidential happened would be confidential too. The audit page will ask through the system role.
grant select on event to samsyn_system;
grant select on event_head to samsyn_system;
create policy event_system on event for select to samsyn_system using (true);

-- Work to do, written in the same transaction as the change that causes it.
create table job (
  id uuid primary key,
  name text not null,
  body jsonb not null,
  event_chain text,
  event_seq bigint,
  run_at timestamptz not null,
  attempts integer not null default 0,
  max_attempts integer not null default 8,
  locked_until timestamptz,
  finished_at timestamptz,
  dead_at timestamptz,
  last_error text
);
create index job_due on job (run_at) where finished_at is null and dead_at is null;
-- One job for each thing that happened, however often it is asked for.
create unique index job_once on job (name, event_chain, event_seq);
alter table job enable row level security;
grant select, insert, update, delete on job to samsyn_system;
grant insert on job to samsyn_staff;
create policy job_system on job to samsyn_system using (true) with check (true);
create policy job_staff on job for insert to samsyn_staff with check (true);
