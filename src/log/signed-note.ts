/**
 * Signed notes (C2SP signed-note): a text that anyone can check against a key they know. Ed25519 keys, type 0x01; the
 * format of keys and the choices that the specification leaves open are those of Go's golang.org/x/mod/sumdb/note.
 */
import { randomBytes, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { isKeyName, isNoteText, readVkey, signerOf, type VerifierKey, writeVkey } from './note-keys.ts';
import { fromBase64 } from './strict-base64.ts';

/** `vkey` is public, `<name>+<key id>+<key>`; `secret` is the Ed25519 seed, 32 bytes. */
export type NoteKey = { vkey: string; secret: Buffer };

/** `signedBy` has the vkeys whose signatures hold, in the note's order, at least one. */
export type OpenedNote = { ok: true; text: string; signedBy: string[] } | { ok: false; why: string };

const mostSignatures = 100;

/** @throws RangeError for a name that is empty or has a space, a plus, a control character or a lone surrogate. */
export function makeNoteKey(name: string): NoteKey {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${JSON.stringify(name)}`);
  const secret = randomBytes(32);
  return { vkey: writeVkey(name, signerOf(secret).publicBytes), secret };
}

/**
 * The text with one signature line for each key, in their order: the same bytes each time.
 * @param text ends with a newline
 * @throws RangeError for a text or key that no note can have, for no keys, and for a secret that is not its vkey's.
 */
export function signNote(text: string, keys: readonly NoteKey[]): string {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new RangeError('not the text of a note');
  if (keys.length === 0) throw new RangeError('a note needs a key to sign it');
  const lines = keys.map(({ vkey, secret }) => {
    const key = readVkey(vkey);
    const { privateKey, publicBytes } = signerOf(secret);
    if (!key || writeVkey(key.name, publicBytes) !== vkey) throw new RangeError(`not the secret of ${vkey}`);
    const signature = sign(null, Buffer.from(text), privateKey);
    return `— ${key.name} ${Buffer.concat([Buffer.from(key.id, 'hex'), signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * The text of a note and who of the known keys signed it. Signatures of other keys are ignored; one of a known key that
 * does not hold refuses the whole note, and so does a vkey that is none. The same vkey may be given twice.
 */
export function openNote(note: string, vkeys: readonly string[]): OpenedNote {
  const claimed = readClaims(note, vkeys);
  return claimed.ok
    ? openedNote(
        claimed,
        claimed.claims.map(({ key, signature }) => verify(null, claimed.bytes, key.publicKey, signature)),
      )
    : claimed;
}

/** The same, its signatures checked beside this thread: whoever opens many keeps all cores at work. */
export async function openNoteAside(note: string, vkeys: readonly string[]): Promise<OpenedNote> {
  const claimed = readClaims(note, vkeys);
  return claimed.ok
    ? openedNote(
        claimed,
        await Promise.all(
          claimed.claims.map(({ key, signature }) =>
            verifyAside(null, claimed.bytes, key.publicKey, signature),
          ),
        ),
      )
    : claimed;
}

const verifyAside = promisify(verify);

type ClaimedNote = {
  ok: true;
  text: string;
  bytes: Buffer;
  /** Signatures that are said to be of known keys, one for each, in the note's order. */
  claims: { signer: string; key: VerifierKey & { vkey: string }; signature: Buffer }[];
  /** A signer whom two of the keys may be: refused where the signatures before it hold. */
  ambiguous: string | null;
};

function readClaims(
  note: string,
  vkeys: readonly string[],
): ClaimedNote | Extract<OpenedNote, { ok: false }> {
  const known = new Map<string, VerifierKey & { vkey: string }>();
  const ambiguous = new Set<string>();
  for (const vkey of vkeys) {
    const key = readVkey(vkey);
    if (!key) return refused(`not a key of a signer: ${vkey}`);
    const signer = `${key.name}+${key.id}`;
    if ((known.get(signer)?.vkey ?? vkey) !== vkey) ambiguous.add(signer);
    known.set(signer, { ...key, vkey });
  }
  const parsed = parseNote(note);
  if (!parsed) return refused('not a signed note');
  const { text } = parsed;
  const claimed: ClaimedNote = { ok: true, text, bytes: Buffer.from(text), claims: [], ambiguous: null };
  for (const { signer, signature } of parsed.signatures) {
    const key = known.get(signer);
    if (!key || claimed.claims.some((claim) => claim.signer === signer)) continue;
    if (ambiguous.has(signer)) return { ...claimed, ambiguous: signer };
    claimed.claims.push({ signer, key, signature });
  }
  return claimed;
}

function openedNote({ text, claims, ambiguous }: ClaimedNote, holds: boolean[]): OpenedNote {
  const broken = claims[holds.indexOf(false)];
  if (broken) return refused(`the signature of ${broken.signer} does not hold`);
  if (ambiguous !== null) return refused(`more than one key is ${ambiguous}`);
  if (claims.length === 0) return refused('no known key signed it');
  return { ok: true, text, signedBy: claims.map(({ key }) => key.vkey) };
}

function refused(why: string): Extract<OpenedNote, { ok: false }> {
  return { ok: false, why };
}

type ParsedNote = { text: string; signatures: { signer: string; signature: Buffer }[] };

/** Null for what is not spelled as a note: the text, a blank line, 1 to 100 signature lines, each with its newline. */
function parseNote(note: string): ParsedNote | null {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n') || !isNoteText(note)) return null;
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures: ParsedNote['signatures'] = [];
  for (const line of lines) {
    const [, name, encoded] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
    const bytes = encoded === undefined ? null : fromBase64(encoded);
    if (name === undefined || !isKeyName(name) || !bytes || bytes.length < 5) return null;
    const id = bytes.subarray(0, 4).toString('hex');
    signatures.push({ signer: `${name}+${id}`, signature: bytes.subarray(4) });
  }
  return { text: note.slice(0, blank + 1), signatures };
}
