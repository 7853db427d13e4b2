/** `bin/wireroom comments export|erase EMAIL`: what a person may ask of us about the comments they wrote. */
import { eraseOf, exportOf } from '../comments/person-requests.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { byCommand } from '../people/audit.ts';
import { isEmail } from '../people/email-address.ts';
import { inTransaction } from '../record/transaction.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const commentsCommand: Command = {
  summary: 'gives a person the comments they wrote, or erases them',
  help: `Usage: bin/wireroom comments export EMAIL
       bin/wireroom comments erase EMAIL [--json]

  export  prints all comments that came with this e-mail address, as JSON
  erase   takes away their words, names and addresses, for good; where readers saw one, “removed at its author’s request”
          stays in its place. Noted in DATA_DIR/erased-comments.jsonl, without anything of the person, so that
          restoring an older backup erases them again: keep that file with the backups

An address is kept for the days that the settings say; after them nobody can tell whose a comment was. Exit code 0 also where
there are none.`,
  run: async (words) => {
    const { values, positionals } = readWords('comments', words, {
      json: { type: 'boolean', default: false },
    });
    const [what, email = ''] = positionals;
    if ((what !== 'export' && what !== 'erase') || positionals.length !== 2)
      throw new WrongUse('comments takes export EMAIL, or erase EMAIL.');
    if (!isEmail(email)) throw new WrongUse(`“${email}” is no e-mail address.`);
    noteStopSignals();
    const config = readConfig(process.env);
    const database = await openDatabase(config, {
      what: 'bin/wireroom comments',
      server: false,
    });
    try {
      const now = new Date();
      if (what === 'export') {
        const comments = await inTransaction(database.pool, (db) =>
          exportOf({ db, now, by: byCommand }, email),
        );
        console.log(JSON.stringify(comments, null, 2));
        return 0;
      }
      const { dataDir } = config;
      const ids = await inTransaction(database.pool, (db) =>
        eraseOf({ db, now, by: byCommand }, { email, dataDir }),
      );
      if (values.json) console.log(JSON.stringify({ outcome: 'erased', comments: ids }));
      else console.log(ids.length === 1 ? 'One comment was erased.' : `${ids.length} comments were erased.`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
