/** Why better-auth refused, in our words: one catalogue for the screens. */
import type { Saying } from '../stories/saying.ts';
import { peopleSentence } from './people-refusal.ts';
import { reasonsInPersian } from './refusals-fa.ts';

type Reason = { status: number; kind: string; sentence: string };

const reasons = {
  wrongPassword: {
    status: 401,
    kind: 'wrong-password',
    sentence: 'The e-mail address or the password is wrong.',
  },
  /** Of somebody who is signed in. */
  presentPassword: { status: 400, kind: 'wrong-password', sentence: 'The password is wrong.' },
  wrongCode: { status: 401, kind: 'wrong-code', sentence: 'The code is wrong: look for the present one.' },
  usedCode: {
    status: 401,
    kind: 'used-code',
    sentence: 'This code was used already: wait for the next one.',
  },
  wrongRecoveryCode: {
    status: 401,
    kind: 'wrong-code',
    sentence: 'The recovery code is wrong, or was used before.',
  },
  beginAgain: {
    status: 401,
    kind: 'begin-again',
    sentence: 'The sign-in took too long or was tried too often: begin again with the password.',
  },
  locked: { status: 429, kind: 'too-many-tries', sentence: 'Too many wrong codes: wait 15 minutes.' },
  disabled: { status: 403, kind: 'disabled', sentence: peopleSentence({ kind: 'disabled' }) },
  noPassword: {
    status: 409,
    kind: 'no-password',
    sentence: 'There is no password yet: set the first one.',
  },
  tooShort: {
    status: 400,
    kind: 'password-too-short',
    sentence: 'The password is too short: 12 characters at least.',
  },
  tooLong: {
    status: 400,
    kind: 'password-too-long',
    sentence: 'The password is too long: 128 characters at most.',
  },
  appThere: {
    status: 409,
    kind: 'app-there',
    sentence: 'There is an authenticator app already: take it away first.',
  },
  noApp: { status: 409, kind: 'no-app', sentence: 'There is no authenticator app.' },
  notFresh: { status: 403, kind: 'not-fresh', sentence: 'Sign in again first, and do it then.' },
  notSignedIn: { status: 401, kind: 'not-signed-in', sentence: 'Nobody is signed in: sign in first.' },
  unknownPasskey: {
    status: 401,
    kind: 'passkey-refused',
    sentence: 'That passkey is not known here, or its device did not check who uses it.',
  },
  tookTooLong: { status: 400, kind: 'begin-again', sentence: 'That took too long: begin again.' },
  passkeyRefused: {
    status: 400,
    kind: 'passkey-refused',
    sentence: 'The passkey could not be made: its device or browser refused.',
  },
  noSingleSignOn: {
    status: 503,
    kind: 'no-single-sign-on',
    sentence: 'Single sign-on does not answer now: try again in a minute, or use a password or passkey.',
  },
  broken: { status: 500, kind: 'broken', sentence: 'Something broke here; nothing of this was done.' },
  refused: { status: 400, kind: 'refused', sentence: 'That was refused: begin again.' },
} satisfies Record<string, Reason>;

export type SignInReason = keyof typeof reasons;

/** better-auth's words for what went wrong. */
const byCode: Record<string, SignInReason> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongPassword',
  INVALID_EMAIL: 'wrongPassword',
  INVALID_PASSWORD: 'presentPassword',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongRecoveryCode',
  INVALID_TWO_FACTOR_COOKIE: 'beginAgain',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'beginAgain',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
  PERSON_DISABLED: 'disabled',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'noPassword',
  PASSWORD_TOO_SHORT: 'tooShort',
  PASSWORD_TOO_LONG: 'tooLong',
  TOTP_ALREADY_ENABLED: 'appThere',
  TOTP_NOT_ENABLED: 'noApp',
  SESSION_NOT_FRESH: 'notFresh',
  UNAUTHORIZED: 'notSignedIn',
  PASSKEY_NOT_FOUND: 'unknownPasskey',
  AUTHENTICATION_FAILED: 'unknownPasskey',
  CHALLENGE_NOT_FOUND: 'tookTooLong',
  FAILED_TO_VERIFY_REGISTRATION: 'passkeyRefused',
  PROVIDER_NOT_FOUND: 'noSingleSignOn',
};

export function reasonFor(why: SignInReason, { lang }: Saying): Reason {
  return lang === 'fa' ? { ...reasons[why], sentence: reasonsInPersian[why] } : reasons[why];
}

/** @param words the body of better-auth's answer. */
export function sayWhy(status: number, words: string, saying: Saying): Reason {
  const known = byCode[readCode(words)];
  if (known) return reasonFor(known, saying);
  return { ...reasonFor(status >= 500 ? 'broken' : 'refused', saying), status };
}

function readCode(words: string): string {
  try {
    return (JSON.parse(words) as { code?: string } | null)?.code ?? '';
  } catch {
    return '';
  }
}
