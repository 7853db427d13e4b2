/**
 * When a draft is saved, and what the line about it may truly say. One save at a time, each with the revision that was
 * read; whatever fails leaves the text marked as not saved. Pure: time and answers come in as events.
 */

/** After the last key; and at most after the first one that is not saved. In milliseconds. */
export const quietMs = 1_000;
export const longestMs = 3_000;
const firstRetryMs = 1_000;
const longestRetryMs = 10_000;

export type Trouble = 'offline' | 'signed-out' | 'conflict' | 'refused' | 'no-pen';

export type Saving = {
  /** Of the draft on the server, as last read or saved. */
  revision: number;
  savedAt: string | null;
  /** The first and the last change that no save has taken up; null: none. */
  changed: { first: number; last: number } | null;
  /** When the first change was made that is on its way; null: nothing is. */
  sending: { first: number } | null;
  trouble: Trouble | null;
  failures: number;
  /** Offline: not before. */
  retryAt: number;
};

export type SavingEvent =
  | { kind: 'changed'; at: number }
  | { kind: 'time'; at: number }
  /** Save at once: a key, a screen that is left, an act. */
  | { kind: 'asked'; at: number }
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'failed'; trouble: Trouble; at: number }
  /** The line is back, the person is signed in again, the pen is here again. */
  | { kind: 'mended'; trouble: Trouble; at: number }
  /** The two texts have become one, on top of the server's revision; or the server's was taken over (`changed` false). */
  | { kind: 'rebased'; revision: number; savedAt: string | null; changed: boolean; at: number };

export function firstSaving(read: { revision: number; savedAt: string | null }): Saving {
  return { ...read, changed: null, sending: null, trouble: null, failures: 0, retryAt: 0 };
}

/** @returns what holds now, and whether the text is to be sent. */
export function stepSaving(now: Saving, event: SavingEvent): { saving: Saving; send: boolean } {
  switch (event.kind) {
    case 'changed':
      return look({ ...now, changed: { first: now.changed?.first ?? event.at, last: event.at } }, event.at);
    case 'time':
      return look(now, event.at);
    case 'asked':
      return begin(now, now.trouble);
    case 'saved': {
      const { revision, savedAt } = event;
      return stay({ ...now, revision, savedAt, sending: null, trouble: null, failures: 0, retryAt: 0 });
    }
    case 'failed': {
      const first = Math.min(now.sending?.first ?? event.at, now.changed?.first ?? event.at);
      const failures = now.failures + 1;
      const wait = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
      return stay({
        ...now,
        changed: { first, last: now.changed?.last ?? first },
        sending: null,
        trouble: event.trouble,
        failures,
        retryAt: event.at + wait,
      });
    }
    case 'mended':
      if (now.trouble !== event.trouble) return stay(now);
      return look({ ...now, trouble: null, failures: 0, retryAt: 0 }, event.at);
    case 'rebased': {
      const { revision, savedAt, at } = event;
      const changed = event.changed ? { first: at - longestMs, last: at } : null;
      return look({ ...firstSaving({ revision, savedAt }), changed }, at);
    }
  }
}

/** When `time` is to be told next; null: not before something else happens. */
export function nextLook(now: Saving): number | null {
  if (!now.changed || now.sending || (now.trouble && !canRetry(now))) return null;
  if (now.trouble) return now.retryAt;
  return Math.min(now.changed.last + quietMs, now.changed.first + longestMs);
}

export type SavingStatus = 'saved' | 'changed' | 'saving' | Trouble;

export function statusOf(now: Saving): SavingStatus {
  if (now.trouble) return now.trouble;
  if (now.sending) return 'saving';
  return now.changed ? 'changed' : 'saved';
}

/** Whether any word is here alone. */
export function isUnsaved(now: Saving): boolean {
  return now.changed !== null || now.sending !== null;
}

function look(now: Saving, at: number): { saving: Saving; send: boolean } {
  const due = nextLook(now);
  return due !== null && due <= at ? begin(now, now.trouble) : stay(now);
}

/** The trouble stays in sight until a save has succeeded. */
function begin(now: Saving, trouble: Trouble | null): { saving: Saving; send: boolean } {
  if (now.sending || !now.changed || (trouble && trouble !== 'offline')) return stay(now);
  return { saving: { ...now, sending: { first: now.changed.first }, changed: null }, send: true };
}

/** A cut line mends by itself; the other troubles wait for a person. */
function canRetry(now: Saving): boolean {
  return now.trouble === null || now.trouble === 'offline';
}

const stay = (saving: Saving) => ({ saving, send: false });
