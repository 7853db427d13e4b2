-- What is expected, and who covers it. Nothing of this is public.

create table planned_events (
  id bigint generated always as identity primary key,
  title text not null check (title <> ''),
  place text not null default '',
  -- An instant; the agency's zone says which day that is.
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  desk text not null references desks (slug),
  about text not null default '',
  cancelled_at timestamptz,
  -- Counts changes; a change names the one it read.
  revision integer not null default 1
);
create index planned_events_by_time on planned_events (starts_at);

create table coverages (
  id bigint generated always as identity primary key,
  event_id bigint not null references planned_events (id) on delete cascade,
  -- Who does it, as people are called at the desk; empty: nobody yet.
  who text not null default '',
  what text not null check (what in ('text', 'picture', 'video', 'audio')),
  due_at timestamptz,
  story_id bigint references stories (id)
);
create index coverages_by_event on coverages (event_id);
create index coverages_by_story on coverages (story_id) where story_id is not null;

-- Addresses under which a person's calendar program gets the agenda: whoever has one can read it, until it is made anew.
create table agenda_links (
  person_id text primary key references people (id) on delete cascade,
  token_hash text not null unique,
  made_at timestamptz not null
);
