/** People over HTTP: oneself, the others, invitations, links, the list of changes. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queueMail } from '../mail/queue-mail.ts';
import { inTransaction } from '../record/transaction.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { writeAudit } from './audit.ts';
import { type AuditPart, auditParts } from './audit-parts.ts';
import {
  changeMyself,
  changePerson,
  endSessionsOf,
  type PersonChange,
  setFirstPassword,
} from './change-person.ts';
import { decided, limited, signIn, tell, tellSignedIn } from './decide.ts';
import { invitationLink, invitePerson, revokeInvitation } from './invite-person.ts';
import { listInvitations } from './link-store.ts';
import type { People } from './people.ts';
import { type PeopleResult, refusePeople } from './people-refusal.ts';
import { findPerson, listPeople, type PersonRow, type UiLang } from './people-store.ts';
import { type Grant, roles, whatHeMay } from './policy.ts';
import { readAudit, readPlace } from './read-audit.ts';
import { endSessions, listSessions, type Person } from './session-store.ts';
import { useSignInLink } from './sign-in-link.ts';
import { addressHeader, longestPassword, shortestPassword } from './sign-in-terms.ts';

/** One sees it: a NUL or an empty letter alone is no name. */
const name = { type: 'string', minLength: 1, maxLength: 200, pattern: '[\\p{L}\\p{N}\\p{P}\\p{S}]' };
const email = { type: 'string', minLength: 3, maxLength: 254 };
const token = { type: 'string', minLength: 20, maxLength: 100 };
const newPassword = { type: 'string', minLength: shortestPassword, maxLength: longestPassword };
const slug = { type: ['string', 'null'], pattern: '^[a-z0-9-]+$', maxLength: 60 };
const grants = {
  type: 'array',
  maxItems: 50,
  items: object({ role: { type: 'string', enum: roles }, desk: slug, lang: slug }, ['role', 'desk', 'lang']),
};

function object(properties: Record<string, object>, required: string[] = []) {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What the audit list gives at once. */
const auditPage = 200;

/** @param sendsMail whether whoever is invited gets the link by mail, too. */
export function peopleRoutes(app: FastifyInstance, people: People, { sendsMail = false } = {}): void {
  const { pool, clock } = people;
  const me = async (request: FastifyRequest) => (await people.personOf(request)) as Person;
  const decide = <T>(work: (deps: { db: Client; now: Date }) => Promise<PeopleResult<T>>) =>
    decided<T>(people, work);

  app.get('/api/sign-in-ways', async () => {
    // Somebody looks at the page for signing in: what he needs next is loaded meanwhile.
    people.auth().catch(() => undefined);
    return { password: true, passkey: true, singleSignOn: people.singleSignOn() };
  });

  app.get('/api/me', async (request, reply) => {
    const person = await me(request);
    const cookies = await prolong(people, request);
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return describeMe(person, (await findPerson(pool, person.id)) as PersonRow);
  });
  app.put<{ Body: { name?: string; uiLang?: UiLang } }>(
    '/api/me',
    { schema: { body: object({ name, uiLang: { type: 'string', enum: ['en', 'fa'] } }) } },
    async (request, reply) => {
      const by = await me(request);
      const said = trimmed(request.body);
      const changed = await decide((deps) => changeMyself(deps, { by, ...said }));
      return tell(reply, changed.ok ? { ok: true, value: describeMe(by, changed.value) } : changed);
    },
  );
  app.post<{ Body: { password: string } }>(
    '/api/me/password',
    { schema: { body: object({ password: newPassword }, ['password']) } },
    async (request, reply) => {
      const passwordHash = await hashPassword(request.body.password);
      const by = await me(request);
      return tell(reply, await decide((deps) => setFirstPassword(deps, { by, passwordHash })));
    },
  );
  app.get('/api/me/sessions', async (request) => {
    const person = await me(request);
    const sessions = await listSessions(pool, person.id, clock());
    return { sessions: sessions.map((one) => ({ ...one, current: one.id === person.sessionId })) };
  });
  // All but the one that asks.
  app.delete('/api/me/sessions', async (request) => {
    const person = await me(request);
    return { ended: await endOwn(people, person, { but: person.sessionId }) };
  });
  app.delete<{ Params: { id: string } }>('/api/me/sessions/:id', async (request, reply) => {
    const ended = await endOwn(people, await me(request), { id: request.params.id });
    return tell(
      reply,
      ended === 1 ? { ok: true, value: { ended } } : refusePeople({ kind: 'no-such-session' }),
    );
  });

  app.get('/api/people', async () => ({
    people: (await listPeople(pool)).map(describePerson),
    invitations: await listInvitations(pool, clock()),
  }));
  app.put<{ Params: { id: string }; Body: PersonChange }>(
    '/api/people/:id',
    { schema: { body: object({ name, email, grants, disabled: { type: 'boolean' } }) } },
    async (request, reply) => {
      const by = await me(request);
      const change = trimmed(request.body);
      const changed = await decide((deps) => changePerson(deps, { by, id: request.params.id, change }));
      return tell(reply, changed.ok ? { ok: true, value: describePerson(changed.value) } : changed);
    },
  );
  app.post<{ Params: { id: string } }>('/api/people/:id/end-sessions', async (request, reply) => {
    const by = await me(request);
    return tell(reply, await decide((deps) => endSessionsOf(deps, { by, id: request.params.id })));
  });
  app.post<{ Body: { name: string; email: string; grants: Grant[] } }>(
    '/api/people/invitations',
    {
      schema: {
        body: object({ name, email, grants: { ...grants, minItems: 1 } }, ['name', 'email', 'grants']),
      },
    },
    async (request, reply) => {
      const by = await me(request);
      const { name, email: address, grants } = trimmed(request.body);
      const invited = await decide(async (deps) => {
        const made = await invitePerson(deps, { by, name, email: address, grants });
        if (made.ok && sendsMail)
          await queueMail(
            deps.db,
            {
              kind: 'invitation',
              to: { address },
              lang: request.saying.lang,
              about: { invitation: made.value.id },
            },
            deps.now,
          );
        return made;
      });
      if (!invited.ok) return tell(reply, invited);
      const { id, expiresAt } = invited.value;
      const link = invitationLink(people.publicUrl(), invited.value.token);
      return { id, expiresAt, link, mailedTo: sendsMail ? address : null };
    },
  );
  app.delete<{ Params: { id: string } }>('/api/people/invitations/:id', async (request, reply) => {
    const by = await me(request);
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0;
    return tell(reply, await decide((deps) => revokeInvitation(deps, { by, id })));
  });

  app.post<{ Body: { token: string } }>(
    '/api/invitations/look',
    { schema: { body: object({ token }, ['token']) } },
    async (request, reply) =>
      tell(
        reply,
        await limited(people, request, () => decide((deps) => readInvitation(deps, request.body.token))),
      ),
  );
  app.post<{ Body: { token: string; name: string; password: string } }>(
    '/api/invitations/accept',
    { schema: { body: object({ token, name, password: newPassword }, ['token', 'name', 'password']) } },
    async (request, reply) => {
      const { password, ...said } = trimmed(request.body);
      const signedIn = await limited(people, request, async () => {
        const passwordHash = await hashPassword(password);
        return signIn(people, request, 'invitation', (deps) =>
          acceptInvitation(deps, { ...said, passwordHash }),
        );
      });
      return tellSignedIn(reply, signedIn);
    },
  );
  app.post<{ Body: { token: string } }>(
    '/api/sign-in-links/use',
    { schema: { body: object({ token }, ['token']) } },
    async (request, reply) =>
      tellSignedIn(
        reply,
        await limited(people, request, () =>
          signIn(people, request, 'link', (deps) => useSignInLink(deps, request.body.token)),
        ),
      ),
  );

  app.get<{ Querystring: { before?: string; part?: AuditPart } }>(
    '/api/audit',
    {
      schema: {
        querystring: object({
          before: { type: 'string', pattern: '^\\d{1,17}-(act|audit)-\\d{1,15}$' },
          part: { type: 'string', enum: auditParts },
        }),
      },
    },
    async (request) => {
      const { before, part = null } = request.query;
      return readAudit(pool, { before: before ? readPlace(before) : null, part, limit: auditPage });
    },
  );
}

async function hashPassword(password: string): Promise<string> {
  const crypto = await import('better-auth/crypto');
  return crypto.hashPassword(password);
}

async function endOwn(
  { pool, clock }: People,
  by: Person,
  which: { id?: string; but?: string },
): Promise<number> {
  return inTransaction(pool, async (db) => {
    const ended = await endSessions(db, { personId: by.id, ...which });
    if (ended > 0)
      await writeAudit(db, {
        by,
        what: 'people.sessions-ended',
        about: { person: by.id, ended },
        at: clock(),
      });
    return ended;
  });
}

/** A visit prolongs the session, once a day. @returns the cookies to set. */
async function prolong(people: People, request: FastifyRequest): Promise<string[]> {
  const headers = { cookie: request.headers.cookie ?? '', [addressHeader]: request.ip };
  const auth = await people.auth();
  const answer = await auth.handler(new Request(`${people.publicUrl()}/api/auth/get-session`, { headers }));
  return answer.headers.getSetCookie();
}

function trimmed<T extends { name?: string; email?: string }>(said: T): T {
  return {
    ...said,
    ...(said.name === undefined ? {} : { name: oneLine(said.name) }),
    ...(said.email === undefined ? {} : { email: said.email.trim() }),
  };
}

/** Field by field: what leaves the building. */
function describePerson(person: PersonRow) {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    uiLang: person.uiLang,
    grants: person.grants,
    disabled: person.disabledAt !== null,
    signedInAt: person.signedInAt,
    signsInWith: {
      password: person.hasPassword,
      app: person.hasAuthenticator,
      passkeys: person.passkeys,
      singleSignOn: person.singleSignOn,
    },
  };
}

function describeMe(person: Person, row: PersonRow) {
  return { ...describePerson(row), may: whatHeMay(row), sessionId: person.sessionId };
}
