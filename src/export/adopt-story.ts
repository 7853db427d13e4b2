/** A story of an export as the rows that this installation keeps of it. Pure. */
import { leafHash } from '../log/merkle.ts';
import type { Span, SpanTable } from '../record/published-store.ts';
import type { ActInHistory } from '../record/read-history.ts';
import { wholeFields } from '../stories/story.ts';
import type { StoryRows } from './adopt-store.ts';
import { type ExportedStory, historyOf, leafOf, redactionOf, stateOf } from './exported-story.ts';
import { wordsIn } from './story-texts.ts';

/** An act's row: its place in the log, from 1 on. */
const actIdOf = (index: number) => index + 1;

export type AdoptedStory = StoryRows & { spans: Record<SpanTable, Span[]> };

export function adoptedStory(story: ExportedStory, storyId: number): AdoptedStory {
  const history = historyOf(story.acts);
  const rows = emptyRows();
  const versions = new Map(story.versions.map((version) => [version.index, version]));
  for (const [at, act] of story.acts.entries()) {
    const told = history[at] as ActInHistory;
    const actId = actIdOf(act.index);
    rows.acts.push(actRow(told, storyId, story.lang));
    rows.leaves.push({
      index: act.index,
      act_id: actId,
      leaf: act.leaf,
      hash: leafHash(Buffer.from(act.leaf)).toString('base64'),
    });
    const version = versions.get(act.index);
    const words = version?.fields ?? {};
    if (version)
      rows.versions.push({
        story_id: storyId,
        version: version.version,
        act_id: actId,
        fields: Object.fromEntries(Object.entries(words).map(([field, { value }]) => [field, value])),
      });
    for (const [field, commitment] of Object.entries(leafOf(act).commitments)) {
      const opened = words[field] ?? act.facts[field];
      rows.commitments.push({ act_id: actId, field, salt: opened?.salt ?? null, commitment });
      const redaction = redactionOf(history, act.index, field);
      if (redaction) rows.redactions.push({ of_act: actId, field, act_id: actIdOf(redaction.leafIndex) });
      else if (!opened) rows.absent.push({ of_act: actId, field });
    }
  }
  const [first] = history as [ActInHistory];
  rows.stories.push({
    id: storyId,
    code: story.code,
    lang: story.lang,
    translation_group: story.translationGroup,
    created_at: first.actedAt.toISOString(),
  });
  const newest = story.acts.at(-1);
  if (newest && stateOf(story) !== 'public')
    rows.withheld.push({ story_id: storyId, act_id: actIdOf(newest.index) });
  const shown = new Set(story.versions.flatMap(({ pictures }) => pictures.map(({ sha256 }) => sha256)));
  rows.uses = [...shown].map((sha256) => ({ sha256, story_id: storyId }));
  return { ...rows, spans: spansOf(story, storyId, history) };
}

export function emptyRows(): StoryRows {
  return {
    stories: [],
    acts: [],
    versions: [],
    commitments: [],
    leaves: [],
    redactions: [],
    absent: [],
    withheld: [],
    uses: [],
  };
}

function actRow(act: ActInHistory, storyId: number, lang: string): StoryRows['acts'][0] {
  return {
    id: actIdOf(act.leafIndex),
    story_id: storyId,
    kind: act.kind,
    state: act.state,
    version: act.version,
    reason_class: act.reasonClass,
    note: act.note,
    acted_by: act.by,
    lang,
    acted_at: act.actedAt.toISOString(),
    stated_at: act.statedAt?.toISOString() ?? null,
    due_at: act.dueAt?.toISOString() ?? null,
    replacement: act.replacement,
    redacts: act.redacts,
    withdraws: act.withdraws === null ? null : actIdOf(act.withdraws),
  };
}

/** What is public of the story, and what was: as relistStory makes it from the rows. */
function spansOf(story: ExportedStory, storyId: number, history: ActInHistory[]): AdoptedStory['spans'] {
  const spans: AdoptedStory['spans'] = { published: [], past_published: [] };
  const [first] = history as [ActInHistory];
  for (const [at, act] of history.entries()) {
    if (act.state !== 'public') continue;
    const version = story.versions[act.version - 1];
    const made = history.find(({ leafIndex }) => leafIndex === version?.index);
    if (!version || !made) throw new RangeError(`version ${act.version} was made by no act`);
    const next = history[at + 1];
    const span: Span = {
      story: {
        id: storyId,
        code: story.code,
        lang: story.lang,
        translation_group: story.translationGroup,
      },
      actId: actIdOf(act.leafIndex),
      version: act.version,
      at: act.effectiveAt,
      acted: act.actedAt,
      placeAt: first.effectiveAt,
      madeAt: made.effectiveAt,
      fields: wholeFields(wordsIn(version)),
      until: next ? { at: next.effectiveAt, acted: next.actedAt } : null,
    };
    spans[next ? 'past_published' : 'published'].push(span);
  }
  return spans;
}
