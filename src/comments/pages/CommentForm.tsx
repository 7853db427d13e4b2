/** The form in which somebody writes a comment: plain, without a script, and with what was typed where it was refused. */
import type { ReactNode } from 'react';
import type { Frame } from '../../site/page-data.ts';
import { documentHtml } from '../../site/pages/Document.tsx';
import { Foot } from '../../site/pages/Foot.tsx';
import { Masthead } from '../../site/pages/Masthead.tsx';
import { type View, viewOf } from '../../site/pages/view.ts';
import { counted, digits } from '../../site/words/dates.ts';
import { Lines } from '../../text/lines.tsx';
import type { Refused } from '../checks.ts';
import { type Draft, type FieldName, longestName, longestText } from '../comment.ts';
import { type CommentOnPage, commentsPath } from '../shown-comments.ts';
import { Comment } from './CommentList.tsx';
import { type Commented, StoryLink } from './CommentsPage.tsx';
import { faultWords, refusalWords } from './refusal-words.ts';

export type CommentFormData = {
  story: Commented;
  /** What is answered; null: the story. */
  answers: CommentOnPage | null;
  draft: Draft;
  seal: string;
  refused: Refused | null;
  /** Days for which an address is kept. */
  keepDays: number;
  /** Whether each is read before it is shown. */
  readFirst: boolean;
};

export const emptyDraft: Draft = { name: '', email: '', text: '', tell: false };

export function renderCommentForm(frame: Frame, data: CommentFormData): string {
  const view = viewOf(frame);
  const { words } = view;
  const { story, answers, refused } = data;
  const said = words.comments;
  const title = said.formOn(digits(words, story.code));
  const isClosed = refused?.kind === 'closed';
  const body: ReactNode = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list comments">
        <Lines>
          <h1>{title}</h1>
          <StoryLink view={view} story={story} />
          {answers && (
            <blockquote className="answered">
              <Comment view={view} comment={answers} />
            </blockquote>
          )}
          {refused && <Refusal view={view} refused={refused} />}
          {!isClosed && <Form view={view} data={data} />}
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const heading = refused ? `${said.refused}: ${title}` : title;
  return documentHtml(
    view,
    { title: heading, description: '', canonical: null, hidden: true },
    body,
    'comments-page',
  );
}

function Refusal({ view, refused }: { view: View; refused: Refused }): ReactNode {
  const { comments } = view.words;
  return (
    <section className="notices" role="alert">
      <Lines>
        <h2 className="label">{comments.refused}</h2>
        <p>{refusalWords(view, refused)}</p>
      </Lines>
    </section>
  );
}

function Form({ view, data }: { view: View; data: CommentFormData }): ReactNode {
  const { words } = view;
  const said = words.comments;
  const { story, answers, draft, seal, refused, keepDays } = data;
  const faults = refused?.kind === 'faults' ? refused.faults : {};
  const wrong = (field: FieldName) => faultWords(view, field, faults[field]);
  return (
    <form className="comment-form" method="post" action={commentsPath(story)} noValidate>
      <Lines>
        <p className="meta">{data.readFirst ? said.readFirst : said.readAfter}</p>
        <input type="hidden" name="seal" value={seal} />
        {answers && <input type="hidden" name="to" value={answers.id} />}
        <Field id="name" label={said.name} hint={said.nameHint} wrong={wrong('name')}>
          {(told) => (
            <input
              {...told}
              type="text"
              dir="auto"
              autoComplete="name"
              maxLength={longestName}
              required
              defaultValue={draft.name}
            />
          )}
        </Field>
        <Field
          id="email"
          label={said.email}
          hint={counted(words, keepDays, said.emailHint)}
          wrong={wrong('email')}
        >
          {(told) => (
            <input
              {...told}
              type="email"
              dir="ltr"
              autoComplete="email"
              maxLength={254}
              defaultValue={draft.email}
            />
          )}
        </Field>
        <Field
          id="comment"
          label={said.text}
          hint={said.textHint(digits(words, longestText))}
          wrong={wrong('text')}
        >
          {(told) => <textarea {...told} rows={10} dir="auto" required defaultValue={draft.text} />}
        </Field>
        {view.frame.sendsMail && (
          <p className="tick">
            <input id="tell" name="tell" type="checkbox" value="1" defaultChecked={draft.tell} />{' '}
            <label htmlFor="tell">{said.tell}</label>
          </p>
        )}
        <p className="trap" aria-hidden="true">
          <label htmlFor="website">{said.trap}</label>{' '}
          <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
        </p>
        <button type="submit">{said.send}</button>
      </Lines>
    </form>
  );
}

type Told = { id: string; name: string; 'aria-describedby': string; 'aria-invalid'?: true };

function Field(props: {
  id: string;
  label: string;
  hint: string;
  wrong: string;
  children: (told: Told) => ReactNode;
}): ReactNode {
  const { id, label, hint, wrong, children } = props;
  return (
    <div className="field">
      <Lines>
        <label htmlFor={id}>{label}</label>
        {children({
          id,
          name: id,
          'aria-describedby': wrong ? `${id}-wrong ${id}-hint` : `${id}-hint`,
          ...(wrong ? { 'aria-invalid': true } : {}),
        })}
        {wrong && (
          <p className="wrong" id={`${id}-wrong`}>
            {wrong}
          </p>
        )}
        <p className="meta" id={`${id}-hint`}>
          {hint}
        </p>
      </Lines>
    </div>
  );
}

/** Received, and what happens now. */
export function renderReceived(frame: Frame, story: Commented): string {
  const view = viewOf(frame);
  const { received, receivedText, receivedMail, toStory } = view.words.comments;
  const body: ReactNode = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list">
        <Lines>
          <h1>{received}</h1>
          <p>{receivedText}</p>
          {view.frame.sendsMail && <p>{receivedMail}</p>}
          <p>
            <a className="plainly" href={story.href}>
              {toStory}
            </a>
          </p>
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(
    view,
    { title: received, description: '', canonical: null, hidden: true },
    body,
    'comments-page',
  );
}
