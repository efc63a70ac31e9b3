-- What an adopted situation report says word for word after a note that was taken back is not told outside. Once the note's words are disposed of nobody can find them
-- in the report any more, so which of its paragraphs they were is written down first: as the hash of the paragraph, from which nothing is learned but what the report says.

create table situation_withheld (
  report_id uuid not null,
  partnership_id uuid not null references partnership (id),
  passage_hash text not null check (passage_hash ~ '^[0-9a-f]{64}$'),
  primary key (report_id, passage_hash),
  foreign key (report_id, partnership_id) references situation_report (id, partnership_id) on delete cascade
);
create index situation_withheld_partnership on situation_withheld (partnership_id);
alter table situation_withheld enable row level security;
alter table situation_withheld force row level security;
create policy situation_withheld_system on situation_withheld to samsyn_system using (true) with check (true);
grant select, insert on situation_withheld to samsyn_system;
