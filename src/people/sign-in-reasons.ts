/** Why better-auth refused, in our words: one catalogue for the screens. */
import { peopleSentence } from './people-refusal.ts';

const wrongPassword = {
  status: 401,
  kind: 'wrong-password',
  sentence: 'The e-mail address or the password is wrong.',
};
const noSecondStep = {
  status: 401,
  kind: 'begin-again',
  sentence: 'The sign-in took too long or was tried too often: begin again with the password.',
};
const noPasskey = {
  status: 401,
  kind: 'passkey-refused',
  sentence: 'That passkey is not known here, or its device did not check who uses it.',
};
const wrongCode = {
  status: 401,
  kind: 'wrong-code',
  sentence: 'The code is wrong: look for the present one.',
};

/** better-auth's words for what went wrong, in ours. */
const reasons: Record<string, { status: number; kind: string; sentence: string }> = {
  INVALID_EMAIL_OR_PASSWORD: wrongPassword,
  INVALID_EMAIL: wrongPassword,
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: {
    status: 401,
    kind: 'wrong-code',
    sentence: 'The recovery code is wrong, or was used before.',
  },
  INVALID_TWO_FACTOR_COOKIE: noSecondStep,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: noSecondStep,
  ACCOUNT_TEMPORARILY_LOCKED: {
    status: 429,
    kind: 'too-many-tries',
    sentence: 'Too many wrong codes: wait 15 minutes.',
  },
  PERSON_DISABLED: { status: 403, kind: 'disabled', sentence: peopleSentence({ kind: 'disabled' }) },
  INVALID_PASSWORD: { status: 400, kind: 'wrong-password', sentence: 'The password is wrong.' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    status: 409,
    kind: 'no-password',
    sentence: 'There is no password yet: set the first one.',
  },
  PASSWORD_TOO_SHORT: {
    status: 400,
    kind: 'password-too-short',
    sentence: 'The password is too short: 12 characters at least.',
  },
  PASSWORD_TOO_LONG: {
    status: 400,
    kind: 'password-too-long',
    sentence: 'The password is too long: 128 characters at most.',
  },
  TOTP_ALREADY_ENABLED: {
    status: 409,
    kind: 'app-there',
    sentence: 'There is an authenticator app already: take it away first.',
  },
  TOTP_NOT_ENABLED: { status: 409, kind: 'no-app', sentence: 'There is no authenticator app.' },
  SESSION_NOT_FRESH: { status: 403, kind: 'not-fresh', sentence: 'Sign in again first, and do it then.' },
  UNAUTHORIZED: { status: 401, kind: 'not-signed-in', sentence: 'Nobody is signed in: sign in first.' },
  PASSKEY_NOT_FOUND: noPasskey,
  AUTHENTICATION_FAILED: noPasskey,
  CHALLENGE_NOT_FOUND: {
    status: 400,
    kind: 'begin-again',
    sentence: 'That took too long: begin again.',
  },
  FAILED_TO_VERIFY_REGISTRATION: {
    status: 400,
    kind: 'passkey-refused',
    sentence: 'The passkey could not be made: its device or browser refused.',
  },
  PROVIDER_NOT_FOUND: {
    status: 503,
    kind: 'no-single-sign-on',
    sentence: 'Single sign-on does not answer now: try again in a minute, or use a password or passkey.',
  },
};

/** @param words the body of better-auth's answer. */
export function sayWhy(status: number, words: string): { status: number; kind: string; sentence: string } {
  const code = readCode(words);
  const known = reasons[code];
  if (known) return known;
  if (status >= 500)
    return { status, kind: 'broken', sentence: 'Something broke here; nothing of this was done.' };
  return { status, kind: 'refused', sentence: 'That was refused: begin again.' };
}

function readCode(words: string): string {
  try {
    return (JSON.parse(words) as { code?: string } | null)?.code ?? '';
  } catch {
    return '';
  }
}
