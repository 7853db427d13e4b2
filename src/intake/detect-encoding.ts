/** Which encoding bytes are in when nothing trustworthy says so. */
import chardet from 'chardet';
import { encodingName } from './declared-encoding.ts';
import { latin1 } from './file-kind.ts';
import { guessLanguage } from './language.ts';
import { stripMarkup } from './markup-guard.ts';

const candidates = [
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'koi8-r',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-8',
  'ibm866',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
];

/** The most likely encoding: the one in which the text has most of some language's commonest words; else chardet's. */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = withoutMarkup(bytes);
  const guesses = chardet
    .analyse(sample)
    .map((match) => encodingName(match.name))
    .filter((name): name is string => name !== null);
  const order = [...new Set([...guesses, ...candidates])].filter(
    (name) => name !== 'utf-8' && !name.startsWith('utf-16'),
  );
  let best = { name: order[0] ?? 'windows-1252', score: 0 };
  for (const name of order) {
    const score = plausibility(sample, name) + (name === guesses[0] ? 0.02 : 0);
    if (score > best.score) best = { name, score };
  }
  return best.name;
}

function plausibility(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample);
  const broken = (text.match(/[\ufffd\x80-\x84\x86-\x9f]/g)?.length ?? 0) / Math.max(1, text.length);
  if (broken > 0.02) return 0;
  const guess = guessLanguage(text);
  return guess ? guess.commonness - broken * 10 - strangeness(text) : 0;
}

/** How much of the text is signs and boxes, or capitals after small letters, which prose has not. */
function strangeness(text: string): number {
  const odd = text.match(/[\u2500-\u259f¤¦§¬±µ¶¿×÷ƒ]|\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return (odd / Math.max(1, text.length)) * 4;
}

function withoutMarkup(bytes: Uint8Array): Uint8Array {
  const bare = stripMarkup(latin1(bytes.subarray(0, 200_000)));
  return Buffer.from(bare.slice(0, 40_000), 'latin1');
}
