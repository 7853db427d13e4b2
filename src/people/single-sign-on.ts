/**
 * Single sign-on (OpenID Connect): found out where the provider says it is, again and again until it answers. The program
 * starts without it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { singleSignOnId } from './sign-in.ts';

export type SingleSignOnSettings = { issuer: string; clientId: string; clientSecret: string; name: string };

/** What the provider says of a person, after its signature was checked. */
export type Profile = { email?: unknown; email_verified?: unknown; name?: unknown };

const answerMs = 5_000;

/** @param onProfile called when the provider has said all that it is asked for. */
export function configOf(
  { issuer, clientId, clientSecret, name }: SingleSignOnSettings,
  onProfile: (profile: Profile) => Promise<void>,
): GenericOAuthConfig {
  return {
    providerId: singleSignOnId,
    name,
    clientId,
    clientSecret,
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

/** Whether the provider answers, as who it should be. */
export async function answers({ issuer }: SingleSignOnSettings): Promise<boolean> {
  try {
    const answer = await fetch(discoveryUrl(issuer), { signal: AbortSignal.timeout(answerMs) });
    const said = (await answer.json()) as { issuer?: string };
    return answer.ok && said.issuer?.replace(/\/$/, '') === issuer.replace(/\/$/, '');
  } catch {
    return false;
  }
}

function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Calls `join` until it says that it is done: soon at first, then once a minute. `tell` hears of the first failure. */
export function keepJoining(
  settings: SingleSignOnSettings,
  { join, tell }: { join: () => Promise<boolean>; tell: (sentence: string) => void },
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    for (let waitMs = 1_000; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, 60_000)) {
      if ((await answers(settings)) && (await join().catch(() => false))) return;
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
