/** Moves a story to a desk or stage, and says how urgent it is, what it is called at the desk and until when it waits. */
import { may } from '../people/policy.ts';
import { oneLine } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { readDraft, setEmbargo } from '../stories/story-store.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { Desk, PlaceAsk } from './desk-api.ts';
import { type DeskItem, listDesks, writeItem } from './desk-store.ts';
import { refuseChange } from './standing-still.ts';

export async function placeStory(deps: DeskDeps, storyId: number, ask: PlaceAsk): Promise<Result<DeskItem>> {
  const held = await holdStoryAtDesk(deps, storyId, 'story.hand-in');
  if (!held.ok) return held;
  const { story, item } = held.value;
  const desks = await listDesks(deps.db);
  const desk = desks.find(({ slug }) => slug === (ask.desk ?? item.desk));
  if (!desk)
    return refuse({ kind: 'no-such-desk', desk: ask.desk ?? '', known: desks.map(({ slug }) => slug) });
  const moved = desk.slug !== item.desk;
  const stage = ask.stage ?? (moved ? (desk.stages[0]?.slug ?? '') : item.stage);
  if (!desk.stages.some(({ slug }) => slug === stage))
    return refuse({ kind: 'no-such-stage', stage, known: desk.stages.map(({ slug }) => slug) });
  const mayPlace = [item.desk, desk.slug].every((one) =>
    may(deps.person, 'story.place', { desk: one, lang: story.lang }),
  );
  // A reporter hands his story on by one stage, and keeps an embargo; where it goes otherwise is for others to say.
  const handsOn = !moved && (stage === item.stage || isNext(desk, item.stage, stage));
  const draft = ask.embargoUntil === undefined ? null : await readDraft(deps.db, storyId);
  if (ask.embargoUntil !== undefined && !draft)
    return refuse({ kind: 'no-draft', code: story.code, last: null });
  // A new promise would only make the act fail when it is due.
  const still = ask.embargoUntil === undefined ? null : await refuseChange<DeskItem>(deps, held.value);
  if (still) return still;
  const lifts = draft !== null && liftsEmbargo(draft.embargo_until, ask.embargoUntil ?? null);
  if (!mayPlace && (!handsOn || lifts || ask.priority !== undefined || ask.legal !== undefined))
    return refuse({ kind: 'not-allowed', what: 'story.place', desk: desk.slug, lang: story.lang });
  const placed: DeskItem = {
    ...item,
    desk: desk.slug,
    stage,
    priority: ask.priority ?? item.priority,
    slug: ask.slug === undefined ? item.slug : oneLine(ask.slug).slice(0, 100),
    legal: ask.legal ?? item.legal,
  };
  await writeItem(deps.db, storyId, placed);
  if (ask.embargoUntil !== undefined)
    await setEmbargo(deps.db, storyId, ask.embargoUntil === null ? null : new Date(ask.embargoUntil));
  return { ok: true, value: placed };
}

/** Whether it may go out sooner than was promised. */
function liftsEmbargo(present: Date | null, until: string | null): boolean {
  return present !== null && (until === null || new Date(until) < present);
}

function isNext({ stages }: Desk, from: string, to: string): boolean {
  return stages.findIndex(({ slug }) => slug === to) === stages.findIndex(({ slug }) => slug === from) + 1;
}
