/** Comments that are sent by the form, to an installation with mail. */
import { expect } from 'vitest';
import { sealIn } from './commented.ts';
import type { Newsroom } from './mail-newsroom.ts';
import type { Received } from './mail-server.ts';

/** Sends a comment by the form, each from a network of its own. @returns its number. */
export function commenting(room: Newsroom, code: number) {
  let from = 0;
  return async (said: Record<string, string>): Promise<number> => {
    const form = await room.ask('GET', `/en/${code}/comments/write`);
    expect(form.text).toContain('name="tell"');
    room.wait(10_000);
    const sent = await room.ask(
      'POST',
      `/en/${code}/comments`,
      { seal: sealIn(form.text), website: '', ...said },
      `198.51.100.${++from}`,
    );
    expect([sent.status, sent.headers.location]).toEqual([303, `/en/${code}/comments/received`]);
    const { rows } = await room.database.pool.query<{ id: number }>('select max(id) as id from comments');
    return rows[0]?.id as number;
  };
}

export const lastMail = ({ server }: Newsroom): Received => server.received.at(-1) as Received;
