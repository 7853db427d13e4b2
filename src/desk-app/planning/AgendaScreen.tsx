/** What is expected, day by day, and who covers it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AgendaJson, AgendaLinkJson, PlannedEvent } from '../../planning/planning-api.ts';
import { dayIn } from '../../site/agency-day.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { session, setupQuery } from '../api/session.ts';
import { hashOf } from '../frame/address.ts';
import { complain } from '../frame/complaints.ts';
import { Panel } from '../frame/Panel.tsx';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { EventPanel } from './EventPanel.tsx';

const dayMs = 86_400_000;
const daysShown = 7;

export function AgendaScreen() {
  const { w, f } = useWords();
  const who = useKept(session);
  const { data: setup } = useQuery(setupQuery);
  const [from, setFrom] = useState<string | null>(null);
  const [opened, setOpened] = useState<{ event: PlannedEvent | null; day: string } | null>(null);
  const [link, setLink] = useState('');
  const today = setup ? dayIn(setup.zone, new Date()) : '';
  const day = from ?? today;
  const { data, error, refetch } = useQuery({
    queryKey: ['agenda', day],
    enabled: day !== '',
    queryFn: () => ask<AgendaJson>('GET', `/api/planning/agenda?day=${day}&days=${daysShown}`),
  });
  useEffect(() => {
    document.title = w.agenda.title;
  }, [w]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!data || !setup) return <Waiting />;
  const mayWrite = 'me' in who && who.me.may['planning.write'] !== undefined;
  const move = (days: number) => setFrom(new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10));
  const makeLink = async () => {
    const made = await ask<AgendaLinkJson>('POST', '/api/planning/agenda-link', {}).catch(complain);
    if (made) setLink(made.url);
  };
  return (
    <div className={opened ? 'people with-panel' : 'people'}>
      <div className="sheet wide">
        <h1>{w.agenda.title}</h1>
        <div className="buttons">
          <button type="button" onClick={() => move(-daysShown)}>
            {w.agenda.earlier}
          </button>
          <button type="button" aria-pressed={day === today} onClick={() => setFrom(null)}>
            {w.agenda.today}
          </button>
          <button type="button" onClick={() => move(daysShown)}>
            {w.agenda.later}
          </button>
          {mayWrite && (
            <button type="button" className="strong" onClick={() => setOpened({ event: null, day })}>
              {w.agenda.add}
            </button>
          )}
        </div>
        {data.days.map((one) => (
          <section key={one.day} className="agenda-day">
            <h2>{f.day(`${one.day}T12:00:00Z`)}</h2>
            {one.events.length === 0 && <p className="grey">{w.agenda.nothing}</p>}
            <ul className="lines">
              {one.events.map((event) => (
                <li key={event.id} data-disabled={event.cancelledAt !== null || undefined}>
                  <EventLine
                    event={event}
                    open={mayWrite ? () => setOpened({ event, day: one.day }) : null}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>{w.agenda.calendar}</h2>
          <p className="grey">{w.agenda.calendarText}</p>
          {link && (
            <input
              readOnly
              dir="ltr"
              aria-label={w.agenda.calendar}
              value={link}
              onFocus={(focus) => focus.target.select()}
            />
          )}
          <div className="buttons">
            <button type="button" onClick={() => void makeLink()}>
              {w.agenda.makeCalendar}
            </button>
          </div>
        </section>
      </div>
      {opened && (
        <Panel title={opened.event ? w.agenda.change : w.agenda.add} close={() => setOpened(null)}>
          <EventPanel
            key={opened.event?.id ?? 'new'}
            event={opened.event}
            day={opened.day}
            setup={setup}
            done={() => {
              setOpened(null);
              void refetch();
            }}
          />
        </Panel>
      )}
    </div>
  );
}

function EventLine({ event, open }: { event: PlannedEvent; open: (() => void) | null }) {
  const { w, f } = useWords();
  const { startsAt, endsAt, title, place, cancelledAt, coverages } = event;
  return (
    <>
      <time dateTime={startsAt}>{f.time(startsAt)}</time>
      {endsAt && <>–{f.time(endsAt)}</>}{' '}
      {open ? (
        <button type="button" className="as-link" onClick={open}>
          <bdi>{title}</bdi>
        </button>
      ) : (
        <bdi>{title}</bdi>
      )}
      {place && (
        <span className="grey">
          {w.comma}
          <bdi>{place}</bdi>
        </span>
      )}
      {cancelledAt && <em> {w.agenda.cancelled}</em>}
      {coverages.map((one) => (
        <span key={one.id} className="coverage">
          {w.agenda.kinds[one.what]}: <bdi>{one.who || w.agenda.nobody}</bdi>
          {one.dueAt && <span className="grey"> {f.time(one.dueAt)}</span>}{' '}
          {one.story && (
            <a href={hashOf({ screen: 'story', id: one.story.id })}>
              {one.story.code === null ? w.rows.noCode : f.digits(one.story.code)}
            </a>
          )}
        </span>
      ))}
    </>
  );
}
