/**
 * Who may use which route: one row for every route of the program, `METHOD pattern`, as it is given to Fastify. A route
 * without a row stops the program, and so every test (gate.ts). The rule is one of
 *   'anyone'      nobody needs to be signed in
 *   'signed-in'   whoever is signed in
 *   a verb        whoever a role allows it on one desk at least (people/policy.ts); where a story's desk and language
 *                 matter, the use case asks `may` again with them
 * A HEAD goes by the row of its GET.
 */
import type { Verb } from '../people/policy.ts';

export type RouteRule = 'anyone' | 'signed-in' | Verb;

export const routeRules: Record<string, RouteRule> = {
  // Readers, and whoever checks the record.
  'GET /healthz': 'anyone',
  'GET /robots.txt': 'anyone',
  'GET /.well-known/security.txt': 'anyone',
  'GET /sitemap.xml': 'anyone',
  'GET /sitemap-news.xml': 'anyone',
  'GET /sitemap/:lang/:file': 'anyone',
  'GET /oembed': 'anyone',
  'POST /hub': 'anyone',
  'GET /:lang/manifest.webmanifest': 'anyone',
  'GET /icon/:file': 'anyone',
  'GET /favicon.ico': 'anyone',
  'GET /assets/:name': 'anyone',
  'GET /sw.js': 'anyone',
  'GET /log/checkpoint': 'anyone',
  'GET /log/checkpoint/:size': 'anyone',
  'GET /log/keys': 'anyone',
  'GET /log/keys.json': 'anyone',
  'GET /log/tile/*': 'anyone',
  'GET /log/inclusion/:index': 'anyone',
  'GET /log/consistency/:from/:to': 'anyone',
  'GET /log/version/:code/:version': 'anyone',
  'GET /timegate/:code': 'anyone',
  'GET /timemap/:code': 'anyone',
  'GET /picture/:hash/:file': 'anyone',
  'GET /:lang/search': 'anyone',
  'GET /:lang/search/:file': 'anyone',
  'GET /:lang/proof/:code/:version': 'anyone',
  'GET /:lang/:code/comments': 'anyone',
  'GET /:lang/:code/comments/write': 'anyone',
  'GET /:lang/:code/comments/received': 'anyone',
  'POST /:lang/:code/comments': 'anyone',
  'GET /*': 'anyone',

  // Readers, about mail: whoever has a link of a mail is its reader.
  'GET /:lang/newsletters': 'anyone',
  'POST /:lang/newsletters': 'anyone',
  'POST /:lang/alerts': 'anyone',
  'GET /:lang/mail/confirm/:token': 'anyone',
  'POST /:lang/mail/confirm/:token': 'anyone',
  'GET /:lang/mail/comments/:token': 'anyone',
  'POST /:lang/mail/comments/:token': 'anyone',
  'GET /:lang/mail/no-comments/:token': 'anyone',
  'POST /:lang/mail/no-comments/:token': 'anyone',
  'GET /:lang/mail/never-ask/:token': 'anyone',
  'POST /:lang/mail/never-ask/:token': 'anyone',
  'GET /:lang/mail/end/:token': 'anyone',
  'POST /:lang/mail/end/:token': 'anyone',
  'GET /:lang/mail/:token': 'anyone',
  'POST /:lang/mail/:token': 'anyone',

  // The desk's screens: they show nothing by themselves.
  'GET /desk': 'anyone',
  'GET /desk/': 'anyone',
  'GET /desk/assets/*': 'anyone',
  'GET /api/desk/pictures/:hash': 'story.read',

  // Signing in.
  'GET /api/sign-in-ways': 'anyone',
  'POST /api/auth/sign-in/email': 'anyone',
  'POST /api/auth/sign-in/social': 'anyone',
  'GET /api/auth/callback/oidc': 'anyone',
  'POST /api/auth/two-factor/verify-totp': 'anyone',
  'POST /api/auth/two-factor/verify-backup-code': 'anyone',
  'GET /api/auth/passkey/generate-authenticate-options': 'anyone',
  'POST /api/auth/passkey/verify-authentication': 'anyone',
  'POST /api/auth/sign-out': 'anyone',
  'POST /api/invitations/look': 'anyone',
  'POST /api/invitations/accept': 'anyone',
  'POST /api/sign-in-links/use': 'anyone',

  // Oneself.
  'GET /api/me': 'signed-in',
  'PUT /api/me': 'signed-in',
  'POST /api/me/password': 'signed-in',
  'GET /api/me/sessions': 'signed-in',
  'DELETE /api/me/sessions': 'signed-in',
  'DELETE /api/me/sessions/:id': 'signed-in',
  'GET /api/me/views': 'signed-in',
  'PUT /api/me/views/:name': 'signed-in',
  'DELETE /api/me/views/:name': 'signed-in',
  'POST /api/auth/change-password': 'signed-in',
  'POST /api/auth/two-factor/enable': 'signed-in',
  'POST /api/auth/two-factor/disable': 'signed-in',
  'POST /api/auth/two-factor/generate-backup-codes': 'signed-in',
  'GET /api/auth/passkey/generate-register-options': 'signed-in',
  'POST /api/auth/passkey/verify-registration': 'signed-in',
  'GET /api/auth/passkey/list-user-passkeys': 'signed-in',
  'POST /api/auth/passkey/update-passkey': 'signed-in',
  'POST /api/auth/passkey/delete-passkey': 'signed-in',

  // People.
  'GET /api/people': 'people.read',
  'PUT /api/people/:id': 'people.write',
  'POST /api/people/:id/end-sessions': 'people.write',
  'POST /api/people/invitations': 'people.write',
  'DELETE /api/people/invitations/:id': 'people.write',
  'GET /api/audit': 'audit.read',

  // The desk.
  'GET /api/desk/setup': 'signed-in',
  'GET /api/desk/rows': 'story.read',
  'GET /api/desk/search': 'story.read',
  'GET /api/desk/events': 'story.read',
  'GET /api/desk/subjects': 'story.read',
  'GET /api/desk/threads': 'story.read',
  'GET /api/desk/threads/:lang/:slug': 'story.read',
  'POST /api/desk/stories': 'draft.write',
  'GET /api/desk/stories/:id': 'story.read',
  'GET /api/desk/stories/:id/reads': 'story.read',
  'PUT /api/desk/stories/:id/draft': 'draft.write',
  'POST /api/desk/stories/:id/discard': 'draft.write',
  'POST /api/desk/stories/:id/copies': 'draft.write',
  'PUT /api/desk/stories/:id/place': 'story.hand-in',
  'POST /api/desk/stories/:id/notes': 'note.write',
  'POST /api/desk/stories/:id/open': 'story.read',
  'DELETE /api/desk/stories/:id/open': 'story.read',
  'GET /api/desk/stories/:id/preflight': 'story.read',
  'GET /api/desk/stories/:id/versions/:version': 'story.read',
  'GET /api/desk/stories/:id/difference': 'story.read',
  'POST /api/desk/stories/:id/preview': 'story.read',
  'POST /api/desk/paste': 'draft.write',
  'POST /api/desk/glued': 'draft.write',
  'POST /api/desk/dates': 'draft.write',
  'POST /api/desk/pictures': 'picture.add',
  // Which acts, is asked in the use case: each kind has its verb.
  'POST /api/desk/stories/:id/acts': 'act.publish',
  'POST /api/desk/stories/:id/scheduled/:scheduled/now': 'act.publish',
  'DELETE /api/desk/stories/:id/scheduled/:scheduled': 'act.publish',

  // Fronts.
  'GET /api/desk/fronts/:lang': 'story.read',
  'PUT /api/desk/fronts/:lang': 'front.arrange',
  'GET /api/desk/fronts/:lang/history': 'story.read',
  'GET /api/desk/fronts/:lang/candidates': 'story.read',
  'POST /api/desk/fronts/:lang/preview': 'story.read',
  // Readers' comments.
  'GET /api/desk/comments': 'comment.moderate',
  'POST /api/desk/comments/decisions': 'comment.moderate',
  'POST /api/desk/comments/undo': 'comment.moderate',
  'GET /api/desk/comments/bans': 'comment.moderate',
  'POST /api/desk/comments/bans': 'comment.moderate',
  'DELETE /api/desk/comments/bans/:id': 'comment.moderate',
  'PUT /api/desk/comments/stories/:code': 'comment.moderate',
  'POST /api/desk/comments/of-person': 'comment.moderate',

  // Settings.
  'GET /api/settings/agency': 'settings.read',
  'PUT /api/settings/agency': 'settings.write',
  'GET /api/settings/look': 'settings.read',
  'PUT /api/settings/look': 'settings.write',
  'POST /api/settings/logos': 'settings.write',
  'GET /api/settings/logos/:hash': 'settings.read',
  'GET /api/settings/machines': 'settings.read',
  'PUT /api/settings/machines': 'settings.write',
  'GET /api/settings/pages': 'settings.read',
  'PUT /api/settings/pages': 'settings.write',
  'GET /api/settings/topics': 'settings.read',
  'GET /api/settings/desks': 'settings.read',
  'PUT /api/settings/desks': 'settings.write',
  'GET /api/settings/roles': 'settings.read',
  'PUT /api/settings/roles': 'settings.write',
  'GET /api/settings/role-holders': 'settings.read',
  'GET /api/settings/templates': 'settings.read',
  'PUT /api/settings/templates': 'settings.write',
  'GET /api/settings/house-style': 'settings.read',
  'PUT /api/settings/house-style': 'settings.write',
  'GET /api/settings/spellings': 'settings.read',
  'PUT /api/settings/spellings': 'settings.write',
  'GET /api/settings/mail': 'settings.read',
  'POST /api/settings/mail/test': 'settings.write',
  'GET /api/settings/comments': 'settings.read',
  'PUT /api/settings/comments': 'settings.write',
  'GET /api/settings/subjects': 'settings.read',
  'PUT /api/settings/subjects': 'settings.write',

  // Planning.
  'GET /api/planning/agenda': 'story.read',
  'POST /api/planning/events': 'planning.write',
  'PUT /api/planning/events/:id': 'planning.write',
  'POST /api/planning/agenda-link': 'story.read',
  // A calendar program has no session: its address is the secret.
  'GET /api/planning/agenda/:token': 'anyone',

  'GET /api/openapi.json': 'anyone',
  // Whatever else is asked for under /api/ is not there.
  'GET /api/*': 'anyone',
  'POST /api/*': 'anyone',
  'PUT /api/*': 'anyone',
  'PATCH /api/*': 'anyone',
  'DELETE /api/*': 'anyone',
};

/** @param pattern the route's, not the address that was asked for. */
export function ruleOf(method: string, pattern: string): RouteRule | undefined {
  const key = `${method === 'HEAD' ? 'GET' : method} ${pattern}`;
  return Object.hasOwn(routeRules, key) ? routeRules[key] : undefined;
}
