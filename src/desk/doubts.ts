/** What an editor should look at: words that lost their spaces, and what the house writes otherwise. Pure, and heavy. */
import { type LanguageStyle, styleOffers } from '../house-style/house-style.ts';
import { repairText } from '../repair/repair.ts';
import type { StoryFields } from '../stories/story.ts';
import type { StoryText } from '../text/story-text.ts';
import type { Glued } from './desk-api.ts';

/** One doubt and the part of a story in which it stands. */
export type Doubt = Pick<Glued, 'before' | 'after' | 'rule'> & { field: 'headline' | 'lead' | 'body' };

/** All that is doubted in a story, in the order of reading: as the desk counts it beside the text, and captions too. */
export function doubtsOfStory(
  { headline, lead, body }: Pick<StoryFields, 'headline' | 'lead' | 'body'>,
  lang: string,
  style: LanguageStyle,
): Doubt[] {
  const texts = [
    { field: 'headline' as const, text: headline },
    { field: 'lead' as const, text: lead },
    ...textsOf(body).map((text) => ({ field: 'body' as const, text })),
  ];
  return texts.flatMap(({ field, text }) => {
    const doubts = text ? doubtsIn(text, lang, style) : [];
    return doubts.map(({ before, after, rule }) => ({ field, before, after, rule }));
  });
}

/** What is doubted in a text: words that lost their spaces first, then the house's style. In order. */
export function doubtsIn(text: string, lang: string, style: LanguageStyle): Glued[] {
  const glued = gluedIn(text, lang);
  const endOf = (one: Glued | undefined) => (one ? one.at + one.before.length : Infinity);
  let next = 0;
  const styled = styleOffers(text, lang, style)
    .filter(({ at, before }) => {
      while (endOf(glued[next]) <= at) next++;
      return at + before.length <= (glued[next]?.at ?? Infinity);
    })
    .map((offer): Glued => ({ ...offer, confidence: 1 }));
  return [...glued, ...styled].sort((a, b) => a.at - b.at);
}

/** What is glued in a text; offsets count UTF-16 units. */
export function gluedIn(text: string, lang: string): Glued[] {
  return repairText(text, lang).changes.map(({ offset, before, after, confidence }) => ({
    at: offset,
    before,
    after,
    confidence,
    rule: 'glued',
  }));
}

/** Paragraphs, headings and captions, in the order of reading. */
export function textsOf(body: StoryText): string[] {
  const texts: string[] = [];
  const walk = (node: { type: string; text?: string; content?: unknown }): string => {
    if (node.text !== undefined) return node.text;
    if (node.type === 'hardBreak') return '\n';
    const inner = Array.isArray(node.content) ? node.content.map(walk).join('') : '';
    if (node.type === 'paragraph' || node.type === 'heading') texts.push(inner);
    return inner;
  };
  for (const block of body.content)
    if (block.type === 'image') texts.push(block.attrs.caption);
    else walk(block);
  return texts;
}
