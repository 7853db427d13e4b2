-- Codes of authenticator apps that have signed somebody in: each does it once (RFC 6238, 5.2). Kept for as long as the
-- clock of a telephone may differ, then forgotten. Codes are HMAC-SHA-256.
create table spent_codes (
  person_id text not null references people (id),
  code_hash text not null,
  spent_at timestamptz not null,
  primary key (person_id, code_hash)
);
