/** What readers get by mail, and what came back last. */
import type { ReactNode } from 'react';
import type { MailFacts } from '../../mail/mail-facts.ts';
import { useWords } from '../words/WordsContext.tsx';

export function MailTables({ facts }: { facts: MailFacts }) {
  const { w, f } = useWords();
  const { followings, bounces } = facts;
  return (
    <>
      {followings.length > 0 && (
        <Table title={w.mail.byKind} heads={[w.mail.what, w.mail.edition, w.mail.readers]}>
          {followings.map(({ kind, lang, topic, count }) => (
            <tr key={`${kind} ${lang} ${topic}`}>
              <td>
                {w.mail.kinds[kind]}
                {kind === 'newsletter' && (
                  <>
                    {': '}
                    <bdi>{topic || w.mail.front}</bdi>
                  </>
                )}
              </td>
              <td>
                <bdi dir="ltr">{lang}</bdi>
              </td>
              <td>{f.number(count)}</td>
            </tr>
          ))}
        </Table>
      )}
      {bounces.length > 0 ? (
        <Table title={w.mail.lastBounces} heads={[w.mail.when, w.mail.whose, w.mail.why]}>
          {bounces.map(({ at, covered, hard, status, said }) => (
            <tr key={`${at} ${covered}`}>
              <td>{f.moment(at)}</td>
              <td>
                <bdi dir="ltr">{covered}</bdi>
              </td>
              <td>
                {hard ? w.mail.hard : w.mail.soft}
                {(said || status) && (
                  <>
                    {' '}
                    <bdi dir="ltr" className="grey">
                      {said || status}
                    </bdi>
                  </>
                )}
              </td>
            </tr>
          ))}
        </Table>
      ) : (
        <p className="hint">{w.mail.noBounces}</p>
      )}
    </>
  );
}

function Table({ title, heads, children }: { title: string; heads: string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and a keyboard must be able to scroll it
    <section className="table" tabIndex={0} aria-label={title}>
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
