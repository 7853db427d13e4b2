/** "Prove it": the steps that show a version to be what was recorded, checked by the reader's own browser. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Frame } from '../page-data.ts';
import type { ProofWords } from '../words/catalogue.ts';
import { digits } from '../words/dates.ts';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { Masthead } from './Masthead.tsx';
import { type View, viewOf } from './view.ts';

export type ProofPageData = {
  code: number;
  version: number;
  headline: string;
  /** Paths of the proof as JSON, of the page whose words are checked, and of the story. */
  proof: string;
  page: string;
  href: string;
  /** Its place in the log, from 0, and the leaf itself. */
  index: number;
  leaf: string;
  /** The newest signed head, and the keys to check it with. */
  checkpoint: string;
  keys: string[];
  /** Path of the script. */
  script: string;
};

const steps = [
  'words',
  'leaf',
  'log',
  'head',
  'signature',
  'before',
] as const satisfies (keyof ProofWords['steps'])[];

export function renderProof(frame: Frame, data: ProofPageData): string {
  const view = viewOf(frame);
  const words = view.words.proof;
  const title = words.title(digits(view.words, data.code), digits(view.words, data.version));
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list proof">
        <Lines>
          <h1>{title}</h1>
          <p>
            <a className="plainly" href={data.href}>
              {data.headline}
            </a>
          </p>
          <p>{words.intro}</p>
          <Steps words={words} data={data} />
          <ByHand view={view} data={data} />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const head = { title, description: '', canonical: null, hidden: true, script: data.script };
  return documentHtml(view, head, body, 'proof-page');
}

function Steps({ words, data }: { words: ProofWords; data: ProofPageData }): ReactNode {
  const said = { 'data-ok': words.ok, 'data-bad': words.bad, 'data-unknown': words.unknown };
  const verdicts = {
    'data-ok': words.allOk,
    'data-bad': words.someBad,
    'data-unknown': words.someUnknown,
    'data-insecure': words.insecure,
    'data-failed': words.failed,
  };
  return (
    <section id="proof" data-proof={data.proof} data-page={data.page} {...said}>
      <Lines>
        <ol className="steps">
          <Lines>
            {steps.map((step) => (
              <li key={step} data-check={step}>
                <span>{words.steps[step]}</span> <output>{words.notYet}</output>
              </li>
            ))}
          </Lines>
        </ol>
        <p className="verdict" role="status" {...verdicts}>
          {words.needsScript}
        </p>
      </Lines>
    </section>
  );
}

/** What a program needs to check the same without us. */
function ByHand({ view, data }: { view: View; data: ProofPageData }): ReactNode {
  const words = view.words.proof;
  return (
    <section className="by-hand">
      <Lines>
        <h2 className="label">{words.byHand}</h2>
        <p>{words.byHandText}</p>
        <dl>
          <Lines>
            <dt>{words.leaf(digits(view.words, data.index))}</dt>
            <dd dir="ltr">
              <code>{data.leaf}</code>
            </dd>
            <dt>
              <a href="/log/checkpoint">{words.checkpoint}</a>
            </dt>
            <dd dir="ltr">
              <pre>{data.checkpoint}</pre>
            </dd>
            <dt>
              <a href="/log/keys">{words.keys}</a>
            </dt>
            {data.keys.map((key) => (
              <dd dir="ltr" key={key}>
                <code>{key}</code>
              </dd>
            ))}
          </Lines>
        </dl>
      </Lines>
    </section>
  );
}
