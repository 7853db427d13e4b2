/** A thread that checks one part of the record, over a connection of its own: started by verify-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { newPool } from '../database/open-database.ts';
import { sameMoment } from './same-moment.ts';
import { checkPart, type Part, type PartSaid } from './verify-parts.ts';
import type { PartSettings } from './verify-threads.ts';

const { part, connection, snapshot } = workerData as PartSettings<Part>;
const say = (said: PartSaid) => parentPort?.postMessage(said);
const pool = newPool({ ...connection, max: 1 });
const seen = await sameMoment(pool, snapshot, (db) =>
  checkPart(part, db, (finding) => say({ kind: 'found', finding })),
);
await pool.end();
say({ kind: 'done', seen });
