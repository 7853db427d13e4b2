/** A real OpenID Connect provider on a port of the loopback. Whoever comes is the person that the test says. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error The package has no types.
import Provider from 'oidc-provider';

export type Claims = { sub: string; email: string; email_verified: boolean; name: string };

export type OidcProvider = { issuer: string; come: (as: Claims) => void; close: () => Promise<void> };

export const client = { clientId: 'wireroom', clientSecret: 'a secret: with signs & spaces' };

/** @param port 0 for any. */
export async function startOidcProvider({
  port = 0,
  redirectUri,
}: {
  port?: number;
  redirectUri: string;
}): Promise<OidcProvider> {
  let present: Claims;
  const server = http.createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] },
        ],
        claims: { email: ['email', 'email_verified'], profile: ['name'] },
        findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: async () => present }),
        features: { devInteractions: { enabled: false } },
        interactions: {
          url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}`,
        },
        cookies: { keys: ['for the test'] },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      }),
  );
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    const result =
      prompt.name === 'login'
        ? { login: { accountId: present.sub } }
        : { consent: { grantId: await grant(provider, params, session, grantId) } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  });
  return {
    issuer,
    come: (as) => {
      present = as;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the package has no types.
async function grant(provider: any, params: any, session: any, grantId: string | undefined): Promise<string> {
  const made =
    (grantId && (await provider.Grant.find(grantId))) ||
    new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  made.addOIDCScope(params.scope);
  return made.save();
}

/** It warns of what a provider for the world must not do. */
function quietly<T>(work: () => T): T {
  const { warn, info } = console;
  console.warn = () => undefined;
  console.info = () => undefined;
  try {
    return work();
  } finally {
    Object.assign(console, { warn, info });
  }
}
