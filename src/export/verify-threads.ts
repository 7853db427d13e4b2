/** Does the jobs of a check in threads of their own, so that all cores work; or in this one. */
import { Worker } from 'node:worker_threads';
import { type Job, type JobDone, type JobSettings, jobDoer } from './verify-jobs.ts';

export type JobThreads = {
  /** Resolves when there is room for another job, so that jobs do not pile up. */
  give: (job: Job) => Promise<void>;
  /** Resolves when all jobs are done. */
  end: () => Promise<void>;
};

/** Jobs that may wait for each thread. */
const mostWaiting = 4;

/** `threads` 0: everything is done here. `done` is told of each job; rejects where one failed, which is a bug. */
export function jobThreads(
  threads: number,
  settings: JobSettings,
  done: (what: JobDone) => void,
): JobThreads {
  if (threads === 0) {
    const doJob = jobDoer(settings);
    return { give: async (job) => done(doJob(job)), end: async () => undefined };
  }
  let failure: Error | null = null;
  let given = 0;
  let wake: () => void = () => undefined;
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./verify-worker.js', import.meta.url), { workerData: settings });
    const mine = { worker, waiting: 0 };
    worker.on('message', (what: JobDone) => {
      mine.waiting--;
      given--;
      done(what);
      wake();
    });
    worker.on('error', (error: Error) => {
      failure = error;
      wake();
    });
    return mine;
  });
  const until = async (holds: () => boolean) => {
    while (!holds() && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (!failure) return;
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
    throw failure;
  };
  return {
    give: async (job) => {
      await until(() => workers.some(({ waiting }) => waiting < mostWaiting));
      const idlest = workers.reduce((a, b) => (a.waiting <= b.waiting ? a : b));
      idlest.waiting++;
      given++;
      idlest.worker.postMessage(job);
    },
    end: async () => {
      await until(() => given === 0);
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}
