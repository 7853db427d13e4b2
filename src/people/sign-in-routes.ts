/** better-auth over HTTP: each of its ends that is used here, by name, with its body's schema. The others do not exist. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseApi } from '../web/api-answers.ts';
import { currentClient, inAmbientTransaction, type SessionMade } from './ambient-transaction.ts';
import { type AuditWhat, writeAudit } from './audit.ts';
import type { People } from './people.ts';
import { peopleSentence } from './people-refusal.ts';
import { findPerson } from './people-store.ts';
import { type HowSignedIn, noteSignedIn } from './session.ts';
import type { Person } from './session-store.ts';
import { addressHeader, hashRecoveryCode, singleSignOnId } from './sign-in-terms.ts';
import { countTry, forgiveTry, type Tried } from './tries.ts';

type Said = Record<string, unknown>;

type End = {
  method: 'GET' | 'POST';
  /** Under /api/auth. */
  path: string;
  properties?: Record<string, object>;
  required?: string[];
  /** What better-auth gets for what was sent. */
  body?: (said: Said, people: People) => Said;
  /** A try that counts, and by which account besides the address. */
  tried?: (said: Said) => string | undefined;
  /** Whoever was not signed in before is now: how. */
  signsIn?: HowSignedIn;
  /** What somebody who is signed in changed. */
  changes?: AuditWhat;
  /** It asks another server: no connection is held meanwhile. */
  waits?: boolean;
};

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const password = text(1_000);

const ends: End[] = [
  {
    method: 'POST',
    path: '/sign-in/email',
    properties: { email: text(254), password, rememberMe: { type: 'boolean' } },
    required: ['email', 'password'],
    tried: ({ email }) => String(email),
    signsIn: 'password',
  },
  {
    method: 'POST',
    path: '/two-factor/verify-totp',
    properties: { code: text(20) },
    required: ['code'],
    body: ({ code }) => ({ code: String(code).replace(/\s/g, '') }),
    tried: () => undefined,
    signsIn: 'password and app',
    changes: 'people.authenticator-added',
  },
  {
    method: 'POST',
    path: '/two-factor/verify-backup-code',
    properties: { code: text(60) },
    required: ['code'],
    body: ({ code }, { secret }) => ({ code: hashRecoveryCode(secret, String(code)) }),
    tried: () => undefined,
    signsIn: 'password and recovery code',
  },
  { method: 'GET', path: '/passkey/generate-authenticate-options', tried: () => undefined },
  {
    method: 'POST',
    path: '/passkey/verify-authentication',
    properties: { response: { type: 'object', additionalProperties: true } },
    required: ['response'],
    tried: () => undefined,
    signsIn: 'passkey',
  },
  {
    method: 'POST',
    path: '/sign-in/social',
    body: (_said, { publicUrl }) => ({
      provider: singleSignOnId,
      callbackURL: `${publicUrl()}/desk/`,
      errorCallbackURL: `${publicUrl()}/desk/#/sign-in`,
    }),
    tried: () => undefined,
  },
  { method: 'GET', path: `/callback/${singleSignOnId}`, signsIn: 'single sign-on', waits: true },
  { method: 'POST', path: '/sign-out' },
  {
    method: 'POST',
    path: '/change-password',
    properties: { currentPassword: password, newPassword: password },
    required: ['currentPassword', 'newPassword'],
    body: (said) => ({ ...said, revokeOtherSessions: true }),
    tried: () => undefined,
    changes: 'people.password-set',
  },
  {
    method: 'POST',
    path: '/two-factor/enable',
    properties: { password },
    required: ['password'],
    tried: () => undefined,
  },
  {
    method: 'POST',
    path: '/two-factor/disable',
    properties: { password },
    required: ['password'],
    tried: () => undefined,
    changes: 'people.authenticator-dropped',
  },
  {
    method: 'POST',
    path: '/two-factor/generate-backup-codes',
    properties: { password },
    required: ['password'],
    tried: () => undefined,
    changes: 'people.recovery-codes-made',
  },
  { method: 'GET', path: '/passkey/generate-register-options' },
  {
    method: 'POST',
    path: '/passkey/verify-registration',
    properties: { response: { type: 'object', additionalProperties: true }, name: text(100) },
    required: ['response'],
    changes: 'people.passkey-added',
  },
  { method: 'GET', path: '/passkey/list-user-passkeys' },
  {
    method: 'POST',
    path: '/passkey/update-passkey',
    properties: { id: text(100), name: text(100) },
    required: ['id', 'name'],
    changes: 'people.passkey-renamed',
  },
  {
    method: 'POST',
    path: '/passkey/delete-passkey',
    properties: { id: text(100) },
    required: ['id'],
    changes: 'people.passkey-dropped',
  },
];

export function signInRoutes(app: FastifyInstance, people: People): void {
  for (const end of ends) {
    const schema =
      end.method === 'GET'
        ? {}
        : {
            body: {
              type: end.required ? 'object' : ['object', 'null'],
              properties: end.properties ?? {},
              required: end.required ?? [],
              additionalProperties: false,
            },
          };
    app.route({
      method: end.method,
      url: `/api/auth${end.path}`,
      schema,
      // Also those that succeed: each leaves a row behind for some minutes. A newsroom may have one address.
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      handler: (request, reply) => answer(people, end, request, reply),
    });
  }
}

async function answer(
  people: People,
  end: End,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const said = (request.body ?? {}) as Said;
  const person = await people.personOf(request);
  const tried = triedBy(end, said, person, request.ip);
  const wait = tried && (await countTry(people.pool, tried, people.clock()));
  if (wait) {
    const refusal = { kind: 'too-many-tries', ...wait } as const;
    reply.header('retry-after', wait.waitSeconds);
    return refuseApi(reply, 429, { kind: refusal.kind, sentence: peopleSentence(refusal) });
  }
  const auth = await people.auth();
  const response = await inAmbientTransaction(
    people.pool,
    async (sessionsMade) => {
      const answered = await auth.handler(asWebRequest(people, end, said, request));
      const words = await answered.text();
      if (answered.status < 400) await note(people, end, { person, sessionsMade, words });
      return { status: answered.status, headers: answered.headers, words };
    },
    { later: end.waits === true },
  );
  if (tried && response.status < 400) await forgiveTry(people.pool, tried);
  return send(response, reply);
}

/** A second factor is tried for an account that better-auth counts itself: ten wrong codes lock it for a while. */
function triedBy(end: End, said: Said, person: Person | null, address: string): Tried | null {
  if (!end.tried) return null;
  return { address, account: end.tried(said) ?? person?.id };
}

function asWebRequest(people: People, end: End, said: Said, request: FastifyRequest): Request {
  const { cookie, origin, 'user-agent': userAgent } = request.headers;
  const headers = new Headers({
    // The gate has let it pass; a passkey is bound to the origin of the page that asks.
    origin: origin ?? people.publicUrl(),
    [addressHeader]: request.ip,
    'user-agent': (userAgent ?? '').slice(0, 500),
  });
  if (cookie) headers.set('cookie', cookie);
  const query = request.url.split('?', 2)[1];
  const url = `${people.publicUrl()}/api/auth${end.path}${query ? `?${query}` : ''}`;
  if (end.method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  const body = JSON.stringify(end.body ? end.body(said, people) : said);
  return new Request(url, { method: end.method, headers, body });
}

/** What happened, written where it happened. */
async function note(
  people: People,
  end: End,
  {
    person,
    sessionsMade,
    words,
  }: { person: Person | null; sessionsMade: readonly SessionMade[]; words: string },
): Promise<void> {
  const db = currentClient(people.pool);
  const at = people.clock();
  const made = sessionsMade.at(-1);
  if (person && end.changes) {
    // A code that is tried again when the app is there already changes nothing.
    if (end.signsIn && !made) return;
    return writeAudit(db, { by: person, what: end.changes, about: { person: person.id }, at });
  }
  // A right password whose second factor is still to come is no sign-in: its session is gone again.
  if (!end.signsIn || !made || words.includes('"twoFactorRedirect":true')) return;
  const whose = await findPerson(db, made.personId);
  if (whose) await noteSignedIn(db, { person: whose, how: end.signsIn, sessionId: made.sessionId, at });
}

type Answered = { status: number; headers: Headers; words: string };

function send({ status, headers, words }: Answered, reply: FastifyReply): FastifyReply {
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location) return reply.status(302).header('location', location).send();
  if (status >= 400) {
    const { status: told, ...error } = sayWhy(status, words);
    return refuseApi(reply, told, error);
  }
  return reply
    .status(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(withoutTokens(words)));
}

/** The cookie has the token; scripts need none. */
function withoutTokens(words: string): unknown {
  const value = JSON.parse(words || 'null') as Said | null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { token: _token, session: _session, ...rest } = value;
  // The device asks for its PIN or a finger; better-auth would only prefer that.
  return 'challenge' in rest && 'userVerification' in rest ? { ...rest, userVerification: 'required' } : rest;
}

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

function sayWhy(status: number, words: string): { status: number; kind: string; sentence: string } {
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
