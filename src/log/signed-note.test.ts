import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { makeNoteKey, openNote, signNote } from './signed-note.ts';

/** The keys, text and signatures of the note tests of golang.org/x/mod. */
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSecret = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const peter = { vkey: peterKey, secret: Buffer.from(peterSecret, 'base64').subarray(1) };

const vectors = 'standards/transparency/signed-note-vectors.json';

itWithShared(vectors)('decides the notes and keys of the specification and of Go as they do', () => {
  const { notes, bad_vkeys } = JSON.parse(readFileSync(sharedFile(vectors), 'utf8')) as {
    notes: { name: string; vkey: string; note: string; valid: boolean }[];
    bad_vkeys: string[];
  };
  for (const { name, vkey, note, valid } of notes)
    expect({ name, valid: openNote(note, [vkey]).ok }).toEqual({ name, valid });
  for (const vkey of bad_vkeys) expect(openNote(text + peterLine, [vkey]).ok).toBe(false);
});

it('signs as Go does, the same each time', () => {
  expect(signNote(text, [peter])).toBe(`${text}\n${peterLine}`);
  expect(signNote(text, [peter])).toBe(signNote(text, [{ ...peter, secret: Buffer.from(peter.secret) }]));
});

it('opens what it signed, with several keys', () => {
  const [one, two] = [makeNoteKey('wire.example/log'), makeNoteKey('شاهد.example')];
  const note = signNote('a\n\nb\n\n', [one, two]);
  expect(openNote(note, [two.vkey, one.vkey])).toEqual({
    ok: true,
    text: 'a\n\nb\n\n',
    signedBy: [one.vkey, two.vkey],
  });
  expect(openNote(note, [two.vkey])).toMatchObject({ signedBy: [two.vkey] });
  expect(openNote(note, [two.vkey, two.vkey])).toMatchObject({ signedBy: [two.vkey] });
  expect(openNote(note, [makeNoteKey('wire.example/log').vkey]).ok).toBe(false);
  expect(openNote(note, []).ok).toBe(false);
});

it('ignores unknown signatures and repeated ones', () => {
  const changed = `${enochLine.slice(0, 59)}ABCD${enochLine.slice(59)}`;
  const note = `${text}\n${peterLine}${peterLine}${enochLine}${enochLine}${changed}`;
  expect(openNote(note, [peterKey])).toEqual({ ok: true, text, signedBy: [peterKey] });
  expect(openNote(note, [enochKey, peterKey])).toMatchObject({ signedBy: [peterKey, enochKey] });
});

it('refuses the whole note where a known key did not sign it', () => {
  const note = `${text}\n${peterLine}${enochLine.replace('5n2t', '5n2u')}`;
  expect(openNote(note, [peterKey]).ok).toBe(true);
  expect(openNote(note, [peterKey, enochKey])).toEqual({
    ok: false,
    why: 'the signature of EnochRoot+af0cfe78 does not hold',
  });
});

it('refuses a note after any one of its bytes changes', () => {
  const note = Buffer.from(signNote(text, [peter]));
  for (const at of note.keys()) {
    const changed = Buffer.from(note);
    changed.writeUInt8(note.readUInt8(at) ^ 1, at);
    expect({ at, ok: openNote(changed.toString(), [peterKey]).ok }).toEqual({ at, ok: false });
  }
});

it('refuses what is not spelled as a note', () => {
  const good = `${text}\n${peterLine}`;
  const malformed = [
    '',
    text,
    `${text}\n`,
    good.slice(0, -1),
    good.replace('\n\n', '\n'),
    good.replace('— ', '- '),
    good.replace('— ', '—  '),
    good.replace(' x08', '  x08'),
    good.replace('nAM=', 'nAM'),
    good.replace('nAM=', 'nAN='),
    good.replace('\n— ', '\r\n— '),
    `\u0001${good}`,
    `\ud800${good}`,
    `${good}Unexpected line.\n`,
    `${good}\n`,
    `${good}— Bad Name x08go/ZJ\n`,
    `${good}— Bad+Name x08go/ZJ\n`,
    `${good}— Bad\u00a0Name x08go/ZJ\n`,
    `${good}— Short x08goQ==\n`,
    `${text}\n${peterLine.repeat(101)}`,
  ];
  for (const note of malformed)
    expect({ note, opened: openNote(note, [peterKey]) }).toEqual({
      note,
      opened: { ok: false, why: 'not a signed note' },
    });
  expect(openNote(`${text}\n${peterLine.repeat(100)}`, [peterKey]).ok).toBe(true);
});

it('takes no part of a key, no key with a changed character, and no other spelling of it', () => {
  const note = `${text}\n${peterLine}`;
  const parts = [...peterKey].map((_, at) => peterKey.slice(at + 1));
  const ends = [...peterKey].map((_, at) => peterKey.slice(0, at));
  const changed = [...peterKey].map(
    (letter, at) =>
      peterKey.slice(0, at) + String.fromCharCode(letter.charCodeAt(0) + 1) + peterKey.slice(at + 1),
  );
  const spelled = [peterKey.replace('c74f', 'C74F'), ` ${peterKey}`, `${peterKey}\n`, `${peterKey}=`];
  for (const vkey of [...parts, ...ends, ...changed, ...spelled])
    expect({ vkey, opened: openNote(note, [vkey, peterKey]) }).toMatchObject({ vkey, opened: { ok: false } });
});

it('makes no key of a bad name, and no note that would not open', () => {
  for (const name of ['', 'a b', 'a+b', 'a\u3000b', 'a\u0085b', 'a\u0001b', '\ud800'])
    expect(() => makeNoteKey(name)).toThrow(RangeError);
  const key = makeNoteKey('wire.example');
  for (const bad of ['', 'no newline', 'a tab\t\n', '\ud800\n'])
    expect(() => signNote(bad, [key])).toThrow(RangeError);
  expect(() => signNote(text, [])).toThrow(RangeError);
  expect(() => signNote(text, [{ ...key, vkey: peterKey }])).toThrow(RangeError);
  expect(() => signNote(text, [{ ...key, secret: Buffer.alloc(31) }])).toThrow(RangeError);
});
