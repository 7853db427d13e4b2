/** A story in hand: picked up from a place or from the candidates, by pointer or by keys, until it is put down or left. */
import { type RefObject, useState } from 'react';
import type { FrontStoryJson } from '../../fronts/front-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { WorkingFront } from './use-working-front.ts';
import { putDown } from './working-front.ts';

export type Carrying = {
  story: FrontStoryJson | null;
  /** Null: from the candidates. */
  from: string | null;
  /** Over which place it is. */
  over: string | null;
  /** What was done last, for who does not see it. */
  said: string;
  pickUp: (story: FrontStoryJson, from: string | null) => void;
  moveOver: (slot: string) => void;
  put: (slot: string) => void;
  /** `focus`: whether it goes back with the hand. */
  leave: (focus?: boolean) => void;
  say: (words: string) => void;
};

type InHand = { story: FrontStoryJson; from: string | null; over: string | null };

export function useCarrying(
  screen: RefObject<HTMLElement | null>,
  work: WorkingFront,
  placeName: (slot: string) => string,
): Carrying {
  const { w, f } = useWords();
  const [hand, setHand] = useState<InHand | null>(null);
  const [said, say] = useState('');
  const heard = w.fronts.heard;
  return {
    story: hand?.story ?? null,
    from: hand?.from ?? null,
    over: hand?.over ?? null,
    said,
    say,
    pickUp: (story, from) => {
      setHand({ story, from, over: from });
      say(heard.picked(f.name(story.headline)));
    },
    moveOver: (slot) => {
      if (!hand || hand.over === slot) return;
      setHand({ ...hand, over: slot });
      say(heard.over(placeName(slot)));
    },
    put: (slot) => {
      if (!hand) return;
      const { story, from } = hand;
      setHand(null);
      if (from === slot) return say(heard.back);
      work.change((pins) => putDown(pins, { code: story.code, from }, slot), [story]);
      say(heard.put(f.name(story.headline), placeName(slot)));
    },
    leave: (focus = false) => {
      if (!hand) return;
      setHand(null);
      say(heard.back);
      if (focus) focusOn(screen, hand.from === null ? candidateOf(hand.story.code) : placeOf(hand.from));
    },
  };
}

export const placeOf = (slot: string) => `[data-slot="${CSS.escape(slot)}"]`;
export const candidateOf = (code: number) => `[data-candidate="${code}"]`;

export function focusOn(screen: RefObject<HTMLElement | null>, selector: string): void {
  screen.current?.querySelector<HTMLElement>(selector)?.focus();
}
