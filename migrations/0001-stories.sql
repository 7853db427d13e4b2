-- Stories, their drafts, and the record of acts from which everything public is made.

-- One row: the largest code in use. Locked by whoever takes the next.
create table code_counter (
  only_row boolean primary key default true check (only_row),
  largest bigint not null check (largest >= 999)
);
insert into code_counter (largest) values (999);

create table stories (
  id bigint generated always as identity primary key,
  -- Null: a draft whose own code was taken.
  code bigint unique check (code >= 1),
  lang text not null check (lang ~ '^[a-z0-9-]+$'),
  -- Stories that are translations of each other share a group.
  translation_group uuid,
  created_at timestamptz not null
);
create index stories_translation_group on stories (translation_group) where translation_group is not null;

create table drafts (
  story_id bigint primary key references stories (id),
  fields jsonb not null,
  -- Counts saves; a save names the revision it read.
  revision integer not null check (revision >= 1),
  -- Publication time that an imported story claims.
  stated_at timestamptz,
  -- Sentences that say why it was not published by itself.
  doubts text[] not null default '{}',
  saved_at timestamptz not null
);

create table acts (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories (id),
  kind text not null check (kind in ('publish', 'update')),
  -- The version that the act made.
  version integer not null check (version >= 1),
  reason_class text not null default '',
  note text not null default '',
  acted_by text not null,
  lang text not null,
  -- When it was recorded here. Strictly increasing over all acts; never backdated.
  acted_at timestamptz not null unique,
  -- When an imported story says it was published.
  stated_at timestamptz,
  effective_at timestamptz not null generated always as (coalesce(stated_at, acted_at)) stored,
  unique (story_id, version)
);

create table versions (
  story_id bigint not null references stories (id),
  version integer not null,
  act_id bigint not null unique references acts (id),
  fields jsonb not null,
  primary key (story_id, version)
);

-- One random salt and one commitment for each field of each act: what its leaf in the log will hold.
create table field_commitments (
  act_id bigint not null references acts (id),
  field text not null,
  salt bytea not null check (length(salt) = 32),
  commitment bytea not null check (length(commitment) = 32),
  primary key (act_id, field)
);

-- Nothing published is overwritten.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger acts_stay before update or delete on acts for each statement execute function refuse_change();
create trigger acts_are_not_emptied before truncate on acts for each statement execute function refuse_change();
create trigger versions_stay before update or delete on versions for each statement execute function refuse_change();
create trigger versions_are_not_emptied before truncate on versions for each statement execute function refuse_change();
create trigger commitments_stay before update or delete on field_commitments for each statement execute function refuse_change();
create trigger commitments_are_not_emptied before truncate on field_commitments for each statement execute function refuse_change();

-- What acts owe to the world outside; committed with the act, taken by the wire.
create table outbox (
  id bigint generated always as identity primary key,
  act_id bigint not null unique references acts (id),
  created_at timestamptz not null,
  taken_at timestamptz
);

-- What is public now, made from the newest version of each story: lists and search read it and nothing else.
create table published (
  story_id bigint primary key references stories (id),
  code bigint not null unique,
  lang text not null,
  version integer not null,
  -- Of the first version: the story's place in lists.
  effective_at timestamptz not null,
  -- acted_at (or stated time) of the newest version where it is not the first.
  updated_at timestamptz,
  section text not null,
  topics text[] not null,
  byline text not null,
  headline text not null,
  lead text not null,
  credit text not null,
  dateline text not null,
  -- First picture of the body, as its node's attributes.
  picture jsonb,
  plain text not null,
  search tsvector not null,
  foreign key (story_id, version) references versions (story_id, version)
);
create index published_by_time on published (lang, effective_at desc, code desc);
create index published_by_section on published (lang, section, effective_at desc, code desc);
create index published_by_topic on published using gin (topics);
create index published_search on published using gin (search);
create index acts_by_time on acts (lang, effective_at desc, id desc);
