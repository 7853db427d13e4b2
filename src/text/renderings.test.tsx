import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bodyLinks } from './body-links.ts';
import { type BodySettings, bodyHtml } from './html-text.tsx';
import { plainText } from './plain-text.ts';
import type { Block, Inline, List, Mark, Paragraph, StoryText } from './story-text.ts';

const full: BodySettings = {
  topicHref: (slug) => `/en/topic/${slug}`,
  picture: () => (
    <picture>
      <img src="/picture/x/640.jpg" alt="never part of the text" />
    </picture>
  ),
};
const lite: BodySettings = { ...full, picture: () => <a href="/picture/x/640.jpg">Picture</a> };

describe('the text of a story', () => {
  it('has the same words in the same order in plain text, in HTML and in the body itself', () => {
    fc.assert(
      fc.property(bodies(), (body) => {
        const own = words(walk(body));
        expect(words(plainText(body))).toEqual(own);
        expect(words(textOf(bodyHtml(body, full)))).toEqual(own);
        expect(words(textOf(bodyHtml(body, lite)))).toEqual(own);
      }),
      { numRuns: 500 },
    );
  });

  it('numbers as many links on paper as it shows', () => {
    fc.assert(
      fc.property(bodies(), (body) => {
        const shown = dom(bodyHtml(body, { ...full, topicHref: () => null })).querySelectorAll('a');
        expect([...shown].map((link) => link.getAttribute('href'))).toEqual(bodyLinks(body));
      }),
      { numRuns: 200 },
    );
  });

  it('never glues two blocks, cells, items or the parts of a caption', () => {
    const body: StoryText = {
      type: 'doc',
      content: [
        para('one'),
        { type: 'heading', attrs: { level: 2 }, content: [run('two')] },
        { type: 'list', attrs: { ordered: true }, content: [item('three'), item('four')] },
        {
          type: 'table',
          content: [
            { type: 'row', content: [cell('five', true), cell('six', true)] },
            { type: 'row', content: [cell('seven', true), cell('eight', false)] },
          ],
        },
        image('nine', 'ten'),
        { type: 'paragraph', content: [run('eleven'), { type: 'break' }, run('twelve')] },
      ],
    };
    const all = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
    expect(words(textOf(bodyHtml(body, full)))).toEqual(all);
    expect(plainText(body)).toBe(
      'one\n\ntwo\n\nthree\nfour\n\nfive\tsix\nseven\teight\n\nnine\nten\n\neleven\ntwelve',
    );
    const html = bodyHtml(body, full);
    expect(html).toContain('<th scope="col"><p>five</p>');
    expect(html).toContain('<th scope="row"><p>seven</p>');
  });

  it('neither adds nor loses a space at the edge of a mark', () => {
    const content: Inline[] = [
      run('un', { type: 'strong' }),
      run('der'),
      run(' the ', { type: 'emphasis' }),
      run('sea', { type: 'link', attrs: { href: 'https://sea.example/' } }, { type: 'strong' }),
      run('s', { type: 'link', attrs: { href: 'https://sea.example/' } }),
    ];
    expect(bodyHtml({ type: 'doc', content: [{ type: 'paragraph', content }] }, full)).toBe(
      '<p><strong>un</strong>der<em> the </em><a href="https://sea.example/" rel="external"><strong>sea</strong>s</a></p>\n',
    );
  });

  it('keeps dates, languages and directions', () => {
    const date: Mark = {
      type: 'date',
      attrs: { datetime: '2017-W30', until: '2017-07-30', title: '24–30 July' },
    };
    const body: StoryText = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { dir: 'rtl', lang: 'fa' }, content: [run('هفتهٔ پیش', date)] }],
    };
    expect(bodyHtml(body, full)).toBe(
      '<p dir="rtl" lang="fa"><time dateTime="2017-W30" data-until="2017-07-30" title="24–30 July">هفتهٔ پیش</time></p>\n',
    );
  });

  it('makes no link of an address that a reader must not be sent to', () => {
    for (const href of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil',
    ]) {
      const content = [run('here', { type: 'link', attrs: { href } })];
      expect(bodyHtml({ type: 'doc', content: [{ type: 'paragraph', content }] }, full)).toBe(
        '<p>here</p>\n',
      );
    }
  });

  it('puts no link inside a link', () => {
    const marks: Mark[] = [
      { type: 'topic', attrs: { slug: 'sea' } },
      { type: 'link', attrs: { href: 'https://a.example/' } },
    ];
    const html = bodyHtml(
      { type: 'doc', content: [{ type: 'paragraph', content: [run('x', ...marks)] }] },
      full,
    );
    expect(html).toBe('<p><a href="https://a.example/" rel="external">x</a></p>\n');
  });
});

/** Text nodes in order; every other boundary is a space. Knows nothing of the renderings. */
function walk(node: object): string {
  const { type, text, attrs, content } = node as {
    type: string;
    text?: string;
    attrs?: { caption: string; credit: string };
    content?: object[];
  };
  if (type === 'text') return text ?? '';
  if (type === 'break') return '\n';
  if (type === 'image') return ` ${attrs?.caption} ${attrs?.credit} `;
  const inner = (content ?? []).map(walk);
  return type === 'paragraph' || type === 'heading' ? `\n${inner.join('')}\n` : inner.join('\n');
}

// Counted as they are drawn: counted from the beginning for each, a body of pictures would hold the program.
it('numbers the pictures of a body of very many', () => {
  const pictures = Array.from({ length: 60_000 }, () => image('', ''));
  const numbers: number[] = [];
  bodyHtml(
    { type: 'doc', content: pictures },
    { ...full, picture: (_image, index) => numbers.push(index) && null },
  );
  expect(numbers).toEqual(pictures.map((_, at) => at));
});

function words(text: string): string[] {
  return text.split(/[\s\p{White_Space}]+/u).filter((word) => word !== '');
}

function dom(html: string) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

/** All text, except the link that stands for a picture in the lite form. */
function textOf(html: string): string {
  const document = dom(html);
  for (const link of document.querySelectorAll('figure > a')) link.remove();
  return document.body.textContent ?? '';
}

function run(text: string, ...marks: Mark[]): Inline {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

function para(text: string): Paragraph {
  return { type: 'paragraph', content: [run(text)] };
}

function item(text: string): List['content'][number] {
  return { type: 'item', content: [para(text)] };
}

function cell(text: string, header: boolean) {
  return { type: 'cell' as const, attrs: { header }, content: [para(text)] };
}

function image(caption: string, credit: string): Block {
  const attrs = { picture: 'x', src: null, alt: 'alt', caption, credit, width: 4, height: 3 };
  return { type: 'image', attrs };
}

function bodies(): fc.Arbitrary<StoryText> {
  const odd = fc.constantFrom(
    ' ',
    '\u00a0',
    '\u202f',
    '\u3000',
    '\u2028',
    '\t',
    '\n',
    '\u200c',
    '\u200f',
    '\u0301',
    'e\u0301',
    '👩🏽‍🚀',
    '🇮🇷',
    'می‌شود',
    'עברית',
    'العربية',
    '<b>',
    '&amp;',
    '"',
    "'",
    '</script>',
    'word',
    '﷼',
    '۱۲۳',
  );
  const text = fc.oneof(
    odd,
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.array(odd, { minLength: 1 }).map((parts) => parts.join('')),
  );
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.constant<Mark>({ type: 'strong' }),
    fc.constant<Mark>({ type: 'emphasis' }),
    fc
      .constantFrom('https://a.example/', 'https://b.example/?a=1&b="2"', 'javascript:alert(1)', '/x')
      .map((href): Mark => ({ type: 'link', attrs: { href } })),
    fc.constantFrom('sea', 'دریا').map((slug): Mark => ({ type: 'topic', attrs: { slug } })),
    fc.constant<Mark>({ type: 'date', attrs: { datetime: '2017-08-05', until: null, title: null } }),
  );
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(text, fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }))
        .map(([said, marks]) => run(said, ...marks)),
    },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
  );
  const content = fc.array(inline, { maxLength: 6 });
  const attrs = fc.constantFrom({}, { dir: 'rtl' as const, lang: 'fa' }, { dir: null, lang: null });
  const paragraph = fc
    .tuple(content, attrs)
    .map(([said, where]): Paragraph => ({ type: 'paragraph', attrs: where, content: said }));
  const few = fc.array(paragraph, { minLength: 1, maxLength: 2 });
  const list = fc.letrec<{ list: List }>((tie) => ({
    list: fc
      .tuple(
        fc.boolean(),
        fc.array(
          fc.array(fc.oneof({ depthSize: 'small' }, paragraph, tie('list')), { minLength: 1, maxLength: 2 }),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(
        ([ordered, items]): List => ({
          type: 'list',
          attrs: { ordered },
          content: items.map((parts) => ({ type: 'item', content: parts })),
        }),
      ),
  })).list;
  const row = fc.array(fc.tuple(few, fc.boolean()), { minLength: 1, maxLength: 3 }).map((cells) => ({
    type: 'row' as const,
    content: cells.map(([said, header]) => ({ type: 'cell' as const, attrs: { header }, content: said })),
  }));
  const block: fc.Arbitrary<Block> = fc.oneof(
    paragraph,
    fc
      .tuple(content, fc.constantFrom(2 as const, 3 as const, 4 as const))
      .map(([said, level]): Block => ({ type: 'heading', attrs: { level }, content: said })),
    few.map((said): Block => ({ type: 'quote', content: said })),
    list,
    fc.tuple(text, fc.option(text, { nil: '' })).map(([caption, credit]) => image(caption, credit)),
    fc.array(row, { minLength: 1, maxLength: 3 }).map((rows): Block => ({ type: 'table', content: rows })),
  );
  return fc.array(block, { maxLength: 6 }).map((blocks): StoryText => ({ type: 'doc', content: blocks }));
}
