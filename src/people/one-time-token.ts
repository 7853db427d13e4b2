/** Tokens that somebody else holds, in a link or a cookie: kept here as their hash. */
import { createHash, randomBytes } from 'node:crypto';

export type OneTimeToken = { token: string; hash: Buffer };

/** 256 random bits, as they stand in an address. */
export function makeToken(): OneTimeToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** The hash is what is looked for: no time that a comparison takes tells anything of the token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The same in hexadecimal, as better-auth's tables have it. */
export function hashToken(token: string): string {
  return hashOf(token).toString('hex');
}
