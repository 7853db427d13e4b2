/** Topics by name; each has its page in the story's language. */
import { useState } from 'react';
import { slugOf } from '../../stories/slug-of.ts';
import type { StoryFields } from '../../stories/story.ts';
import { useWords } from '../words/WordsContext.tsx';

type Topics = StoryFields['topics'];
type Props = { topics: Topics; lang: string; isWritable: boolean; onChange: (topics: Topics) => void };

export function TopicsField({ topics, lang, isWritable, onChange }: Props) {
  const { w } = useWords();
  const [said, setSaid] = useState('');
  const add = () => {
    const name = said.trim();
    const slug = slugOf(name);
    if (slug && !topics.some((one) => one.slug === slug)) onChange([...topics, { slug, name }]);
    setSaid('');
  };
  return (
    <div className="topics-field">
      <label htmlFor="field-topics">{w.fields.topics}</label>
      <ul>
        {topics.map((topic) => (
          <li key={topic.slug} lang={lang}>
            {topic.name}{' '}
            {isWritable && (
              <button
                type="button"
                className="quiet"
                aria-label={w.details.dropTopic(topic.name)}
                onClick={() => onChange(topics.filter((one) => one !== topic))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {isWritable && (
        <input
          id="field-topics"
          dir="auto"
          lang={lang}
          placeholder={w.details.addTopic}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
      )}
    </div>
  );
}
