/** A text that is only on this device: left by a crash, a reload or a cut line. It is offered, never thrown away unasked. */
import { useState } from 'react';
import type { DeskStory } from '../../desk/desk-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { ConflictScreen } from './ConflictScreen.tsx';
import type { Draft } from './draft.ts';
import { dropCopy, type LocalCopy } from './local-copy.ts';

type Props = { copy: LocalCopy; story: DeskStory; draft: Draft; done: () => void };

export function KeptOffer({ copy, story, draft, done }: Props) {
  const { w, f } = useWords();
  const [isComparing, setComparing] = useState(false);
  const { revision, savedAt } = story;
  const take = (fields: LocalCopy['fields']) => {
    draft.rebase({ fields, revision, savedAt, changed: true });
    void dropCopy(copy.key);
    done();
  };
  if (isComparing)
    return (
      <ConflictScreen
        lang={story.row.lang}
        mine={copy.fields}
        theirs={story.fields}
        theirName={story.savedBy ?? w.kept.server}
        onMerged={take}
        onCancel={() => setComparing(false)}
      />
    );
  // Somebody has saved since: which words stand is then a question, not a click.
  const isOlder = copy.revision !== revision;
  return (
    <section className="kept" role="alert">
      <p>
        {w.kept.text(f.clock(copy.at))} {isOlder && w.kept.savedSince(story.savedBy ?? w.conflict.somebody)}
      </p>
      <div className="buttons">
        {!isOlder && (
          // biome-ignore lint/a11y/noAutofocus: the question stands before everything else
          <button type="button" className="strong" autoFocus onClick={() => take(copy.fields)}>
            {w.kept.take}
          </button>
        )}
        <button type="button" className={isOlder ? 'strong' : ''} onClick={() => setComparing(true)}>
          {w.kept.compare}
        </button>
        <button
          type="button"
          onClick={() => {
            void dropCopy(copy.key);
            done();
          }}
        >
          {w.kept.drop}
        </button>
      </div>
    </section>
  );
}
