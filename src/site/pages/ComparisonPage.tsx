/** What one version has and another has not. */
import type { ReactNode } from 'react';
import type { BlockDifference } from '../../text/body-difference.ts';
import { each, Lines } from '../../text/lines.tsx';
import type { Piece } from '../../text/word-difference.ts';
import type { PageForm } from '../address.ts';
import type { Frame } from '../page-data.ts';
import type { ComparisonData, FieldDifference } from '../record-data.ts';
import { digits } from '../words/dates.ts';
import { CompareForm } from './CompareForm.tsx';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { litePage } from './LitePage.tsx';
import { comparePath, historyPath, versionPath } from './list-path.ts';
import { inForm } from './lite-path.ts';
import { Masthead } from './Masthead.tsx';
import { fieldWords, gapWords, whenWords } from './notice-words.ts';
import { type View, viewOf } from './view.ts';

export function renderComparison(frame: Frame, data: ComparisonData): string {
  const view = viewOf(frame);
  const title = titleOf(view, data);
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list comparison">
        <Lines>
          <h1>{title}</h1>
          <ComparisonText view={view} data={data} form="page" />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  return documentHtml(view, { title, description: '', canonical: null, hidden: true }, body, 'list-page');
}

/** In one small request. */
export function renderComparisonLite(frame: Frame, data: ComparisonData): string {
  const view = viewOf(frame);
  const path = comparePath(data, data.from.version, data.to.version);
  const page = { title: titleOf(view, data), path, canonical: false };
  return litePage(view, page, <ComparisonText view={view} data={data} form="lite" />);
}

function titleOf({ words }: View, { from, to }: ComparisonData): string {
  return words.record.compared(digits(words, from.version), digits(words, to.version));
}

type Shown = { view: View; data: ComparisonData; form: PageForm };

function ComparisonText({ view, data, form }: Shown): ReactNode {
  const { words } = view;
  const { record } = words;
  const { from, to, differences, unchanged } = data;
  return (
    <Lines>
      <p className="meta of">
        <a className="plainly" href={inForm(form, historyPath(data))}>
          {record.historyOf(digits(words, data.code))}
        </a>
      </p>
      <CompareForm
        view={view}
        story={data}
        versions={data.versions}
        chosen={{ from: from.version, to: to.version }}
        form={form}
      />
      <Key view={view} data={data} />
      {differences.map((difference) => (
        <Field key={difference.field} view={view} difference={difference} />
      ))}
      {differences.length === 0 && (
        <p>{from.version === to.version ? record.sameVersion : record.noDifference}</p>
      )}
      {differences.length > 0 && unchanged.length > 0 && (
        <p className="meta unchanged">{record.unchanged(fieldWords(view, unchanged))}</p>
      )}
    </Lines>
  );
}

/** Which is which: what only the one has is struck through, what only the other has is underlined. */
function Key({ view, data }: { view: View; data: ComparisonData }): ReactNode {
  const { words } = view;
  const line = ({ version, at }: ComparisonData['from']) => (
    <>
      <a href={versionPath(data, version)}>{words.version(digits(words, version))}</a>
      {words.comma}
      <time dateTime={at.toISOString()}>{whenWords(view, at)}</time>
    </>
  );
  return (
    <ul className="key">
      <Lines>
        <li>
          <del className="change">{line(data.from)}</del>
        </li>
        <li>
          <ins className="change">{line(data.to)}</ins>
        </li>
      </Lines>
    </ul>
  );
}

function Field({ view, difference }: { view: View; difference: FieldDifference }): ReactNode {
  return (
    <section className={`field-difference of-${difference.field}`}>
      <h2 className="label">{fieldWords(view, [difference.field])}</h2>
      {'\n'}
      <FieldText view={view} difference={difference} />
    </section>
  );
}

function FieldText({ view, difference }: { view: View; difference: FieldDifference }): ReactNode {
  const { words } = view;
  switch (difference.kind) {
    case 'words':
      return (
        <p>
          <Pieces view={view} pieces={difference.pieces} />
        </p>
      );
    case 'marks':
      return <p className="meta">{words.record.onlyMarks}</p>;
    case 'gap':
      return each(difference.gaps, ({ version, gap }) => (
        <p className="gap">{`${words.version(digits(words, version))}: ${gapWords(view, gap)}`}</p>
      ));
    case 'body':
      return each(difference.blocks, (block) => <BlockText view={view} block={block} />);
  }
}

function BlockText({ view, block }: { view: View; block: BlockDifference }): ReactNode {
  const { kind, dir, lang, change, pieces } = block;
  const isSilent = pieces.length === 0 && kind !== 'picture';
  if (isSilent) return null;
  return (
    <div className={`block ${kind} ${change}`} {...(dir ? { dir } : {})} {...(lang ? { lang } : {})}>
      <p>
        {kind === 'picture' && <span className="label">{`${view.words.picture} `}</span>}
        <Pieces view={view} pieces={pieces} />
      </p>
      {change === 'marks' && (
        <>
          {'\n'}
          <p className="meta" lang={view.lang} dir={view.frame.edition.dir}>
            {view.words.record.onlyMarks}
          </p>
        </>
      )}
    </div>
  );
}

/** Each change says in words what it is, for those who do not see it; these words also keep it apart in a copy. */
function Pieces({ view, pieces }: { view: View; pieces: Piece[] }): ReactNode {
  const { record } = view.words;
  return pieces.map(({ kind, text }, at) => {
    if (kind === 'same') return text;
    const Change = kind === 'gone' ? 'del' : 'ins';
    const after = kind === 'new' && pieces[at - 1]?.kind === 'gone' ? { className: 'instead-of' } : {};
    // Spaces at its edges are part of a change and not marked as one.
    const [, before = '', words = '', behind = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: static markup is never reordered
      <Change key={at} {...after}>
        <span className="unseen">{` [${kind === 'gone' ? record.gone : record.added} `}</span>
        {before}
        <span className="change">{words}</span>
        {behind}
        <span className="unseen">{'] '}</span>
      </Change>
    );
  });
}
