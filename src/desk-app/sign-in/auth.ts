/** Signing in, step by step, as the server's sign-in (better-auth) asks for it. */
import { ask } from '../api/ask.ts';
import { readSession } from '../api/session.ts';

/** `code`: the password was right, and a code of the authenticator is asked for now. */
export type Step = 'in' | 'code';

export async function signInWithPassword(email: string, password: string): Promise<Step> {
  const said = await ask<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
    email: email.trim(),
    password,
  });
  if (said.twoFactorRedirect) return 'code';
  await readSession();
  return 'in';
}

/** Six figures are an authenticator's, anything else is a printed recovery code. */
export async function giveCode(code: string): Promise<void> {
  const plain = code.replace(/\s/g, '');
  const isTotp = /^\d{6}$/.test(plain);
  await ask('POST', `/api/auth/two-factor/${isTotp ? 'verify-totp' : 'verify-backup-code'}`, {
    code: isTotp ? plain : code.trim(),
  });
  await readSession();
}

export async function useLink(token: string): Promise<void> {
  await ask('POST', '/api/sign-in-links/use', { token });
  await readSession();
}

export async function acceptInvitation(said: {
  token: string;
  name: string;
  password: string;
}): Promise<void> {
  await ask('POST', '/api/invitations/accept', said);
  await readSession();
}

export type Ways = {
  password: boolean;
  passkey: boolean;
  singleSignOn: { name: string; ready: boolean } | null;
};

/** How one can sign in here. */
export function readWays(): Promise<Ways> {
  return ask<Ways>('GET', '/api/sign-in-ways');
}

export async function goToSingleSignOn(): Promise<void> {
  const said = await ask<{ url: string }>('POST', '/api/auth/sign-in/social', {});
  location.assign(said.url);
}
