/** @vitest-environment node */
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storyBodies } from '../../../test/invented-story.ts';
import { checkStoryText, storySchema } from '../../text/story-text.ts';
import { image, storyNodes } from './story-nodes.ts';
import { storyMarks } from './story-marks.ts';

const schema = getSchema([...storyNodes, image, ...storyMarks]);

it('has the nodes, contents, attributes and marks of the story’s schema, in their order', () => {
  const shape = (of: typeof schema) => ({
    nodes: Object.fromEntries(
      Object.entries(of.nodes).map(([name, { spec }]) => [
        name,
        {
          content: spec.content ?? '',
          attrs: Object.entries(spec.attrs ?? {}).map(([attr, { default: first }]) => [attr, first]),
        },
      ]),
    ),
    marks: Object.entries(of.marks).map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {})]),
  });
  expect(shape(schema)).toEqual(shape(storySchema as typeof schema));
});

it('gives back every body as the server checked it', () => {
  fc.assert(
    fc.property(storyBodies, (body) => {
      const checked = checkStoryText(body);
      const edited = schema.nodeFromJSON(checked).toJSON();
      expect({ content: [], ...edited }).toEqual(checked);
      expect(checkStoryText(edited)).toEqual(checked);
    }),
  );
});
