/** One running event: what was done to its stories, in order of time, and what is in work. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskRow, DeskSetup } from '../../desk/desk-api.ts';
import type { ThreadEntry, ThreadTimelineJson } from '../../threads/thread-api.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { setupQuery } from '../api/session.ts';
import { go, hashOf } from '../frame/address.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { board } from '../monitoring/live-rows.ts';
import { stageWords, stateWords } from '../monitoring/row-words.ts';
import { setFilters, sidePanel } from '../monitoring/view-state.ts';
import { noFilters } from '../monitoring/visible-rows.ts';
import { useWords } from '../words/WordsContext.tsx';

export function ThreadScreen({ lang, slug }: { lang: string; slug: string }) {
  const { w } = useWords();
  const { data: setup } = useQuery(setupQuery);
  const live = useKept(board);
  const { data, error, refetch } = useQuery({
    queryKey: ['thread', lang, slug],
    queryFn: () =>
      ask<ThreadTimelineJson>(
        'GET',
        `/api/desk/threads/${encodeURIComponent(lang)}/${encodeURIComponent(slug)}`,
      ),
  });
  // Whatever the desk hears of one of its stories, or of one that comes to it, may be news of the thread.
  const known = new Set(data?.rows.map(({ id }) => id));
  const heard = [...live.rows.values()]
    .filter((row) => known.has(row.id) || (row.lang === lang && row.thread === slug))
    .map(({ id, changedAt }) => `${id} ${changedAt}`)
    .join();
  useEffect(() => {
    if (data) void refetch();
  }, [heard]);
  const name = data?.name ?? '';
  useEffect(() => {
    document.title = name || w.threads.title;
  }, [w, name]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!data || !setup) return <Waiting />;
  const rows = new Map(data.rows.map((row) => [row.id, live.rows.get(row.id) ?? row]));
  const newest = data.entries.findLast(({ story }) => rows.get(story)?.state === 'public');
  const dir = setup.editions.find((one) => one.lang === lang)?.dir ?? 'ltr';
  return (
    <div className="sheet wide thread-sheet">
      <p className="grey">
        <a href={hashOf({ screen: 'threads' })}>{w.threads.title}</a>
      </p>
      <h1 lang={lang} dir={dir}>
        {name}
      </h1>
      <div className="buttons">
        {newest && <FollowUp row={rows.get(newest.story) as DeskRow} />}
        <button type="button" onClick={() => showInList(lang, slug)}>
          {w.threads.inList}
        </button>
        {newest && (
          <a
            href={`${setup.publicUrl}/${lang}/thread/${encodeURIComponent(slug)}`}
            target="_blank"
            rel="noreferrer"
          >
            {w.threads.site}
          </a>
        )}
      </div>
      <ol className="timeline">
        {data.entries.map((entry, at) => {
          const row = rows.get(entry.story);
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no names, and none changes its place
          return row && <Event key={at} entry={entry} row={row} setup={setup} />;
        })}
      </ol>
    </div>
  );
}

function Event({ entry, row, setup }: { entry: ThreadEntry; row: DeskRow; setup: DeskSetup }) {
  const spoken = useWords();
  const { w, f } = spoken;
  const isDraft = entry.kind === 'draft';
  const red = entry.kind === 'kill' || (isDraft && row.state === 'killed');
  const where =
    isDraft && row.stage !== null ? stageWords(w, setup.desks, row.stage) : stateWords(spoken, row);
  return (
    <li data-draft={isDraft || undefined}>
      <time dateTime={entry.at}>{f.moment(entry.at)}</time>
      <span className="kind" data-red={red || undefined}>
        {entry.kind === 'draft' ? w.threads.draft : w.acted[entry.kind]}
        {entry.version > 0 && <span className="grey"> {w.version(f.digits(entry.version))}</span>}
      </span>
      <a href={hashOf({ screen: 'story', id: row.id })} lang={row.lang}>
        <bdi>{row.headline || row.slug || w.rows.noHeadline}</bdi>
      </a>
      <span className="grey">{where}</span>
    </li>
  );
}

/** Monitoring, with the stories of the thread in this language alone. */
function showInList(lang: string, slug: string): void {
  setFilters({ ...noFilters, lang, text: slug });
  go({ screen: 'stories' });
}

/** The new story is begun beside the list, where all are; it keeps the thread. */
function FollowUp({ row: { id, lang, desk, headline } }: { row: DeskRow }) {
  const { w } = useWords();
  const begin = () => {
    sidePanel.set({ kind: 'new', from: { id, as: 'follow-up', lang, desk, headline } });
    go({ screen: 'stories' });
  };
  return (
    <button type="button" className="strong" onClick={begin}>
      {w.newStory.titles['follow-up']}
    </button>
  );
}
