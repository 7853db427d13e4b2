/** What the topics of an edition are, in lines; beside them those that its stories have, by name, with their short names. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TopicInUse } from '../../editions/topics-in-use.ts';
import { ask } from '../api/ask.ts';
import { LinesField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  /** The edition's. */
  lang: string;
  dir: 'ltr' | 'rtl';
  publicUrl: string;
  mayWrite: boolean;
  /** "water = What falls from the sky." in each line. */
  lines: string;
  onChange: (lines: string) => void;
};

export function TopicTextsField({ lang, dir, publicUrl, mayWrite, lines, onChange }: Props) {
  const { w, f } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { data } = useQuery({
    queryKey: ['settings', 'topics'],
    queryFn: () => ask<{ topics: Record<string, TopicInUse[]> }>('GET', '/api/settings/topics'),
  });
  const inUse = (data?.topics[lang] ?? []).toSorted((one, other) => one.name.localeCompare(other.name, lang));
  const described = new Set(lines.split('\n').map((line) => line.split('=', 1)[0]?.trim()));
  const begin = (slug: string) => {
    const field = place.current?.querySelector('textarea');
    onChange(`${lines.trimEnd()}${lines.trim() ? '\n' : ''}${slug} = `);
    // Where the new line ends, once it is there.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    });
  };
  return (
    <div ref={place} className="topic-texts">
      <LinesField
        label={w.pages.topicTexts}
        hint={w.pages.topicTextsText}
        lang={lang}
        dir={dir}
        rows={10}
        value={lines}
        onChange={onChange}
      />
      <div>
        <h3>{w.pages.topicsInUse}</h3>
        {data && inUse.length === 0 && <p className="hint">{w.pages.noTopics}</p>}
        <ul>
          {inUse.map(({ slug, name }) => (
            <li key={slug}>
              <span>
                <bdi lang={lang}>{name}</bdi>
              </span>
              <a dir="ltr" href={`${publicUrl}/${lang}/topic/${encodeURIComponent(slug)}`}>
                <bdi>{slug}</bdi>
              </a>
              {described.has(slug) ? (
                <span className="grey">{w.pages.isDescribed}</span>
              ) : (
                mayWrite && (
                  <button
                    type="button"
                    className="quiet"
                    aria-label={w.pages.describe(f.name(name))}
                    onClick={() => begin(slug)}
                  >
                    {w.pages.describeShort}
                  </button>
                )
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
