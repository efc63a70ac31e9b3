-- A protocol that is established is a public document, which is given out when it is asked for. That strangers read it on the partnership's pages is a step of
-- its own, taken when the points have been answered.
alter table walk add column published_at timestamptz;
alter table walk add constraint walk_published check (published_at is null or state = 'protocol');
-- Those that stand already have been read by everybody.
alter table walk no force row level security;
update walk set published_at = protocol_at where state = 'protocol';
alter table walk force row level security;
grant update (published_at) on walk to samsyn_staff;
