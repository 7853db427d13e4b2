/** Acts, reasons and gaps in the words of an edition. */
import type { Gap } from '../../record/version-store.ts';
import { toldAs } from '../../stories/told-actor.ts';
import { keptApart } from '../../text/direction.ts';
import type { Notice } from '../notices.ts';
import type { StoryPageData } from '../page-data.ts';
import { shortDayWords, timeWords, zoneWords } from '../words/dates.ts';
import type { FieldName, ReasonClass } from '../words/record-words.ts';
import type { View } from './view.ts';

/** An edition's words, and the agency's zone: all that a sentence needs; and a zone to say times in beside it. */
export type Speech = Pick<View, 'words' | 'zone'> & Partial<Pick<View, 'there'>>;

/** "6 Aug 2017, 09:30"; with a zone beside: "6 Aug 2017, 09:30 (07:30 UTC+2)", and the day there where it is another. */
export function whenWords({ words, zone, there }: Speech, at: Date): string {
  const day = shortDayWords(words, zone, at);
  const said = `${day}${words.comma}${timeWords(words, zone, at)}`;
  if (!there) return said;
  const otherDay = shortDayWords(words, there, at);
  const besides = `${timeWords(words, there, at)} ${zoneWords(words, there, at)}`;
  return `${said} (${otherDay === day ? '' : `${otherDay}${words.comma}`}${besides})`;
}

/** "privacy"; a class that this version of the program does not know stands as it is. */
export function reasonWords({ words }: Pick<View, 'words'>, reasonClass: string): string {
  return words.record.reasons[reasonClass as ReasonClass] ?? reasonClass;
}

/** "Correction" */
export function noticeLabel({ words }: View, { kind }: Pick<Notice, 'kind'>): string {
  return kind === 'killed' || kind === 'removed'
    ? words.record.tombstones[kind].label
    : words.record.labels[kind];
}

/** The sentence that somebody wrote, or the usual one. */
export function noticeSentence(view: View, notice: Notice): string {
  const { record } = view.words;
  const { kind, note, noteGap, of } = notice;
  const written = noteGap ? sentenceGone(view, noteGap) : note;
  switch (kind) {
    case 'redacted':
      return [record.removed(fieldWords(view, notice.redacts)), written].filter(Boolean).join(' ');
    case 'withdrawn':
      return written || (of ? record.setBack(whenWords(view, of)) : record.labels.withdrawn);
    case 'killed':
    case 'removed':
      return written || record.tombstones[kind].text;
    default:
      return written || record.sentences[kind];
  }
}

/** "Correction (6 Aug 2017, 09:30): the pier is the north one." */
export function noticeLine(view: View, notice: Notice): string {
  return `${noticeLabel(view, notice)} (${whenWords(view, notice.at)}): ${noticeSentence(view, notice)}`;
}

export function sentenceGone(view: Speech, gap: Gap): string {
  const { words, zone } = view;
  return words.record.sentenceGone(shortDayWords(words, zone, gap.at), reasonWords(view, gap.reasonClass));
}

/** "headline and lead" */
export function fieldWords({ words }: Pick<View, 'words'>, names: string[]): string {
  return words.record.and(names.map((name) => words.record.fields[name as FieldName] ?? name));
}

/** "Headline removed by law on 3 May 2026 (privacy)", or null where the field is whole. */
export function gapText(view: View, { gaps }: Pick<StoryPageData, 'gaps'>, field: FieldName): string | null {
  const gap = gaps.find((one) => one.field === field);
  return gap ? gapWords(view, gap) : null;
}

export function gapWords(view: Speech, gap: Gap): string {
  const { words, zone } = view;
  const day = shortDayWords(words, zone, gap.at);
  return words.record.gap(gap.field as FieldName, day, reasonWords(view, gap.reasonClass));
}

/** "the desk", "Lirven Wire", and a name where the byline says it too: "Ana Moss". */
export function actorWords(
  { words, frame }: View,
  by: string,
  story: { byline: string; lang: string },
): string {
  const { agency, dir } = frame.edition;
  return { desk: words.record.desk, agency, person: keptApart(by, dir) }[toldAs(by, story)];
}
