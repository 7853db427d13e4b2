/** Acts in the words of an edition, as the site's history says them. */
import type { ActInHistory } from '../../record/read-history.ts';
import { fieldWords, reasonWords, sentenceGone, whenWords } from '../../site/pages/notice-words.ts';
import { toldAs } from '../../stories/told-actor.ts';
import type { ExportView } from '../export-view.ts';

/** "Corrected by the desk"; "by Ana Moss" where the byline names her too. */
export function actedWords(view: ExportView, { kind, by }: ActInHistory, byline: string): string {
  const { record } = view.words;
  if (kind === 'publish' && by === 'import') return record.imported;
  const actor = { desk: record.desk, agency: view.agency, person: by };
  return record.acted[kind](actor[toldAs(by, { byline, lang: view.lang })]);
}

/** What was done besides, why, and the sentence for readers. */
export function actSentences(view: ExportView, act: ActInHistory, history: ActInHistory[]): string[] {
  const { record } = view.words;
  const wrong = history.find(({ actId }) => actId === act.withdraws);
  return [
    act.reasonClass && record.reason(reasonWords(view, act.reasonClass)),
    act.kind === 'redact' ? record.removed(fieldWords(view, act.redacts)) : '',
    wrong ? `${record.undid(whenWords(view, wrong.effectiveAt))}.` : '',
    act.noteGap ? sentenceGone(view, act.noteGap) : act.note,
  ].filter(Boolean);
}

/** When it was recorded where the story goes by an earlier time, and when it was due. */
export function actTimes(view: ExportView, { statedAt, dueAt, actedAt, by }: ActInHistory): string[] {
  const { record } = view.words;
  const stated = by === 'import' ? record.importedOn : record.recordedOn;
  return [
    statedAt ? stated(whenWords(view, actedAt), '') : '',
    dueAt ? record.dueAt(whenWords(view, dueAt), whenWords(view, actedAt)) : '',
  ].filter(Boolean);
}
