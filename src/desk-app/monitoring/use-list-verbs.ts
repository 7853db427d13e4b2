/** What the list's keys do to the story under the cursor. */
import type { DeskRow } from '../../desk/desk-api.ts';
import type { ActKind } from '../../record/act.ts';
import { ask } from '../api/ask.ts';
import { session } from '../api/session.ts';
import { go } from '../frame/address.ts';
import { complain } from '../frame/complaints.ts';
import { type Deeds, useVerbs } from '../verbs/bound-verbs.ts';
import { moveCursor } from './cursor.ts';
import { board, changeRow, readRows } from './live-rows.ts';
import { settle, waitingIn } from './merge-rows.ts';
import { selected, sidePanel, view } from './view-state.ts';
import type { Section } from './visible-rows.ts';

/** Acts that change no words are done beside the list; the others begin in the text. */
const besideTheList: readonly ActKind[] = ['publish', 'hold', 'release', 'kill', 'redact', 'withdraw'];

export function useListVerbs(deps: { sections: readonly Section[]; setMoving: (on: boolean) => void }): void {
  const id = selected.get();
  const row = id === null ? undefined : board.get().rows.get(id);
  const move = (how: Parameters<typeof moveCursor>[2]) => () =>
    selected.set(moveCursor(deps.sections, selected.get(), how));
  const { fresh, moved } = waitingIn(board.get());
  const who = session.get();
  const mayFlash = 'me' in who && who.me.may['act.flash'] !== undefined;
  useVerbs({
    next: move('next'),
    previous: move('previous'),
    first: move('first'),
    last: move('last'),
    'page-down': move('page-down'),
    'page-up': move('page-up'),
    'next-section': move('next-section'),
    'previous-section': move('previous-section'),
    filter: () => document.getElementById('filter-text')?.focus(),
    'show-new': fresh + moved > 0 ? () => board.set(settle) : null,
    'switch-view': () => view.set((now) => ({ ...now, shape: now.shape === 'list' ? 'columns' : 'list' })),
    new: () => sidePanel.set({ kind: 'new' }),
    flash: mayFlash ? () => sidePanel.set({ kind: 'flash' }) : null,
    ...(row ? rowDeeds(row, deps.setMoving) : {}),
  });
}

function rowDeeds(row: DeskRow, setMoving: (on: boolean) => void): Deeds {
  const from = (as: 'copy' | 'follow-up' | 'translation') => () =>
    sidePanel.set({
      kind: 'new',
      from: { id: row.id, as, lang: row.lang, desk: row.desk, headline: row.headline },
    });
  const acts = besideTheList.map((act) => [
    act,
    mayFollow(row, act) ? () => sidePanel.set({ kind: 'act', id: row.id, act }) : null,
  ]);
  return {
    preview: () => sidePanel.set((now) => (now?.kind === 'reading' ? null : { kind: 'reading' })),
    open: () => go({ screen: 'story', id: row.id }),
    'move-stage': () => setMoving(true),
    priority: (press) => {
      const digit = Number(press?.code.replace(/\D/g, ''));
      if (digit) void place(row.id, { priority: digit });
    },
    copy: from('copy'),
    'follow-up': from('follow-up'),
    translate: from('translation'),
    ...Object.fromEntries(acts),
    update: row.state === 'public' || row.state === 'held' ? () => openFor(row, 'update') : null,
    correct: row.state === 'public' || row.state === 'held' ? () => openFor(row, 'correct') : null,
  };
}

/** What cannot be is not offered; whether this person may is the server's to say. */
function mayFollow(row: DeskRow, act: ActKind): boolean {
  switch (act) {
    case 'publish':
      return row.state === null;
    case 'hold':
      return row.state === 'public';
    case 'release':
      return row.state === 'held';
    case 'kill':
      return row.state === 'public' || row.state === 'held' || row.state === 'killed';
    default:
      return row.state !== null;
  }
}

function openFor(row: DeskRow, act: ActKind): void {
  sidePanel.set({ kind: 'act', id: row.id, act });
  go({ screen: 'story', id: row.id });
}

/** Shown at once; where the server refuses, the row comes back as it is there. */
export async function place(id: number, change: { stage?: string; priority?: number }): Promise<void> {
  changeRow(id, change);
  try {
    await ask('PUT', `/api/desk/stories/${id}/place`, change);
    await readRows([id], { own: true });
  } catch (error) {
    complain(error);
    await readRows([id], { own: true }).catch(() => undefined);
  }
}
