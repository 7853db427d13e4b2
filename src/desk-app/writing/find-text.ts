/** Finding words in texts, whatever their case, joiners and Arabic or Persian letters (ي/ی, ك/ک). Pure. */

export type Found = { at: number; length: number };

/** Offsets are UTF-16 units of `text`; each folded character stands for exactly one unit, so that places hold. */
export function findText(text: string, wanted: string): Found[] {
  const needle = folded(wanted);
  if (needle === '') return [];
  const hay = folded(text);
  const found: Found[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length))
    found.push({ at, length: needle.length });
  return found;
}

export function replaceText(text: string, wanted: string, by: string): { text: string; count: number } {
  const found = findText(text, wanted);
  let out = '';
  let at = 0;
  for (const one of found) {
    out += text.slice(at, one.at) + by;
    at = one.at + one.length;
  }
  return { text: out + text.slice(at), count: found.length };
}

function folded(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string;
    const lower = unit.toLowerCase();
    const plain = lower.length === 1 ? lower : unit;
    out += letters[plain] ?? plain;
  }
  return out;
}

const letters: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  '\u00a0': ' ',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
};
