/**
 * The text of a story: ProseMirror JSON under a small schema.
 *
 * A body is a `doc` of blocks. Blocks may say their own language and direction; where they do not, the story's hold.
 * Everything that renders or reads a body goes through these types, and `checkStoryText` is the one door for outside data.
 */
import { type Node, Schema } from 'prosemirror-model';

export type Direction = 'ltr' | 'rtl';

/** `dir` and `lang` (BCP 47) of one block; null where the story's own hold. */
export type BlockAttrs = { dir?: Direction | null; lang?: string | null };

export type Mark =
  | { type: 'strong' }
  | { type: 'emphasis' }
  | { type: 'link'; attrs: { href: string } }
  /** A mention of a person, place, organisation or subject that has a topic page. */
  | { type: 'topic'; attrs: { slug: string } }
  /**
   * A relative or partial date, resolved against the date line.
   * `datetime`: what `<time datetime>` carries (2017-08-05, 2017-W30, 2016, or the first day of another span).
   * `until`: last day of such a span (YYYY-MM-DD), else null. `title`: the span in words for a reader, else null.
   */
  | { type: 'date'; attrs: { datetime: string; until: string | null; title: string | null } };

export type TextRun = { type: 'text'; text: string; marks?: Mark[] };
export type LineBreak = { type: 'break' };
export type Inline = TextRun | LineBreak;

export type Paragraph = { type: 'paragraph'; attrs?: BlockAttrs; content?: Inline[] };
export type Heading = { type: 'heading'; attrs: BlockAttrs & { level: 2 | 3 | 4 }; content?: Inline[] };
export type Quote = { type: 'quote'; attrs?: BlockAttrs; content: Paragraph[] };
export type ListItem = { type: 'item'; attrs?: BlockAttrs; content: (Paragraph | List)[] };
export type List = { type: 'list'; attrs: BlockAttrs & { ordered: boolean }; content: ListItem[] };
/** A picture in the text. `picture` is the sha-256 (hex) of its bytes, or null where only its address is known. */
export type Image = {
  type: 'image';
  attrs: {
    picture: string | null;
    src: string | null;
    alt: string;
    /** True: it says nothing that the text does not, so that it needs no alternative text. */
    decorative?: boolean;
    caption: string;
    credit: string;
    width: number | null;
    height: number | null;
    /** What has to stay where the picture is cut; none: it is not cut. */
    focal?: Focal | null;
  };
};
/** A place in a picture in whole percents, 0 to 100: from its left and from its top. */
export type Focal = { x: number; y: number };
export type Cell = { type: 'cell'; attrs?: BlockAttrs & { header?: boolean }; content: Paragraph[] };
export type Row = { type: 'row'; content: Cell[] };
export type Table = { type: 'table'; attrs?: BlockAttrs; content: Row[] };
export type Block = Paragraph | Heading | Quote | List | Image | Table;
export type StoryText = { type: 'doc'; content: Block[] };

const where = {
  dir: { default: null, validate: oneOf(null, 'ltr', 'rtl') },
  lang: { default: null, validate: 'string|null' },
};

/** Deeper than any text is nested, and less deep than what a renderer has room for. */
const deepest = 250;

export const storySchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    paragraph: { group: 'block', content: 'inline*', attrs: where },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { ...where, level: { default: 2, validate: oneOf(2, 3, 4) } },
    },
    quote: { group: 'block', content: 'paragraph+', attrs: where },
    list: {
      group: 'block',
      content: 'item+',
      attrs: { ...where, ordered: { default: false, validate: 'boolean' } },
    },
    item: { content: '(paragraph | list)+', attrs: where },
    image: {
      group: 'block',
      attrs: {
        picture: { default: null, validate: 'string|null' },
        src: { default: null, validate: 'string|null' },
        alt: { default: '', validate: 'string' },
        decorative: { default: false, validate: 'boolean' },
        caption: { default: '', validate: 'string' },
        credit: { default: '', validate: 'string' },
        width: { default: null, validate: 'number|null' },
        height: { default: null, validate: 'number|null' },
        focal: { default: null, validate: checkFocal },
      },
    },
    table: { group: 'block', content: 'row+', attrs: where },
    row: { content: 'cell+' },
    cell: { content: 'paragraph+', attrs: { ...where, header: { default: false, validate: 'boolean' } } },
    text: { group: 'inline' },
    break: { group: 'inline', inline: true },
  },
  marks: {
    link: { attrs: { href: { validate: 'string' } } },
    strong: {},
    emphasis: {},
    topic: { attrs: { slug: { validate: 'string' } } },
    date: {
      attrs: {
        datetime: { validate: 'string' },
        until: { default: null, validate: 'string|null' },
        title: { default: null, validate: 'string|null' },
      },
    },
  },
});

/** What an attribute may be, as the schema asks it. */
function oneOf(...values: unknown[]): (value: unknown) => void {
  return (value) => {
    if (!values.includes(value))
      throw new RangeError(`an attribute of a block is one of ${values.join(', ')}`);
  };
}

/** @throws RangeError */
function checkFocal(value: unknown): void {
  if (value === null) return;
  const { x, y, ...more } = Object(value) as Record<string, unknown>;
  const isPercent = (one: unknown) => Number.isInteger(one) && (one as number) >= 0 && (one as number) <= 100;
  if (!isPercent(x) || !isPercent(y) || Object.keys(more).length > 0)
    throw new RangeError('a focal point is {x, y} in whole percents from 0 to 100');
}

/**
 * Checks outside JSON against the schema and gives back a body in canonical form.
 * @throws RangeError naming the first node that does not fit.
 */
export function checkStoryText(json: unknown): StoryText {
  const node: Node = storySchema.nodeFromJSON(json as never);
  if (node.type !== storySchema.topNodeType) throw new RangeError(`a ${node.type.name} is no body`);
  node.check();
  if (isDeeper(node, deepest)) throw new RangeError(`a body is nested at most ${deepest} deep`);
  const body = node.toJSON() as Partial<StoryText>;
  // ProseMirror leaves out the content of an empty document.
  return { type: 'doc', content: body.content ?? [] };
}

function isDeeper(node: Node, levels: number): boolean {
  return levels < 0 || node.children.some((child) => isDeeper(child, levels - 1));
}

/** A body of plain paragraphs, one for each string. */
export function paragraphs(...texts: string[]): StoryText {
  return {
    type: 'doc',
    content: texts.map((text) => ({
      type: 'paragraph',
      content: text === '' ? [] : [{ type: 'text', text }],
    })),
  };
}
