-- A link for a door or a square carries a mark that only those who ask know: nobody who answers of their own choosing counts in a drawn sample.
alter table campaign add column method_key text not null default replace(gen_random_uuid()::text, '-', '') check (length(method_key) >= 32);
