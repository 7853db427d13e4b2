/** `/{lang}/newsletters`: what can be had by e-mail, of what, how often and when. */
import type { ReactNode } from 'react';
import type { Frame } from '../../site/page-data.ts';
import { documentHtml } from '../../site/pages/Document.tsx';
import { Foot } from '../../site/pages/Foot.tsx';
import { Masthead } from '../../site/pages/Masthead.tsx';
import { type View, viewOf } from '../../site/pages/view.ts';
import { calendarDay, zoneWords } from '../../site/words/dates.ts';
import type { Every } from '../../site/words/mail-words.ts';
import { each, Lines } from '../../text/lines.tsx';
import { AddressField, HourField, OftenField } from './fields.tsx';

export type NewslettersData = {
  topics: { slug: string; name: string }[];
  /** What stands in the form. `topic` empty: the front. */
  asked: { topic: string; every: Every; hour: number; address: string };
  /** What was wrong with what was sent; null: nothing was, or nothing was sent. */
  wrong: string | null;
};

export function renderNewsletters(frame: Frame, data: NewslettersData): string {
  const view = viewOf(frame);
  const { mail } = view.words;
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <h1>{mail.newsletters}</h1>
          <p>{mail.newslettersText}</p>
          {data.wrong !== null && (
            <p className="answer" role="alert">
              {data.wrong}
            </p>
          )}
          <SignUp view={view} data={data} />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const canonical = `/${view.lang}/newsletters`;
  const translations = frame.agency.editions
    .filter(({ lang }) => lang !== view.lang)
    .map(({ lang }) => ({ lang, href: `/${lang}/newsletters` }));
  return documentHtml(
    view,
    { title: mail.newsletters, description: mail.newslettersText, canonical, translations },
    body,
    'newsletters-page',
  );
}

function SignUp({ view, data }: { view: View; data: NewslettersData }): ReactNode {
  const { words, lang, zone, frame } = view;
  const { mail } = words;
  const { topics, asked } = data;
  return (
    <form className="follow" action={`/${lang}/newsletters`} method="post">
      <Lines>
        <div className="fields">
          <Lines>
            <div className="field whole">
              <label htmlFor="topic">{mail.what}</label>
              {'\n'}
              <select id="topic" name="topic" defaultValue={asked.topic}>
                <Lines>
                  <option value="">{mail.front}</option>
                  {each(topics, ({ slug, name }) => (
                    <option value={slug}>{mail.onTopic(name)}</option>
                  ))}
                </Lines>
              </select>
            </div>
            <OftenField view={view} kind="newsletter" value={asked.every} id="every" />
            <HourField view={view} value={asked.hour} id="hour" />
            <AddressField view={view} value={asked.address} id="address" />
            <button type="submit">{mail.signUp}</button>
          </Lines>
        </div>
        <p className="small">
          {mail.hourHint(zoneWords(words, zone, calendarDay(frame.today).at))} {mail.promise}
        </p>
      </Lines>
    </form>
  );
}
