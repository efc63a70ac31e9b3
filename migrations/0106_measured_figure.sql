-- A measurement as a figure of a situation report: what the instrument or the survey said, with its margin and how many it rests on.
alter table situation_figure drop constraint situation_figure_kind_check;
alter table situation_figure add constraint situation_figure_kind_check check (kind in ('series', 'coded', 'question', 'measurement'));
