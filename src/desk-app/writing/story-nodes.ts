/** The story's schema for the editor: the same names, contents and attributes as text/story-text.ts, which a test holds. */
import { mergeAttributes, Node } from '@tiptap/core';

/** `dir` and `lang` of one block, as real attributes: null where the story's own hold. */
const where = {
  dir: { default: null, parseHTML: (element: HTMLElement) => readDir(element.getAttribute('dir')) },
  lang: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('lang') },
};

function readDir(said: string | null): string | null {
  return said === 'rtl' || said === 'ltr' ? said : null;
}

const doc = Node.create({ name: 'doc', topNode: true, content: 'block*' });

const text = Node.create({ name: 'text', group: 'inline' });

const paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => where,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...where, level: { default: 2, rendered: false } }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
    { tag: 'h4', attrs: { level: 4 } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
});

const quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => where,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

const list = Node.create({
  name: 'list',
  group: 'block',
  content: 'item+',
  addAttributes: () => ({ ...where, ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.ordered ? 'ol' : 'ul', HTMLAttributes, 0],
});

const item = Node.create({
  name: 'item',
  content: '(paragraph | list)+',
  defining: true,
  addAttributes: () => where,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('item'),
      Tab: () => this.editor.commands.sinkListItem('item'),
      'Shift-Tab': () => this.editor.commands.liftListItem('item'),
    };
  },
});

const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'row+',
  isolating: true,
  addAttributes: () => where,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
});

const row = Node.create({
  name: 'row',
  content: 'cell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const cell = Node.create({
  name: 'cell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => ({ ...where, header: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'td', attrs: { header: false } },
    { tag: 'th', attrs: { header: true } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.header ? 'th' : 'td', HTMLAttributes, 0],
});

const lineBreak = Node.create({
  name: 'break',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'break' }) };
  },
});

/** Without the way it is shown: see picture-node.tsx. */
export const image = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    picture: { default: null },
    src: { default: null },
    alt: { default: '' },
    decorative: { default: false },
    caption: { default: '' },
    credit: { default: '' },
    width: { default: null },
    height: { default: null },
    focal: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-image]',
      getAttrs: (element) => JSON.parse(element.getAttribute('data-image') ?? '{}'),
    },
  ],
  renderHTML: ({ node, HTMLAttributes: _ }) => [
    'figure',
    mergeAttributes({ 'data-image': JSON.stringify(node.attrs) }),
  ],
});

export const storyNodes = [doc, paragraph, heading, quote, list, item, table, row, cell, text, lineBreak];
