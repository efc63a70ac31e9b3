-- A lost key: two of one's own organisation say, each with their own key, that they see the person before them; then a link that works once makes a new key,
-- and the old ones are revoked from that moment. What was signed by them stands (journeys.md, journey 12).

create table key_renewal (
  id uuid primary key,
  partnership_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person (id),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > asked_at and expires_at <= asked_at + interval '15 minutes'),
  foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id)
);
create index key_renewal_person on key_renewal (person_id);

create table key_witness (
  renewal_id uuid not null references key_renewal (id),
  person_id uuid not null references person (id),
  witnessed_at timestamptz not null,
  -- Not twice the same.
  primary key (renewal_id, person_id)
);

alter table challenge drop constraint challenge_purpose_check;
alter table challenge add constraint challenge_purpose_check check (purpose in ('log-in', 'register', 'witness'));
alter table challenge add column renewal_id uuid references key_renewal (id);
alter table challenge add check ((purpose = 'witness') = (renewal_id is not null));

alter table invitation add column renewal_id uuid references key_renewal (id);
create unique index invitation_renewal on invitation (renewal_id);

do $$
declare name text;
begin
  foreach name in array array['key_renewal', 'key_witness'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert on %I to samsyn_system', name);
  end loop;
end
$$;

-- For everybody, the server included: somebody else than the person, of the person's own organisation here, while the question lasts.
create function key_witness_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from key_renewal r
      join role_grant g on g.partnership_id = r.partnership_id and g.organisation_id = r.organisation_id and (g.ended_at is null or g.ended_at > new.witnessed_at)
    where r.id = new.renewal_id and r.person_id <> new.person_id and g.person_id = new.person_id and new.witnessed_at < r.expires_at
      -- Whoever came in lately says nothing of others: one person could else invite two and be both.
      and not exists (
        select 1 from invitation i
        where i.person_id = new.person_id and i.renewal_id is null and i.used_at > r.asked_at - interval '30 days'
      )
  ) then
    raise exception 'Another of the same organisation says so, and in time' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger key_witness_fits before insert on key_witness for each row execute function key_witness_fits();

-- A link to a new key is there when two have said so, for the person they have seen, and not for long.
create function invitation_is_witnessed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (select count(*) from key_witness w where w.renewal_id = new.renewal_id) < 2 or not exists (
    select 1 from key_renewal r
    where r.id = new.renewal_id and r.person_id = new.person_id and new.expires_at <= r.expires_at + interval '15 minutes'
  ) then
    raise exception 'Two see the person before them' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger invitation_is_witnessed before insert on invitation for each row
  when (new.renewal_id is not null) execute function invitation_is_witnessed();

-- A key that is revoked stays so.
create function passkey_stays_revoked() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'A revoked key is not given back' using errcode = 'insufficient_privilege';
end
$$;
create trigger passkey_stays_revoked before update on passkey for each row
  when (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) execute function passkey_stays_revoked();
