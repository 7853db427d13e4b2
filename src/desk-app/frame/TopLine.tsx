/** The line at the head: where one is, what can be reached, whether the desk hears the newsroom. */
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { line } from '../monitoring/live-rows.ts';
import { deedOf } from '../verbs/bound-verbs.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { type Address, hashOf, useAddress } from './address.ts';

/** On a phone the row of places scrolls: the one that is shown is in sight. */
function intoSight(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

export function TopLine() {
  const { w } = useWords();
  const who = useKept(session);
  const hearing = useKept(line);
  const address = useAddress();
  const verbs = 'me' in who ? who.me.may : {};
  const places: { to: Address; word: string; shown: boolean }[] = [
    { to: { screen: 'stories' }, word: w.frame.stories, shown: true },
    { to: { screen: 'agenda' }, word: w.agenda.title, shown: verbs['story.read'] !== undefined },
    { to: { screen: 'threads' }, word: w.threads.title, shown: verbs['story.read'] !== undefined },
    {
      to: { screen: 'fronts', lang: '', section: '' },
      word: w.fronts.title,
      shown: verbs['story.read'] !== undefined,
    },
    {
      to: { screen: 'comments' },
      word: w.comments.title,
      shown: verbs['comment.moderate'] !== undefined,
    },
    { to: { screen: 'people' }, word: w.frame.people, shown: verbs['people.read'] !== undefined },
    { to: { screen: 'audit' }, word: w.frame.audit, shown: verbs['audit.read'] !== undefined },
    {
      to: { screen: 'settings', section: '' },
      word: w.settings.title,
      shown: verbs['settings.read'] !== undefined,
    },
    { to: { screen: 'account' }, word: 'me' in who ? who.me.name : '', shown: true },
  ];
  return (
    <header className="top">
      <b className="desk-name">{w.frame.desk}</b>
      <nav aria-label={w.frame.places}>
        {places
          .filter(({ shown }) => shown)
          .map(({ to, word }) => (
            <a
              key={to.screen}
              href={hashOf(to)}
              {...(to.screen === address.screen ? { 'aria-current': 'page', ref: intoSight } : {})}
            >
              {word}
            </a>
          ))}
      </nav>
      <span className="hearing" role="status">
        {hearing === 'cut' ? w.frame.cut : ''}
      </span>
      <VerbButton id="palette" className="quiet" onClick={() => deedOf('palette')?.()} />
      <VerbButton id="keys" className="quiet wide" onClick={() => deedOf('keys')?.()} />
    </header>
  );
}
