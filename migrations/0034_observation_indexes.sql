-- What nobody asks by costs every row that is written: the cell and the day of receiving are read in no order of their own. One index of a partnership's
-- observations in the order of their ids is both what other tables point at and what the picture reads by; the list is read newest first.
drop index observation_h3;
drop index observation_received;
drop index observation_in_order;
drop index observation_partnership;
create index observation_newest on observation (partnership_id, coalesce(happened_from, noted_at) desc, id) where withdrawn_at is null;

do $$
declare
  pointing record;
  was text[] := '{}';
begin
  for pointing in
    select conrelid::regclass as of_table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and confrelid = 'observation'::regclass and cardinality(confkey) = 2
  loop
    execute format('alter table %s drop constraint %I', pointing.of_table, pointing.name);
    was := was || format('alter table %s add constraint %I %s', pointing.of_table, pointing.name, pointing.definition);
  end loop;
  alter table observation drop constraint observation_id_partnership_id_key;
  alter table observation add constraint observation_of_partnership unique (partnership_id, id);
  for index in 1 .. cardinality(was) loop
    execute was[index];
  end loop;
end $$;
