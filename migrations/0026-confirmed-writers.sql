-- A writer's address hears of his comments only once he has said, by a link in a mail, that it is his. Null: he has not yet.
alter table comment_contacts add column confirmed_at timestamptz;
