-- A paper that has become a signature is kept with the promise, for as long as the promise is. One that never did goes as other words do: by a decision of the
-- organisation whose paper it is, approved by another person, and not while it is on hold.

alter table retention_rule
  drop constraint retention_rule_source_kind_check,
  add constraint retention_rule_source_kind_check check (source_kind in ('walk', 'dialogue', 'staff', 'resident-report', 'weekly-report', 'police-events', 'event-file', 'survey', 'statistics', 'traffic-measurement', 'hearing', 'other', 'loose-paper'));
alter table retention_hold
  drop constraint retention_hold_source_kind_check,
  add constraint retention_hold_source_kind_check check (source_kind in ('hearing', 'staff', 'resident-report', 'loose-paper'));

-- What somebody has vouched for, and what somebody still may vouch for, is not loose.
create function pledge_paper_is_loose() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select 1 from pledge_signature s
    where s.document_id = old.document_id and (s.means #>> '{voucher,scan}' = old.scan)
  ) or exists (
    select 1 from pledge_document d
    where d.id = old.document_id and d.state in ('proposed', 'half-signed')
      and not exists (select 1 from pledge_signature s where s.document_id = d.id and s.party = old.party)
  ) then
    raise exception 'The paper is a signature, or may become one' using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
create trigger pledge_paper_is_loose before delete on pledge_paper for each row execute function pledge_paper_is_loose();
grant delete on pledge_paper to samsyn_system;
