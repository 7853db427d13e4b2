/** `bin/wireroom story CODE`: what the record has of one story. */
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { describeStory, type StoryView, viewStory } from '../record/view-story.ts';
import { addressForLinks } from '../served-address.ts';
import { printable } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const storyCommand: Command = {
  summary: 'shows a story: its versions, its acts and its addresses',
  help: `Usage: bin/wireroom story CODE [--json]

Exit code 1: there is no story with that code.`,
  run: async (words) => {
    const { values, positionals } = readWords('story', words, { json: { type: 'boolean', default: false } });
    const [stated = ''] = positionals;
    if (positionals.length !== 1 || !/^[1-9]\d{0,14}$/.test(stated))
      throw new WrongUse('story takes one code, a whole number.');
    const config = readConfig(process.env);
    noteStopSignals();
    const database = await openDatabase(config, { what: 'bin/wireroom story', server: false });
    let view: StoryView | null;
    try {
      view = await viewStory(database.pool, Number(stated));
    } finally {
      await database.close();
    }
    if (!view) {
      console.error(`There is no story ${stated}.`);
      return 1;
    }
    console.log(
      values.json
        ? JSON.stringify(view, null, 2)
        : describeStory(view, addressForLinks(config, process.env)).split('\n').map(printable).join('\n'),
    );
    return 0;
  },
};
