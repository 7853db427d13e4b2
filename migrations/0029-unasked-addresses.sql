-- Addresses that are never to be asked about a comment again, as whoever reads their mail has said. An address is known by its
-- HMAC alone, so that the row can stay when all else of it is erased.
create table unasked_addresses (
  address_hash bytea primary key check (length(address_hash) = 32),
  -- False: it may be asked again. The row stays, so that what was said before is not taken for what holds.
  unasked boolean not null,
  said_at timestamptz not null
);
