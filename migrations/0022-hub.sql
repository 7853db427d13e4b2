-- Programs that are told when a feed changes (W3C WebSub). A row waits for its callback to confirm it, or is confirmed.
create table hub_subscriptions (
  id bigint generated always as identity primary key,
  -- Path of one of our feeds.
  topic text not null,
  callback text not null,
  -- Signs what is sent; empty: it is not signed.
  secret text not null,
  -- What was asked for last and not yet confirmed by the callback; null: nothing.
  asked text check (asked in ('subscribe', 'unsubscribe')),
  asked_lease interval,
  -- The secret that comes with it: until the callback has confirmed, what is sent is signed with the one of before.
  asked_secret text not null default '',
  -- Confirmed until; null: never was.
  lease_until timestamptz,
  -- Hash of the feed as it was last sent: what is the same is not sent again.
  sent_hash bytea,
  failures integer not null default 0,
  -- Not tried before; whoever works on the row moves it on.
  next_try timestamptz not null,
  unique (topic, callback)
);
create index hub_subscriptions_asked on hub_subscriptions (next_try) where asked is not null;
create index hub_subscriptions_by_topic on hub_subscriptions (topic) where lease_until is not null;
