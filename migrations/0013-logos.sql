-- The agency's logo as the masthead draws it, named by the hash of its bytes (WebP). It belongs to no story, so that no redaction
-- and no export has to ask for it; which one is shown is in the settings.
create table logos (
  sha256 bytea primary key check (length(sha256) = 32),
  -- In CSS pixels: the picture has twice as many.
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bytea not null check (length(bytes) <= 24576)
);
