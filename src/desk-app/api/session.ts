/** Who sits at this screen. */
import { QueryClient } from '@tanstack/react-query';
import type { DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import { ask, Failed, hearSignedOut } from './ask.ts';
import { keep } from './kept.ts';
import type { Me } from './people-api.ts';

/** `lost`: was signed in, and the server no longer knows it: the screen stays, with a form above it. */
export type Session = { kind: 'unknown' | 'out' | 'offline' } | { kind: 'in' | 'lost'; me: Me };

export const session = keep<Session>({ kind: 'unknown' });

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, error) => times < 2 && error instanceof Failed && error.failure.kind === 'offline',
    },
  },
});

hearSignedOut(() =>
  session.set((now) =>
    now.kind === 'in' ? { kind: 'lost', me: now.me } : now.kind === 'lost' ? now : { kind: 'out' },
  ),
);

/** Asks the server who this is: at start, and after every sign-in. */
export async function readSession(): Promise<void> {
  try {
    const me = await ask<Me>('GET', '/api/me');
    const before = session.get();
    session.set({ kind: 'in', me });
    if (before.kind === 'lost' && before.me.id !== me.id) queries.clear();
    else void queries.invalidateQueries();
  } catch (error) {
    const offline = error instanceof Failed && error.failure.kind === 'offline';
    session.set((now) =>
      now.kind === 'in' || now.kind === 'lost' ? now : { kind: offline ? 'offline' : 'out' },
    );
  }
}

export async function signOut(): Promise<void> {
  await ask('POST', '/api/auth/sign-out', {}).catch(() => undefined);
  queries.clear();
  session.set({ kind: 'out' });
}

export const setupQuery = {
  queryKey: ['setup'],
  queryFn: () => ask<DeskSetup>('GET', '/api/desk/setup'),
  staleTime: Number.POSITIVE_INFINITY,
};

export const storyQuery = (id: number) => ({
  queryKey: ['story', id],
  queryFn: () => ask<DeskStory>('GET', `/api/desk/stories/${id}`),
});
