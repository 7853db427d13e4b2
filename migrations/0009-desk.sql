-- The desk: where drafts stand, who has them open, what is said about them. Nothing of this is public, and nothing of the
-- record is here: workflow state and public state never share a column.

create table desks (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  -- [{"slug", "name"}] in the order in which a story goes through them.
  stages jsonb not null check (jsonb_array_length(stages) >= 1),
  -- Order on the screen.
  place integer not null
);
insert into desks (slug, name, stages, place) values ('main', 'Main desk',
  '[{"slug": "incoming", "name": "Incoming"}, {"slug": "draft", "name": "Draft"},
    {"slug": "in-review", "name": "In review"}, {"slug": "ready", "name": "Ready"}]', 1);

-- A story without a row is on the first desk, in its first stage.
create table desk_items (
  story_id bigint primary key references stories (id),
  desk text not null references desks (slug),
  stage text not null,
  -- The IPTC's urgency: 1 is most urgent.
  priority integer not null default 5 check (priority between 1 and 9),
  slug text not null default '',
  -- A lawyer has to look at it before it goes out.
  legal boolean not null default false,
  -- What it was made from; a translation knows which version its translator saw.
  source_id bigint references stories (id),
  source_version integer,
  source_as text check (source_as in ('copy', 'follow-up', 'translation'))
);
create index desk_items_by_source on desk_items (source_id) where source_id is not null;

alter table drafts add column saved_by text not null default '';
-- Lists of thousands of drafts read these two, not the whole text.
alter table drafts add column headline text not null generated always as (coalesce(fields ->> 'headline', '')) stored;
alter table drafts add column words integer not null default 0;
create index drafts_by_time on drafts (saved_at desc);
create index acts_by_recording on acts (acted_at desc, story_id);

-- An act that its author can still undo. While one waits, the draft it will take is not saved over.
alter table scheduled_acts add column undoable boolean not null default false;

-- Never leaves the building.
create table desk_notes (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories (id),
  said_by text not null,
  said_at timestamptz not null,
  text text not null
);
create index desk_notes_by_story on desk_notes (story_id);

-- Whole texts that were kept where two people had written the same story.
create table draft_copies (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories (id),
  kept_by text not null,
  kept_at timestamptz not null,
  why text not null check (why in ('take-over', 'saved-since')),
  fields jsonb not null
);
create index draft_copies_by_story on draft_copies (story_id);

-- Tabs in which a story is open; one of them has the pen.
create table open_stories (
  story_id bigint not null references stories (id),
  tab text not null,
  person text not null,
  name text not null,
  pen boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (story_id, tab)
);
create unique index one_pen on open_stories (story_id) where pen;

-- Every process hears which rows of its screens have changed, whoever changed them.
create function tell_desk() returns trigger language plpgsql as $$
begin
  perform pg_notify('desk', coalesce(new.story_id, old.story_id)::text);
  return null;
end $$;
create trigger desk_hears_of_drafts after insert or update or delete on drafts for each row execute function tell_desk();
create trigger desk_hears_of_items after insert or update or delete on desk_items for each row execute function tell_desk();
create trigger desk_hears_of_schedules after insert or update or delete on scheduled_acts for each row execute function tell_desk();
create trigger desk_hears_of_acts after insert on acts for each row execute function tell_desk();
create trigger desk_hears_of_notes after insert on desk_notes for each row execute function tell_desk();
-- A heartbeat is no news.
create trigger desk_hears_who_opens after insert or delete or update of pen on open_stories for each row execute function tell_desk();
