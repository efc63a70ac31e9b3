-- Where a source can be read by everybody: {"title", "url", "read"}. Facts taken from public pages name theirs.
alter table source add column reference jsonb check (reference is null or jsonb_typeof(reference) = 'object');

-- What strangers read has new parts (references, "of which"): every partnership's pages are made anew when the new version starts.
insert into job (id, name, body, run_at)
select gen_random_uuid(), 'tell.refresh-all', '{}'::jsonb, now() where exists (select 1 from publication);
