-- How long a follower's last answer took, in milliseconds; null: it was never sent anything. Slow ones wait for each other alone.
alter table hub_subscriptions add column took_ms integer check (took_ms >= 0);
