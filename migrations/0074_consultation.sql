-- A draft is opened for comments from a day to a day: one party asks, the other says yes to the very text that was asked about. What residents say of it comes in
-- through the open door, is looked through, shown and answered; it is not closed while a comment lacks its answer.

create table consultation (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  document_id uuid not null unique,
  state text not null check (state in ('asked', 'agreed', 'closed')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  can_influence text not null check (length(btrim(can_influence)) > 0),
  cannot_influence text not null check (length(btrim(cannot_influence)) > 0),
  -- The draft as it stood when it was asked about.
  content jsonb not null,
  content_text text not null,
  content_hash text not null check (content_hash = encode(sha256(convert_to(content_text, 'UTF8')), 'hex')),
  asked_by_organisation_id uuid not null references organisation (id),
  asked_at timestamptz not null,
  closed_at timestamptz,
  -- The draft as it stood when it was closed.
  became jsonb,
  example boolean not null default false,
  unique (id, partnership_id),
  foreign key (document_id, partnership_id) references pledge_document (id, partnership_id),
  check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (became is not null))
);
create index consultation_partnership on consultation (partnership_id);

create table consultation_comment (
  -- Random, never by the clock.
  id uuid primary key,
  consultation_id uuid not null,
  partnership_id uuid not null references partnership (id),
  -- The whole, the preamble, or the id of a löfte or an activity in the text.
  passage text not null check (passage ~ '^(whole|preamble|[0-9a-f-]{36})$'),
  sentence text,
  text text check (length(btrim(text)) > 0),
  received_on date not null,
  -- The receipt's code is the resident's; only its hash is here, and makes the same form sent twice one comment.
  receipt_hash text not null unique check (receipt_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'shown', 'held')),
  read_on date,
  reason text check (reason in ('points-at-a-person', 'threat', 'advertisement', 'off-topic', 'sent-before')),
  answer text check (answer in ('changed', 'partly', 'not')),
  answer_reason text check (length(btrim(answer_reason)) > 0),
  answer_became text,
  answered_on date,
  answered_by_organisation_id uuid references organisation (id),
  example boolean not null default false,
  foreign key (consultation_id, partnership_id) references consultation (id, partnership_id),
  check (
    case state
      when 'waiting' then text is not null and read_on is null and reason is null and answer is null
      when 'shown' then text is not null and read_on is not null and reason is null
      when 'held' then text is null and read_on is not null and reason is not null and answer is null
    end
  ),
  check (
    (answer is null) = (answer_reason is null) and (answer is null) = (answered_on is null)
    and (answer is null) = (answered_by_organisation_id is null) and (answer is not null or answer_became is null)
  )
);
create index consultation_comment_of on consultation_comment (consultation_id);
create index consultation_comment_partnership on consultation_comment (partnership_id);

-- Speaks here for one of the two who promise; for this very one, where it is named.
create function samsyn_consults(in_partnership uuid, for_organisation uuid default null) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from role_grant g join organisation o on o.id = g.organisation_id and o.kind in ('municipality', 'police')
    where g.person_id = samsyn_person() and g.ended_at is null and g.partnership_id = in_partnership
      and g.role in ('coordinator', 'liaison') and (for_organisation is null or g.organisation_id = for_organisation)
  )
$$;
revoke all on function samsyn_consults(uuid, uuid) from public;
grant execute on function samsyn_consults(uuid, uuid) to samsyn_staff, samsyn_system;

do $$
declare name text;
begin
  foreach name in array array['consultation', 'consultation_comment'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update on %I to samsyn_system', name);
    execute format('grant select on %I to samsyn_staff', name);
  end loop;
end
$$;

create policy consultation_read on consultation for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]));
-- Asked about is the draft as it stands, and no other text.
create policy consultation_ask on consultation for insert to samsyn_staff
  with check (
    state = 'asked' and samsyn_consults(partnership_id, asked_by_organisation_id)
    and exists (
      select 1 from pledge_document d
      where d.id = document_id and d.partnership_id = consultation.partnership_id and d.state = 'draft' and d.content_hash = consultation.content_hash
    )
  );
create policy consultation_decide on consultation for update to samsyn_staff
  using (state <> 'closed' and samsyn_consults(partnership_id)) with check (samsyn_consults(partnership_id));
grant insert on consultation to samsyn_staff;
grant update (state, from_day, to_day, can_influence, cannot_influence, content, content_text, content_hash, asked_by_organisation_id, asked_at, closed_at, became)
  on consultation to samsyn_staff;

-- Nobody agrees with themselves, nor to another text than was asked about; what residents have said something of stands; and nothing is closed without its answers.
create function consultation_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.state = 'closed' and exists (
    select 1 from consultation_comment c
    where c.consultation_id = new.id and (c.state = 'waiting' or (c.state = 'shown' and c.answer is null))
  ) then
    raise exception 'A comment has no answer' using errcode = 'insufficient_privilege';
  end if;
  if current_user <> 'samsyn_staff' then return new; end if;
  if new.state = 'asked' then
    if not samsyn_consults(new.partnership_id, new.asked_by_organisation_id)
      or exists (select 1 from consultation_comment c where c.consultation_id = new.id)
      or not exists (select 1 from pledge_document d where d.id = new.document_id and d.state = 'draft' and d.content_hash = new.content_hash) then
      raise exception 'A proposal is one''s own, and of the draft as it stands' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.from_day, new.to_day, new.can_influence, new.cannot_influence, new.content_text, new.content, new.asked_by_organisation_id, new.asked_at)
    is distinct from (old.from_day, old.to_day, old.can_influence, old.cannot_influence, old.content_text, old.content, old.asked_by_organisation_id, old.asked_at) then
    raise exception 'What was asked stands' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'asked' and (new.state <> 'agreed' or samsyn_consults(old.partnership_id, old.asked_by_organisation_id)) then
    raise exception 'The other party agrees' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger consultation_stands before update on consultation for each row execute function consultation_stands();

-- What nobody has looked through is read by those who look through; the rest by everybody in the partnership.
create policy consultation_comment_read on consultation_comment for select to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]) and (state <> 'waiting' or samsyn_consults(partnership_id)));
create policy consultation_comment_answer on consultation_comment for update to samsyn_staff
  using (state <> 'held' and samsyn_consults(partnership_id))
  with check (samsyn_consults(partnership_id));
grant update (text, state, read_on, reason, answer, answer_reason, answer_became, answered_on, answered_by_organisation_id) on consultation_comment to samsyn_staff;

-- Comments come in while it is open to them, and what somebody said is nobody's to rewrite: it stands, or it is held.
create function consultation_comment_stands() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- Held, so that it is not closed meanwhile.
    perform 1 from consultation where id = new.consultation_id and state = 'agreed' for share;
    if not found then raise exception 'Not open for comments' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if new.text is not null and new.text <> old.text then
    raise exception 'What somebody said stands' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'waiting' and old.state <> 'waiting' then
    raise exception 'What is read is read' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> 'held' and exists (select 1 from consultation where id = new.consultation_id and state = 'closed') then
    raise exception 'What is closed stands' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'samsyn_staff' and new.answer is not null
    and (new.answer, new.answer_reason, new.answer_became, new.answered_by_organisation_id)
      is distinct from (old.answer, old.answer_reason, old.answer_became, old.answered_by_organisation_id)
    and not samsyn_consults(new.partnership_id, new.answered_by_organisation_id) then
    raise exception 'One answers for one''s own' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger consultation_comment_stands before insert or update on consultation_comment for each row execute function consultation_comment_stands();
