/** A front that somebody arranges: what is on it, the working copy over that, and how the one becomes the other. */
import { useEffect, useState } from 'react';
import type { ArrangementJson, FrontJson, FrontStoryJson, PinJson } from '../../fronts/front-api.ts';
import { ask, Failed } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { queries, session } from '../api/session.ts';
import { holdTab, tab } from '../api/tab.ts';
import { now, useNow } from '../frame/clock.ts';
import { failureWords } from '../frame/failure-words.ts';
import { board } from '../monitoring/live-rows.ts';
import { useWords } from '../words/WordsContext.tsx';
import { dropFront, keepFront } from './kept-front.ts';
import { fillWorking, fitPins, isSame, type OnFront } from './working-front.ts';

/** How often is looked whether a time that was set has come, in milliseconds. */
const lookMs = 5_000;

export const frontPath = (lang: string, section: string, more = '') =>
  `/api/desk/fronts/${encodeURIComponent(lang)}${more}${section ? `?section=${encodeURIComponent(section)}` : ''}`;

export const frontKey = (lang: string, section: string) => ['front', lang, section, 'page'];

export type WorkingFront = {
  pins: PinJson[];
  filled: OnFront;
  known: ReadonlyMap<number, FrontStoryJson>;
  isChanged: boolean;
  /** Whether this device has it, should the tab end now. */
  isKept: boolean;
  /** By whom and under what name this device keeps it. */
  device: { personId: string; key: string };
  /** Somebody else put an arrangement on the front since the working copy was begun. */
  isStale: boolean;
  wrong: string;
  /** `stories`: those that the pins name and the front does not show. */
  change: (next: (pins: readonly PinJson[]) => PinJson[], stories?: readonly FrontStoryJson[]) => void;
  /** @returns whether it is on the front. */
  publish: () => Promise<boolean>;
  drop: () => void;
  /** The working copy is to be put over what is on the front now. */
  keepMine: () => void;
  /** Takes back what was just put on; null: there is nothing. */
  undo: (() => Promise<void>) | null;
};

export function useWorkingFront(lang: string, section: string, front: FrontJson): WorkingFront {
  const { w } = useWords();
  const [working, setWorking] = useState<{ pins: PinJson[]; seen: number } | null>(null);
  const [learnt, setLearnt] = useState<readonly FrontStoryJson[]>([]);
  const [last, setLast] = useState<{ id: number; before: PinJson[] } | null>(null);
  const [wrong, setWrong] = useState('');
  const [isKept, setKept] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const who = useKept(session);
  const personId = 'me' in who ? who.me.id : '';
  const at = useNow(lookMs);
  const rows = useKept(board).rows;
  const current = front.arrangement?.pins ?? [];
  const id = front.arrangement?.id ?? 0;
  const withheld = new Set(
    [...rows.values()].filter(({ state }) => state !== null && state !== 'public').map(({ code }) => code),
  );
  const all = [
    ...learnt.filter(({ code }) => !withheld.has(code)),
    ...front.sections.flatMap(({ stories }) => stories),
    ...front.newest,
    ...front.pinned,
  ];
  const known = new Map(all.map((story) => [story.code, story]));
  const pins = working?.pins ?? current;
  const isChanged = working !== null && !isSame(working.pins, current);

  useEffect(holdTab, []);
  useEffect(() => {
    if (working === null) return;
    if (!isChanged) return forget();
    const stories = working.pins.flatMap(({ code }) => known.get(code) ?? []);
    const copy = { key, personId, tab, lang, section, ...working, stories, at: Date.now() };
    void keepFront(copy).then(setKept);
  }, [working, isChanged]);
  // Not left to the effect: whoever goes elsewhere at once takes the screen with him.
  const forget = (): void => {
    setKept(false);
    void dropFront(key);
  };

  const put = async (wanted: PinJson[], seen: number): Promise<ArrangementJson | null> => {
    setWrong('');
    try {
      const fit = fitPins(wanted, known, now());
      const made = await ask<ArrangementJson>('PUT', frontPath(lang, section), { pins: fit, seen });
      const pinned = made.pins.flatMap(({ code }) => known.get(code) ?? []);
      queries.setQueryData<FrontJson>(frontKey(lang, section), { ...front, arrangement: made, pinned });
      setWorking(null);
      forget();
      return made;
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
      return null;
    } finally {
      void queries.invalidateQueries({ queryKey: ['front', lang] });
    }
  };
  return {
    pins,
    known,
    isChanged,
    isKept,
    device: { personId, key },
    wrong,
    filled: fillWorking(front, pins, known, at),
    isStale: isChanged && working.seen !== id,
    change: (next, stories = []) => {
      setLast(null);
      setLearnt((before) => [...before, ...stories]);
      setWorking((before) => ({ pins: next(before?.pins ?? current), seen: before?.seen ?? id }));
    },
    publish: async () => {
      const made = await put(pins, working?.seen ?? id);
      if (made) setLast({ id: made.id, before: current });
      return made !== null;
    },
    drop: () => {
      setWrong('');
      setWorking(null);
      forget();
    },
    keepMine: () => {
      setWrong('');
      setWorking({ pins, seen: id });
    },
    undo:
      last && last.id === id && !isChanged
        ? async () => {
            if (await put(last.before, last.id)) setLast(null);
          }
        : null,
  };
}
