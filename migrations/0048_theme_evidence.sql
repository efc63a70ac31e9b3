-- A coded theme as evidence of a problem: which one, at which place, and what it stood on the day it was cited, source by source. What is coded later changes nothing of that.

alter table problem_evidence drop constraint problem_evidence_kind_check;
alter table problem_evidence add constraint problem_evidence_kind_check
  check (kind in ('observation', 'theme', 'coded', 'measurement', 'series', 'question'));
alter table problem_evidence drop constraint problem_evidence_frozen;
alter table problem_evidence add constraint problem_evidence_frozen check (
  (kind in ('series', 'coded')) = (frozen is not null)
  and (kind <> 'series' or (frozen ->> 'value' is not null and frozen ->> 'from' is not null and (frozen ->> 'checksum') is not null
    and frozen ->> 'checksum' ~ '^[0-9a-f]{64}$'))
  and (kind <> 'coded' or (frozen ->> 'theme' is not null and frozen ->> 'place' is not null and (frozen -> 'sources') is not null
    and jsonb_typeof(frozen -> 'sources') = 'array'))
);
-- A theme may be cited for two places, and for each of them once.
drop index problem_evidence_once;
create unique index problem_evidence_once
  on problem_evidence (problem_id, kind, ref_id, owner_organisation_id, (coalesce(frozen ->> 'from', frozen ->> 'place', ''))) where ref_id is not null;
