-- What is published tells the evidence of its signatures too: every partnership's pages are made anew when the new version starts.
insert into job (id, name, body, run_at)
select gen_random_uuid(), 'tell.refresh-all', '{}'::jsonb, now() where exists (select 1 from publication);
