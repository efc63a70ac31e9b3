-- What was filled in with ODK and other programs of its kind, read in as answers to a dialogue.

alter table import_run drop constraint import_run_kind_check;
alter table import_run add constraint import_run_kind_check check (kind in ('polisen', 'csv', 'odk'));

-- Which reading an answer came with: the whole of it can be taken back. Which form it was is known by receipt_hash alone, made of the form's number with a key
-- of the house's own, so that nobody who holds the number finds the answer by it.
alter table campaign_answer add column import_id uuid;
create index campaign_answer_import on campaign_answer (import_id) where import_id is not null;

-- How many of each group a reading counted on the dialogue's sheet, and is to take back if it is undone; while it is under way, what is to be counted.
create table import_groups (
  import_id uuid primary key,
  campaign_id uuid not null,
  partnership_id uuid not null references partnership (id),
  counts jsonb not null,
  counted boolean not null default false,
  foreign key (campaign_id, partnership_id) references campaign (id, partnership_id)
);
create index import_groups_of on import_groups (partnership_id);
alter table import_groups enable row level security;
alter table import_groups force row level security;
-- Nobody reads it: a small file's counts would tell who answered what.
create policy import_groups_system on import_groups to samsyn_system using (true) with check (true);
grant select, insert, update, delete on import_groups to samsyn_system;
grant delete on campaign_answer to samsyn_system;
