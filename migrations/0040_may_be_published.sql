-- What is published is what its owner has decided may be: of a dialogue that is said once, as it is planned, on the source that its answers belong to.

-- Those that stand already were planned when publishing was decided at the end alone: that decision is still theirs to take.
alter table source no force row level security;
alter table campaign no force row level security;
update source set secrecy_class = 'public' where secrecy_class = 'shared' and id in (select source_id from campaign);
alter table source force row level security;
alter table campaign force row level security;

create policy campaign_results_allowed on campaign_results as restrictive for insert to samsyn_staff
  with check (exists (select 1 from campaign c join source s on s.id = c.source_id where c.id = campaign_id and s.secrecy_class = 'public'));
