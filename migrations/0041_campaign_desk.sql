-- A campaign's last day can be moved by whoever may turn it (policy campaign_change); a form that nobody could close is closed by that day.
grant update (to_day) on campaign to samsyn_staff;

-- What is told of those who chose to answer beside a drawn sample, apart from what the sample said: both in the shape of campaign_results.themes and answered.
alter table campaign_results add column by_choice jsonb;
