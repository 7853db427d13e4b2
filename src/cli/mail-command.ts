/** `bin/wireroom mail`: how things stand with mail. */
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { readLastSent, readMailFacts } from '../mail/mail-facts.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const mailCommand: Command = {
  summary: 'says how many mails wait, went out and came back',
  help: `Usage: bin/wireroom mail [--json]

Says through which server mail goes out by this command's environment, when the program sent the last one, how many mails wait, went out in the last day and were given up, how many readers
get an alert or a newsletter, and which mails came back last. No address is shown whole.`,
  run: async (words) => {
    const { values, positionals } = readWords('mail', words, { json: { type: 'boolean', default: false } });
    if (positionals.length > 0) throw new WrongUse('mail takes no words.');
    const config = readConfig(process.env);
    noteStopSignals();
    const database = await openDatabase(config, { what: 'bin/wireroom mail', server: false });
    try {
      const facts = await readMailFacts(database.pool, config.mail, new Date());
      const lastSent = await readLastSent(database.pool);
      if (values.json) console.log(JSON.stringify({ ...facts, lastSent }, null, 2));
      else {
        const { server, from, waiting, sent, givenUp, followers, followings, bounces } = facts;
        console.log(
          server
            ? `Mail goes out through ${server}, from ${from}.`
            : 'SMTP_URL is not set where this command was started, so it cannot say through which server mail goes out; the running program goes by its own.',
        );
        console.log(
          lastSent
            ? `The program last sent a mail at ${lastSent.at} (${lastSent.kind}).`
            : 'No mail that was sent is remembered.',
        );
        console.log(`${waiting} waiting, ${sent} sent in the last day, ${givenUp} given up.`);
        console.log(`${followers} readers.`);
        for (const { kind, lang, topic, count } of followings)
          console.log(`  ${count} ${kind} ${lang}${topic && ` ${topic}`}`);
        for (const { at, covered, hard, status, said } of bounces)
          console.log(`  ${at} ${covered} ${hard ? 'gone' : 'refused'} ${status} ${said}`.trimEnd());
      }
      return 0;
    } finally {
      await database.close();
    }
  },
};
