import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../notices.ts';
import type { HistoryPageData, TombstoneData } from '../record-data.ts';
import { renderComparison } from './ComparisonPage.tsx';
import { renderCorrections } from './CorrectionsPage.tsx';
import { renderHistory } from './HistoryPage.tsx';
import { frameOf, storyPage } from './page-fixtures.ts';
import { renderStoryLite } from './StoryLite.tsx';
import { renderStoryPage } from './StoryPage.tsx';
import { renderStoryPrint } from './StoryPrint.tsx';
import { renderStoryText } from './story-plain.ts';
import {
  renderTombstone,
  renderTombstoneLite,
  renderTombstonePrint,
  renderTombstoneText,
} from './Tombstone.tsx';
import { renderVersion } from './VersionPage.tsx';

const hostile = `</script><script>alert('x')</script>"><img src=x onerror=alert(1)>&amp;'`;
const at = new Date('2026-05-03T10:30:00Z');
const notice: Notice = {
  kind: 'corrected',
  leafIndex: 12,
  at,
  reasonClass: 'corrected',
  note: 'The pier is the north one.',
  noteGap: null,
  redacts: [],
  of: null,
};
const gap = (field: string) => ({ field, actId: 9, reasonClass: 'privacy', at });

describe('a corrected story', () => {
  const story = storyPage({ corrected: true, notices: [notice] });

  it('says what was wrong in each of its forms, once', () => {
    for (const text of [
      ...[renderStoryPage, renderStoryPrint, renderStoryLite].map((render) =>
        words(render(frameOf('en'), story)),
      ),
      renderStoryText(frameOf('en'), story),
    ]) {
      expect(text.split('The pier is the north one.')).toHaveLength(2);
      expect(text).toContain('Corrected 6 Aug 2017, 09:30');
    }
  });

  it('has a usual sentence where nobody wrote one, and says where one was removed', () => {
    const without = { ...notice, note: '' };
    expect(words(renderStoryPage(frameOf('en'), { ...story, notices: [without] }))).toContain(
      'Something in this story was wrong and has been corrected.',
    );
    expect(
      words(renderStoryPage(frameOf('fa'), { ...story, notices: [{ ...without, noteGap: gap('note') }] })),
    ).toContain('جمله‌ای که در اینجا بود در ۱۳ اردیبهشت ۱۴۰۵ به حکم قانون حذف شد (حریم خصوصی).');
  });

  it('has no box where nothing was corrected', () => {
    expect(dom(renderStoryPage(frameOf('en'), storyPage())).querySelector('.notices')).toBeNull();
  });
});

describe('a story with gaps', () => {
  it('says in the place of each field that it was removed, why and when', () => {
    const fields = [
      'headline',
      'lead',
      'body',
      'dateline',
      'credit',
      'byline',
      'section',
      'topics',
      'subjects',
      'thread',
    ];
    const story = storyPage({
      headline: '[Headline removed]',
      lead: '',
      body: { type: 'doc', content: [] },
      dateline: '',
      credit: '',
      byline: '',
      section: null,
      topics: [],
      subjects: [],
      gaps: fields.map(gap),
    });
    const names = [
      'Headline',
      'Lead',
      'Text',
      'Place',
      'Credit',
      'Byline',
      'Section',
      'Topics',
      'Subjects',
      'Running story',
    ];
    for (const name of names)
      expect(words(renderStoryPage(frameOf('en'), story))).toContain(
        `${name} removed by law on 3 May 2026 (privacy)`,
      );
    const french = { ...frameOf('en'), edition: { ...frameOf('en').edition, lang: 'fr' } };
    expect(words(renderStoryPage(french, story))).toContain(
      'Signature supprimée en application de la loi le 3 mai 2026 (vie privée)',
    );
  });
});

describe('a tombstone', () => {
  const tombstone: TombstoneData = {
    code: 271032,
    lang: 'en',
    state: 'killed',
    version: 2,
    leafIndex: 9,
    firstAt: new Date('2026-05-01T09:30:00Z'),
    at,
    reasonClass: 'embargo-broken',
    note: hostile,
    noteGap: null,
    replacement: { code: 7, href: '/en/7/x', actId: 7, headline: hostile },
  };
  const forms = [renderTombstone, renderTombstonePrint, renderTombstoneLite];

  it('says when, why, and what stands in its place, and lets nothing become markup', () => {
    for (const render of forms) {
      const html = render(frameOf('en'), tombstone);
      const text = words(html);
      expect(text).toContain('Killed on 3 May 2026, 14:00 Reason: embargo broken');
      expect(text.split(hostile)).toHaveLength(3);
      expect(dom(html).querySelectorAll('script, [onerror]')).toHaveLength(0);
      expect(dom(html).querySelectorAll('h1')).toHaveLength(1);
    }
    expect(renderTombstoneText(frameOf('en'), tombstone)).toContain(
      `In its place: ${hostile} https://news.example/7`,
    );
  });

  it.each(['held', 'killed', 'removed'] as const)('keeps the story’s own date at its head: %s', (state) => {
    for (const render of forms) {
      const page = dom(render(frameOf('en'), { ...tombstone, state }));
      expect(page.querySelector('.date-line')?.textContent).toContain('Friday 1 May 2026');
    }
    expect(renderTombstoneText(frameOf('en'), { ...tombstone, state })).toContain('Friday 1 May 2026 · ');
  });

  it.each(['held', 'killed', 'removed'] as const)('has a design of its own in Persian: %s', (state) => {
    const document = dom(
      renderTombstone(frameOf('fa'), { ...tombstone, state, replacement: null, note: '' }),
    );
    expect(document.documentElement.getAttribute('dir')).toBe('rtl');
    expect(document.querySelector('h1')?.textContent).toMatch(/^[\u0600-\u06ff\u200c ]+$/);
    expect(document.querySelector('.instead')).toBeNull();
  });
});

describe('a history', () => {
  const act: HistoryPageData['acts'][number] = {
    actId: 3,
    leafIndex: 12,
    kind: 'publish',
    state: 'public',
    version: 1,
    madeVersion: true,
    actedAt: at,
    statedAt: null,
    effectiveAt: at,
    dueAt: null,
    by: 'desk',
    reasonClass: '',
    note: '',
    noteGap: null,
    replacement: null,
    redacts: [],
    withdraws: null,
    of: null,
    statedBy: 'Sputnik',
    byline: '',
  };
  const history = (more: Partial<typeof act>): HistoryPageData => ({
    code: 271032,
    lang: 'en',
    href: '/en/271032/x',
    headline: 'Pilots end strike',
    tombstone: null,
    acts: [{ ...act, ...more }],
    versions: [{ version: 1, at }],
  });
  const entry = (more: Partial<typeof act>) =>
    oneLine(dom(renderHistory(frameOf('en'), history(more))).querySelector('.ledger li')?.textContent ?? '');
  const stated = new Date('2017-08-05T07:24:00Z');

  it.each([
    [{}, '3 May 2026, 14:00 Published by the desk Version 1'],
    [{ by: 'sample' }, '3 May 2026, 14:00 Published by Harbour News Version 1'],
    [{ by: 'owner', byline: 'N. Reyl' }, '3 May 2026, 14:00 Published by the desk Version 1'],
    [
      { by: 'import', statedAt: stated, effectiveAt: stated },
      '5 Aug 2017, 11:54 Imported Version 1 Imported on 3 May 2026, 14:00; the earlier time is as stated by Sputnik',
    ],
    [
      { dueAt: new Date(at.getTime() - 20_000) },
      '3 May 2026, 14:00 Published by the desk Version 1 Scheduled for 3 May 2026, 13:59',
    ],
    [
      { dueAt: new Date(at.getTime() - 600_000) },
      '3 May 2026, 14:00 Published by the desk Version 1 Due at 3 May 2026, 13:50, done at 3 May 2026, 14:00',
    ],
    [
      {
        kind: 'correct',
        version: 2,
        by: 'Ana Moss',
        byline: 'N. Reyl and Ana Moss',
        reasonClass: 'corrected',
        note: 'It was the north pier.',
      },
      '3 May 2026, 14:00 Corrected by Ana Moss It was the north pier. Version 2 Compare with version 1 Reason: something was wrong',
    ],
    [
      { kind: 'withdraw', madeVersion: false, of: stated, reasonClass: 'mistaken' },
      '3 May 2026, 14:00 Act withdrawn by the desk Takes back the act of 5 Aug 2017, 11:54. Reason: done by mistake',
    ],
    [
      { kind: 'redact', madeVersion: false, redacts: ['headline', 'lead', 'body'], reasonClass: 'safety' },
      '3 May 2026, 14:00 Words removed by the desk Removed from this story and from all its versions: headline, lead and text. Reason: safety',
    ],
  ] as const)('tells who did what, when and why: %j', (more, said) => {
    expect(entry(more as Partial<typeof act>)).toBe(said);
  });

  it('offers a comparison where there is more than one version', () => {
    const two = {
      ...history({}),
      versions: [
        { version: 1, at },
        { version: 2, at },
      ],
    };
    expect(dom(renderHistory(frameOf('en'), history({}))).querySelector('[name=from]')).toBeNull();
    expect(dom(renderHistory(frameOf('fa'), two)).querySelectorAll('select option')).toHaveLength(4);
  });
});

describe('a comparison', () => {
  const compared = {
    code: 271032,
    lang: 'en',
    from: { version: 1, at },
    to: { version: 2, at },
    versions: [],
    unchanged: [],
  };

  it('glues no change to what stands before it', () => {
    const html = renderComparison(frameOf('en'), {
      ...compared,
      differences: [
        {
          field: 'headline',
          kind: 'words',
          pieces: [
            { kind: 'same', text: 'Storm ' },
            { kind: 'gone', text: 'closes' },
            { kind: 'new', text: hostile },
          ],
        },
      ],
    });
    expect(words(html)).toContain(`Storm [removed: closes] [added: ${hostile}]`);
    expect(dom(html).querySelectorAll('script, [onerror]')).toHaveLength(0);
  });

  it('says in words where only marks differ, and where a field was removed', () => {
    const text = words(
      renderComparison(frameOf('en'), {
        ...compared,
        differences: [
          { field: 'headline', kind: 'gap', gaps: [{ version: 1, gap: gap('headline') }] },
          { field: 'body', kind: 'marks' },
        ],
      }),
    );
    expect(text).toContain('Version 1: Headline removed by law on 3 May 2026 (privacy)');
    expect(text).toContain('The words are the same; links, emphasis or other marks in them are not.');
  });
});

it('a list of corrections names a story that was taken back by its code, and links each feed', () => {
  const story = { code: 271032, lang: 'en', href: '/271032', headline: null, gone: 'killed' as const };
  const killed = { ...notice, kind: 'killed' as const, note: '', reasonClass: 'privacy' };
  const document = dom(
    renderCorrections(frameOf('en'), {
      corrections: [{ ...story, notice: killed }],
      newer: null,
      older: null,
    }),
  );
  expect(oneLine(document.querySelector('article')?.textContent ?? '')).toBe(
    'No. 271032 Killed 3 May 2026, 14:00 Reason: privacy Its words are no longer published, in any version. History',
  );
  expect([...document.querySelectorAll('.feeds a')].map((link) => link.getAttribute('href'))).toEqual(
    ['feed.xml', 'feed.atom', 'feed.json'].map((name) => `/en/corrections/${name}`),
  );
});

it('a page of one version does not know the day, and whatever day it is, it is the same', () => {
  const story = storyPage({ translations: [], related: [] });
  const [one, two] = ['2025-03-31', '2031-01-01'].map((today) =>
    renderVersion({ ...frameOf('en'), today }, story),
  );
  expect(one).toBe(two);
  expect(words(one ?? '')).toContain('Version 2, in force from 6 Aug 2017, 09:30');
  expect(
    dom(one ?? '')
      .querySelector('.which-version a')
      ?.getAttribute('href'),
  ).toBe('/271032');
});

function dom(html: string) {
  return parseHTML(html).document;
}

function words(html: string): string {
  return oneLine(dom(html).body.textContent ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
