/** N.txt: a version as plain text. Lines are not wrapped; paragraphs are parted by a blank line; the last line ends. */
import { dateLineText } from '../site/pages/DateLine.tsx';
import { whenWords } from '../site/pages/notice-words.ts';
import { digits } from '../site/words/dates.ts';
import { plainText } from '../text/plain-text.ts';
import { actedWords, actSentences } from './pages/act-words.ts';
import { withheldLines } from './pages/Withheld.tsx';
import type { VersionText } from './story-texts.ts';

export function versionPlain(text: VersionText): string {
  const { view, story, version, made, history, fields, firstAt } = text;
  const { words } = view;
  const dated = dateLineText(view, { code: story.code, at: firstAt });
  const withheld = withheldLines(view, history);
  const head = [view.sample ? words.sample : '', view.agency];
  if (withheld) {
    const { title, lines, replacement } = withheld;
    const instead =
      replacement === null ? '' : `${words.record.instead}: ${words.code(digits(words, replacement))}`;
    return joined([...head, dated, words.version(digits(words, version.version)), title, ...lines, instead]);
  }
  return joined([
    ...head,
    words.record.versionLine(digits(words, version.version), whenWords(view, made.effectiveAt)),
    parted([actedWords(view, made, fields.byline), ...actSentences(view, made, history)]),
    dated,
    parted([fields.headline || words.record.headlineGone]),
    parted([fields.credit, fields.dateline, fields.byline]),
    parted([fields.lead]),
    plainText(fields.body),
    ...text.gaps,
    fields.topics.length > 0
      ? `${words.topics}: ${fields.topics.map(({ name }) => name).join(words.comma)}`
      : '',
    fields.subjects.length > 0
      ? `${words.subjects}: ${fields.subjects.map(({ code, name }) => `${name} (${code})`).join(words.comma)}`
      : '',
    fields.thread ? `${words.thread}: ${oneLine(fields.thread.name)}` : '',
  ]);
}

function joined(parts: string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function parted(parts: string[]): string {
  return parts
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' · ');
}

export function oneLine(part: string): string {
  return part.replace(/\s+/g, ' ').trim();
}
