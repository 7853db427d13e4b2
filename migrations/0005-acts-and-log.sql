-- All kinds of acts, the Merkle log of them, what was public before, and what redaction may take away.

-- Acts -----------------------------------------------------------------------------------------------------------------

alter table acts drop constraint acts_kind_check;
alter table acts add constraint acts_kind_check
  check (kind in ('publish', 'update', 'correct', 'hold', 'release', 'kill', 'redact', 'withdraw'));
-- Only acts that make words make a version; hold, release, kill and redact name the newest one.
alter table acts drop constraint acts_story_id_version_key;
-- What readers get of the story after the act: its words, "not now", "taken back", "removed by law".
alter table acts add column state text not null default 'public' check (state in ('public', 'held', 'killed', 'removed'));
alter table acts alter column state drop default;
-- When a scheduled act was due; acted_at tells how late it was.
alter table acts add column due_at timestamptz;
-- Kill: the code of the story that stands in its place.
alter table acts add column replacement bigint;
-- Redact: the names of the fields whose words were removed.
alter table acts add column redacts text[] not null default '{}';
-- Withdraw: the act that was wrong.
alter table acts add column withdraws bigint references acts (id);
create index acts_by_story on acts (story_id, id);
create index acts_for_readers on acts (lang, acted_at desc) where kind not in ('publish', 'update');

-- The log --------------------------------------------------------------------------------------------------------------

-- One leaf for each act, in the order of recording, without gaps.
create table leaves (
  index bigint primary key check (index >= 0),
  act_id bigint not null unique references acts (id),
  -- Canonical JSON (RFC 8785). The entry of the log is its UTF-8 bytes.
  leaf text not null,
  -- RFC 6962: SHA-256(0x00, leaf).
  hash bytea not null check (length(hash) = 32)
);

-- Roots of the complete subtrees of 256^level leaves: with the leaves' hashes, all that tiles are made of.
create table log_subtrees (
  level smallint not null check (level between 1 and 7),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);

-- One row: how far the log is. Whoever records an act holds it until the act is committed.
create table log_head (
  only_row boolean primary key default true check (only_row),
  size bigint not null check (size >= 0),
  -- Roots of the complete subtrees that the tree consists of, largest first, 32 bytes each.
  frontier bytea not null check (length(frontier) % 32 = 0),
  last_acted_at timestamptz
);
insert into log_head (size, frontier, last_acted_at) select 0, '', max(acted_at) from acts;

-- Signed tree heads (C2SP tlog-checkpoint). Each act is covered by one when it commits.
create table checkpoints (
  size bigint primary key check (size > 0),
  note text not null
);

-- Keys that have signed the log, the newest last. A public key stays for ever, a secret only while it is used.
create table signing_keys (
  id bigint generated always as identity primary key,
  origin text not null,
  vkey text not null unique,
  -- Null: not ours, or replaced.
  secret bytea check (length(secret) = 32),
  -- Checkpoints of larger trees than this are signed with it.
  from_size bigint not null check (from_size >= 0),
  how text not null check (how in ('first', 'rotated', 'taken over')),
  -- Rotation: a signed note in which the old key names the new one.
  handover text,
  made_at timestamptz not null
);

create trigger leaves_stay before update or delete on leaves for each statement execute function refuse_change();
create trigger leaves_are_not_emptied before truncate on leaves for each statement execute function refuse_change();
create trigger subtrees_stay before update or delete on log_subtrees for each statement execute function refuse_change();
create trigger subtrees_are_not_emptied before truncate on log_subtrees for each statement execute function refuse_change();
create trigger checkpoints_stay before update or delete on checkpoints for each statement execute function refuse_change();
create trigger checkpoints_are_not_emptied before truncate on checkpoints for each statement execute function refuse_change();

-- Redaction ------------------------------------------------------------------------------------------------------------

-- What was removed: field `field` of the words (or of the facts) of act `of_act`, by the redaction `act_id`.
create table redactions (
  of_act bigint not null references acts (id),
  field text not null,
  act_id bigint not null references acts (id),
  primary key (of_act, field)
);
create trigger redactions_stay before update or delete on redactions for each statement execute function refuse_change();
create trigger redactions_are_not_emptied before truncate on redactions for each statement execute function refuse_change();

create function refuse_unsaid_redaction() returns trigger language plpgsql as $$
begin
  if not exists (select from acts as redaction join acts as redacted on redacted.id = new.of_act
      where redaction.id = new.act_id and redaction.kind = 'redact' and redaction.story_id = redacted.story_id
        and redacted.id < redaction.id and new.field = any (redaction.redacts)) then
    raise exception 'no redaction names this field of this act' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger redactions_are_said before insert on redactions
  for each row execute function refuse_unsaid_redaction();

-- A file whose words were redacted is refused when it comes again: known by HMAC-SHA-256 of its SHA-256.
create table refused_files (
  hmac bytea primary key check (length(hmac) = 32),
  act_id bigint not null references acts (id)
);
-- Redactions whose words are out of the tables, and not yet wiped from the disk.
create table wipes_due (
  act_id bigint primary key references acts (id)
);
create table secrets (
  name text primary key,
  value bytea not null
);

-- The record stays as it is, but for what a redaction names.
drop trigger acts_stay on acts;
create trigger acts_are_not_deleted before delete on acts for each statement execute function refuse_change();
create function allow_redacted_act() returns trigger language plpgsql as $$
declare
  kept acts := new;
begin
  -- Generated, and not yet computed here.
  kept.effective_at := old.effective_at;
  if new.note = '' and old.note <> ''
     and exists (select from redactions where of_act = old.id and field = 'note') then
    kept.note := old.note;
  end if;
  if kept is distinct from old then
    raise exception 'acts is append-only: UPDATE is refused' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger acts_stay before update on acts for each row execute function allow_redacted_act();

drop trigger versions_stay on versions;
create trigger versions_are_not_deleted before delete on versions for each statement execute function refuse_change();
create function allow_redacted_version() returns trigger language plpgsql as $$
begin
  if (new.story_id, new.version, new.act_id) is distinct from (old.story_id, old.version, old.act_id)
     or new.fields is distinct from
       old.fields - array(select field from redactions where of_act = old.act_id) then
    raise exception 'versions is append-only: UPDATE is refused' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger versions_stay before update on versions for each row execute function allow_redacted_version();

drop trigger commitments_stay on field_commitments;
create trigger commitments_are_not_deleted before delete on field_commitments
  for each statement execute function refuse_change();
alter table field_commitments alter column salt drop not null;
create function allow_redacted_salt() returns trigger language plpgsql as $$
begin
  if (new.act_id, new.field, new.commitment) is distinct from (old.act_id, old.field, old.commitment)
     or new.salt is distinct from old.salt and not (new.salt is null
       and exists (select from redactions where of_act = old.act_id and redactions.field = old.field)) then
    raise exception 'field_commitments is append-only: UPDATE is refused' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger commitments_stay before update on field_commitments for each row execute function allow_redacted_salt();

-- What is public, and what was -----------------------------------------------------------------------------------------

-- The act that made the story look as it does, with its times.
alter table published add column act_id bigint references acts (id);
alter table published add column from_at timestamptz;
alter table published add column from_acted timestamptz;
update published set act_id = acts.id, from_at = acts.effective_at, from_acted = acts.acted_at
  from acts where acts.story_id = published.story_id and acts.version = published.version;
alter table published alter column act_id set not null;
alter table published alter column from_at set not null;
alter table published alter column from_acted set not null;

-- The same for all that was public before, from one moment until another. Held and killed stories are here alone.
create table past_published (
  like published,
  until_at timestamptz not null,
  until_acted timestamptz not null,
  primary key (story_id, act_id),
  foreign key (story_id, version) references versions (story_id, version),
  foreign key (act_id) references acts (id)
);
create index past_published_by_time on past_published (lang, effective_at desc, code desc);
create index past_published_by_section on past_published (lang, section, effective_at desc, code desc);
create index past_published_by_topic on past_published using gin (topics);
create index past_published_search on past_published using gin (search);
create index past_published_until on past_published (lang, until_at);
create index past_published_until_acted on past_published (lang, until_acted);
create index past_published_by_code on past_published (code);
create index published_by_recording on published (lang, from_acted desc);
create index intake_items_by_story on intake_items (story_id);

-- Public stories that readers do not get now. The newest act on each tells why.
create table withheld (
  story_id bigint primary key references stories (id),
  act_id bigint not null references acts (id)
);

-- Which public stories show, or ever showed, a picture.
create table picture_uses (
  sha256 bytea not null references pictures (sha256),
  story_id bigint not null references stories (id),
  primary key (sha256, story_id)
);
create index picture_uses_by_story on picture_uses (story_id);
insert into picture_uses (sha256, story_id)
  select distinct pictures.sha256, versions.story_id
  from versions, jsonb_array_elements(versions.fields -> 'body' -> 'content') as node
    join pictures on pictures.sha256 = decode(node -> 'attrs' ->> 'picture', 'hex')
  where node ->> 'type' = 'image' and node -> 'attrs' ->> 'picture' ~ '^[0-9a-f]{64}$';

-- Acts to come ---------------------------------------------------------------------------------------------------------

alter table drafts add column embargo_until timestamptz;

create table scheduled_acts (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories (id),
  kind text not null,
  due_at timestamptz not null,
  reason_class text not null,
  note text not null,
  -- What else the act was asked with: replacement, fields to redact, the last act its author saw.
  asked jsonb not null default '{}',
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'refused', 'cancelled')),
  -- Why it was refused, as a sentence.
  outcome text not null default '',
  act_id bigint references acts (id)
);
create index scheduled_acts_due on scheduled_acts (due_at) where state = 'waiting';
create index scheduled_acts_by_story on scheduled_acts (story_id);
