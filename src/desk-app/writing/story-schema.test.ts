/** The editor's schema beside the story's own. */
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Inline, List, Mark, Paragraph, StoryText } from '../../text/story-text.ts';
import { checkStoryText, storySchema } from '../../text/story-text.ts';
import { storyMarks } from './story-marks.ts';
import { image, storyNodes } from './story-nodes.ts';

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
    fc.property(bodies(), (body) => {
      const checked = checkStoryText(body);
      const edited = schema.nodeFromJSON(checked).toJSON() as StoryText;
      expect({ ...edited, content: edited.content ?? [] }).toEqual(checked);
      expect(checkStoryText(edited)).toEqual(checked);
    }),
  );
});

function bodies(): fc.Arbitrary<StoryText> {
  const where = fc.constantFrom({}, { dir: 'rtl' as const, lang: 'fa' }, { dir: 'ltr' as const });
  const text = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('می‌شود', '👩🏽‍🚀', ' '),
  );
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.constant<Mark>({ type: 'strong' }),
    fc.constant<Mark>({ type: 'emphasis' }),
    fc.constant<Mark>({ type: 'link', attrs: { href: 'https://a.example/' } }),
    fc.constant<Mark>({ type: 'topic', attrs: { slug: 'sea' } }),
    fc.constant<Mark>({ type: 'date', attrs: { datetime: '2017-08-05', until: null, title: 'x' } }),
  );
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    fc
      .tuple(text, fc.uniqueArray(mark, { selector: ({ type }) => type }))
      .map(([said, marks]): Inline => ({ type: 'text', text: said, ...(marks.length > 0 ? { marks } : {}) })),
    fc.constant<Inline>({ type: 'break' }),
  );
  const content = fc.array(inline, { maxLength: 4 });
  const paragraph = fc
    .tuple(content, where)
    .map(([said, attrs]): Paragraph => ({ type: 'paragraph', attrs, content: said }));
  const some = fc.array(paragraph, { minLength: 1, maxLength: 2 });
  const { list } = fc.letrec<{ list: List }>((tie) => ({
    list: fc
      .tuple(
        fc.boolean(),
        where,
        fc.array(
          fc.array(fc.oneof({ depthSize: 'small' }, paragraph, tie('list')), { minLength: 1, maxLength: 2 }),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
      )
      .map(
        ([ordered, attrs, items]): List => ({
          type: 'list',
          attrs: { ...attrs, ordered },
          content: items.map((parts) => ({ type: 'item', content: parts })),
        }),
      ),
  }));
  const block: fc.Arbitrary<Block> = fc.oneof(
    paragraph,
    fc
      .tuple(content, where, fc.constantFrom(2 as const, 3 as const, 4 as const))
      .map(([said, attrs, level]): Block => ({ type: 'heading', attrs: { ...attrs, level }, content: said })),
    some.map((said): Block => ({ type: 'quote', content: said })),
    list,
    text.map(
      (alt): Block => ({
        type: 'image',
        attrs: {
          picture: 'a'.repeat(64),
          src: null,
          alt,
          decorative: true,
          caption: alt,
          credit: '',
          width: 3,
          height: null,
        },
      }),
    ),
    fc
      .array(fc.array(fc.tuple(some, fc.boolean()), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 2,
      })
      .map(
        (rows): Block => ({
          type: 'table',
          content: rows.map((cells) => ({
            type: 'row',
            content: cells.map(([said, header]) => ({ type: 'cell', attrs: { header }, content: said })),
          })),
        }),
      ),
  );
  return fc.array(block, { maxLength: 5 }).map((blocks): StoryText => ({ type: 'doc', content: blocks }));
}
