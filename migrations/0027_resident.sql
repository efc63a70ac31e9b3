-- What residents hand in beside their answers, and what becomes of it: themes that may be shown to those who answer, «det stämmer inte» under a receipt,
-- a photo that is read before anybody else sees it, and the day when their words go.

-- «Har någon redan sagt det här?»: a theme is shown to those who answer when somebody has said that it may be, with the words it is known again by. What
-- anybody has written is never compared with.
alter table theme
  add column shown_on date,
  add column shown_words text not null default '';
create policy theme_show on theme for update to samsyn_staff
  using (partnership_id = any ((select samsyn_partnerships())::uuid[]) and (select samsyn_has_role(partnership_id, array['coordinator', 'liaison'])))
  with check (partnership_id = any ((select samsyn_partnerships())::uuid[]) and (select samsyn_has_role(partnership_id, array['coordinator', 'liaison'])));
grant update (shown_on, shown_words) on theme to samsyn_staff;

-- «Stämmer det? Ja / Delvis / Nej, inte klart»: of a theme, by somebody who holds a receipt. It leads to no answer; the key only knows the same receipt again.
create table receipt_dispute (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  campaign_id uuid not null,
  theme_id uuid not null,
  receipt_key text not null unique check (receipt_key ~ '^[0-9a-f]{64}$'),
  verdict text not null check (verdict in ('yes', 'partly', 'no')),
  -- What is left, as it was said; a second time is added to the first.
  said jsonb not null check (jsonb_typeof(said) = 'array'),
  disputed_on date not null,
  reply text check (reply in ('again', 'done', 'cannot')),
  reply_text text,
  replied_on date,
  example boolean not null default false,
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id),
  foreign key (theme_id, partnership_id) references theme (id, partnership_id),
  check ((reply is null) = (replied_on is null) and (reply is null) = (reply_text is null)),
  check (reply is null or (verdict <> 'yes' and length(btrim(reply_text)) > 0))
);
create index receipt_dispute_theme on receipt_dispute (theme_id);

-- A photo sent with an answer: the bytes lie here, since a file of their own would tell by its clock when somebody sat with their phone.
create table campaign_photo (
  id uuid primary key,
  partnership_id uuid not null references partnership (id),
  answer_id uuid not null unique,
  jpeg bytea not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Somebody has looked, and covered what points at anybody; before that nobody but the one who asked sees it.
  covered_on date,
  mixed boolean not null default false,
  foreign key (answer_id, partnership_id) references campaign_answer (id, partnership_id)
);

-- The words of an answer go by decision; what was chosen stays counted, and the receipt says by which decision.
alter table campaign_answer
  add column disposed_on date,
  add column disposed_under uuid references retention_rule (id),
  add check ((disposed_on is null) = (disposed_under is null));
alter table hearing add column disposed_at timestamptz;
alter table protocol_work add column disposed_at timestamptz;
alter table disposal_run add column texts integer not null default 0 check (texts >= 0);

-- Hearings and staff dialogues stand in no source: a hold on them is on all of the kind.
alter table retention_hold
  alter column source_id drop not null,
  add column source_kind text check (source_kind in ('hearing', 'staff')),
  add check (num_nonnulls(source_id, source_kind) = 1);
create unique index retention_hold_kind_in_force on retention_hold (partnership_id, organisation_id, source_kind) where let_go_at is null and source_kind is not null;
drop policy retention_hold_write on retention_hold;
create policy retention_hold_write on retention_hold for insert to samsyn_staff
  with check (samsyn_speaks_for(partnership_id, organisation_id) and samsyn_has_role(partnership_id, array['coordinator', 'liaison'])
    and held_by = samsyn_person() and let_go_by is null
    and (source_id is null or exists (select 1 from source where source.id = source_id and source.owner_organisation_id = retention_hold.organisation_id)));

do $$
declare
  name text;
  mine constant text := 'partnership_id = any ((select samsyn_partnerships())::uuid[])';
  owner constant text := 'exists (select 1 from campaign c join source s on s.id = c.source_id where c.id = %s and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))';
  of_answer constant text := '(select a.campaign_id from campaign_answer a where a.id = answer_id)';
  writers constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'', ''note-taker'', ''activity-owner'']))';
  leaders constant text := '(select samsyn_has_role(partnership_id, array[''coordinator'', ''liaison'']))';
  dispute_owner constant text := format(owner, 'campaign_id');
  photo_owner constant text := format(owner, of_answer);
begin
  foreach name in array array['receipt_dispute', 'campaign_photo'] loop
    execute format('create index %I on %I (partnership_id)', name || '_of', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to samsyn_system using (true) with check (true)', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to samsyn_system', name);
    execute format('grant select on %I to samsyn_staff', name);
  end loop;
  -- What nobody has read may point at somebody: it is read by those who asked, and answered by those who lead.
  execute format('create policy receipt_dispute_read on receipt_dispute for select to samsyn_staff using (%s and %s)', mine, dispute_owner);
  execute format('create policy receipt_dispute_reply on receipt_dispute for update to samsyn_staff using (%s and %s and %s) with check (%s and %s and %s)',
    mine, dispute_owner, leaders, mine, dispute_owner, leaders);
  execute format('create policy campaign_photo_read on campaign_photo for select to samsyn_staff using (%s and answer_id in (select id from campaign_answer) and (covered_on is not null or %s))',
    mine, photo_owner);
  execute format('create policy campaign_photo_cover on campaign_photo for update to samsyn_staff using (%s and %s and %s) with check (%s and %s and %s)',
    mine, photo_owner, writers, mine, photo_owner, writers);
  execute format('create policy campaign_photo_gone on campaign_photo for delete to samsyn_staff using (%s and %s and %s)', mine, photo_owner, writers);
end
$$;
grant update (reply, reply_text, replied_on) on receipt_dispute to samsyn_staff;
grant update (jpeg, width, height, covered_on) on campaign_photo to samsyn_staff;
grant delete on campaign_photo to samsyn_staff;
grant delete on hearing_passage to samsyn_system;
