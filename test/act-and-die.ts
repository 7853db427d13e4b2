/** A process of its own that does one act and dies by kill -9 at one of its statements. Started by act-crash.test.ts. */
import pg from 'pg';
import { inTransaction } from '../src/record/transaction.ts';
import { performAct } from '../src/stories/perform-act.ts';
import { agency, noon } from './invented-story.ts';

const [url = '', storyId, kind, dieAt, when] = process.argv.slice(2);
pg.types.setTypeParser(20, Number);
const pool = new pg.Pool({ connectionString: url });
const connect = pool.connect.bind(pool);
let count = 0;
const die = () => process.kill(process.pid, 'SIGKILL');

/** Every statement of the act goes through here; the last is the commit. */
pool.connect = (async () => {
  const client = await connect();
  const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>;
  (client as { query: unknown }).query = async (...words: unknown[]) => {
    count++;
    if (count === Number(dieAt) && when === 'before') die();
    const sent = query(...words);
    // The statement is on its way, and nobody waits for its answer.
    if (count === Number(dieAt) && when === 'during') setImmediate(die);
    const answer = await sent;
    if (count === Number(dieAt) && when === 'after') die();
    return answer;
  };
  return client;
}) as typeof pool.connect;

const done = await inTransaction(pool, (db) =>
  performAct(
    { db, agency, now: noon },
    {
      storyId: Number(storyId),
      kind: kind as 'correct',
      by: 'Ana Moss',
      reasonClass: '',
      note: 'A sentence.',
      fields: ['lead'],
    },
  ),
);
// Only an act that is committed is acknowledged.
console.log(done.ok ? `acknowledged ${count}` : `refused ${done.refusal.kind}`);
await pool.end();
