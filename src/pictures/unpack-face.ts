/** The thread that unpacks a WOFF2 font file, named by draw-words.ts, to what it was before: TrueType. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import decompress from 'wawoff2/decompress.js';

parentPort?.postMessage(await decompress(readFileSync(workerData as string)));
