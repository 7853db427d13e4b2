/** Plain text as paragraphs: parted by empty lines, one to a line, or wrapped at a fixed width. */

/** The paragraphs of a text. Lines wrapped at a width are joined with a space; lines that stand alone stay apart. */
export function textParagraphs(text: string): string[] {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\t\u00a0]/g, ' ').trimEnd());
  const width = wrapWidth(lines);
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = () => {
    const joined = joinLines(open);
    if (joined !== '') paragraphs.push(joined);
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (line.trim() === '') close();
    else if (last !== undefined && !continues(last, line, width)) {
      close();
      open = [line];
    } else open.push(line);
  }
  close();
  return paragraphs;
}

/** The width that most full lines were wrapped at, or null where the text is not wrapped. */
function wrapWidth(lines: readonly string[]): number | null {
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return line.trim() !== '' && next !== undefined && next.trim() !== '' ? [{ line, next }] : [];
  });
  const long = pairs.filter(({ line }) => line.length >= 40);
  if (long.length < 2) return null;
  const width = Math.max(...long.map(({ line }) => line.length));
  if (width > 110) return null;
  // In wrapped text the first word of the next line would not have fitted.
  const full = long.filter(({ line, next }) => line.length + 1 + firstWord(next).length > width - 6);
  const midSentence = long.filter(({ line }) => !/[.!?…؟。:"”»)]\s*$/u.test(line));
  return full.length >= long.length * 0.5 && midSentence.length >= long.length * 0.4 ? width : null;
}

function continues(last: string, line: string, width: number | null): boolean {
  if (width === null) return false;
  if (/^\s{2,}/.test(line) && !/^\s{2,}/.test(last)) return false;
  if (/^\s*(?:[-*•–]|\d{1,2}[.)])\s/u.test(line)) return false;
  return last.length + 1 + firstWord(line).length > width - 8;
}

/** A word cut with a hyphen at the end of a line keeps its hyphen: whether it is the word's own is the author's to say. */
function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const part = line.trim();
    const last = parts.at(-1) ?? '';
    const hyphen = /\p{Ll}-$/u.test(last.slice(-4)) && /^\p{Ll}/u.test(part);
    parts.push(parts.length === 0 || hyphen ? part : ` ${part}`);
  }
  return parts.join('').replace(/ {2,}/g, ' ');
}

function firstWord(line: string): string {
  return /\S+/.exec(line)?.[0] ?? '';
}
