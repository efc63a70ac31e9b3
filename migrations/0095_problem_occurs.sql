-- When it happens: the hours, the days or the season, in the words of those who know. Since when is another question. Empty where nobody has said.

alter table problem add column occurs text not null default '' check (length(occurs) <= 200);
