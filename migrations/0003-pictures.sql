-- Pictures are named by the hash of their bytes, and so are their smaller renditions.

create table pictures (
  sha256 bytea primary key check (length(sha256) = 32),
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bytea not null
);

-- Made when first asked for; may be emptied at any time.
create table picture_renditions (
  sha256 bytea not null references pictures (sha256),
  width integer not null,
  format text not null check (format in ('jpg', 'webp')),
  bytes bytea not null,
  primary key (sha256, width, format)
);
