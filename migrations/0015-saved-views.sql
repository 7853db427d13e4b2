-- What a person looks at again and again: filters of monitoring under a name, wherever that person signs in.
create table saved_views (
  person_id text not null references people (id) on delete cascade,
  name text not null check (name <> ''),
  -- {"filters": {...}, "shape": "list" or "columns"}: the desk's screens know what is in it.
  view jsonb not null,
  kept_at timestamptz not null,
  primary key (person_id, name)
);
