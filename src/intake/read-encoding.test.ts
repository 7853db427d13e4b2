import { expect, test } from 'vitest';
import { decodePage } from './read-encoding.ts';

const russian =
  'В городе открыли новый мост, и на открытие пришли не только жители, но и гости из соседних сёл. Мэр сказал, что мост построили за два года.';
const persian =
  'در مراسم افتتاح پل که با حضور مردم برگزار شد، شهردار گفت که این پل از محل کمک های مردمی ساخته شده است و برای عبور کودکان است.';
const german =
  'Der Bürgermeister hat die neue Brücke für den Verkehr geöffnet, und viele Gäste sind über die Straße gegangen.';

/** The bytes of a text in a one-byte encoding. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text].map((sign) => table.get(sign) ?? 0x3f));
}

function page(charset: string, text: string): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>${text}</p></body></html>`;
}

test('a declared encoding is used', () => {
  expect(decodePage(encode(page('windows-1251', russian), 'windows-1251'))).toMatchObject({
    ok: true,
    encoding: 'windows-1251',
    how: 'declared',
    damaged: false,
    text: expect.stringContaining(russian),
  });
});

test('an encoding that nobody declared is found by the words of the text', () => {
  expect(decodePage(encode(russian, 'windows-1251'))).toMatchObject({
    encoding: 'windows-1251',
    text: russian,
  });
  expect(decodePage(encode(russian, 'koi8-r'))).toMatchObject({ encoding: 'koi8-r', text: russian });
  const arabicYe = persian.replaceAll('ی', 'ي');
  expect(decodePage(encode(arabicYe, 'windows-1256'))).toMatchObject({
    encoding: 'windows-1256',
    text: arabicYe,
  });
  expect(decodePage(encode(german, 'windows-1252'))).toMatchObject({
    encoding: 'windows-1252',
    text: german,
  });
});

test('East Asian encodings are found', () => {
  // 大桥今天开放，人们在桥上行走。 in GB 18030, several times.
  const line = Buffer.from('b4f3c7c5bdf1ccecbfaab7c5a3acc8cbc3c7d4dac7c5c9cfd0d0d7dfa1a3', 'hex');
  expect(decodePage(Buffer.concat([line, line, line]))).toMatchObject({
    encoding: 'gb18030',
    text: expect.stringContaining('大桥今天开放'),
  });
  // これは新しい橋です。 in Shift_JIS.
  const japanese = Buffer.from('82b182ea82cd905682b582a28bb482c582b78142', 'hex');
  expect(decodePage(Buffer.concat([japanese, japanese, japanese]))).toMatchObject({ encoding: 'shift_jis' });
});

test('a page that declares UTF-8 but is in another encoding is read in that one', () => {
  expect(decodePage(encode(page('utf-8', russian), 'windows-1251'))).toMatchObject({
    encoding: 'windows-1251',
    how: 'detected',
  });
});

test('a page that declares Latin-1 but is UTF-8 is read as UTF-8', () => {
  expect(decodePage(Buffer.from(page('iso-8859-1', persian)))).toMatchObject({
    encoding: 'utf-8',
    how: 'detected',
    damaged: false,
  });
});

test('a page that declares Latin-1 by default but is in Russian is read as Russian', () => {
  expect(decodePage(encode(page('iso-8859-1', russian), 'windows-1251'))).toMatchObject({
    encoding: 'windows-1251',
  });
});

test('byte order marks decide', () => {
  expect(decodePage(Buffer.from(`\ufeff${persian}`))).toMatchObject({
    how: 'bom',
    encoding: 'utf-8',
    text: persian,
  });
  expect(decodePage(Buffer.from(`\ufeff${persian}`, 'utf16le'))).toMatchObject({
    how: 'bom',
    encoding: 'utf-16le',
    text: persian,
  });
  const wide = Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0x34, 0xf6, 1, 0]);
  expect(decodePage(wide)).toMatchObject({ encoding: 'utf-32le', text: 'A\u{1f634}' });
});

test('UTF-16 without a mark is seen', () => {
  expect(decodePage(Buffer.from(`<html>${persian}</html>`, 'utf16le'))).toMatchObject({
    encoding: 'utf-16le',
  });
});

test('UTF-8 cut in the middle of a character stays UTF-8 and is called damaged', () => {
  const bytes = Buffer.from(persian.repeat(3));
  expect(decodePage(bytes.subarray(0, bytes.length - 2))).toMatchObject({ encoding: 'utf-8', damaged: true });
});

test.each([
  ['cut in mid letter', Buffer.from('Ça coûte trois €').subarray(0, -1)],
  [
    'with a stray byte',
    Buffer.concat([Buffer.from('Ça coûte trois '), Buffer.from([0x80]), Buffer.from(' là')]),
  ],
])('UTF-8 with few letters outside ASCII stays UTF-8 when it is damaged: %s', (_, bytes) => {
  for (const page of [bytes, Buffer.concat([Buffer.from('<meta charset="iso-8859-1">'), bytes])]) {
    expect(decodePage(page)).toMatchObject({
      encoding: 'utf-8',
      damaged: true,
      text: expect.stringContaining('Ça coûte trois \ufffd'),
    });
  }
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7 …')],
  ['a PNG picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a ZIP archive', Buffer.from('504b0304140000', 'hex')],
  ['a gzip archive', Buffer.from('1f8b0800', 'hex')],
  ['a program', Buffer.from('7f454c4602', 'hex')],
  ['an SQLite database', Buffer.from('SQLite format 3\0')],
  ['a binary file', Buffer.from([1, 2, 3, 0, 0, 0, 4, 5, 0, 0, 200, 6])],
])('%s is refused by name', (kind, bytes) => {
  expect(decodePage(bytes, { fileName: 'x.html' })).toEqual({
    ok: false,
    why: expect.stringContaining(`x.html is ${kind}`),
  });
});

test('an empty file is refused', () => {
  expect(decodePage(new Uint8Array())).toEqual({ ok: false, why: 'The file is empty.' });
});
