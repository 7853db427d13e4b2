-- Fronts as editors arrange them: each arrangement holds from its moment until the next one of the same front.
create table front_arrangements (
  id bigint generated always as identity primary key,
  lang text not null,
  -- A section's slug; empty: the edition's first page.
  section text not null,
  -- Only grows for one front.
  made_at timestamptz not null,
  -- As the name was then; the person may be none any more.
  made_by text not null,
  unique (lang, section, made_at)
);
create trigger front_arrangements_stay before update or delete on front_arrangements
  for each statement execute function refuse_change();
create trigger front_arrangements_are_not_emptied before truncate on front_arrangements
  for each statement execute function refuse_change();

-- What stands where in an arrangement. A place without a row fills itself.
create table front_pins (
  arrangement_id bigint not null references front_arrangements (id),
  slot text not null,
  story_id bigint not null references stories (id),
  -- From then on the place fills itself again; null: for as long as the arrangement holds.
  until_at timestamptz,
  -- Stands on this front in place of the story's headline; empty: the story's own. Readers saw it.
  headline text not null,
  picture boolean not null,
  primary key (arrangement_id, slot),
  unique (arrangement_id, story_id)
);
create index front_pins_by_story on front_pins (story_id) where headline <> '';
create trigger front_pins_are_not_deleted before delete on front_pins
  for each statement execute function refuse_change();
create trigger front_pins_are_not_emptied before truncate on front_pins
  for each statement execute function refuse_change();

-- A headline goes where the law took the story's own, or the story.
create function allow_removed_front_headline() returns trigger language plpgsql as $$
declare
  kept front_pins := new;
begin
  if new.headline = '' and exists (select from acts where story_id = old.story_id
      and (kind = 'redact' and 'headline' = any (redacts) or state = 'removed')) then
    kept.headline := old.headline;
  end if;
  if kept is distinct from old then
    raise exception 'front_pins is append-only: UPDATE is refused' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger front_pins_stay before update on front_pins
  for each row execute function allow_removed_front_headline();
