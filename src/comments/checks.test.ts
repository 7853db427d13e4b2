/** The list of checks: each has one thing to say, and the first that says it holds. */
import { expect, it } from 'vitest';
import { type Arrival, type Asked, checks, countLinks, runChecks } from './checks.ts';
import { plainRules } from './comment-setting.ts';

const text = 'The bridge was closed in my youth too, for a whole summer.';
const quiet: Asked = {
  tries: async () => 0,
  isBanned: async () => false,
  crowd: async () => ({ lastMinute: 0, surge: 0 }),
  sameAs: async () => null,
  likeness: async () => ({ rejected: 0.5, because: [] }),
  isKnownGood: async () => true,
};
const words = { en: { reject: ['casino'], doubt: ['idiot'] } };
const known = { ...plainRules, moderation: 'known' as const, words };
const draft = { name: 'Mira', email: 'mira@example.org', text, tell: false };
const usual: Arrival = {
  draft,
  lang: 'en',
  rules: known,
  isOpen: true,
  honeypot: '',
  secondsWritten: 60,
  asked: quiet,
};

type Change = Partial<Omit<Arrival, 'asked'>> & { asked?: Partial<Asked> };

function arrival({ asked, ...change }: Change): Arrival {
  return { ...usual, ...change, asked: { ...quiet, ...asked } };
}

const wrote = (change: Partial<typeof draft>) => ({ draft: { ...draft, ...change } });
const faults = (named: object) => ({ check: 'fields', refused: { kind: 'faults', faults: named } });

it.each<[string, Change, object]>([
  ['a closed story', { isOpen: false }, { check: 'open', refused: { kind: 'closed' } }],
  ['no name', wrote({ name: '' }), faults({ name: 'empty' })],
  ['a long name', wrote({ name: 'n'.repeat(61) }), faults({ name: 'too-long' })],
  ['no text and no name', wrote({ name: '', text: '' }), faults({ name: 'empty', text: 'empty' })],
  ['a long text', wrote({ text: '𐍈'.repeat(3_001) }), faults({ text: 'too-long' })],
  ['no address to tell', wrote({ email: '', tell: true }), faults({ email: 'empty' })],
  ['no real address', wrote({ email: 'mira' }), faults({ email: 'no-address' })],
  ['an old form', { secondsWritten: null }, { check: 'time', refused: { kind: 'stale' } }],
  ['a quick hand', { secondsWritten: 1 }, { check: 'time', refused: { kind: 'too-quick' } }],
  [
    'too many tries',
    { asked: { tries: async () => 90 } },
    { check: 'rate', refused: { kind: 'too-often', waitSeconds: 90 } },
  ],
  ['a filled trap', { honeypot: 'x' }, { check: 'honeypot', state: 'rejected', reason: 'honeypot' }],
  [
    'a banned writer',
    { asked: { isBanned: async () => true } },
    { check: 'ban', state: 'banned', reason: 'banned' },
  ],
  [
    'the same again',
    { asked: { sameAs: async () => 7 } },
    { check: 'repeat', state: 'rejected', reason: 'repeated', about: '7' },
  ],
  [
    'a word that is not shown',
    wrote({ text: 'Visit my c a s i n o today' }),
    { check: 'listed words', state: 'rejected', reason: 'listed-word', about: 'casino' },
  ],
  [
    'a flood',
    { asked: { crowd: async () => ({ lastMinute: 40, surge: 3 }) } },
    { check: 'surge', state: 'surge', reason: 'surge', about: '40' },
  ],
  [
    'a flood without end',
    { asked: { crowd: async () => ({ lastMinute: 40, surge: 5_000 }) } },
    { check: 'surge', refused: { kind: 'crowded' } },
  ],
  [
    'more links than one',
    wrote({ text: 'See www.a.example and https://b.example/c' }),
    { check: 'links', state: 'waiting', reason: 'links', about: '2' },
  ],
  [
    'a doubtful word',
    wrote({ text: 'What an IDIOT.' }),
    { check: 'doubtful words', state: 'waiting', reason: 'doubtful-word', about: 'idiot' },
  ],
  [
    'words like those that were rejected',
    { asked: { likeness: async () => ({ rejected: 0.97, because: ['pills'] }) } },
    { check: 'likeness', state: 'waiting', reason: 'looks-rejected' },
  ],
  [
    'whatever comes where each is read first',
    { rules: { ...known, moderation: 'before' } },
    { check: 'moderation', state: 'waiting', reason: 'read-first' },
  ],
  [
    'a writer whom nobody knows',
    { asked: { isKnownGood: async () => false } },
    { check: 'known writer', state: 'waiting', reason: 'not-known' },
  ],
  ['a known writer', {}, { check: 'none', state: 'published', reason: 'known-good' }],
])('decides about %s', async (_what, change, verdict) => {
  expect(await runChecks(arrival(change))).toEqual(verdict);
});

it('has a row above for every check, and asks the database nothing that is decided already', async () => {
  expect(checks.map(({ name }) => name)).toEqual([
    ...['open', 'fields', 'time', 'rate', 'honeypot', 'ban', 'repeat', 'listed words', 'surge'],
    ...['links', 'doubtful words', 'likeness', 'moderation', 'known writer'],
  ]);
  const asked: string[] = [];
  const noting = Object.fromEntries(
    Object.entries(quiet).map(([name, answer]) => [
      name,
      () => {
        asked.push(name);
        return answer();
      },
    ]),
  );
  await runChecks(arrival({ honeypot: 'x', asked: noting }));
  expect(asked).toEqual(['tries']);
});

it('counts addresses however they are written, and no full stop that lacks its space', () => {
  expect(countLinks('See https://a.example/x, www.b.example and c-d.com/e.')).toBe(3);
  expect(countLinks('It rained.Then it stopped. At 11.54 the pass opened, e.g. for carts.')).toBe(0);
});
