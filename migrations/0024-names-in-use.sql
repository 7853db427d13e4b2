-- Which names stand in bylines, and which subjects stories have, for the maps of their pages: each byline that differs is met once,
-- however many stories have it. By a hash, for a byline may be longer than an entry of an index.

create index published_bylines_that_differ on published (lang, hash_array_extended(bylines, 0));
create index published_subjects_that_differ on published (lang, hash_array_extended(subjects, 0));
