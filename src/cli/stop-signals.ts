/** Stop signals while a command has the database open, which it must close so that nothing is left running. */

/** A terminal signals its whole group and `bin/wireroom` passes its own signal on: what comes so soon is one signal. */
const sameSignalMs = 1_000;

/**
 * From now on a stop signal is noted and no more: the command looks at `asked` between its steps. A later one ends the
 * process at once; a database that it started is then left to the next command or start, which ends it.
 */
export function noteStopSignals(): { asked: boolean } {
  const stop = { asked: false };
  let askedAtMs = 0;
  const note = () => {
    if (stop.asked && performance.now() - askedAtMs > sameSignalMs) process.exit(1);
    if (!stop.asked) askedAtMs = performance.now();
    stop.asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, note);
  return stop;
}
