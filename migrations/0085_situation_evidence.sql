-- An adopted situation report as evidence of a problem: both parties read it, and nothing of it changes.
alter table problem_evidence drop constraint problem_evidence_kind_check;
alter table problem_evidence add constraint problem_evidence_kind_check
  check (kind in ('observation', 'theme', 'coded', 'measurement', 'series', 'question', 'situation'));
