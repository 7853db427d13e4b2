/** Tells every open screen which of its rows have changed: server-sent events, fed by the database's own notices. */
import type { FastifyReply } from 'fastify';

/** Changes that come within this are told together, in milliseconds. */
const gatherMs = 120;

/** How often a silent line is written to, so that nothing between takes it for dead, in milliseconds. */
const beatMs = 15_000;

/** How often is asked whether a session has ended, in milliseconds. */
const askMs = 1_000;

export type DeskLine = {
  /** A story's row has changed. */
  tell: (storyId: number) => void;
  /** Settings have changed. */
  tellSetup: () => void;
  /** Changes may have been missed: every screen reads all of it again. */
  tellAll: () => void;
  /** `stillIn`: whether its person is still signed in; asked each second. */
  join: (reply: FastifyReply, stillIn: () => Promise<boolean>) => void;
  close: () => void;
};

export function openDeskLine(clock: () => Date): DeskLine {
  const lines = new Set<{ reply: FastifyReply; stillIn: () => Promise<boolean> }>();
  let ids = new Set<number>();
  let timer: NodeJS.Timeout | null = null;
  const send = (event: string, data: object) => {
    for (const { reply } of lines) reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const flush = () => {
    timer = null;
    const told = [...ids];
    ids = new Set();
    // A screen that is told of a thousand stories reads all of them anyway.
    if (told.length > 500) send('hello', { now: clock().toISOString() });
    else if (told.length > 0) send('stories', { ids: told });
  };
  const beat = setInterval(() => {
    for (const { reply } of lines) reply.raw.write(': still here\n\n');
  }, beatMs).unref();
  const ask = setInterval(() => {
    for (const { reply, stillIn } of lines)
      void stillIn().then(
        (isIn) => isIn || reply.raw.end(),
        // Where the database does not answer, nothing is told either.
        () => undefined,
      );
  }, askMs).unref();
  return {
    tell: (storyId) => {
      ids.add(storyId);
      timer ??= setTimeout(flush, gatherMs);
    },
    tellSetup: () => send('setup', {}),
    tellAll: () => send('hello', { now: clock().toISOString() }),
    join: (reply, stillIn) => {
      const line = { reply, stillIn };
      lines.add(line);
      reply.raw.on('close', () => lines.delete(line));
      reply.raw.write(
        `retry: 2000\nevent: hello\ndata: ${JSON.stringify({ now: clock().toISOString() })}\n\n`,
      );
    },
    close: () => {
      clearInterval(beat);
      clearInterval(ask);
      if (timer) clearTimeout(timer);
      for (const { reply } of lines) reply.raw.end();
    },
  };
}
