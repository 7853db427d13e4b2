/** Makes what was pasted clean: from Word, a web page or another agency's page to blocks of a story. Pure, and heavy. */
import { parsePage } from '../intake/dom.ts';
import { htmlToBlocks } from '../intake/html-to-body.ts';
import { measureMarkup, stripMarkup } from '../intake/markup-guard.ts';
import { textParagraphs } from '../intake/text-paragraphs.ts';
import { storable } from '../stories/clean-fields.ts';
import { type Block, checkStoryText, paragraphs, type StoryText } from '../text/story-text.ts';
import type { Glued, PasteAsk } from './desk-api.ts';
import { gluedIn, textsOf } from './doubts.ts';

/** Deeper, or in more pieces, than any text that a person copies; its words are taken, and nothing else. */
const deepest = 200;
const mostTags = 50_000;

export function cleanPaste({ html, text, lang }: PasteAsk): { body: StoryText; glued: Glued[] } {
  const body = html?.trim() ? fromHtml(html) : paragraphs(...textParagraphs(text ?? ''));
  const clean = checkStoryText(storable({ ...body, content: body.content.flatMap(withoutForeignPicture) }));
  return { body: clean, glued: gluedIn(textsOf(clean).join('\n'), lang) };
}

function fromHtml(html: string): StoryText {
  const { depth, tags } = measureMarkup(html);
  if (depth > deepest || tags > mostTags) return paragraphs(...textParagraphs(stripMarkup(html)));
  // Word marks its own lists, styles and comments in ways that no browser shows.
  // A comment that nobody ends goes to the end, as in a browser; looked for from each beginning, it would take for ever.
  const plain = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<\/?o:p\b[^<>]*>/gi, '');
  return { type: 'doc', content: htmlToBlocks(parsePage(plain).body, { base: null }) };
}

/** A picture comes as a file, with its credit; an address of another site's, or bytes in the text, do not come in. */
function withoutForeignPicture(block: Block): Block[] {
  if (block.type !== 'image') return [block];
  const { caption } = block.attrs;
  return caption ? [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }] : [];
}
