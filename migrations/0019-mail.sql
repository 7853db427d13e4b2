-- Mail: who gets it, what they asked for, what waits to be sent, and what came back.

-- Readers who asked for mail. Their addresses are here alone; they are erased when the row is.
create table followers (
  id bigint generated always as identity primary key,
  -- The part after the @ in small letters of ASCII.
  address text not null check (address <> ''),
  -- The edition in which they asked last: what they are told in it.
  lang text not null,
  made_at timestamptz not null,
  -- The first thing they confirmed; null: nothing yet, and nothing but the question is sent to them.
  confirmed_at timestamptz,
  -- When the last thing that they got was ended; erased some days after.
  ended_at timestamptz,
  ended_why text not null default '' check (ended_why in ('', 'reader', 'bounced'))
);
-- Nobody has two addresses that differ in capitals alone.
create unique index followers_by_address on followers (lower(address));
create index followers_ended on followers (ended_at) where ended_at is not null;

-- What a follower asked for, one row each: new stories for a search, or a newsletter.
create table followings (
  id bigint generated always as identity primary key,
  follower_id bigint not null references followers (id) on delete cascade,
  kind text not null check (kind in ('alert', 'newsletter')),
  lang text not null,
  -- Alert: what was searched for, as an address says it ("q=storm&topic=ports"). Newsletter: slug of a topic; empty: the front.
  question text not null,
  every text not null check (every in ('at-once', 'daily', 'weekly')),
  -- Of the agency's clock, where it is not at once.
  hour smallint not null check (hour between 0 and 23),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  -- When it is looked at next; null: not confirmed, or ended.
  next_at timestamptz,
  -- What was recorded until then has been looked at.
  seen_until timestamptz not null,
  check (kind = 'alert' and every <> 'weekly' and question <> '' or kind = 'newsletter' and every <> 'at-once'),
  unique (follower_id, kind, lang, question)
);
create index followings_due on followings (kind, next_at) where next_at is not null;
create index followings_unconfirmed on followings (made_at) where confirmed_at is null;

-- Mails. What is in one is wiped when it is sent; the row stays for some weeks, so that what comes back is understood.
create table mails (
  id bigint generated always as identity primary key,
  kind text not null,
  lang text not null,
  -- To a follower, or to somebody else, whose address is here until it is sent.
  follower_id bigint references followers (id) on delete cascade,
  following_id bigint references followings (id) on delete cascade,
  address text,
  -- HMAC of the address that it was sent to: kept when the address is gone.
  address_hash bytea check (length(address_hash) = 32),
  -- What it is made from when it is sent: codes of stories, names, sentences; null: wiped.
  about jsonb,
  -- One mail for each value.
  once text unique,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'bounced', 'given-up', 'dropped')),
  queued_at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  -- A process is sending it, and has until then.
  taken_until timestamptz,
  taken_at timestamptz,
  done_at timestamptz,
  check (state = 'waiting' or about is null and address is null),
  check (state <> 'waiting' or follower_id is not null or address is not null)
);
create index mails_waiting on mails ((kind = 'newsletter'), due_at, id) where state = 'waiting';
create index mails_taken on mails (taken_at) where taken_at is not null;
create index mails_done on mails (done_at) where done_at is not null;
create index mails_by_follower on mails (follower_id);
create index mails_by_following on mails (following_id);

-- What an alert has found, so that no story is sent twice, and so that whoever was sent one is told when it is taken back.
create table alert_hits (
  following_id bigint not null references followings (id) on delete cascade,
  story_id bigint not null references stories (id),
  found_at timestamptz not null,
  mail_id bigint references mails (id) on delete set null,
  mailed_at timestamptz,
  -- Its reader was told that the story was taken back.
  told_at timestamptz,
  primary key (following_id, story_id)
);
create index alert_hits_by_story on alert_hits (story_id) where mailed_at is not null and told_at is null;
create index alert_hits_by_mail on alert_hits (mail_id) where mail_id is not null;
create index alert_hits_by_time on alert_hits (found_at);

-- Mail that came back. An address is known by its HMAC.
create table bounces (
  id bigint generated always as identity primary key,
  address_hash bytea not null check (length(address_hash) = 32),
  -- The address with its name covered, for the desk: "a…@example.org".
  covered text not null,
  mail_id bigint,
  at timestamptz not null,
  -- There is no such address; else the mail was refused for a reason that may pass.
  hard boolean not null,
  -- RFC 3463: "5.1.1"; empty: none was said.
  status text not null,
  -- What the other server said, with no address in it.
  said text not null,
  unique (mail_id)
);
create index bounces_by_address on bounces (address_hash, at);
create index bounces_by_time on bounces (at);

-- How often somebody asked for mail, by network and by address. Keys are HMACs.
create table follow_tries (
  key bytea primary key check (length(key) = 32),
  count integer not null,
  since timestamptz not null
);

-- The token in the mail of an invitation is made when that is sent, so that the mail has none in it while it waits.
alter table invitations add column mailed_token_hash bytea unique check (length(mailed_token_hash) = 32);
