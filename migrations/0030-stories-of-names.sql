-- Topics and names in bylines as subjects already: how rare one is the planner guesses badly, and for one that no story has it walked
-- through a whole edition, four seconds among a million stories. The language is said so that no index of it is read whole. Null:
-- there are so many, now or in the past.
create function stories_of_topics(slugs text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select case when greatest(count(*) filter (where is_now), count(*) filter (where not is_now)) < most
    then coalesce(array_agg(distinct story_id), '{}') end
  from (
    (select story_id, true as is_now from published where topics && slugs and lang || '' = in_lang limit most)
    union all
    (select story_id, false from past_published where topics && slugs and lang || '' = in_lang limit most)) as found
$$;

create function stories_of_bylines(slugs text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select case when greatest(count(*) filter (where is_now), count(*) filter (where not is_now)) < most
    then coalesce(array_agg(distinct story_id), '{}') end
  from (
    (select story_id, true as is_now from published where bylines && slugs and lang || '' = in_lang limit most)
    union all
    (select story_id, false from past_published where bylines && slugs and lang || '' = in_lang limit most)) as found
$$;

drop function stories_of_subjects(text[], text, integer);
create function stories_of_subjects(codes text[], in_lang text, most integer) returns bigint[] language sql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
  select case when greatest(count(*) filter (where is_now), count(*) filter (where not is_now)) < most
    then coalesce(array_agg(distinct story_id), '{}') end
  from (
    (select story_id, true as is_now from published where subjects && codes and lang || '' = in_lang limit most)
    union all
    (select story_id, false from past_published where subjects && codes and lang || '' = in_lang limit most)) as found
$$;
