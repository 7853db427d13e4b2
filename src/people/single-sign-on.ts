/**
 * Single sign-on (OpenID Connect): found out where the provider says it is, again and again until it answers. The program
 * starts without it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { singleSignOnId } from './sign-in-terms.ts';

export type SingleSignOnSettings = { issuer: string; clientId: string; clientSecret: string; name: string };

/** What the provider says of a person, after its signature was checked. */
export type Profile = { email?: unknown; email_verified?: unknown; name?: unknown };

const answerMs = 5_000;

/** How the provider wants to hear our secret. */
export type Found = { method: 'client_secret_basic' | 'client_secret_post' };

/** @param onProfile called when the provider has said all that it is asked for. */
export function configOf(
  { issuer, clientId, clientSecret, name }: SingleSignOnSettings,
  { method }: Found,
  onProfile: (profile: Profile) => Promise<void>,
): GenericOAuthConfig {
  return {
    providerId: singleSignOnId,
    name,
    clientId,
    clientSecret,
    tokenEndpointAuth: { method },
    discoveryUrl: discoveryUrl(issuer),
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    disableImplicitSignUp: true,
    overrideUserInfo: false,
    mapProfileToUser: async (profile: Profile) => {
      await onProfile(profile);
      return {};
    },
  };
}

/** @returns null where the provider does not answer, or as another than it should be. */
async function find({ issuer }: SingleSignOnSettings): Promise<Found | null> {
  try {
    const answer = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(answerMs) });
    const said = (await answer.json()) as {
      issuer?: string;
      token_endpoint_auth_methods_supported?: string[];
    };
    if (!answer.ok || said.issuer?.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) return null;
    // What is left unsaid is Basic (OpenID Connect Discovery 1.0, section 3).
    const methods = said.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return { method: methods.includes('client_secret_basic') ? 'client_secret_basic' : 'client_secret_post' };
  } catch {
    return null;
  }
}

function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Calls `join` until it says that it is done: soon at first, then once a minute. `tell` hears of the first failure. */
export function keepJoining(
  settings: SingleSignOnSettings,
  { join, tell }: { join: (found: Found) => Promise<boolean>; tell: (sentence: string) => void },
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    for (let waitMs = 1_000; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, 60_000)) {
      const found = await find(settings);
      if (found && (await join(found).catch(() => false))) return;
      if (waitMs === 1_000)
        tell(
          `Single sign-on: ${settings.issuer} does not answer as it should; it is asked again. Passwords and passkeys work.`,
        );
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
