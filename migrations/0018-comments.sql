-- What readers write below stories. None of it is of the record: a comment can go without a trace, and no leaf knows of it.

create table comments (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories (id),
  lang text not null,
  -- The comment that it answers, which itself answers none.
  parent_id bigint references comments (id),
  -- Those that stand together: a comment and its answers.
  thread_id bigint not null generated always as (coalesce(parent_id, id)) stored,
  -- Of the story, as its writer had it.
  version integer not null,
  name text not null check (length(name) <= 200),
  body text not null check (length(body) <= 12000),
  sent_at timestamptz not null,
  state text not null check (state in ('waiting', 'surge', 'published', 'rejected', 'banned', 'removed')),
  -- Which check decided about it, or why a moderator did, and what it counted.
  reason text not null,
  about text not null default '',
  -- How much it is like what was rejected before, 0 to 1, and the words that say so most.
  likeness real not null default 0.5,
  because text[] not null default '{}',
  -- What a moderator can undo: where it stood before.
  before text,
  reason_before text,
  decided_by text,
  decided_at timestamptz,
  published_at timestamptz,
  -- HMAC of the address under the key of its day; null once that key is gone.
  address_hash bytea,
  -- SHA-256 of its letters, to know it again.
  letters_hash bytea not null,
  -- What readers are shown: the words, or that they were removed.
  shown boolean not null generated always as (
    state = 'published' or (state = 'removed' and published_at is not null)) stored
);
create index comments_shown on comments (story_id, thread_id, id) where shown;
create index comments_by_state on comments (state, id);
create index comments_by_decision on comments (state, coalesce(decided_at, sent_at) desc, id desc);
create index comments_by_time on comments (sent_at);
create index comments_by_letters on comments (letters_hash, sent_at);
create index comments_by_parent on comments (parent_id) where parent_id is not null;
create index comments_by_address on comments (address_hash) where address_hash is not null;

-- Kept apart, and erased after the days that the agency sets. Nobody at the desk sees it.
create table comment_contacts (
  comment_id bigint primary key references comments (id) on delete cascade,
  email text not null,
  -- Whether the writer wants to hear of it.
  tell boolean not null,
  given_at timestamptz not null
);
create index comment_contacts_by_email on comment_contacts (lower(email));
create index comment_contacts_by_time on comment_contacts (given_at);

-- One for each day; addresses cannot be told from their hashes once it is gone.
create table comment_keys (
  day date primary key,
  key bytea not null
);

-- Tries to comment, by address. Ten minutes each.
create table comment_tries (
  address_hash bytea primary key,
  count integer not null,
  since timestamptz not null
);

create table comment_bans (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('name', 'address')),
  -- A name in its one spelling, or the hash of an address.
  value bytea not null,
  -- Shown at the desk; empty for an address.
  name text not null default '',
  banned_by text not null,
  banned_at timestamptz not null,
  until timestamptz not null,
  unique (kind, value)
);

-- How often a word stood in what moderators published and in what they rejected, by language. Words are kept as hashes:
-- what somebody wrote cannot be read from them.
create table comment_words (
  lang text not null,
  word bigint not null,
  published integer not null default 0,
  rejected integer not null default 0,
  primary key (lang, word)
);

-- Stories about which the desk decided otherwise than the settings.
create table comment_stories (
  story_id bigint primary key references stories (id),
  taken text not null check (taken in ('open', 'closed', 'days')),
  -- After its publication, until it closes.
  days integer check (days between 0 and 3650),
  check ((taken = 'days') = (days is not null))
);

-- Every process drops what it prepared of a story when a comment that is shown changes, and tells its screens.
create function tell_comments() returns trigger language plpgsql as $$
declare
  story bigint := coalesce(new.story_id, old.story_id);
  was boolean := tg_op <> 'INSERT' and old.shown;
  is_now boolean := tg_op <> 'DELETE' and new.shown;
begin
  perform pg_notify('comments', json_build_object(
    'code', case when was or is_now then (select code from stories where id = story) end)::text);
  return null;
end $$;
create trigger comments_tell after insert or delete or update of state, name, body on comments
  for each row execute function tell_comments();

create function tell_comment_stories() returns trigger language plpgsql as $$
begin
  perform pg_notify('comments', json_build_object(
    'code', (select code from stories where id = coalesce(new.story_id, old.story_id)))::text);
  return null;
end $$;
create trigger comment_stories_tell after insert or update or delete on comment_stories
  for each row execute function tell_comment_stories();
