/** Pictures of a page with the words that stand by them. */
import type { Block, Image } from '../text/story-text.ts';
import { isHidden, styleName, tagOf, textOf } from './dom.ts';
import { pictureAddress } from './link-address.ts';

const captionName = /caption|legend|image-desc|photo-desc|img-desc|bildunterschrift|cutline/;
const creditName =
  /credit|copyright|photographer|image-source|img-source|photo-source|byline-photo|author-photo/;
const figureName =
  /(^|[\s_-])(wp-caption|figure|image-container|img-container|photo-container|article-image|story-image|media-image|thumbimage|thumb-caption|inline-image|image-block|captioned)([\s_-]|$)/;
const spokenCredit =
  /[\s([|–—-]*((?:©|\(c\)|photo(?:graph|graphy|s)?(?: (?:by|credit|courtesy))?\s*[:©/]|photo(?:graph)?(?:s)? by|pictures? by|credit\s*:|image(?: credit)?\s*:|picture\s*:|foto\s*[:©/]|bild\s*[:©]|crédit\s*[:©]?|fotografía\s*:|фото\s*[:©]|عکس\s*(?:از\s*)?:|تصویر\s*:|عکاس\s*:|صورة\s*:|تصوير\s*:|\/(?=[A-Z][\w ]+\s*$))\s*(.{2,80}?))[)\]]?\.?$/iu;

/** The picture of an `<img>` or `<amp-img>`, or null where it is a dot, an icon or has no address. */
export function imageOf(element: Element, base: string | null): Image | null {
  const width = size(element.getAttribute('width'));
  const height = size(element.getAttribute('height'));
  if ((width !== null && width < 40) || (height !== null && height < 40)) return null;
  const src = sourceOf(element, base);
  const alt = clean(element.getAttribute('alt'));
  if (
    src === null ||
    /(?:^|[/_.-])(?:pixel|spacer|blank|transparent|1x1|icon|logo|avatar|emoji|sprite|loader|spinner)s?[/_.-]/i.test(
      src,
    )
  ) {
    return null;
  }
  return { type: 'image', attrs: { picture: null, src, alt, caption: '', credit: '', width, height } };
}

/** A figure's pictures with its caption and credit, or null where the element is no figure. */
export function figureOf(element: Element, base: string | null): Block[] | null {
  const tag = tagOf(element);
  const pictures = [...element.querySelectorAll('img, amp-img')].filter((picture) => !isHidden(picture));
  if (pictures.length === 0 || (tag !== 'figure' && !looksLikeFigure(element))) return null;
  if (element.querySelector('table, blockquote, h1, h2') || textOf(element).length > 900) return null;
  const images = pictures
    .filter((picture) => picture.closest('noscript') === null)
    .map((picture) => imageOf(picture, base))
    .filter((image): image is Image => image !== null);
  const unique = images.filter(
    (image, at) => images.findIndex((other) => other.attrs.src === image.attrs.src) === at,
  );
  const { caption, credit } = wordsOf(element);
  const last = unique.at(-1);
  if (last) last.attrs = { ...last.attrs, caption, credit };
  return unique;
}

/** Splits "The harbour at dawn. Photo: A. Name" into caption and credit. */
export function splitCaption(text: string): { caption: string; credit: string } {
  const match = spokenCredit.exec(text);
  if (!match?.[2] || (match.index > 0 && !/[\s.([|–—/-]/u.test(text.charAt(match.index))))
    return { caption: text, credit: '' };
  return { caption: text.slice(0, match.index).trim(), credit: match[2].trim().replace(/^[:©]\s*/, '') };
}

function wordsOf(figure: Element): { caption: string; credit: string } {
  const captions = [...figure.querySelectorAll('figcaption, [class], [id]')].filter(
    (element) => tagOf(element) === 'figcaption' || captionName.test(styleName(element)),
  );
  const box = captions.find((element) => textOf(element) !== '') ?? null;
  const credits = [...figure.querySelectorAll('[class], small, cite, [itemprop]')].filter(
    (element) =>
      (creditName.test(styleName(element)) && !captionName.test(styleName(element))) ||
      /^(small|cite)$/.test(tagOf(element)) ||
      /copyrightHolder|creditText|author/.test(element.getAttribute('itemprop') ?? ''),
  );
  const stated = textOf(credits.find((element) => textOf(element) !== ''));
  const whole = textOf(box);
  if (stated === '') return splitCaption(whole);
  const caption = whole.endsWith(stated) ? whole.slice(0, -stated.length) : whole.replace(stated, ' ');
  const credit = stated
    .replace(
      /^(?:photo(?:graph)?(?: by| credit)?|image(?: credit| source)?|credit|source|foto|фото|عکس|copyright)\s*[,:©]+\s*|^[(©]\s*|\)$/giu,
      '',
    )
    .trim();
  return {
    caption: caption
      .replace(/\s+/g, ' ')
      .replace(/[\s(|–—-]+$/u, '')
      .trim(),
    credit,
  };
}

function looksLikeFigure(element: Element): boolean {
  const name = styleName(element);
  if (!/^(div|p|span|td|table|dl|center)$/.test(tagOf(element))) return false;
  if (element.querySelectorAll('img, amp-img').length !== 1 || textOf(element).length > 500) return false;
  if (figureName.test(name)) return element.querySelectorAll('p').length <= 2;
  return [...element.children].some(
    (child) => captionName.test(styleName(child)) && !child.querySelector('img'),
  );
}

function sourceOf(element: Element, base: string | null): string | null {
  const lazy = ['data-src', 'data-lazy-src', 'data-original', 'data-original-src', 'data-url'];
  const names = [...lazy, 'src'];
  for (const name of names) {
    const address = pictureAddress(element.getAttribute(name), base);
    if (address) return address;
  }
  const set = element.getAttribute('srcset') ?? element.getAttribute('data-srcset') ?? '';
  const widest = set
    .split(/,\s+/)
    .map((part) => part.trim().split(/\s+/))
    .sort((a, b) => Number.parseFloat(b[1] ?? '0') - Number.parseFloat(a[1] ?? '0'))[0]?.[0];
  return pictureAddress(widest, base);
}

function size(text: string | null): number | null {
  const number = /^\s*(\d{1,5})(?:px)?\s*$/.exec(text ?? '')?.[1];
  return number ? Number(number) : null;
}

function clean(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000);
}
