-- The backups that were made, so that what is redacted later can be traced to the files that still hold it.
create table backups (
  id bigint generated always as identity primary key,
  -- Absolute path at the time.
  file text not null,
  made_at timestamptz not null,
  -- Number of acts in the snapshot.
  acts bigint not null,
  -- Of the finished file.
  sha256 bytea not null check (length(sha256) = 32)
);
