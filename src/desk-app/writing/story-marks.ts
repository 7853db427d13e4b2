/** The story's marks for the editor, outermost first, as in text/story-text.ts. */
import { Mark } from '@tiptap/core';
import { safeLink } from '../../text/safe-link.ts';

const link = Mark.create({
  name: 'link',
  priority: 500,
  inclusive: false,
  addAttributes: () => ({ href: {} }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeLink(element.getAttribute('href') ?? '');
        return href === null ? false : { href };
      },
    },
  ],
  // Not a link to click on: where it leads is its title, and a click puts the cursor in it.
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    { 'data-href': HTMLAttributes.href, title: HTMLAttributes.href },
    0,
  ],
});

const strong = Mark.create({
  name: 'strong',
  priority: 400,
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
});

const emphasis = Mark.create({
  name: 'emphasis',
  priority: 300,
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
});

const topic = Mark.create({
  name: 'topic',
  priority: 200,
  addAttributes: () => ({ slug: {} }),
  parseHTML: () => [
    { tag: 'span[data-topic]', getAttrs: (element) => ({ slug: element.getAttribute('data-topic') }) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-topic': HTMLAttributes.slug, class: 'topic-mark' }, 0],
});

const date = Mark.create({
  name: 'date',
  priority: 100,
  inclusive: false,
  addAttributes: () => ({ datetime: {}, until: { default: null }, title: { default: null } }),
  parseHTML: () => [
    {
      tag: 'time[datetime]',
      getAttrs: (element) => ({
        datetime: element.getAttribute('datetime'),
        until: element.getAttribute('data-until'),
        title: element.getAttribute('title'),
      }),
    },
  ],
  renderHTML: ({ HTMLAttributes: { datetime, until, title } }) => [
    'time',
    { datetime, 'data-until': until, title: title ?? datetime },
    0,
  ],
});

export const storyMarks = [link, strong, emphasis, topic, date];
