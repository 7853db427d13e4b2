/** What a version's words are, and what of them is missing, for its page and its plain text alike. */
import type { PublicState } from '../record/act.ts';
import type { ActInHistory } from '../record/read-history.ts';
import { gapWords } from '../site/pages/notice-words.ts';
import { fieldNames, type StoryFields, wholeFields } from '../stories/story.ts';
import type { ExportView } from './export-view.ts';
import type { ExportedStory, ExportedVersion } from './exported-story.ts';
import { gapOf, historyOf, leafOf, stateOf } from './exported-story.ts';

export type VersionText = {
  story: ExportedStory;
  view: ExportView;
  history: ActInHistory[];
  state: PublicState;
  version: ExportedVersion;
  /** The act that made it. */
  made: ActInHistory;
  /** When the story was first published, on the clock that readers see. */
  firstAt: Date;
  fields: StoryFields;
  /** Sentences that say what was removed, by field, in the order of a story. */
  gaps: string[];
};

export function versionText(story: ExportedStory, view: ExportView, version: ExportedVersion): VersionText {
  const history = historyOf(story.acts);
  const made = history.find(({ leafIndex }) => leafIndex === version.index);
  const first = history[0];
  if (!made || !first) throw new RangeError(`version ${version.version} was made by no act`);
  const act = story.acts.find(({ index }) => index === version.index);
  const had = act ? leafOf(act).commitments : {};
  // A field that stories did not have when it was recorded cannot have been removed from it.
  const gaps = fieldNames
    .filter((field) => Object.hasOwn(had, field))
    .flatMap((field) => {
      const gap = gapOf(history, version.index, field);
      return gap ? [gapWords(view, gap)] : [];
    });
  return {
    story,
    view,
    history,
    state: stateOf(story),
    version,
    made,
    firstAt: first.effectiveAt,
    fields: wordsIn(version),
    gaps,
  };
}

/** The words that a version still has. */
export function wordsIn({ fields }: ExportedVersion): StoryFields {
  return wholeFields(Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])));
}
