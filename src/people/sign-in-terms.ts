/** What signing in is bound to: how long, how strong, with which secret. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';

/** A session lasts this long after the last visit, looked at once a day. */
export const sessionSeconds = 14 * 24 * 60 * 60;
export const shortestPassword = 12;
export const longestPassword = 128;
/** Carries the address that Fastify made out, past better-auth's own guesses. */
export const addressHeader = 'x-wireroom-address';
export const singleSignOnId = 'oidc';

/** One secret for every process of the installation, made by the first. */
export async function sessionSecret(db: Client): Promise<string> {
  await db.query(`insert into secrets (name, value) values ('sessions', $1) on conflict do nothing`, [
    randomBytes(32),
  ]);
  const { rows } = await db.query<{ value: Buffer }>(`select value from secrets where name = 'sessions'`);
  return (rows[0] as { value: Buffer }).value.toString('base64url');
}

/** Of an authenticator app, however it is spaced. */
export function hashAppCode(secret: string, code: string): string {
  return createHmac('sha256', secret)
    .update(`app code ${code.replace(/\s/g, '')}`)
    .digest('hex');
}

export function hashRecoveryCode(secret: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHmac('sha256', secret).update(`recovery code ${plain}`).digest('hex');
}
