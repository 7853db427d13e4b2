-- Settings of the installation, one JSON value for each name.
create table settings (
  name text primary key,
  value jsonb not null
);
