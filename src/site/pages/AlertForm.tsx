/** Below what a search found: new stories for it by e-mail. */
import type { ReactNode } from 'react';
import { readQuestion } from '../../followers/following.ts';
import { AddressField, OftenField } from '../../followers/pages/fields.tsx';
import { each, Lines } from '../../text/lines.tsx';
import type { View } from './view.ts';

/**
 * Nothing where no mail is sent, where nothing was asked for, and in the past, where nothing is new.
 * @param asked the search, as its address says it.
 */
export function AlertForm({ view, asked }: { view: View; asked: Record<string, string> }): ReactNode {
  const { words, lang, frame } = view;
  const question = readQuestion(new URLSearchParams(asked));
  if (!frame.sendsMail || frame.moment || question === null) return null;
  return (
    <section className="follow" aria-labelledby="alert">
      <Lines>
        <h2 id="alert" className="label">
          {words.mail.alert}
        </h2>
        <form action={`/${lang}/alerts`} method="post">
          <Lines>
            {each([...new URLSearchParams(question)], ([name, value]) => (
              <input type="hidden" name={`ask-${name}`} value={value} />
            ))}
            <div className="fields">
              <Lines>
                <AddressField view={view} value="" id="alert-address" />
                <OftenField view={view} kind="alert" value="at-once" id="alert-every" />
                <button type="submit">{words.mail.alertMe}</button>
              </Lines>
            </div>
            <p className="small">{words.mail.promise}</p>
          </Lines>
        </form>
      </Lines>
    </section>
  );
}
