/** The running events of an edition: the one that was written of last stands first. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { remember, useKept } from '../api/kept.ts';
import { setupQuery } from '../api/session.ts';
import { hashOf } from '../frame/address.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { threadsQuery } from '../writing/ThreadField.tsx';

const shownLang = remember('threads-lang', { lang: '' });

export function ThreadsScreen() {
  const { w, f, lang: spoken } = useWords();
  const { data: setup } = useQuery(setupQuery);
  const kept = useKept(shownLang).lang;
  const has = (one: string) => setup?.editions.some(({ lang }) => lang === one) === true;
  const lang = [kept, spoken].find(has) ?? setup?.editions[0]?.lang ?? '';
  const { data, error, refetch } = useQuery({ ...threadsQuery(lang), enabled: lang !== '' });
  useEffect(() => {
    document.title = w.threads.title;
  }, [w]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!setup || !data) return <Waiting />;
  return (
    <div className="sheet">
      <h1>{w.threads.title}</h1>
      <p className="grey">{w.threads.text}</p>
      {setup.editions.length > 1 && (
        <div className="buttons">
          {setup.editions.map((one) => (
            <button
              key={one.lang}
              type="button"
              lang={one.lang}
              aria-pressed={one.lang === lang}
              onClick={() => shownLang.set({ lang: one.lang })}
            >
              {one.name}
            </button>
          ))}
        </div>
      )}
      {data.threads.length === 0 && <p className="empty">{w.threads.none}</p>}
      <ul className="lines threads">
        {data.threads.map(({ slug, name, stories, lastAt }) => (
          <li key={slug}>
            <a href={hashOf({ screen: 'thread', lang, slug })}>
              <bdi lang={lang}>{name}</bdi>
            </a>
            <span className="grey">{w.rows.count(f.number(stories))}</span>
            <time className="grey" dateTime={lastAt}>
              {f.moment(lastAt)}
            </time>
          </li>
        ))}
      </ul>
    </div>
  );
}
