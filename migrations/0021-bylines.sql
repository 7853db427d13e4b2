-- By whom stories are and what they are about, for lists: slugs of the names in the byline, and codes of the subjects.
-- The rule that splits a byline is the program's (src/stories/byline-names.ts): rows of before are filled at its next start.

alter table published add column bylines text[], add column subjects text[];
alter table past_published add column bylines text[], add column subjects text[];
create index published_by_byline on published using gin (bylines);
create index published_by_subject on published using gin (subjects);
create index past_published_by_byline on past_published using gin (bylines);
create index past_published_by_subject on past_published using gin (subjects);
create index published_unfilled on published (story_id, act_id) where bylines is null;
create index past_published_unfilled on past_published (story_id, act_id) where bylines is null;

-- A subject and all that is narrower, however deep: a list of the one shows stories of the others.
create function subject_and_narrower(wanted text) returns text[] language sql stable as $$
  with recursive narrower (code) as (
    select wanted
    union
    select subjects.code from subjects join narrower on subjects.broader = narrower.code)
  select array_agg(code) from narrower
$$;

-- Stories that are, or were, public under any of these subjects, up to so many. The planner guesses badly how rare a subject is
-- and would walk through a whole edition for one that has no story: here it has only the subjects' own index to go by.
create function stories_of_subjects(codes text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select array_agg(distinct story_id) from (
    (select story_id from published where subjects && codes and lang = in_lang limit most)
    union all
    (select story_id from past_published where subjects && codes and lang = in_lang limit most)) as found
$$;

-- Pictures in AVIF too.
alter table picture_renditions drop constraint picture_renditions_format_check;
alter table picture_renditions add constraint picture_renditions_format_check check (format in ('jpg', 'webp', 'avif'));
