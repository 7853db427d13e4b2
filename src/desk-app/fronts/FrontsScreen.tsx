/** The fronts of every edition: its first page, and that of each of its sections. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FrontJson } from '../../fronts/front-api.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { queries, session, setupQuery } from '../api/session.ts';
import { hashOf } from '../frame/address.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { board } from '../monitoring/live-rows.ts';
import { useWords } from '../words/WordsContext.tsx';
import { FrontDesk } from './FrontDesk.tsx';
import { frontKey, frontPath } from './use-working-front.ts';

/** Both empty: the edition in the language of the desk, else the first. */
export function FrontsScreen({ lang: asked, section }: { lang: string; section: string }) {
  const { w, lang: spoken } = useWords();
  const who = useKept(session);
  const { data: setup } = useQuery(setupQuery);
  const editions = setup?.editions ?? [];
  const edition =
    editions.find(({ lang }) => lang === (asked || spoken)) ?? (asked ? undefined : editions[0]);
  const lang = edition?.lang ?? asked;
  const { data, error, refetch } = useQuery({
    queryKey: frontKey(lang, section),
    queryFn: () => ask<FrontJson>('GET', frontPath(lang, section)),
    enabled: setup !== undefined,
  });
  // Whatever comes, goes or is called otherwise may be news of the front.
  const heard = [...useKept(board).rows.values()]
    .filter((row) => row.lang === lang && row.state !== null)
    .map(({ id, state, version, headline }) => `${id} ${state} ${version} ${headline}`)
    .join();
  useEffect(() => {
    if (data) void queries.invalidateQueries({ queryKey: ['front', lang] });
  }, [heard, lang]);
  const name = edition?.sections.find(({ slug }) => slug === section)?.name ?? w.fronts.home;
  useEffect(() => {
    document.title = `${name} – ${w.fronts.title}`;
  }, [w, name]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!setup || !data || !edition) return <Waiting />;
  const grants = 'me' in who ? (who.me.may['front.arrange'] ?? []) : [];
  const mayArrange = grants.some((place) => place.lang === null || place.lang === lang);
  return (
    <div className="fronts">
      <header className="front-head">
        <h1>{w.fronts.title}</h1>
        <nav aria-label={w.fronts.editions}>
          {setup.editions.map((one) => (
            <a
              key={one.lang}
              lang={one.lang}
              href={hashOf({ screen: 'fronts', lang: one.lang, section: '' })}
              aria-current={one.lang === lang ? 'true' : undefined}
            >
              {one.name}
            </a>
          ))}
        </nav>
        <nav aria-label={w.fronts.pages} lang={lang}>
          {[{ slug: '', name: w.fronts.home }, ...edition.sections].map((one) => (
            <a
              key={one.slug}
              href={hashOf({ screen: 'fronts', lang, section: one.slug })}
              aria-current={one.slug === section ? 'page' : undefined}
            >
              <bdi>{one.name}</bdi>
            </a>
          ))}
        </nav>
      </header>
      <FrontDesk
        key={`${lang} ${section}`}
        front={data}
        section={section}
        setup={setup}
        edition={edition}
        mayArrange={mayArrange}
      />
    </div>
  );
}
