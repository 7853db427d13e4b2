/** Begins a story at the desk: an empty one, one from a template, or one made from another story. */
import { randomUUID } from 'node:crypto';
import { editionOf } from '../editions/edition.ts';
import { may } from '../people/policy.ts';
import { newestVersion, readVersion } from '../record/version-store.ts';
import { readThreadName } from '../site/thread-store.ts';
import { fileStory } from '../stories/file-story.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { type StoryFields, wholeFields } from '../stories/story.ts';
import { type Client, readDraft } from '../stories/story-store.ts';
import { nameSubjects } from '../subjects/may-choose.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { NewStoryAsk, NewStoryJson } from './desk-api.ts';
import { type DeskItem, joinGroup, listDesks, writeItem } from './desk-store.ts';
import { readTemplates } from './template-setting.ts';
import { beginningOf, isOffered, noTemplate, placeOf } from './templates.ts';

export async function startStory(deps: DeskDeps, ask: NewStoryAsk): Promise<Result<NewStoryJson>> {
  const { db, agency, now, person } = deps;
  if (!editionOf(agency, ask.lang)) return refuse({ kind: 'no-edition', lang: ask.lang });
  const desks = await listDesks(db);
  const desk = desks.find(({ slug }) => slug === ask.desk);
  if (!desk) return refuse({ kind: 'no-such-desk', desk: ask.desk, known: desks.map(({ slug }) => slug) });
  if (!may(person, 'draft.write', { desk: desk.slug, lang: ask.lang }))
    return refuse({ kind: 'not-allowed', what: 'draft.write', desk: desk.slug, lang: ask.lang });
  // Asked before anything is filed: a flash that is refused afterwards would leave its draft behind.
  const place = { desk: desk.slug, lang: ask.lang };
  const lacking = ask.flash
    ? (['act.flash', 'act.publish'] as const).find((verb) => !may(person, verb, place))
    : null;
  if (lacking) return refuse({ kind: 'not-allowed', what: lacking, ...place });
  const source = ask.from ? await readSource(deps, ask.from.id) : null;
  if (source && !source.ok) return source;
  const from = source?.value ?? null;
  const offered = (await readTemplates(db)).filter((one) => isOffered(placeOf(one), ask));
  const chosen = offered.find(({ id }) => id === ask.template);
  if (ask.template !== undefined && !chosen)
    return refuse({ kind: 'no-such-template', template: ask.template, known: offered.map(({ id }) => id) });
  const template = chosen ? beginningOf(chosen, ask.lang) : noTemplate;
  const made = from && ask.from ? madeFrom(from.fields, ask.from.as) : template.fields;
  const fields =
    ask.from?.as === 'translation' && from ? { ...made, ...(await retold(db, from.fields, ask.lang)) } : made;
  const group = ask.from?.as === 'translation' ? await joinGroup(db, ask.from.id, randomUUID()) : null;
  const filed = await fileStory(db, now, {
    lang: ask.lang,
    fields,
    translationGroup: group,
    by: person.name,
  });
  if (!filed.ok) return filed;
  const item: DeskItem = {
    desk: desk.slug,
    stage: (desk.stages.find(({ slug }) => slug === 'draft') ?? desk.stages[0])?.slug ?? '',
    priority: from?.item.priority ?? template.priority,
    slug: from?.item.slug ?? '',
    legal: false,
    sourceId: ask.from?.id ?? null,
    sourceVersion: from?.version ?? null,
    sourceAs: ask.from?.as ?? null,
  };
  await writeItem(db, filed.value.storyId, item);
  return { ok: true, value: { id: filed.value.storyId, code: filed.value.code } };
}

type Source = { fields: StoryFields; version: number; item: DeskItem };

/** What is public of a story, or its draft where nothing is. */
async function readSource(deps: DeskDeps, id: number): Promise<Result<Source>> {
  const held = await holdStoryAtDesk(deps, id, 'story.read');
  if (!held.ok) return held;
  const number = await newestVersion(deps.db, id);
  const version = number > 0 ? await readVersion(deps.db, id, number) : null;
  const draft = version ? null : await readDraft(deps.db, id);
  const fields = wholeFields(version?.fields ?? draft?.fields ?? {});
  return { ok: true, value: { fields, version: number, item: held.value.item } };
}

/** A follow-up takes over where the story is told, not what it tells. */
function madeFrom(fields: StoryFields, as: 'copy' | 'follow-up' | 'translation'): StoryFields {
  if (as === 'copy') return fields;
  const { dateline, credit, section, topics, subjects, thread } = fields;
  if (as === 'follow-up') return wholeFields({ dateline, credit, section, topics, subjects, thread });
  // Pictures need no translation but of their captions; the words are the translator's.
  const pictures = fields.body.content.filter(({ type }) => type === 'image');
  return wholeFields({ credit, section, body: { type: 'doc', content: pictures } });
}

/** What a translation is about, under the names of its own language; a thread that has none there yet keeps its name. */
async function retold(
  db: Client,
  { subjects, thread }: StoryFields,
  lang: string,
): Promise<Pick<StoryFields, 'subjects' | 'thread'>> {
  const name = thread && (await readThreadName(db, lang, thread.slug));
  return {
    subjects: await nameSubjects(db, subjects, lang),
    thread: thread && { slug: thread.slug, name: name ?? thread.name },
  };
}
