/** From a key press to the verbs it may mean. Pure. */
import { type VerbId, verbIds, verbs } from './verb-list.ts';

export type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export const onMac = (platform: string): boolean => /mac|iphone|ipad/i.test(platform);

/** "Mod+Shift+KeyP"; null for a press that is none of ours (AltGr, the other modifier of the platform). */
export function chordOf(press: Press, mac: boolean): string | null {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || (mod && press.altKey)) return null;
  // Wherever a layout has its question mark.
  if (press.key === '?' || press.key === '؟') return 'Shift+Slash';
  const code = press.code.replace(/^Numpad(?=\d$)/, 'Digit').replace('NumpadEnter', 'Enter');
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${code}`;
}

const byChord = new Map<string, VerbId[]>();
for (const id of verbIds)
  for (const chord of verbs[id].keys) byChord.set(chord, [...(byChord.get(chord) ?? []), id]);

export function verbsOf(chord: string): VerbId[] {
  return byChord.get(chord) ?? [];
}

/** Whether a single key of a list, or of a front, may be heard here; with a modifier, or a function key, it always may. */
export function mayHear(
  id: VerbId,
  chord: string,
  where: { inList: boolean; inFront: boolean; inText: boolean; singles: boolean },
): boolean {
  const { heard } = verbs[id];
  if (heard !== 'list' && heard !== 'front') return true;
  if (/^(F\d|Mod\+)/.test(chord)) return true;
  if (where.inText || !(heard === 'list' ? where.inList : where.inFront)) return false;
  return where.singles || /^(Arrow|Home|End|Page|Enter|Space|Escape|Delete|Backspace)/.test(chord);
}

const names: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowLeft: '←',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Backspace: '⌫',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** As it is printed on the key: "Ctrl K", "J", "?". */
export function keyName(chord: string, mac: boolean): string {
  if (chord === 'Shift+Slash') return '?';
  return chord
    .split('+')
    .map((part) => {
      if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'Alt') return mac ? '⌥' : 'Alt';
      return names[part] ?? part.replace(/^(Key|Digit)/, '');
    })
    .join(' ');
}
