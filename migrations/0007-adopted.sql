-- A record that was taken over from an export lacks what was withheld with its stories when the export was made: words of
-- stories that readers did not get then, and sentences of their acts, with the salts of both. Their commitments are there.
create table absent_words (
  of_act bigint not null references acts (id),
  field text not null,
  primary key (of_act, field)
);
create trigger absent_words_stay before update or delete on absent_words for each statement execute function refuse_change();
create trigger absent_words_are_not_emptied before truncate on absent_words for each statement execute function refuse_change();
