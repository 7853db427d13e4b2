/** The pages behind the links of mails. A page never does what its link is for by being looked at: programs that check mails open every link. */
import type { ReactNode } from 'react';
import type { Frame } from '../../site/page-data.ts';
import { documentHtml } from '../../site/pages/Document.tsx';
import { Foot } from '../../site/pages/Foot.tsx';
import { Masthead } from '../../site/pages/Masthead.tsx';
import { type View, viewOf } from '../../site/pages/view.ts';
import { digits } from '../../site/words/dates.ts';
import { Lines } from '../../text/lines.tsx';
import { endedDays, type Follower } from '../follower-store.ts';
import type { Following } from '../following.ts';
import { HourField, OftenField } from './fields.tsx';

type Said = { title: string; text: string };

/** What was done, or why nothing was. `more`: a link to where one goes from here. */
export function renderSaid(
  frame: Frame,
  said: Said,
  more: { text: string; href: string } | null = null,
): string {
  return pageOf(frame, said.title, (view) => (
    <Lines>
      <p role="status">{said.text}</p>
      <p>
        <a className="plainly" href={more?.href ?? `/${view.lang}/`}>
          {more?.text ?? view.words.backHome}
        </a>
      </p>
    </Lines>
  ));
}

/** A question with one button. `what`: what it is about, in words. `value`: what the button says it does, where it may do two things. */
export function renderQuestion(
  frame: Frame,
  said: Said,
  { what, button, value }: { what: string; button: string; value?: string },
): string {
  return pageOf(frame, said.title, () => (
    <Lines>
      <p className="what">{what}</p>
      <p>{said.text}</p>
      <form className="follow" method="post">
        <button type="submit" name={value && 'do'} value={value}>
          {button}
        </button>
      </form>
    </Lines>
  ));
}

export type ManageData = {
  follower: Follower;
  followings: (Following & { what: string })[];
  /** What was just done, or was wrong. */
  said: string | null;
};

export function renderManage(frame: Frame, { follower, followings, said }: ManageData): string {
  return pageOf(frame, viewOf(frame).words.mail.manage, (view) => {
    const { mail } = view.words;
    return (
      <Lines>
        <p>
          <bdi dir="ltr">{follower.address}</bdi>
        </p>
        {said !== null && (
          <p className="answer" role="status">
            {said}
          </p>
        )}
        {followings.length === 0 && <p>{mail.nothingLeft}</p>}
        {followings.map((following) => (
          <One key={following.id} view={view} following={following} />
        ))}
        <form className="follow" method="post">
          <Lines>
            {followings.length > 1 && (
              <p className="buttons">
                <button type="submit" name="do" value="end-all">
                  {mail.endAll}
                </button>
                {'\n'}
                <span className="small">{mail.manageText(digits(view.words, endedDays))}</span>
              </p>
            )}
            <p className="buttons">
              <button type="submit" name="do" value="erase">
                {mail.erase}
              </button>
              {'\n'}
              <span className="small">{mail.eraseText}</span>
            </p>
          </Lines>
        </form>
      </Lines>
    );
  });
}

function One({ view, following }: { view: View; following: ManageData['followings'][number] }): ReactNode {
  const { mail } = view.words;
  const { id, kind, every, hour, what } = following;
  return (
    <form className="follow" method="post" aria-labelledby={`what-${id}`}>
      <Lines>
        <h2 id={`what-${id}`}>{what}</h2>
        <input type="hidden" name="which" value={id} />
        <div className="fields">
          <Lines>
            <OftenField view={view} kind={kind} value={every} id={`every-${id}`} />
            {kind === 'newsletter' && <HourField view={view} value={hour} id={`hour-${id}`} />}
            <span className="buttons">
              <Lines>
                <button type="submit" name="do" value="change">
                  {mail.change}
                </button>
                <button type="submit" name="do" value="end">
                  {mail.endIt}
                </button>
              </Lines>
            </span>
          </Lines>
        </div>
      </Lines>
    </form>
  );
}

function pageOf(frame: Frame, title: string, draw: (view: View) => ReactNode): string {
  const view = viewOf(frame);
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <h1>{title}</h1>
          {draw(view)}
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(view, { title, description: '', canonical: null, hidden: true }, body, 'mail-page');
}
