/** From elements of a page to the blocks of a story's body. */
import type { Block, BlockAttrs, Inline, Mark, Paragraph } from '../text/story-text.ts';
import { blockTags, isHidden, silentTags, tagOf } from './dom.ts';
import { readList, readQuote } from './html-lists.ts';
import { readTable } from './html-tables.ts';
import { tidyInline, withMark } from './inline-text.ts';
import { linkAddress } from './link-address.ts';
import { figureOf, imageOf } from './page-images.ts';
import { textParagraphs } from './text-paragraphs.ts';

/** `base`: the page's own address, for relative links; null where it is not known. */
export type BodyContext = { base: string | null };

/** The blocks of an element's content, in reading order. Scripts, forms and hidden parts never come along. */
export function htmlToBlocks(root: Element, context: BodyContext): Block[] {
  const reader = new BlockReader(context);
  for (const child of root.childNodes) reader.read(child, []);
  reader.flush();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  private readonly context: BodyContext;
  private inline: Inline[] = [];
  private waiting: Block[] = [];
  private attrs: BlockAttrs = {};

  constructor(context: BodyContext) {
    this.context = context;
  }

  /** Ends the paragraph that is being read; pictures that stood inside it follow it. */
  flush(make: (content: Inline[], attrs: BlockAttrs) => Block = asParagraph): void {
    const content = tidyInline(this.inline);
    if (content.length > 0) this.blocks.push(make(content, this.attrs));
    this.inline = [];
    this.blocks.push(...this.waiting);
    this.waiting = [];
  }

  read(node: Node, marks: Mark[]): void {
    if (node.nodeType === 3) {
      this.text(node.textContent ?? '', marks);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const tag = tagOf(element);
    if (silentTags.has(tag) || isHidden(element)) return;
    if (tag === 'br') this.lineBreak();
    else if (tag === 'img' || tag === 'amp-img') this.image(element);
    else if (blockTags.has(tag)) this.block(element, tag, marks);
    else this.within(element, tag, marks);
  }

  private text(text: string, marks: Mark[]): void {
    if (text !== '')
      this.inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
  }

  /** Two line breaks with nothing between them end a paragraph, as on old pages. */
  private lineBreak(): void {
    for (let at = this.inline.length - 1; at >= 0; at--) {
      const item = this.inline[at];
      if (item?.type === 'break') {
        this.flush();
        return;
      }
      if (item && item.text.trim() !== '') break;
    }
    this.inline.push({ type: 'break' });
  }

  private image(element: Element): void {
    const emoji = element.getAttribute('alt') ?? '';
    const drawn = /^\p{Extended_Pictographic}/u.test(emoji) && emoji.length <= 8;
    if (drawn) this.text(emoji, []);
    const image = drawn ? null : imageOf(element, this.context.base);
    if (image) this.waiting.push(image);
  }

  private within(element: Element, tag: string, marks: Mark[]): void {
    let inner = marks;
    if (tag === 'b' || tag === 'strong') inner = withMark(marks, { type: 'strong' });
    if (tag === 'i' || tag === 'em') inner = withMark(marks, { type: 'emphasis' });
    if (tag === 'a') {
      const href = linkAddress(element.getAttribute('href'), this.context.base);
      if (href) inner = withMark(marks, { type: 'link', attrs: { href } });
    }
    if (tag === 'q') this.text('“', inner);
    for (const child of element.childNodes) this.read(child, inner);
    if (tag === 'q') this.text('”', inner);
  }

  private block(element: Element, tag: string, marks: Mark[]): void {
    this.flush();
    const outer = this.attrs;
    this.attrs = { ...outer, ...statedAttrs(element) };
    const whole = this.wholeBlock(element, tag);
    if (whole) this.blocks.push(...whole);
    else {
      for (const child of element.childNodes)
        this.read(child, tag === 'dt' ? withMark(marks, { type: 'strong' }) : marks);
      const level = /^h([1-6])$/.exec(tag)?.[1];
      this.flush(level ? (content, attrs) => asHeading(content, attrs, Number(level)) : asParagraph);
    }
    this.attrs = outer;
  }

  private wholeBlock(element: Element, tag: string): Block[] | null {
    const figure = figureOf(element, this.context.base);
    if (figure) return figure;
    if (tag === 'blockquote') return readQuote(htmlToBlocks(element, this.context), this.attrs);
    if (tag === 'ul' || tag === 'ol') return readList(element, this.context, this.attrs);
    if (tag === 'table') return readTable(element, this.context, this.attrs);
    if (tag === 'pre') return preformatted(element, this.attrs);
    return null;
  }
}

function asParagraph(content: Inline[], attrs: BlockAttrs): Paragraph {
  return Object.keys(attrs).length > 0
    ? { type: 'paragraph', attrs, content }
    : { type: 'paragraph', content };
}

function asHeading(content: Inline[], attrs: BlockAttrs, level: number): Block {
  return { type: 'heading', attrs: { ...attrs, level: level <= 2 ? 2 : level === 3 ? 3 : 4 }, content };
}

function preformatted(element: Element, attrs: BlockAttrs): Block[] {
  return textParagraphs(element.textContent ?? '').map((text) =>
    asParagraph([{ type: 'text', text }], attrs),
  );
}

/** What a paragraph or heading states about itself; a page's or column's own direction is the story's. */
function statedAttrs(element: Element): BlockAttrs {
  if (!/^(p|h[1-6]|blockquote|li|ul|ol)$/.test(tagOf(element))) return {};
  const attrs: BlockAttrs = {};
  const dir = element.getAttribute('dir')?.toLowerCase();
  if (dir === 'rtl' || dir === 'ltr') attrs.dir = dir;
  const lang = element.getAttribute('lang')?.trim();
  if (lang && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang)) attrs.lang = lang;
  return attrs;
}
