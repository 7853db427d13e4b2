/** The running event that a story belongs to: one that is running is chosen, or a new one begun by its name. */
import { useQuery } from '@tanstack/react-query';
import { slugOf } from '../../stories/slug-of.ts';
import { isThreadSlug, longestName, type Thread } from '../../stories/story.ts';
import type { ThreadsJson } from '../../threads/thread-api.ts';
import { ask } from '../api/ask.ts';
import { hashOf } from '../frame/address.ts';
import { useWords } from '../words/WordsContext.tsx';
import { type Choice, ChoiceField } from './ChoiceField.tsx';

type Props = {
  thread: Thread | null;
  lang: string;
  isWritable: boolean;
  onChange: (thread: Thread | null) => void;
};

const mostFound = 8;

export const threadsQuery = (lang: string) => ({
  queryKey: ['threads', lang],
  queryFn: () => ask<ThreadsJson>('GET', `/api/desk/threads?lang=${encodeURIComponent(lang)}`),
});

export function ThreadField({ thread, lang, isWritable, onChange }: Props) {
  const { w, f } = useWords();
  const { data } = useQuery({ ...threadsQuery(lang), enabled: isWritable });
  const choicesFor = (words: string): Choice<Thread>[] => {
    const running = data?.threads ?? [];
    const asked = words.trim().toLowerCase();
    const found = running.filter(({ name }) => name.toLowerCase().includes(asked)).slice(0, mostFound);
    const known = found.map(({ slug, name, stories }) => ({
      key: slug,
      value: { slug, name },
      shown: (
        <>
          <bdi lang={lang}>{name}</bdi> <span className="grey">{w.rows.count(f.number(stories))}</span>
        </>
      ),
    }));
    const fresh = { slug: slugOf(words), name: words.trim().slice(0, longestName) };
    const isNew = isThreadSlug(fresh.slug) && !running.some(({ slug }) => slug === fresh.slug);
    return isNew
      ? [...known, { key: ' new', value: fresh, shown: <em>{w.threads.begin(f.name(fresh.name))}</em> }]
      : known;
  };
  return (
    <div className="topics-field">
      <label htmlFor="field-thread">{w.fields.thread}</label>
      {thread ? (
        <div className="thread-chosen">
          <input
            id="field-thread"
            dir="auto"
            lang={lang}
            maxLength={longestName}
            key={thread.name}
            defaultValue={thread.name}
            readOnly={!isWritable}
            onBlur={(event) => {
              const name = event.target.value.trim();
              if (name !== '' && name !== thread.name) onChange({ ...thread, name });
            }}
          />
          <a href={hashOf({ screen: 'thread', lang, slug: thread.slug })}>{w.threads.show}</a>
          {isWritable && (
            <button
              type="button"
              className="quiet"
              aria-label={w.threads.leave}
              onClick={() => onChange(null)}
            >
              ×
            </button>
          )}
        </div>
      ) : (
        isWritable && (
          <ChoiceField
            id="field-thread"
            label={w.fields.thread}
            placeholder={w.threads.choose}
            lang={lang}
            choicesFor={choicesFor}
            nothing=""
            onChoose={onChange}
          />
        )
      )}
    </div>
  );
}
