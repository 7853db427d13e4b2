/** `bin/wireroom repair`: text in, repaired text out. Starts no database. */
import { buffer } from 'node:stream/consumers';
import { repairLanguages, repairText } from '../repair/repair.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const repairCommand: Command = {
  summary: 'puts lost spaces back into text from standard input',
  help: `Usage: bin/wireroom repair [--lang LANG] [--json] < TEXT

Reads UTF-8 text on standard input and writes it with its lost spaces on standard output.
Only spaces are added; text with nothing to repair comes back byte for byte.

  --lang LANG  language of the text (default en). Known: ${repairLanguages.join(', ')};
               text in any other comes back untouched, and a line on standard error says so.
  --json       writes an object instead: text, languageKnown, changes [{offset, before, after, confidence}],
               flags [{offset, text, why}]. Offsets count UTF-16 units from the start of the text.`,
  run: async (words) => {
    const { values, positionals } = readWords('repair', words, {
      lang: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
    });
    if (positionals.length > 0) throw new WrongUse('repair reads standard input: bin/wireroom repair < FILE');
    const bytes = await buffer(process.stdin);
    const text = readUtf8(bytes);
    if (text === null) {
      console.error(
        'The text is not UTF-8, so nothing was changed: convert it first, for example with iconv.',
      );
      process.stdout.write(bytes);
      return 1;
    }
    const repair = repairText(text, values.lang);
    if (!repair.languageKnown)
      console.error(`There is no word list for “${values.lang}”: the text is untouched.`);
    process.stdout.write(values.json ? `${JSON.stringify(repair, null, 2)}\n` : repair.text);
    return 0;
  },
};

/** The text with its byte order mark, where it has one; null where the bytes are no UTF-8. */
function readUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
