/** `bin/wireroom key show|rotate`: the keys that sign the log. */
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { lockHead } from '../log/log-store.ts';
import { describeKeys, readKeys, rotateKey } from '../log/signing-keys.ts';
import { inTransaction } from '../record/transaction.ts';
import { wipeOldSecrets } from '../record/wipe-removed.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const keyCommand: Command = {
  summary: 'shows the keys that sign the log, or begins a new one',
  help: `Usage: bin/wireroom key show|rotate [--json]

  show    the public keys, oldest first: give them to whoever checks the log
  rotate  makes a new key; the old one signs it, and is forgotten here: backups made before have it still. Acts from then on
          are signed by the new one.`,
  run: async (words) => {
    const { values, positionals } = readWords('key', words, { json: { type: 'boolean', default: false } });
    const [what = ''] = positionals;
    if (positionals.length !== 1 || (what !== 'show' && what !== 'rotate'))
      throw new WrongUse('key takes one word: show or rotate.');
    noteStopSignals();
    const database = await openDatabase(readConfig(process.env), { what: 'bin/wireroom key', server: false });
    try {
      if (what === 'rotate') {
        await inTransaction(database.pool, async (db) => {
          const head = await lockHead(db);
          return rotateKey(db, head.size, new Date());
        });
        for (const sentence of await wipeOldSecrets(database.pool)) console.error(`! ${sentence}`);
      }
      const keys = await readKeys(database.pool);
      const shown = keys.map(({ secret: _, ...key }) => key);
      console.log(values.json ? JSON.stringify(shown, null, 2) : describeKeys(keys).trimEnd());
      return 0;
    } finally {
      await database.close();
    }
  },
};
