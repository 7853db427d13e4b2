/** Small questions about elements that several readers of a page ask. */
import { parseHTML } from 'linkedom';

/** Parses markup into a document that always has a root element. */
export function parsePage(markup: string): Document {
  const whole = /<html[\s>]/i.test(markup.slice(0, 20_000))
    ? markup
    : `<!doctype html><html><head></head><body>${markup}</body></html>`;
  return parseHTML(whole).document;
}

/** An element's tag in small letters. */
export function tagOf(element: Element): string {
  return element.localName.toLowerCase();
}

/** An element's text with all white space collapsed. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/[\s\u00a0\u200b]+/g, ' ').trim();
}

const longestName = 500;

/** An element's class and id as one lower-case string; of very long ones the beginning. */
export function styleName(element: Element): string {
  return `${element.getAttribute('class')?.slice(0, longestName) ?? ''} ${element.getAttribute('id')?.slice(0, 100) ?? ''}`.toLowerCase();
}

/** Elements whose content is never the page's words. */
export const silentTags: ReadonlySet<string> = new Set(
  'script style noscript template head title meta link base svg math canvas object embed applet iframe frame frameset noframes audio video track source param select option datalist textarea map area rt rp amp-ad amp-embed amp-analytics amp-iframe amp-video amp-youtube amp-twitter amp-sidebar amp-consent amp-social-share amp-sticky-ad dialog progress meter button input'.split(
    ' ',
  ),
);

/** Elements that begin and end a line of text. */
export const blockTags: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table caption thead tbody tfoot tr td th ul label amp-img img'.split(
    ' ',
  ),
);

/** Whether an element says that it is not to be seen. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}
