-- Whoever was sent a story by a newsletter is told when it is taken back. Of each issue that was sent it is kept which stories were
-- in it, as long as the mail's row is kept; a story goes from it when its reader was told.
alter table mails add column stories bigint[];
create index mails_by_story on mails using gin (stories) where stories is not null;
