-- People, what they may do, how they sign in, and the list of what was changed by whom.

-- A person's name is what acts are signed with. Nobody is deleted: whoever left is disabled.
create table people (
  id text primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  -- An administrator vouched for the address; single sign-on by it may be joined to the person.
  email_verified boolean not null default true,
  two_factor_enabled boolean not null default false,
  ui_lang text not null default 'en' check (ui_lang in ('en', 'fa')),
  disabled_at timestamptz,
  -- The last time; null: never yet.
  signed_in_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Desk and language null: every one. What a role may do is in src/people/policy.ts.
create table role_grants (
  id bigint generated always as identity primary key,
  person_id text not null references people (id),
  role text not null
    check (role in ('reporter', 'sub-editor', 'editor', 'chief', 'moderator', 'wire-manager', 'administrator')),
  desk text check (desk ~ '^[a-z0-9-]+$'),
  lang text check (lang ~ '^[a-z0-9-]+$'),
  unique nulls not distinct (person_id, role, desk, lang)
);

-- Kept by better-auth, through src/people/auth-adapter.ts -------------------------------------------------------------

create table sessions (
  id text primary key,
  -- SHA-256 of the token in the cookie, in hexadecimal: nobody signs in with what a backup holds.
  token_hash text not null unique,
  person_id text not null references people (id),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  address text,
  user_agent text
);
create index sessions_by_person on sessions (person_id);

-- A way to sign in: "credential" is the password (scrypt); any other provider is single sign-on. Its tokens are not kept.
create table accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  person_id text not null references people (id),
  password text,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index accounts_by_person on accounts (person_id);

-- Steps of a sign-in that is under way. Identifiers are hashed.
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on verifications (identifier);

create table two_factors (
  id text primary key,
  person_id text not null unique references people (id),
  -- Of the authenticator app, encrypted with the secret "sessions".
  secret text not null,
  -- HMAC-SHA-256 of each recovery code that is not used yet.
  recovery_codes text not null,
  -- False until the first code from the app was right.
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table passkeys (
  id text primary key,
  person_id text not null references people (id),
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_by_person on passkeys (person_id);

-- Links --------------------------------------------------------------------------------------------------------------

-- Tokens of links are kept as SHA-256.
create table invitations (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  name text not null,
  email text not null check (email = lower(email)),
  -- A list of {role, desk, lang}.
  grants jsonb not null,
  -- Null: by a command.
  invited_by text references people (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create unique index invitations_open on invitations (email) where used_at is null and revoked_at is null;

create table sign_in_links (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id text not null references people (id),
  -- The first one of an installation, or one for a person who is locked out.
  kind text not null check (kind in ('first', 'reset')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Tries to sign in, counted by address and by account for every process. Keys are SHA-256 of what is counted.
create table sign_in_tries (
  key bytea primary key check (length(key) = 32),
  count integer not null,
  since timestamptz not null
);

-- Who changed what ---------------------------------------------------------------------------------------------------

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Null: no person, but a command or the program.
  person_id text,
  person_name text not null,
  -- A word of src/people/audit.ts.
  what text not null,
  -- Ids and what was before and after: no secret, and no word of a story.
  about jsonb not null default '{}'
);
create index audit_by_time on audit (at);
create trigger audit_stays before update or delete on audit for each statement execute function refuse_change();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function refuse_change();
