/**
 * Signing in, by better-auth: password (scrypt), authenticator app with recovery codes, passkeys, single sign-on. Nobody
 * signs up: people come by invitation. It takes half a second to load: see people.ts for when.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { type GenericOAuthConfig, genericOAuth, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import type { Client } from '../stories/story-store.ts';
import { currentClient, noteSessionMade } from './ambient-transaction.ts';
import { writeAudit } from './audit.ts';
import { authAdapter } from './auth-adapter.ts';
import { findPerson } from './people-store.ts';
import {
  addressHeader,
  hashRecoveryCode,
  longestPassword,
  sessionSeconds,
  shortestPassword,
  singleSignOnId,
} from './sign-in-terms.ts';

export type Auth = { handler: (request: Request) => Promise<Response> };

type Settings = {
  pool: pg.Pool;
  publicUrl: string;
  ownOrigins: () => string[];
  secret: string;
  clock: () => Date;
  tell: (sentence: string) => void;
  singleSignOn: GenericOAuthConfig | null;
};

/** @returns with the provider left out where its discovery fails; `joined` tells. */
export async function createAuth(settings: Settings): Promise<{ auth: Auth; joined: boolean }> {
  const { pool, publicUrl, secret } = settings;
  const auth = betterAuth({
    appName: 'Wireroom',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: () => settings.ownOrigins(),
    database: authAdapter(pool),
    telemetry: { enabled: false },
    // Whoever writes here was already asked where from (web/gate.ts), and tries are counted for all processes (tries.ts).
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, message, ...more) => settings.tell(wordsOf(message, more)) },
    // After the router: /desk/?error=…#/sign-in.
    onAPIError: { errorURL: `${publicUrl}/desk/#/sign-in` },
    advanced: {
      cookiePrefix: 'wireroom',
      useSecureCookies: publicUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID() },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: {
      modelName: 'people',
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: sessionSeconds,
      updateAge: 24 * 60 * 60,
      fields: {
        token: 'token_hash',
        userId: 'person_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'accounts',
      updateAccountOnSignIn: false,
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'person_id',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const person = await findPerson(currentClient(pool), session.userId);
            if (!person || person.disabledAt)
              throw new APIError('FORBIDDEN', { code: 'PERSON_DISABLED', message: 'Disabled.' });
          },
          after: async (session) => noteSessionMade({ sessionId: session.id, personId: session.userId }),
        },
      },
      account: { create: { after: (account) => noteJoined(currentClient(pool), account.userId, settings) } },
    },
    plugins: [
      twoFactor({
        issuer: 'Wireroom',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'person_id',
              backupCodes: 'recovery_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: 10 }, makeRecoveryCode),
          // Kept as keyed hashes; what is entered is hashed before it is compared (sign-in-routes.ts).
          storeBackupCodes: {
            encrypt: async (list) =>
              JSON.stringify(
                (JSON.parse(list) as string[]).map((code) =>
                  isHash(code) ? code : hashRecoveryCode(secret, code),
                ),
              ),
            decrypt: async (kept) => kept,
          },
        },
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: 'Wireroom',
        // Possession alone is no second factor: the device asks for its PIN or a finger.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            refuseUnverified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            refuseUnverified(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              userId: 'person_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      ...(settings.singleSignOn ? [genericOAuth({ config: [settings.singleSignOn] })] : []),
    ],
  });
  const context = await auth.$context;
  const joined = context.socialProviders.some(({ id }) => id === singleSignOnId);
  return { auth, joined };
}

/** The first time that somebody comes by single sign-on. Passwords are set elsewhere. */
async function noteJoined(db: Client, personId: string, { clock }: Settings): Promise<void> {
  const person = await findPerson(db, personId);
  if (person) await writeAudit(db, { by: person, what: 'people.single-sign-on-joined', at: clock() });
}

function refuseUnverified(verified: boolean | undefined): void {
  if (!verified)
    throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'Not verified.' });
}

/** No letter that is taken for another when it was printed. */
const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 79 random bits, as "abcd-efgh-jkmn-pqrs". */
function makeRecoveryCode(): string {
  const part = () => Array.from({ length: 4 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
  return [part(), part(), part(), part()].join('-');
}

function isHash(code: string): boolean {
  return /^[0-9a-f]{64}$/.test(code);
}

/** What better-auth complains of: its sentence and the error's, and nothing that somebody sent. */
function wordsOf(message: string, more: unknown[]): string {
  const error = [message, ...more].find((one) => (one as unknown) instanceof Error) as Error | undefined;
  return `Sign-in: ${[String(message), error?.message].filter(Boolean).join(': ').slice(0, 300)}`;
}
