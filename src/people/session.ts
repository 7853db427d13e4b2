/** Who is signed in: the cookie, checked against the database at each request. */
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Client } from '../stories/story-store.ts';
import { writeAudit } from './audit.ts';
import { hashToken } from './one-time-token.ts';
import type { People } from './people.ts';
import { dropOldSessions, findSignedIn, insertSession, type Person, setSignedInAt } from './session-store.ts';
import { sessionSeconds } from './sign-in-terms.ts';

export type HowSignedIn =
  | 'password'
  | 'password and app'
  | 'password and recovery code'
  | 'passkey'
  | 'single sign-on'
  | 'link'
  | 'invitation';

type Site = Pick<People, 'pool' | 'clock' | 'secret' | 'publicUrl'>;

const asked = new WeakMap<FastifyRequest, Promise<Person | null>>();

/** @returns null where nobody is signed in, the session was ended, or the person is disabled. */
export function personOf(site: Site, request: FastifyRequest): Promise<Person | null> {
  const known = asked.get(request);
  if (known) return known;
  const found = findBy(site, request.headers.cookie);
  asked.set(request, found);
  return found;
}

async function findBy(site: Site, cookies: string | undefined): Promise<Person | null> {
  const token = readToken(site, cookies);
  return token === null ? null : findSignedIn(site.pool, { tokenHash: hashToken(token) }, site.clock());
}

/**
 * For an answer that goes on for hours, as a stream of events does: the person as he is now, with his present roles. Ask
 * every second. @returns null where the session has ended since.
 */
export function personAgain(
  site: Pick<Site, 'pool' | 'clock'>,
  { sessionId }: Pick<Person, 'sessionId'>,
): Promise<Person | null> {
  return findSignedIn(site.pool, { sessionId }, site.clock());
}

/** The token of the cookie, where its signature is ours. */
function readToken(site: Site, cookies = ''): string | null {
  const name = `${cookieName(site)}=`;
  const kept = cookies.split(/; */).find((one) => one.startsWith(name));
  if (!kept) return null;
  const [token = '', signature = ''] = decode(kept.slice(name.length)).split('.');
  const expected = Buffer.from(sign(site, token));
  const given = Buffer.from(signature);
  return token && given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** As better-auth signs and names it: both read the same cookie. */
function sign({ secret }: Pick<Site, 'secret'>, token: string): string {
  return createHmac('sha256', secret).update(token).digest('base64');
}

function cookieName(site: Pick<Site, 'publicUrl'>): string {
  return `${isSecure(site) ? '__Secure-' : ''}wireroom.session_token`;
}

function isSecure({ publicUrl }: Pick<Site, 'publicUrl'>): boolean {
  return publicUrl().startsWith('https://');
}

export type NewSession = { sessionId: string; cookie: string };

/** Signs a person in: in the transaction that lets him. The caller has looked that he is not disabled. */
export async function beginSession(
  site: Site,
  db: Client,
  { personId, address, userAgent }: { personId: string; address: string; userAgent: string },
): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const at = site.clock();
  const id = randomUUID();
  await insertSession(db, {
    id,
    tokenHash: hashToken(token),
    personId,
    at,
    expiresAt: new Date(at.getTime() + sessionSeconds * 1_000),
    address,
    userAgent: userAgent.slice(0, 500),
  });
  const value = encodeURIComponent(`${token}.${sign(site, token)}`);
  const secure = isSecure(site) ? '; Secure' : '';
  const cookie = `${cookieName(site)}=${value}; Max-Age=${sessionSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  return { sessionId: id, cookie };
}

/** What every sign-in leaves behind, in its own transaction. */
export async function noteSignedIn(
  db: Client,
  {
    person,
    how,
    sessionId,
    at,
  }: { person: { id: string; name: string }; how: HowSignedIn; sessionId: string; at: Date },
): Promise<void> {
  await setSignedInAt(db, person.id, at);
  await dropOldSessions(db, at);
  await writeAudit(db, {
    by: { id: person.id, name: person.name },
    what: 'people.signed-in',
    about: { how, session: sessionId },
    at,
  });
}
