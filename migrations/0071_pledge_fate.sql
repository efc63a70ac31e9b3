-- What becomes of every löfte and activity of a promise when the next one is prepared: kept, changed, ended or handed over, each with who decided it and why. Somebody has read what it
-- led to first, for their own organisation.

create function pledge_has_item(in_document uuid, in_item uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    -- Also what a change of it has put in.
    select 1 from pledge_document d where (d.id = in_document or d.original_id = in_document) and d.state in ('published', 'closed')
      and (d.content @> jsonb_build_object('pledges', jsonb_build_array(jsonb_build_object('id', in_item::text)))
        or d.content @> jsonb_build_object('pledges', jsonb_build_array(jsonb_build_object('activities', jsonb_build_array(jsonb_build_object('id', in_item::text))))))
  )
$$;
revoke all on function pledge_has_item(uuid, uuid) from public;
grant execute on function pledge_has_item(uuid, uuid) to samsyn_staff, samsyn_system;

create table pledge_fate_read (
  document_id uuid not null,
  item_id uuid not null,
  organisation_id uuid not null references organisation (id),
  partnership_id uuid not null references partnership (id),
  read_at timestamptz not null,
  primary key (document_id, item_id, organisation_id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id)
);
create index pledge_fate_read_partnership on pledge_fate_read (partnership_id);

create table pledge_fate (
  document_id uuid not null,
  item_id uuid not null,
  partnership_id uuid not null references partnership (id),
  fate text not null check (fate in ('keep', 'change', 'end', 'hand-over')),
  reason text not null check (length(reason) <= 1000),
  handed_to text not null check (length(handed_to) <= 200),
  organisation_id uuid not null references organisation (id),
  revision integer not null check (revision > 0),
  decided_at timestamptz not null,
  primary key (document_id, item_id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  -- Nothing ends and nothing is handed over without a reason that everybody may read.
  check (fate in ('keep', 'change') or length(btrim(reason)) > 0),
  check ((fate = 'hand-over') = (length(btrim(handed_to)) > 0))
);
create index pledge_fate_partnership on pledge_fate (partnership_id);

do $$
declare name text;
begin
  foreach name in array array['pledge_fate', 'pledge_fate_read'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('create policy %I on %I for select to samsyn_staff using (partnership_id = any ((select samsyn_partnerships())::uuid[]))', name || '_read', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select, insert on %I to samsyn_staff', name);
  end loop;
end
$$;
create policy pledge_fate_read_note on pledge_fate_read for insert to samsyn_staff
  with check (
    samsyn_has_role(partnership_id, array['coordinator', 'liaison']) and samsyn_speaks_for(partnership_id, organisation_id)
    and pledge_has_item(document_id, item_id)
  );

-- A fate is given by those who have read, in their own organisation's name, of something that is there, and while what follows is at most a draft.
create function pledge_fate_may(in_partnership uuid, in_document uuid, in_item uuid, for_organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select samsyn_has_role(in_partnership, array['coordinator', 'liaison']) and samsyn_speaks_for(in_partnership, for_organisation)
    and pledge_has_item(in_document, in_item)
    and exists (
      select 1 from pledge_fate_read r where r.document_id = in_document and r.item_id = in_item and r.organisation_id = for_organisation
    )
    and not exists (
      select 1 from pledge_document d
      where d.predecessor_id = in_document and d.state <> 'draft' and d.closing is distinct from 'withdrawn'
    )
$$;
revoke all on function pledge_fate_may(uuid, uuid, uuid, uuid) from public;
grant execute on function pledge_fate_may(uuid, uuid, uuid, uuid) to samsyn_staff, samsyn_system;
create policy pledge_fate_give on pledge_fate for insert to samsyn_staff
  with check (pledge_fate_may(partnership_id, document_id, item_id, organisation_id));
create policy pledge_fate_change on pledge_fate for update to samsyn_staff
  using (samsyn_has_role(partnership_id, array['coordinator', 'liaison']))
  with check (pledge_fate_may(partnership_id, document_id, item_id, organisation_id));
grant update (fate, reason, handed_to, organisation_id, revision, decided_at) on pledge_fate to samsyn_staff;
