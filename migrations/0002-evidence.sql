-- What came in, byte for byte, and what was made of it.

create table raw_evidence (
  sha256 bytea primary key check (length(sha256) = 32),
  file_name text not null,
  bytes bytea not null,
  kept_at timestamptz not null
);

create table intake_items (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique references raw_evidence (sha256),
  -- Null: nothing could be understood; the evidence is all there is.
  story_id bigint references stories (id),
  -- What was understood, how sure, what was dropped and what was repaired.
  report jsonb not null,
  taken_in_at timestamptz not null
);
