-- A decision of a meeting is whose party's of that partnership it is, and what is followed up was decided in the same one.
alter table meeting_decision add foreign key (partnership_id, organisation_id) references partnership_party (partnership_id, organisation_id);
alter table meeting_decision add unique (id, partnership_id);
alter table meeting_item add foreign key (decision_id, partnership_id) references meeting_decision (id, partnership_id);
