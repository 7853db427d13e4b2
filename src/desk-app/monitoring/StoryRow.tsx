/** One story in one line, read like a timetable. */
import { memo } from 'react';
import type { Desk } from '../../desk/desk-api.ts';
import type { Direction } from '../../text/story-text.ts';
import { useWords } from '../words/WordsContext.tsx';
import { ageWords, embargoWords, openWords, sectionWords, stateWords } from './row-words.ts';
import type { RowItem } from './visible-rows.ts';

type Props = {
  item: RowItem;
  desks: readonly Desk[];
  /** Of the story's language. */
  dir: Direction;
  /** The server's time in whole minutes. */
  minute: number;
};

export const StoryRow = memo(function StoryRow({ item, desks, dir, minute }: Props) {
  const spoken = useWords();
  const { w, f } = spoken;
  const { row, movedTo, gone } = item;
  return (
    <>
      <span className={`rule ${ruleOf(item)}`} />
      <span
        className="priority"
        data-urgent={row.priority <= 2 || undefined}
        data-usual={row.priority === 5 || undefined}
      >
        <span className="unseen">{w.rows.heard.priority} </span>
        {f.digits(row.priority)}
      </span>
      <span className="code">
        <span className="unseen">{w.rows.heard.story} </span>
        {row.code === null ? '–' : f.digits(row.code)}
      </span>
      {/* Said, not guessed: a guess passes over what is in a bdi, and the line would be cut at its first words. */}
      <span className="headline" dir={dir} lang={row.lang} data-urgent={row.priority <= 2 || undefined}>
        <bdi>{row.headline || row.slug || w.rows.noHeadline}</bdi>
        {(gone || movedTo) && ' '}
        {gone && (
          <em className="moved" lang={spoken.lang} dir={spoken.dir}>
            {w.rows.gone}
          </em>
        )}
        {movedTo && !gone && (
          <em className="moved" lang={spoken.lang} dir={spoken.dir}>
            → {sectionWords(spoken, desks, movedTo)}
          </em>
        )}
      </span>
      <span className="lang">{row.lang}</span>
      <span className="state" data-red={row.state === 'killed' || row.due?.kind === 'kill' || undefined}>
        {stateWords(spoken, row)}
      </span>
      <span className="who">{openWords(spoken, row)}</span>
      <span className="words">
        {f.number(row.words)}
        <span className="unseen"> {w.rows.heard.words}</span>
      </span>
      <span className="embargo">
        {[row.legal && w.rows.legal, embargoWords(spoken, row, minute)].filter(Boolean).join(w.comma)}
      </span>
      <span className="age">
        <span className="unseen">{w.rows.heard.changed} </span>
        {ageWords(spoken, row, minute)}
      </span>
      <span className="unseen">{sectionWords(spoken, desks, item.section)}</span>
    </>
  );
});

/** The rule at the start: where the story is. */
function ruleOf({ row, section }: RowItem): string {
  if (row.state === 'killed' || row.state === 'removed') return 'rule-killed';
  return section.startsWith('stage:')
    ? `rule-stage rule-${section.slice('stage:'.length)}`
    : `rule-${section}`;
}
