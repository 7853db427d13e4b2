/**
 * A story that is being written: its words, this device's copy of them, and their way to the server. Outside of React, so
 * that no drawing of the screen can hold a save up, or lose one.
 */
import type { DeskStory, SavedJson, SavedSinceJson } from '../../desk/desk-api.ts';
import { cleanFields } from '../../stories/clean-fields.ts';
import type { StoryFields } from '../../stories/story.ts';
import { ask, Failed } from '../api/ask.ts';
import { type Kept, keep } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { tab } from '../api/tab.ts';
import { dropCopy, keepCopy } from './local-copy.ts';
import { sameFields } from './same-text.ts';
import { firstSaving, isUnsaved, nextLook, type Saving, type SavingEvent, stepSaving } from './save-queue.ts';

export type Words = Omit<StoryFields, 'body'>;
export type Conflict = { mine: StoryFields; theirs: SavedSinceJson['present'] };

export type Draft = {
  storyId: number;
  words: Kept<Words>;
  saving: Kept<Saving>;
  conflict: Kept<Conflict | null>;
  /** The server's sentence where it will not take the text. */
  refusal: Kept<string>;
  /** Whether this device keeps a copy; where it cannot, the line says so. */
  isKept: Kept<boolean>;
  fields: () => StoryFields;
  change: (change: Partial<Words>) => void;
  bodyChanged: () => void;
  /** Where the body is read from: the editor, once it is there. */
  readBody: (read: () => StoryFields['body']) => void;
  /** Saves now. @returns the revision on the server, or null where the text could not be brought there. */
  settle: () => Promise<number | null>;
  tell: (event: SavingEvent) => void;
  /** Another text on top of another revision: after a merge, or because the server's is newer and nothing is unsaved here. */
  rebase: (to: { fields: StoryFields; revision: number; savedAt: string | null; changed: boolean }) => void;
  /** Called with a text that is to stand in the editor. */
  onReplaced: (listener: (body: StoryFields['body']) => void) => void;
  close: () => void;
};

/** The copy on this device is written at most this often, and takes a twentieth of the time at most. In milliseconds. */
const copyEveryMs = 200;
const copyShare = 20;

export function openDraft(story: DeskStory, personId: string): Draft {
  const storyId = story.row.id;
  const { body: firstBody, ...firstWords } = story.fields;
  const words = keep<Words>(firstWords);
  const saving = keep<Saving>(firstSaving(story));
  const conflict = keep<Conflict | null>(null);
  const refusal = keep('');
  const isKept = keep(true);
  const copyKey = `${personId} ${storyId} ${tab}`;
  let body = firstBody;
  // What the server had when this text began to differ from it.
  let base = story.fields;
  let read: (() => StoryFields['body']) | null = null;
  let replaced: (body: StoryFields['body']) => void = () => undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let copyAfterMs = copyEveryMs;
  let isClosed = false;

  const fields = (): StoryFields => ({ ...words.get(), body: read ? read() : body });

  const tell = (event: SavingEvent): void => {
    const { saving: next, send } = stepSaving(saving.get(), event);
    saving.set(next);
    clearTimeout(looking);
    if (send) void put();
    else {
      const due = nextLook(next);
      if (due !== null && !isClosed)
        looking = setTimeout(() => tell({ kind: 'time', at: Date.now() }), Math.max(0, due - Date.now()));
    }
  };

  const put = async (): Promise<void> => {
    const sent = fields();
    const { revision } = saving.get();
    try {
      const saved = await ask<SavedJson>('PUT', `/api/desk/stories/${storyId}/draft`, {
        fields: sent,
        revision,
        tab,
      });
      refusal.set('');
      base = sent;
      tell({ kind: 'saved', ...saved });
      if (!isUnsaved(saving.get())) forgetCopy();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      onFailure(error, sent);
    }
  };

  const onFailure = ({ failure }: Failed, sent: StoryFields): void => {
    const at = Date.now();
    if (failure.kind !== 'refused') {
      tell({ kind: 'failed', trouble: failure.kind, at });
      return;
    }
    const present = (failure.answer as Partial<SavedSinceJson> | null)?.present;
    if (failure.status === 409 && present) {
      // Our own save, whose answer was lost on the way: nobody else has written.
      if (sameFields(present.fields, cleanFields(sent))) {
        base = sent;
        tell({
          kind: 'saved',
          revision: present.revision,
          savedAt: present.savedAt ?? new Date().toISOString(),
        });
        if (!isUnsaved(saving.get())) forgetCopy();
        return;
      }
      const { revision, savedAt } = present;
      // An act took the draft as it stood: what was typed since stands on the same words, and is saved on top of them.
      if (sameFields(present.fields, cleanFields(base))) {
        tell({ kind: 'rebased', revision, savedAt, changed: true, at });
        return;
      }
      conflict.set({ mine: fields(), theirs: present });
      tell({ kind: 'failed', trouble: 'conflict', at });
      return;
    }
    refusal.set(failure.sentence);
    const isPassing = failure.status >= 500 || failure.status === 429;
    tell({ kind: 'failed', trouble: isPassing ? 'offline' : 'refused', at });
  };

  const writeCopy = (): void => {
    copying = undefined;
    const began = performance.now();
    const copy = {
      key: copyKey,
      personId,
      storyId,
      tab,
      fields: fields(),
      revision: saving.get().revision,
      at: Date.now(),
    };
    const writing = keepCopy(copy);
    copyAfterMs = Math.max(copyEveryMs, (performance.now() - began) * copyShare);
    void writing.then((kept) => {
      isKept.set(kept);
      // Saved while the copy was being written.
      if (kept && !isUnsaved(saving.get())) void dropCopy(copyKey);
    });
  };
  const forgetCopy = (): void => {
    clearTimeout(copying);
    copying = undefined;
    void dropCopy(copyKey);
  };
  const changed = (): void => {
    if (saving.get().trouble === 'refused') tell({ kind: 'mended', trouble: 'refused', at: Date.now() });
    tell({ kind: 'changed', at: Date.now() });
    copying ??= setTimeout(writeCopy, copyAfterMs);
  };

  const online = () => tell({ kind: 'mended', trouble: 'offline', at: Date.now() });
  const leave = () => {
    if (copying === undefined) return;
    clearTimeout(copying);
    writeCopy();
    tell({ kind: 'asked', at: Date.now() });
  };
  const offSession = session.subscribe(() => {
    if (session.get().kind === 'in') tell({ kind: 'mended', trouble: 'signed-out', at: Date.now() });
  });
  addEventListener('online', online);
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);

  return {
    storyId,
    words,
    saving,
    conflict,
    refusal,
    isKept,
    fields,
    tell,
    change: (change) => {
      words.set((now) => ({ ...now, ...change }));
      changed();
    },
    bodyChanged: changed,
    readBody: (next) => {
      read = next;
    },
    onReplaced: (listener) => {
      replaced = listener;
    },
    settle: () => settled(saving, tell),
    rebase: ({ fields: next, ...event }) => {
      const { body: nextBody, ...nextWords } = next;
      body = nextBody;
      if (!event.changed) base = next;
      words.set(nextWords);
      replaced(nextBody);
      conflict.set(null);
      tell({ kind: 'rebased', ...event, at: Date.now() });
      if (event.changed) writeCopy();
      else forgetCopy();
    },
    close: () => {
      // What is not saved yet goes now; the copy stays until it has arrived.
      if (copying !== undefined) {
        clearTimeout(copying);
        writeCopy();
      }
      body = fields().body;
      read = null;
      tell({ kind: 'asked', at: Date.now() });
      isClosed = true;
      clearTimeout(looking);
      offSession();
      removeEventListener('online', online);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    },
  };
}

function settled(saving: Kept<Saving>, tell: (event: SavingEvent) => void): Promise<number | null> {
  return new Promise((resolve) => {
    const look = () => {
      const now = saving.get();
      if (now.sending) return;
      if (!now.changed || now.trouble) {
        off();
        resolve(now.changed ? null : now.revision);
      } else tell({ kind: 'asked', at: Date.now() });
    };
    const off = saving.subscribe(() => queueMicrotask(look));
    tell({ kind: 'asked', at: Date.now() });
    look();
  });
}
