-- The running event that a story belongs to, for lists of what is public and of what is in work. Nothing before had one.

alter table published add column thread text not null default '';
alter table past_published add column thread text not null default '';
create index published_by_thread on published (lang, thread, effective_at desc, code desc) where thread <> '';
create index past_published_by_thread on past_published (lang, thread, effective_at desc, code desc) where thread <> '';

alter table drafts add column thread text not null
  generated always as (coalesce(fields -> 'thread' ->> 'slug', '')) stored;
create index drafts_by_thread on drafts (thread) where thread <> '';
