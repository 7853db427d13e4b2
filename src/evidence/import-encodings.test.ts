/** Pages in old encodings, declared and undeclared: their words arrive whole, in the database too. */
import type pg from 'pg';
import { expect, it } from 'vitest';
import { importInto, oneByte, prose, textPage } from '../../test/page-import.ts';
import { testDatabase } from '../../test/test-database.ts';

const russian =
  'В городе открыли новый мост, и на открытие пришли не только жители, но и гости из соседних сёл. Мэр сказал, что мост построили за два года.';
const arabic =
  'قال رئيس البلدية إن الجسر الذي تم بناؤه في المدينة من قبل السكان قد فتح بعد عامين من العمل، وقد حضر الافتتاح كثير من الناس من القرى التي تقع على النهر.';
const french =
  'Le maire a déclaré que le vieux pont de bois, qui a été bâti à côté de la forêt, reste ouvert aux promeneurs et aux élèves de l’école.'.replace(
    '’',
    "'",
  );
/** これは新しい橋です。町の人々は橋の上を歩いた。 in Shift_JIS, five times. */
const japaneseBytes = Buffer.from(
  '82b182ea82cd905682b582a28bb482c582b7814292ac82cc906c815882cd8bb482cc8fe382f095e082a282bd8142'.repeat(5),
  'hex',
);
const japanese = 'これは新しい橋です。町の人々は橋の上を歩いた。'.repeat(5);

/** The bytes of a whole HTML page around a text's bytes; without `charset` it declares nothing. */
function pageAround(text: Uint8Array, charset?: string): Buffer {
  const meta = charset ? `<meta charset="${charset}">` : '';
  const date = '<p>2017-08-05 11:54</p>';
  const paragraph = [Buffer.from('<p>'), text, Buffer.from('</p>')];
  return Buffer.concat([
    Buffer.from(`<!doctype html><html><head>${meta}</head><body><article><h1>Bridge 2017</h1>${date}`),
    ...paragraph,
    ...paragraph,
    Buffer.from('</article></body></html>'),
  ]);
}

async function storedLead(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ lead: string }>("select fields->>'lead' as lead from drafts");
  return rows[0]?.lead;
}

const cases: [name: string, encoding: string, text: string, bytes: Uint8Array][] = [
  ['windows-1251', 'windows-1251', russian, oneByte(russian, 'windows-1251')],
  ['koi8-r', 'koi8-r', russian, oneByte(russian, 'koi8-r')],
  ['windows-1256', 'windows-1256', arabic, oneByte(arabic, 'windows-1256')],
  ['iso-8859-1', 'windows-1252', french, oneByte(french, 'windows-1252')],
  ['shift_jis', 'shift_jis', japanese, japaneseBytes],
  ['utf-8', 'utf-8', arabic, Buffer.from(arabic)],
];

it.each(cases)('takes in %s, declared', async (charset, encoding, text, bytes) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, pageAround(bytes, charset));
  expect(report.encoding).toBe(encoding);
  expect(await storedLead(pool)).toBe(text);
});

it.each(cases)('takes in %s, undeclared', async (_, encoding, text, bytes) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, pageAround(bytes));
  expect(report.encoding).toBe(encoding);
  expect(await storedLead(pool)).toBe(text);
});

it.each([
  ['UTF-8', 'windows-1251', russian, oneByte(russian, 'windows-1251')],
  ['ISO-8859-1', 'utf-8', arabic, Buffer.from(arabic)],
  ['ISO-8859-1', 'windows-1251', russian, oneByte(russian, 'windows-1251')],
  ['no-such-encoding', 'windows-1256', arabic, oneByte(arabic, 'windows-1256')],
])('is not misled by a page that declares %s and is in %s', async (declared, encoding, text, bytes) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, pageAround(bytes, declared));
  expect(report.encoding).toBe(encoding);
  expect(await storedLead(pool)).toBe(text);
});

const dated = textPage({ text: [`${prose} “Så länge”, 5 €.`, prose] });
const swapped = Buffer.from(`\ufeff${dated}`, 'utf16le').swap16();
it.each([
  ['utf-16le', 'a mark', Buffer.from(`\ufeff${dated}`, 'utf16le')],
  ['utf-16be', 'a mark', swapped],
  ['utf-16le', 'no mark', Buffer.from(dated, 'utf16le')],
  ['utf-16be', 'no mark', swapped.subarray(2)],
])('publishes %s with %s', async (encoding, _, bytes) => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, bytes, { publish: true });
  expect(report).toMatchObject({ outcome: 'published', code: 100, encoding, reasons: [] });
  const { rows } = await pool.query('select lead from published');
  expect(rows).toEqual([{ lead: `${prose} “Så länge”, 5 €.` }]);
});
