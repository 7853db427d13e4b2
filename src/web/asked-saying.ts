/** In which language a request is answered: the desk names the one on the screen, a browser its reader's. */
import type { FastifyInstance } from 'fastify';
import { type Saying, sayingIn, spokenIn } from '../stories/saying.ts';

declare module 'fastify' {
  interface FastifyRequest {
    saying: Saying;
  }
}

/** @param zone the agency's, IANA: it may change while the program runs. */
export function addSaying(app: FastifyInstance, zone: () => string): void {
  app.decorateRequest('saying', {
    getter() {
      return sayingIn(spokenIn(this.headers['accept-language']), zone());
    },
  });
}
