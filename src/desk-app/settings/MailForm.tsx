/** How things stand with mail: nothing of it is set here but that one can be sent to oneself. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailFacts } from '../../mail/mail-facts.ts';
import { ask, Failed } from '../api/ask.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { MailTables } from './MailTables.tsx';
import type { SectionProps } from './sections.ts';

export function MailForm({ title, mayWrite }: Pick<SectionProps<null>, 'title' | 'mayWrite'>) {
  const { w, f } = useWords();
  const [said, setSaid] = useState({ wrong: '', done: '' });
  const { data, refetch } = useQuery({
    queryKey: ['mail'],
    queryFn: () => ask<MailFacts>('GET', '/api/settings/mail'),
    refetchInterval: 15_000,
  });
  const test = async () => {
    setSaid({ wrong: '', done: '' });
    try {
      const { to } = await ask<{ to: string }>('POST', '/api/settings/mail/test', {});
      setSaid({ wrong: '', done: w.mail.tested(f.name(to)) });
      void refetch();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setSaid({ wrong: failureWords(w, error.failure), done: '' });
    }
  };
  return (
    <section className="setting mail" aria-labelledby="setting">
      <h2 id="setting">{title}</h2>
      <p className="hint">{w.mail.text}</p>
      {data?.server === null && <p>{w.mail.off}</p>}
      {data && <Facts facts={data} />}
      {mayWrite && data?.server && (
        <>
          <p className="wrong" role="alert">
            {said.wrong}
          </p>
          <div className="buttons">
            <button type="button" className="strong" onClick={() => void test()}>
              {w.mail.test}
            </button>
            <span role="status">{said.done}</span>
          </div>
        </>
      )}
      {data && <MailTables facts={data} />}
    </section>
  );
}

function Facts({ facts }: { facts: MailFacts }) {
  const { w, f } = useWords();
  const { server, from, bounce } = facts;
  const counts = (['waiting', 'sent', 'bounced', 'givenUp', 'followers', 'unconfirmed'] as const).map(
    (name) => ({
      name: w.mail[name],
      value: f.number(facts[name]),
    }),
  );
  const places =
    server === null
      ? []
      : [
          { name: w.mail.server, value: <bdi dir="ltr">{server}</bdi> },
          { name: w.mail.from, value: <bdi dir="ltr">{from}</bdi> },
          { name: w.mail.bounce, value: bounce ? <bdi dir="ltr">{bounce}</bdi> : w.mail.noBounce },
          { name: w.mail.aMinute, value: f.number(facts.aMinute) },
        ];
  return (
    <dl className="facts">
      {[...places, ...counts].map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
