-- Search: how each row's words were made, the newest over all editions, and the words to offer for a misspelt one.

-- Counts the manner in which `search` was made; 0: by the database's own parser. Remade while readers read.
alter table published add column search_made smallint not null default 0;
alter table past_published add column search_made smallint not null default 0;
-- Of `search` the headline and the lead alone: short enough to lie in the row, so that thousands of hits are weighed quickly.
alter table published add column telling tsvector not null default '';
alter table past_published add column telling tsvector not null default '';
create index published_search_due on published (story_id) where search_made < 1;
create index past_published_search_due on past_published (story_id, act_id) where search_made < 1;

create index published_by_time_of_all on published (effective_at desc, code desc);
create index past_published_by_time_of_all on past_published (effective_at desc, code desc);
create index published_by_act on published (lang, act_id);

-- Words of the headlines and leads that are public, as search has them, and as they were last spelled.
create table search_words (
  lang text not null,
  word text not null,
  spelled text not null,
  -- The same in letters that pg_trgm knows in every database, one for each.
  letters text not null,
  -- Public stories that have it.
  stories integer not null,
  primary key (lang, word)
);
-- How far each edition's words are taken in.
create table search_words_until (
  lang text primary key,
  act_id bigint not null
);

-- Another database may not allow it: then search offers no other spelling, and the program says so when it starts.
do $$
begin
  create extension if not exists pg_trgm;
  create index search_words_alike on search_words using gin (letters gin_trgm_ops);
exception when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
  raise notice 'pg_trgm cannot be used here';
end $$;
