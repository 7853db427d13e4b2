/** `bin/wireroom act`, as a person runs it, on a stopped installation. */
import { expect, it } from 'vitest';
import { dataFolder } from '../../test/program.ts';
import { folderWith, wireroom } from '../../test/wireroom-command.ts';

const page = `<!doctype html><html lang="en"><head><title>Pilots end strike</title></head><body>
<p>Saturday 5 August 2017 - 11:54</p><p>Story Code : 4711</p><h1>Pilots end their strike in the port of Halim</h1>
<p>The pilots of Halim have ended their strike, the harbour master said on Saturday after a night of talks.</p>
<p>Eleven ships wait in the roads and will be brought in with the tide, he added, and the first is due at noon.</p>
</body></html>`;

it('publishes, corrects, holds, releases, kills and takes the kill back, and story shows all of it', async () => {
  const dataDir = dataFolder();
  const folder = folderWith({
    'page.html': page,
    'words.json': '{"byline":"Lina Haddad","topics":"Ports, Halim"}',
  });
  expect((await wireroom({ dataDir }, 'import', folder)).out).toContain('draft 4711');
  const act = (...words: string[]) => wireroom({ dataDir }, 'act', '4711', ...words);
  const steps: [string[], number, RegExp][] = [
    [['correct'], 1, /Story 4711 is not published yet: publish it first\./],
    [['publish', '--as', 'Ana Moss'], 0, /Story 4711: publish, version 1, at 20/],
    [
      ['publish'],
      1,
      /cannot be published: it is published already.+ The newest act is a publication by Ana Moss at 20/,
    ],
    [['correct'], 1, /has no draft: save one first\. The newest act is a publication/],
    [
      [
        'correct',
        '--fields',
        'headline=Pilots end a strike',
        '--fields',
        `@${folder}/words.json`,
        '--note',
        'It was one strike.',
      ],
      0,
      /correct, version 2/,
    ],
    [
      ['correct', '--reason', 'inaccurate', '--fields', 'lead=x'],
      1,
      /There is no reason class “inaccurate” for a correction: say one of corrected, clarified, refiled\./,
    ],
    [['hold', '--reason', 'rights'], 0, /hold, version 2/],
    [['release', '--at', '2099-01-01T00:00:00Z'], 0, /release waits for 2099-01-01T00:00:00\.000Z/],
    [['release', '--at', 'never'], 0, /one scheduled act taken back/],
    [['release'], 0, /release, version 2/],
    [
      ['kill', '--reason', 'embargo broken', '--replacement', '4711'],
      1,
      /The code 4711 cannot stand in the story’s place/,
    ],
    [['kill', '--reason', 'embargo broken'], 0, /kill, version 2/],
    [['update', '--fields', 'lead=Nothing'], 1, /it was killed; withdraw the kill if that was a mistake/],
    [['withdraw'], 0, /withdraw, version 2/],
    [['redact'], 1, /Say which fields to redact: headline, lead/],
    [['redact', '--fields', 'hedline'], 1, /A story has no field “hedline”/],
  ];
  for (const [words, code, said] of steps) {
    const done = await act(...words);
    expect([words.join(' '), done.code]).toEqual([words.join(' '), code]);
    expect(code === 0 ? done.out : done.err).toMatch(said);
  }
  const { out } = await wireroom({ dataDir }, 'story', '4711', '--json');
  const story = JSON.parse(out);
  expect(story.acts.map(({ kind }: { kind: string }) => kind)).toEqual([
    'publish',
    'correct',
    'hold',
    'release',
    'kill',
    'withdraw',
  ]);
  expect(story).toMatchObject({ state: 'public', headline: 'Pilots end a strike', draft: null });
  const text = (await wireroom({ dataDir }, 'story', '4711')).out;
  expect(text).toContain('version 2: correct (corrected)');
  expect(text).toContain('It was one strike.');
  expect((await wireroom({ dataDir }, 'verify')).code).toBe(0);
  // Twenty commands, each of which starts a database of its own.
}, 240_000);

it.each([
  [['act'], 'act takes a code and one of publish, update'],
  [['act', '1000'], 'act takes a code and one of'],
  [['act', 'abc', 'kill'], 'act takes a code and one of'],
  [['act', '1000', 'unpublish'], 'There is no act “unpublish”: say one of publish, update'],
  [['act', '1000', 'hold', '--fields', 'lead=x'], 'hold takes no --fields.'],
  [['act', '1000', 'hold', '--replacement', '1001'], 'hold takes no --replacement.'],
  [['act', '1000', 'kill', '--replacement', 'x'], '--replacement is “x”: it must be the code of a story.'],
  [['act', '1000', 'hold', '--at', 'tomorrow'], '--at is “tomorrow”: it must be a time with its zone'],
  [['act', '1000', 'hold', '--at', '2030-01-01T09:00'], 'it must be a time with its zone'],
  [['act', '1000', 'hold', '--at', '2030-13-01T09:00:00Z'], 'it must be a time with its zone'],
  [
    ['act', '1000', 'hold', '--embargo', '2030-01-01T09:00:00Z'],
    '--embargo goes with publish, and without --at.',
  ],
  [['act', '1000', 'update', '--fields', 'lead'], '--fields is “lead”: it must be name=words'],
  [['act', '1000', 'update', '--fields', '{"lead":'], '--fields is no JSON object of a story'],
  [['act', '1000', 'update', '--fields', '{"kicker":"x"}'], 'A story has no field “kicker”'],
  [
    ['act', '1000', 'update', '--fields', '{"body":{"type":"doc","content":[{"type":"script"}]}}'],
    'The body does not fit the schema',
  ],
  [
    ['act', '1000', 'publish', '--fields', 'headline=A strike ends,credit=The agency,section=region'],
    'The words for headline hold “credit=”: give --fields once for each field',
  ],
  [
    ['act', '1000', 'update', '--fields', 'body=<p class="x">One</p><p>Two</p>'],
    'The body holds the mark “<p class="x">”: it must be plain text with blank lines between paragraphs, or a story text in JSON',
  ],
  [['act', '1000', 'update', '--fields', '{"body":"One<br/>two"}'], 'The body holds the mark “<br/>”'],
  [['act', '1000', 'update', '--fields', '@/no/such'], 'The file /no/such cannot be read (ENOENT).'],
  [['act', '1000', 'update', '--fields', '{"topics":[1]}'], 'topics must be names with commas between'],
  [['key'], 'key takes one word: show or rotate.'],
  [['key', 'forget'], 'key takes one word: show or rotate.'],
])('refuses %j as wrong use', async (words, sentence) => {
  const { code, out, err } = await wireroom({ dataDir: dataFolder() }, ...words);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});

it('refuses a story that is not there', async () => {
  const { code, err } = await wireroom({ dataDir: dataFolder() }, 'act', '4711', 'kill');
  expect([code, err]).toEqual([1, 'There is no story 4711.\n']);
});
