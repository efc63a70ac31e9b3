-- A campaign's last day can be moved by whoever may turn it (policy campaign_change); a form that nobody could close is closed by that day.
grant update (to_day) on campaign to samsyn_staff;

-- What is told of those who chose to answer beside a drawn sample, apart from what the sample said: both in the shape of campaign_results.themes and answered.
alter table campaign_results add column by_choice jsonb;

-- Answers taken down on paper, at a door, in the square or at a meeting, typed in by whoever may write for the organisation that asks. What comes by the
-- public form comes by the system alone, and a closed campaign takes nothing more.
create policy campaign_answer_type on campaign_answer for insert to samsyn_staff with check (
  partnership_id = any ((select samsyn_partnerships())::uuid[])
  and method <> 'form' and state in ('waiting', 'kept') and import_id is null
  and exists (select 1 from campaign c join source s on s.id = c.source_id
    where c.id = campaign_id and c.state = 'open' and samsyn_speaks_for(s.partnership_id, s.owner_organisation_id))
  and (select samsyn_has_role(partnership_id, array['coordinator', 'liaison', 'note-taker', 'activity-owner'])));
grant insert on campaign_answer to samsyn_staff;
