/** All acts on a story, newest first: what was done, when, by whom and why. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import type { Frame } from '../page-data.ts';
import type { HistoryPageData } from '../record-data.ts';
import { digits } from '../words/dates.ts';
import { CompareForm, DayForm } from './CompareForm.tsx';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { litePage } from './LitePage.tsx';
import { comparePath, historyPath, versionPath } from './list-path.ts';
import { inForm } from './lite-path.ts';
import { Masthead } from './Masthead.tsx';
import { actorWords, fieldWords, reasonWords, sentenceGone, whenWords } from './notice-words.ts';
import { type View, viewOf } from './view.ts';

export function renderHistory(frame: Frame, data: HistoryPageData): string {
  const view = viewOf(frame);
  const title = view.words.record.historyOf(digits(view.words, data.code));
  const body = (
    <Lines>
      <Masthead view={view} />
      <main id="text" className="list history">
        <Lines>
          <h1>{title}</h1>
          <HistoryText view={view} data={data} form="page" />
        </Lines>
      </main>
      <Foot view={view} />
    </Lines>
  );
  const canonical = data.tombstone ? null : historyPath(data);
  return documentHtml(view, { title, description: '', canonical, hidden: true }, body, 'list-page');
}

/** In one small request. */
export function renderHistoryLite(frame: Frame, data: HistoryPageData): string {
  const view = viewOf(frame);
  const title = view.words.record.historyOf(digits(view.words, data.code));
  const page = { title, path: historyPath(data), canonical: !data.tombstone };
  return litePage(view, page, <HistoryText view={view} data={data} form="lite" />);
}

type Shown = { view: View; data: HistoryPageData; form: PageForm };

function HistoryText({ view, data, form }: Shown): ReactNode {
  const { record } = view.words;
  // What stands for a story that readers do not get has no lite address of its own here.
  const href = data.tombstone ? data.href : inForm(form, data.href);
  return (
    <Lines>
      <p className="of">
        <a className="plainly" href={href}>
          {data.tombstone ? record.tombstones[data.tombstone.state].title : data.headline}
        </a>
      </p>
      {data.versions.length > 0 && <DayForm view={view} story={{ href }} />}
      {data.versions.length > 1 && (
        <CompareForm view={view} story={data} versions={data.versions} form={form} />
      )}
      <ol className="ledger">
        {each(data.acts, (act) => (
          <Entry view={view} data={data} act={act} form={form} />
        ))}
      </ol>
    </Lines>
  );
}

type Told = Shown & { act: HistoryPageData['acts'][number] };

function Entry({ view, data, act, form }: Told): ReactNode {
  const { record } = view.words;
  const actor = actorWords(view, act.by, { byline: act.byline, lang: data.lang });
  const isImport = act.kind === 'publish' && act.by === 'import';
  const sentences = sentencesOf(view, act);
  return (
    <li id={`act-${act.leafIndex}`}>
      <Lines>
        <time className="meta" dateTime={act.effectiveAt.toISOString()}>
          {whenWords(view, act.effectiveAt)}
        </time>
        <div>
          <Lines>
            <h2>{isImport ? record.imported : record.acted[act.kind](actor)}</h2>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <Facts view={view} data={data} act={act} form={form} />
          </Lines>
        </div>
      </Lines>
    </li>
  );
}

/** What was done besides, and the sentence for readers. */
function sentencesOf(view: View, act: Told['act']): string[] {
  const { record } = view.words;
  const { kind, redacts, of, note, noteGap } = act;
  return [
    kind === 'redact' ? record.removed(fieldWords(view, redacts)) : '',
    of ? `${record.undid(whenWords(view, of))}.` : '',
    noteGap ? sentenceGone(view, noteGap) : note,
  ].filter(Boolean);
}

function Facts({ view, data, act, form }: Told): ReactNode {
  const { words } = view;
  const { record } = words;
  const readable = data.versions.length > 0 && act.madeVersion;
  const facts = [
    act.reasonClass && record.reason(reasonWords(view, act.reasonClass)),
    timeFact(view, act),
    dueFact(view, act),
  ].filter(Boolean);
  return (
    <p className="meta">
      <Lines>
        {readable && (
          <a className="plainly" href={versionPath(data, act.version)}>
            {words.version(digits(words, act.version))}
          </a>
        )}
        {readable && act.version > 1 && (
          <a className="plainly" href={inForm(form, comparePath(data, act.version - 1, act.version))}>
            {record.compareWith(digits(words, act.version - 1))}
          </a>
        )}
        {act.replacement !== null && (
          <a className="plainly" href={`/${act.replacement}`}>
            {record.replacedBy(words.code(digits(words, act.replacement)))}
          </a>
        )}
        {each(facts, (fact) => (
          <span>{fact}</span>
        ))}
      </Lines>
    </p>
  );
}

/** When it was recorded, where the story goes by an earlier time. */
function timeFact(view: View, { statedAt, actedAt, by, statedBy }: Told['act']): string {
  if (!statedAt) return '';
  const { record } = view.words;
  const said = by === 'import' ? record.importedOn : record.recordedOn;
  return said(whenWords(view, actedAt), statedBy);
}

/** Below this an act came when it was due, in milliseconds. */
const late = 60_000;

function dueFact(view: View, { dueAt, actedAt }: Told['act']): string {
  if (!dueAt) return '';
  const { record } = view.words;
  const isLate = actedAt.getTime() - dueAt.getTime() >= late;
  const due = whenWords(view, dueAt);
  return isLate ? record.dueAt(due, whenWords(view, actedAt)) : record.onTime(due);
}
