/** Over an old story: how old it is. */
import type { ReactNode } from 'react';
import { dayIn } from '../agency-day.ts';
import { storyAge } from '../story-age.ts';
import { counted } from '../words/dates.ts';
import type { View } from './view.ts';

export function AgeLine({ view, at }: { view: View; at: Date }): ReactNode {
  const { words, zone, frame } = view;
  const age = storyAge(dayIn(zone, at), frame.today, frame.pages.oldAfterDays);
  if (!age) return null;
  return <p className="age">{counted(words, age.count, words.around.age[age.unit])}</p>;
}
