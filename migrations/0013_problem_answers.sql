-- A CHECK that comes to null lets the row in: «length(btrim(null)) > 0» refused nothing. The union of problem.ts, with every «there» said out loud.
alter table problem drop constraint problem_check;
alter table problem add constraint problem_check check (
  case state
    when 'open' then chosen_at is null and closed_at is null and public_reason is null and merged_into is null
    when 'chosen' then chosen_at is not null and closed_at is null and public_reason is null and merged_into is null
    when 'declined' then
      closed_at is not null and public_reason is not null and length(btrim(public_reason)) > 0 and merged_into is null and chosen_at is null
    when 'merged' then
      closed_at is not null and public_reason is not null and length(btrim(public_reason)) > 0
      and merged_into is not null and merged_into <> id and chosen_at is null
  end
);
