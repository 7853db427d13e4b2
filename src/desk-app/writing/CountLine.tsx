/** How long the words are, field by field, against what the channels take. */
import type { Editor } from '@tiptap/core';
import { Fragment, useEffect, useState } from 'react';
import type { Limits } from '../../desk/desk-api.ts';
import { useKept } from '../api/kept.ts';
import { useWords } from '../words/WordsContext.tsx';
import { type Counts, countBody } from './count-body.ts';
import { lengthOf, readingMinutes, wordsIn } from './count-text.ts';
import type { Draft } from './draft.ts';

type Props = { editor: Editor | null; draft: Draft; lang: string; limits: Limits };

/** A pause in typing this long, in milliseconds, before a long text is counted. */
const pauseMs = 200;

export function CountLine({ editor, draft, lang, limits }: Props) {
  const { w, f } = useWords();
  const words = useKept(draft.words);
  const body = useBodyCounts(editor, lang);
  const lengths = {
    headline: lengthOf(words.headline, lang),
    lead: lengthOf(words.lead, lang),
    body: body.characters,
  };
  // As the list counts a draft.
  const inAll = wordsIn(words.lead, lang) + body.words;
  return (
    <footer className="counts">
      {(['headline', 'lead', 'body'] as const).map((field) => (
        <span key={field}>
          {w.fields[field]} <b>{f.number(lengths[field])}</b>
          <small>
            {limitsOf(field).map(([channel, limit], at) => (
              <Fragment key={channel}>
                {at === 0 ? ' ' : w.comma}
                <span data-over={lengths[field] > limit || undefined}>
                  {w.counts.channel(w.counts.channels[channel] ?? channel, f.number(limit))}
                  {lengths[field] > limit && w.counts.over(f.number(lengths[field] - limit))}
                </span>
              </Fragment>
            ))}
          </small>
        </span>
      ))}
      <span>{w.counts.words(f.number(inAll))}</span>
      <span>{w.counts.minutes(f.number(readingMinutes(inAll)))}</span>
    </footer>
  );

  function limitsOf(field: 'headline' | 'lead' | 'body'): [string, number][] {
    return Object.entries(limits)
      .map(([channel, by]): [string, number | undefined] => [channel, by[field]])
      .filter((one): one is [string, number] => typeof one[1] === 'number')
      .sort((a, b) => a[1] - b[1]);
  }
}

function useBodyCounts(editor: Editor | null, lang: string): Counts {
  const [counts, setCounts] = useState<Counts>({ characters: 0, words: 0 });
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      timer = undefined;
      if (!editor.isDestroyed) setCounts(countBody(editor.state.doc, lang));
    };
    const soon = () => {
      timer ??= setTimeout(count, pauseMs);
    };
    count();
    editor.on('transaction', soon);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', soon);
    };
  }, [editor, lang]);
  return counts;
}
