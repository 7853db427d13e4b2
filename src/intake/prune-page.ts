/** Takes out of a parsed page what its own tags and class names say is not the story. */
import { isHidden, silentTags, styleName, tagOf, textOf } from './dom.ts';
import type { Notes } from './notes.ts';
import { visibleLines } from './visible-lines.ts';

const sureTags = new Set('nav aside form menu button dialog footer'.split(' '));
const keptTags = new Set('html body main article h1 time figure figcaption img picture amp-img'.split(' '));
const edge = (names: string) => new RegExp(`(?:^|[\\s_-])(?:${names})(?=[\\s_-]|$)`);
const discussion = edge(
  'comments?|commentlist|comment-?form|respond|disqus(?:[-_]thread)?|related(?:posts|news|stories|articles)?|jp-relatedposts|recommend(?:ed|ations?)',
);
const furnitureName = edge(
  [
    'share|sharing|share-?bar|shares|social|socials|social-?media|sharedaddy|addthis|sharethis|addtoany|a2a',
    'newsletter|subscribe|subscription|sign-?up|promo|promos|promotion|paywall|donate|membership',
    'advert|adverts|advertisement|advertising|ads?|adsbygoogle|ad-?slot|sponsor|sponsored|outbrain|taboola|mgid',
    'breadcrumbs?|cookies?|cookie-?(?:bar|banner|notice)|consent|gdpr|popup|modal|sidebar|side-?bar|rail|ticker|breaking-?news',
    'most-?(?:read|viewed|popular|visited)|popular|trending|latest-?(?:news|stories)?|top-?stories|more-?(?:news|stories|on|from)|other-?news|read-?(?:more|also|next)|see-?also|you-?may-?like|up-?next',
    'toolbar|tools|article-?tools|pagination|pager|nav|navbar|navigation|menu|main-?menu|top-?bar|footer|skip-?link|skip|login|search-?(?:box|form)?',
    'no-?print|print-?hide|screen-reader-text|sr-only|visually-?hidden|rating|votes?|poll|post-?views|view-?count|short-?(?:link|url)|copy-?link',
    'tags?|tag-?list|tag-?cloud|article-?tags|article__tags|post-?tags|tags-?links|keywords|author-?(?:bio|box|info-box)|about-?(?:the-)?author|gallery-?(?:nav|counter|thumbs)|slide-?counter|feedback|report-?error',
  ].join('|'),
);

/** Removes furniture from a document and notes its labels. What holds most of the page's words always stays. */
export function prunePage(document: Document, notes: Notes): void {
  const root = document.documentElement;
  for (const element of [
    ...root.querySelectorAll([...silentTags].filter((tag) => tag !== 'head').join(',')),
  ]) {
    if (tagOf(element) === 'button') notes.drop(textOf(element));
    element.remove();
  }
  const all = wordCount(root);
  let checks = 0;
  for (const element of [...root.querySelectorAll('*')]) {
    if (checks > 3000) return;
    if (!root.contains(element)) continue;
    const certainty = furnitureCertainty(element);
    if (certainty === 0) continue;
    checks++;
    const words = wordCount(element);
    const largest = certainty === 2 ? 0.6 : 0.35;
    if (words > all * largest && words > 60) continue;
    if (/^(?:header|aside|footer)$/.test(tagOf(element)) && element.querySelector('h1')) continue;
    notes.drop(...labelsOf(element).slice(0, 60));
    element.remove();
  }
}

/** 2: its tag or name leaves no doubt; 1: its name says so; 0: not furniture. */
function furnitureCertainty(element: Element): 0 | 1 | 2 {
  const tag = tagOf(element);
  if (keptTags.has(tag)) return 0;
  if (sureTags.has(tag)) return 2;
  if (isHidden(element)) return 2;
  const role = element.getAttribute('role') ?? '';
  if (/^(?:navigation|complementary|contentinfo|search|dialog|alert|menu|toolbar|form)$/.test(role)) return 2;
  const name = styleName(element);
  if (name === ' ' || element.closest('figure, figcaption')) return 0;
  if (discussion.test(name)) return 2;
  return furnitureName.test(name) ? 1 : 0;
}

/** A menu's links one by one, as they are shown; of anything else its lines. */
function labelsOf(element: Element): string[] {
  return tagOf(element) === 'nav' ? [...element.querySelectorAll('a')].map(textOf) : visibleLines(element);
}

function wordCount(element: Element): number {
  return (element.textContent ?? '').length;
}
