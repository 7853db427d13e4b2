/** A template as its fields have it: paragraphs as lines of one text. Pure. */
import { builtInTemplates, emptyWords, type Template, type TemplateWords } from '../../desk/templates.ts';

export type WrittenWords = Omit<TemplateWords, 'body'> & { body: string };
export type WrittenTemplate = Omit<Template, 'words'> & { words: WrittenWords[] };

export function writtenTemplate({ words, ...template }: Template): WrittenTemplate {
  return { ...template, words: words.map(({ body, ...one }) => ({ ...one, body: body.join('\n') })) };
}

export function readTemplate({ words, ...template }: WrittenTemplate): Template {
  return {
    ...template,
    words: words.map(({ body, ...one }) => ({ ...one, body: body === '' ? [] : body.split('\n') })),
  };
}

/** A template of the house, with an id that none of the others has. */
export function emptyWritten(others: readonly { id: string }[]): WrittenTemplate {
  let number = 1;
  while (others.some(({ id }) => id === `own-${number}`)) number++;
  return { id: `own-${number}`, name: '', desk: null, priority: 5, words: [wordsIn(null)] };
}

function wordsIn(lang: string | null): WrittenWords {
  return { ...emptyWords, lang, body: '' };
}

/** What stands for every other language comes last. */
export function withLanguage(words: readonly WrittenWords[], lang: string | null): WrittenWords[] {
  const all = [...words, wordsIn(lang)];
  return [...all.filter((one) => one.lang !== null), ...all.filter((one) => one.lang === null)];
}

/** As it came with the program; null: it did not, or is as it came. */
export function beforeChanges(template: WrittenTemplate): WrittenTemplate | null {
  const built = builtInTemplates.find(({ id }) => id === template.id);
  const written = built && writtenTemplate(built);
  return written && JSON.stringify(sorted(written)) !== JSON.stringify(sorted(template)) ? written : null;
}

/** The database keeps the names of fields in an order of its own. */
function sorted({ id, name, desk, priority, words }: WrittenTemplate): unknown[] {
  const texts = words.map(({ lang, headline, lead, body, dateline, credit }) => [
    lang,
    headline,
    lead,
    body,
    dateline,
    credit,
  ]);
  return [id, name, desk, priority, texts];
}
