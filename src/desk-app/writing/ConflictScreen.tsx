/** Two texts of one story, side by side: for each place where they differ one is chosen, or both are kept. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StoryFields } from '../../stories/story.ts';
import type { Block } from '../../text/story-text.ts';
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { BlockWords } from '../reading/StoryWords.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { bodyHunks, type Choice, mergedBody, mergedFields } from './merge-texts.ts';
import { differingFields } from './same-text.ts';

type Props = {
  lang: string;
  mine: StoryFields;
  theirs: StoryFields;
  theirName: string | null;
  onMerged: (fields: StoryFields) => void;
  onCancel?: () => void;
};

export function ConflictScreen({ lang, mine, theirs, theirName, onMerged, onCancel }: Props) {
  const { w, f } = useWords();
  const box = useRef<HTMLElement>(null);
  const differing = useMemo(() => differingFields(mine, theirs), [mine, theirs]);
  const hunks = useMemo(() => bodyHunks(mine.body, theirs.body), [mine, theirs]);
  const [taken, setTaken] = useState<ReadonlySet<keyof StoryFields>>(new Set());
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  useEffect(() => box.current?.focus(), []);
  const choose = (place: number, choice: Choice) => setChoices(new Map(choices).set(place, choice));
  const all = (choice: 'mine' | 'theirs') => {
    setTaken(new Set(choice === 'theirs' ? differing : []));
    setChoices(new Map(hunks.map((_, place) => [place, choice])));
  };
  const who = useKept(session);
  const isMe = theirName !== null && 'me' in who && who.me.name === theirName;
  const name = isMe ? w.conflict.elsewhere : theirName ? f.name(theirName) : w.conflict.somebody;
  const texts = differing.filter((field) => field !== 'body');
  return (
    <section ref={box} tabIndex={-1} className="conflict" aria-label={w.conflict.title}>
      <h2>{w.conflict.title}</h2>
      <p>{isMe ? w.conflict.ownText : w.conflict.text(name)}</p>
      <div className="buttons">
        <button type="button" onClick={() => all('mine')}>
          {w.conflict.allMine}
        </button>
        <button type="button" onClick={() => all('theirs')}>
          {isMe ? w.conflict.allElsewhere : w.conflict.allTheirs(name)}
        </button>
      </div>
      <div className="sides head" aria-hidden="true">
        <b>{w.conflict.mine}</b>
        <b>{name}</b>
      </div>
      {texts.map((field) => (
        <fieldset key={field} className="sides">
          <legend>{w.fields[field]}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="side">
              <input
                type="radio"
                name={`conflict-${field}`}
                checked={taken.has(field) === (side === 'theirs')}
                onChange={() => {
                  const next = new Set(taken);
                  if (side === 'theirs') next.add(field);
                  else next.delete(field);
                  setTaken(next);
                }}
              />
              <span className="unseen">{side === 'mine' ? w.conflict.mine : name}</span>
              <bdi className="site-face" lang={lang}>
                {wordsOf((side === 'mine' ? mine : theirs)[field]) || '–'}
              </bdi>
            </label>
          ))}
        </fieldset>
      ))}
      {differing.includes('body') && <h3>{w.fields.body}</h3>}
      {differing.includes('body') &&
        hunks.map((hunk, place) =>
          hunk.kind === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: places do not change while two texts are compared
            <p key={place} className="elision">
              {w.conflict.same(hunk.blocks.length)}
            </p>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <fieldset key={place} className="sides">
              <legend className="unseen">{w.fields.body}</legend>
              <Side blocks={hunk.mine} lang={lang} />
              <Side blocks={hunk.theirs} lang={lang} />
              <div className="choices">
                {(['mine', 'theirs', 'both'] as const).map((choice) => (
                  <label key={choice} className="choice">
                    <input
                      type="radio"
                      name={`hunk-${place}`}
                      checked={(choices.get(place) ?? 'both') === choice}
                      onChange={() => choose(place, choice)}
                    />
                    {choice === 'theirs' ? name : w.conflict[choice]}
                  </label>
                ))}
              </div>
            </fieldset>
          ),
        )}
      <div className="buttons">
        <button
          type="button"
          className="strong"
          onClick={() => onMerged(mergedFields(mine, theirs, taken, mergedBody(hunks, choices)))}
        >
          {w.conflict.goOn}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {w.frame.back}
          </button>
        )}
      </div>
      <p className="hint">{w.conflict.kept}</p>
    </section>
  );
}

function Side({ blocks, lang }: { blocks: readonly Block[]; lang: string }) {
  return (
    <div className="side site-face" lang={lang} dir="auto">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names, and are drawn once
        <BlockWords key={at} block={block} />
      ))}
    </div>
  );
}

function wordsOf(value: StoryFields[Exclude<keyof StoryFields, 'body'>]): string {
  if (value === null || typeof value === 'string') return value ?? '';
  return Array.isArray(value) ? value.map(({ name }) => name).join(', ') : value.name;
}
