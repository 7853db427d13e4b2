-- Topics and names in bylines as subjects already: how rare one is the planner guesses badly, and for one that no story has it walked
-- through a whole edition, four seconds among a million stories. The language is said so that no index of it is read whole.
create function stories_of_topics(slugs text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select array_agg(distinct story_id) from (
    (select story_id from published where topics && slugs and lang || '' = in_lang limit most)
    union all
    (select story_id from past_published where topics && slugs and lang || '' = in_lang limit most)) as found
$$;

create function stories_of_bylines(slugs text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select array_agg(distinct story_id) from (
    (select story_id from published where bylines && slugs and lang || '' = in_lang limit most)
    union all
    (select story_id from past_published where bylines && slugs and lang || '' = in_lang limit most)) as found
$$;

create or replace function stories_of_subjects(codes text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select array_agg(distinct story_id) from (
    (select story_id from published where subjects && codes and lang || '' = in_lang limit most)
    union all
    (select story_id from past_published where subjects && codes and lang || '' = in_lang limit most)) as found
$$;
