/** The text on this device, written at each change. */
import { type StoryFields, wholeFields } from '../../stories/story.ts';
import { deviceStore } from '../api/device-store.ts';
import { isLeft } from '../api/tab.ts';

export type LocalCopy = {
  /** Person, story and tab. */
  key: string;
  personId: string;
  storyId: number;
  tab: string;
  fields: StoryFields;
  /** Of the draft on the server that it was written on. */
  revision: number;
  at: number;
};

const copies = deviceStore<LocalCopy>('wireroom-desk', 'texts');

/** @returns whether it is kept. */
export const keepCopy = copies.put;

export const dropCopy = copies.drop;

/** Copies of a story from tabs that are gone, or from this one before it was reloaded; newest first. */
export async function leftCopies(personId: string, storyId: number): Promise<LocalCopy[]> {
  const all = await copies.all();
  const left = await isLeft();
  return (
    all
      .filter((copy) => copy.personId === personId && copy.storyId === storyId && left(copy))
      .sort((a, b) => b.at - a.at)
      // One that was kept before a story had some field has none of it.
      .map((copy) => ({ ...copy, fields: wholeFields(copy.fields) }))
  );
}
