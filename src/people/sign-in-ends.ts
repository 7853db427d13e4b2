/** The ends of better-auth that are used here, each by name. The others do not exist. */
import type { AuditWhat } from './audit.ts';
import type { People } from './people.ts';
import type { HowSignedIn } from './session.ts';
import { hashAppCode, hashRecoveryCode, singleSignOnId } from './sign-in-terms.ts';

export type Said = Record<string, unknown>;

export type End = {
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
  /** What was sent is a code that counts once; better-auth looks at its time alone. */
  once?: (said: Said, people: People) => string;
  /** It asks another server: no connection is held meanwhile. */
  waits?: boolean;
};

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const password = text(1_000);

export const ends: End[] = [
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
    once: ({ code }, { secret }) => hashAppCode(secret, String(code)),
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
