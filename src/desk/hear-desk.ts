/** Tells every open screen which of its rows have changed: server-sent events, fed by the database's own notices. */
import type { FastifyReply } from 'fastify';

/** Changes that come within this are told together, in milliseconds. */
const gatherMs = 120;

/** The same of comments, of which a flood may come. */
const gatherCommentsMs = 400;

/** How often a silent line is written to, so that nothing between takes it for dead, in milliseconds. */
const beatMs = 15_000;

/** How often is asked whether a session has ended, in milliseconds. */
const askMs = 1_000;

/** Bytes that a screen may leave unread; one that leaves more is asleep, and is let go. */
const mostUnread = 1024 * 1024;

/** Lines that one session may have, each of which is asked for every second: a browser has six at most. */
const mostLines = 20;

export type DeskLine = {
  /** A story's row has changed. */
  tell: (storyId: number) => void;
  /** Comments have come or changed. */
  tellComments: () => void;
  /** Settings have changed. */
  tellSetup: () => void;
  /** A front of an edition was arranged. */
  tellFront: (lang: string) => void;
  /** Changes may have been missed: every screen reads all of it again. */
  tellAll: () => void;
  /** Whether a session may have one line more. */
  hasRoom: (sessionId: string) => boolean;
  /** `stillIn`: whether its person may still hear; asked each second. */
  join: (reply: FastifyReply, listener: { sessionId: string; stillIn: () => Promise<boolean> }) => void;
  close: () => void;
};

export function openDeskLine(clock: () => Date): DeskLine {
  const lines = new Set<{ reply: FastifyReply; sessionId: string; stillIn: () => Promise<boolean> }>();
  const write = (words: string) => {
    for (const { reply } of lines)
      if (reply.raw.writableLength > mostUnread) reply.raw.destroy();
      else reply.raw.write(words);
  };
  let ids = new Set<number>();
  let timer: NodeJS.Timeout | null = null;
  let commentTimer: NodeJS.Timeout | null = null;
  const send = (event: string, data: object) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const flush = () => {
    timer = null;
    const told = [...ids];
    ids = new Set();
    // A screen that is told of a thousand stories reads all of them anyway.
    if (told.length > 500) send('hello', { now: clock().toISOString() });
    else if (told.length > 0) send('stories', { ids: told });
  };
  const beat = setInterval(() => write(': still here\n\n'), beatMs).unref();
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
    tellComments: () => {
      commentTimer ??= setTimeout(() => {
        commentTimer = null;
        send('comments', {});
      }, gatherCommentsMs);
    },
    tellSetup: () => send('setup', {}),
    tellFront: (lang) => send('fronts', { lang }),
    tellAll: () => send('hello', { now: clock().toISOString() }),
    hasRoom: (sessionId) => [...lines].filter((line) => line.sessionId === sessionId).length < mostLines,
    join: (reply, listener) => {
      const line = { reply, ...listener };
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
      if (commentTimer) clearTimeout(commentTimer);
      for (const { reply } of lines) reply.raw.end();
    },
  };
}
