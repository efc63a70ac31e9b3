-- A published period report is in the promises' log too, by the hash of exactly the text that was published (docs/decisions/0013).
alter table period_report add column content_text text;
alter table period_report add column content_hash text;
alter table period_report add constraint period_report_content
  check ((content_text is null) = (content_hash is null) and content_hash = encode(sha256(convert_to(content_text, 'UTF8')), 'hex'));
grant update (content_text, content_hash) on period_report to samsyn_staff;

-- What has been published is not written again.
create function period_report_is_fixed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'A published report cannot be changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger period_report_is_fixed before update on period_report for each row
  when (old.content_text is not null and (new.content_text is distinct from old.content_text or new.state <> old.state or new.published_at is distinct from old.published_at))
  execute function period_report_is_fixed();

-- What a report's entry says. Of those that were published before, no text was kept: their entries have no hash, and say when they were put in.
create function report_happened(in_report uuid)
returns table (partnership uuid, document uuid, at timestamptz, said jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.partnership_id, r.document_id, r.published_at,
    jsonb_build_object('partnership', p.slug, 'document', d.slug, 'report', r.slug, 'hash', r.content_hash)
  from period_report r
  join pledge_document d on d.id = r.document_id
  join partnership p on p.id = r.partnership_id
  where r.id = in_report and r.published_at is not null
$$;
revoke all on function report_happened from public;
grant execute on function report_happened to current_user;
grant create on schema public to samsyn_system;
alter function report_happened owner to samsyn_system;
revoke create on schema public from samsyn_system;

-- On update only: a copy that is restored brings its log with it.
create function period_report_is_logged() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pledge_log_add('report-published', h.partnership, h.document, new.id, h.at, h.said) from report_happened(new.id) h;
  return null;
end
$$;
revoke all on function period_report_is_logged from public;
create trigger period_report_is_logged after update on period_report for each row
  when (new.state = 'published' and old.state is distinct from new.state)
  execute function period_report_is_logged();

alter table period_report no force row level security;
do $$
declare report record;
begin
  for report in select id from period_report where state = 'published' order by published_at, slug, id loop
    perform pledge_log_add('report-published', h.partnership, h.document, report.id, h.at, h.said) from report_happened(report.id) h;
  end loop;
end
$$;
alter table period_report force row level security;
