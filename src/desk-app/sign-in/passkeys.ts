/** Passkeys by the browser's own means; bytes travel as base64url. */
import { ask } from '../api/ask.ts';
import { readSession } from '../api/session.ts';

type Json = Record<string, unknown>;
type Descriptor = { id: string; type: 'public-key'; transports?: string[] };

export const hasPasskeys = typeof PublicKeyCredential !== 'undefined';

/** @returns false where the person thought better of it. */
export async function signInWithPasskey(): Promise<boolean> {
  const options = await ask<Json & { challenge: string; allowCredentials?: Descriptor[] }>(
    'GET',
    '/api/auth/passkey/generate-authenticate-options',
  );
  const found = await navigator.credentials
    .get({
      publicKey: {
        ...(options as object),
        challenge: bytes(options.challenge),
        allowCredentials: (options.allowCredentials ?? []).map(credential),
      } as PublicKeyCredentialRequestOptions,
    })
    .catch(() => null);
  if (!(found instanceof PublicKeyCredential)) return false;
  const said = found.response as AuthenticatorAssertionResponse;
  await ask('POST', '/api/auth/passkey/verify-authentication', {
    response: {
      ...common(found),
      response: {
        clientDataJSON: text(said.clientDataJSON),
        authenticatorData: text(said.authenticatorData),
        signature: text(said.signature),
        ...(said.userHandle ? { userHandle: text(said.userHandle) } : {}),
      },
    },
  });
  await readSession();
  return true;
}

export async function addPasskey(name: string): Promise<boolean> {
  const options = await ask<
    Json & { challenge: string; user: Json & { id: string }; excludeCredentials?: Descriptor[] }
  >('GET', '/api/auth/passkey/generate-register-options');
  const made = await navigator.credentials
    .create({
      publicKey: {
        ...(options as object),
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: (options.excludeCredentials ?? []).map(credential),
      } as unknown as PublicKeyCredentialCreationOptions,
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return false;
  const said = made.response as AuthenticatorAttestationResponse;
  await ask('POST', '/api/auth/passkey/verify-registration', {
    name,
    response: {
      ...common(made),
      response: {
        clientDataJSON: text(said.clientDataJSON),
        attestationObject: text(said.attestationObject),
        transports: said.getTransports?.() ?? [],
      },
    },
  });
  return true;
}

function common(key: PublicKeyCredential) {
  return {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
    clientExtensionResults: key.getClientExtensionResults(),
  };
}

function credential({ id, ...other }: Descriptor) {
  return { ...other, id: bytes(id) };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
