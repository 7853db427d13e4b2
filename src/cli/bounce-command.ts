/** `bin/wireroom bounce`: takes in one mail that came back, from the pipe of a mail server. */
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { longestReport } from '../mail/read-report.ts';
import { type TakenBounce, takeBounce } from '../mail/take-bounce.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const bounceCommand: Command = {
  summary: 'takes in a mail that came back, on stdin',
  help: `Usage: bin/wireroom bounce [--to ADDRESS] [--json] < MAIL

Reads one mail as a mail server hands it on, and notes that what we sent did not arrive. An address that does not exist gets
nothing more at once; one that did not take our mail for another reason, after several such mails.

  --to ADDRESS   the address that the mail was delivered to; without it the mail's own headers (To, Delivered-To,
                 X-Original-To) are looked at

Each mail that we send has a return path of its own, under MAIL_BOUNCE; a mail to any other address changes nothing.
Postfix, with MAIL_BOUNCE=bounce@example.org and recipient_delimiter = +, in the aliases:
  bounce: "|/srv/wireroom/bin/wireroom bounce"

Exit code 0 also where there was nothing to note, so that the mail server does not send that back in turn.`,
  run: async (words) => {
    const { values, positionals } = readWords('bounce', words, {
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    if (positionals.length > 0) throw new WrongUse('bounce takes no words: the mail comes on stdin.');
    const bytes = await readStdin();
    if (bytes.length === 0) throw new WrongUse('bounce reads a mail on stdin, and there was none.');
    noteStopSignals();
    const config = readConfig(process.env);
    const database = await openDatabase(config, { what: 'bin/wireroom bounce', server: false });
    try {
      const taken = await takeBounce(database.pool, { bytes, to: values.to ?? null }, new Date());
      console.log(values.json ? JSON.stringify(taken) : sentenceOf(taken));
      return 0;
    } finally {
      await database.close();
    }
  },
};

/** No more than is looked at; the rest is read and let go, so that whoever writes is not cut off. */
async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (length < longestReport) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

function sentenceOf(taken: TakenBounce): string {
  switch (taken.kind) {
    case 'noted':
      return `Noted: ${taken.covered} ${taken.hard ? 'does not take mail, and gets none any more' : 'did not take this mail'}${taken.status && ` (${taken.status})`}.`;
    case 'no-failure':
      return 'Nothing to note: it tells of no failure.';
    case 'unknown':
      return 'Nothing to note: it is about no mail of ours that is remembered.';
  }
}
