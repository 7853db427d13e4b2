import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dataFolder } from '../../test/program.ts';
import { beginWireroom, wireroom } from '../../test/wireroom-command.ts';

const glued = 'The envoy arrived inTehran onMonday.The talks began.';
const parted = 'The envoy arrived in Tehran on Monday. The talks began.';

it.each([
  ['text', glued, parted],
  ['text with a final newline', `${glued}\n`, `${parted}\n`],
  ['Windows line ends', `${glued}\r\n\r\n${glued}\r\n`, `${parted}\r\n\r\n${parted}\r\n`],
  ['old Macintosh line ends', `${glued}\r${glued}`, `${parted}\r${parted}`],
  ['a byte order mark', `\ufeff${glued}`, `\ufeff${parted}`],
  ['nothing', '', ''],
  ['white space', ' \t\r\n\n  ', ' \t\r\n\n  '],
  ['right text', `${parted}  \n\tEnd\u00a0\u200b `, `${parted}  \n\tEnd\u00a0\u200b `],
  ['a NUL', `\0${parted}\0`, `\0${parted}\0`],
])('gives back %s with its lost spaces and every other byte as it was', async (_, input, output) => {
  const dataDir = dataFolder();
  const { code, out, err } = await wireroom({ dataDir, input }, 'repair');
  expect({ code, err, bytes: Buffer.from(out) }).toEqual({ code: 0, err: '', bytes: Buffer.from(output) });
  expect(readdirSync(dataDir)).toEqual([]);
});

it('tells every change and every doubt with --json', async () => {
  const input = `${glued} Rogozin spoke. A source inRogozins office said so.\n`;
  const { code, out, err } = await wireroom({ dataDir: dataFolder(), input }, 'repair', '--json');
  expect([code, err]).toEqual([0, '']);
  const confidence = expect.any(Number);
  expect(JSON.parse(out)).toEqual({
    text: `${parted} Rogozin spoke. A source in Rogozins office said so.\n`,
    languageKnown: true,
    changes: [
      { offset: input.indexOf('inTehran'), before: 'inTehran', after: 'in Tehran', confidence },
      { offset: input.indexOf('onMonday'), before: 'onMonday.The', after: 'on Monday. The', confidence },
      { offset: input.indexOf('inRogozins'), before: 'inRogozins', after: 'in Rogozins', confidence },
    ],
    flags: [{ offset: input.indexOf('Rogozins'), text: 'Rogozins', why: expect.any(String) }],
  });
});

it('leaves a language without a word list untouched and says so', async () => {
  const input = 'Le ministre est arrivé àTéhéran.\r\n';
  const { code, out, err } = await wireroom({ dataDir: dataFolder(), input }, 'repair', '--lang', 'fr');
  expect({ code, out, err }).toEqual({
    code: 0,
    out: input,
    err: 'There is no word list for “fr”: the text is untouched.\n',
  });
});

it('gives bytes that are not UTF-8 back untouched', async () => {
  const { child, ended } = beginWireroom({ dataDir: dataFolder() }, 'repair');
  const bytes = Buffer.concat([
    Buffer.from('inTehran '),
    Buffer.from([0xe9, 0xff, 0x00, 0xc3]),
    Buffer.from('\r\n'),
  ]);
  const out: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => out.push(part));
  child.stdin?.end(bytes);
  const { code, err } = await ended;
  expect({ code, err, bytes: Buffer.concat(out) }).toEqual({
    code: 1,
    err: 'The text is not UTF-8, so nothing was changed: convert it first, for example with iconv.\n',
    bytes,
  });
});

it('writes megabytes to a slow reader whole', async () => {
  const input = `${glued}\n`.repeat(40_000);
  const { out } = await wireroom({ dataDir: dataFolder(), input }, 'repair');
  expect(out === `${parted}\n`.repeat(40_000)).toBe(true);
});

it('ends quietly where its reader goes away', async () => {
  const { child, ended } = beginWireroom({ dataDir: dataFolder() }, 'repair');
  child.stdout?.once('data', () => child.stdout?.destroy());
  child.stdin?.on('error', () => undefined).end(`${glued}\n`.repeat(40_000));
  expect(await ended).toMatchObject({ code: 0, err: '' });
});
