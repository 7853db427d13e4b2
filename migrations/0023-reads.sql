-- How often a story was read, by the hour, and by the day where that is long ago. Nothing is kept of who read it.
create table reads (
  story_id bigint not null references stories (id),
  -- Beginning of the hour or of the day, UTC.
  at timestamptz not null,
  reads integer not null check (reads > 0),
  primary key (story_id, at)
);
create index reads_by_time on reads (at);
