-- A series of official statistics as evidence of a problem: which one, of which period, and what it said the day it was cited with all one must know of it.
-- What is read in or taken back later changes nothing of that.

alter table problem_evidence drop constraint problem_evidence_kind_check;
alter table problem_evidence add constraint problem_evidence_kind_check
  check (kind in ('observation', 'theme', 'measurement', 'series', 'question'));
alter table problem_evidence add column frozen jsonb;
alter table problem_evidence add constraint problem_evidence_frozen check (
  (kind = 'series') = (frozen is not null)
  and (frozen is null or (frozen ->> 'value' is not null and frozen ->> 'from' is not null and frozen ->> 'checksum' ~ '^[0-9a-f]{64}$'))
);
-- A series may be cited for two periods, and for each of them once.
drop index problem_evidence_once;
create unique index problem_evidence_once
  on problem_evidence (problem_id, kind, ref_id, owner_organisation_id, (coalesce(frozen ->> 'from', ''))) where ref_id is not null;
