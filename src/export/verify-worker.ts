/** A thread that does the jobs of a check: told by verify-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Job, type JobSettings, jobDoer } from './verify-jobs.ts';

const doJob = jobDoer(workerData as JobSettings);
parentPort?.on('message', (job: Job) => parentPort?.postMessage(doJob(job)));
