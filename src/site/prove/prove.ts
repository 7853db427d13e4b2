// Checks a version in the reader's browser: words, leaf, log, signature. Alone: nothing is imported, nothing is trusted
// but the browser's own SHA-256 and Ed25519. What each step found stands in the page's own words (data-ok, data-bad …).

type Proof = {
  code: number;
  version: number;
  keys: string[];
  leaf: string;
  index: number;
  checkpoint: string;
  inclusion: string[];
  covering: { checkpoint: string; consistency: string[] };
  fields: Record<string, { value: unknown; salt: string } | null>;
};
type Head = { origin: string; size: number; root: string };
type Text = { text?: string; content?: Text[] };

const encoder = new TextEncoder();
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}
const leafHash = (leaf: string) => sha256(Uint8Array.of(0), encoder.encode(leaf));
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join()}}`;
}

function readHead(note: string): Head {
  const [origin = '', size, root = ''] = note.split('\n');
  return { origin, size: Number(size), root };
}

/** RFC 9162, 2.1.3.2: the root that the path leads to; empty where it is no path. */
async function rootOver(index: number, size: number, leaf: Uint8Array, path: string[]): Promise<string> {
  let [place, last, hash] = [index, size - 1, leaf as Uint8Array];
  for (const step of path) {
    if (last === 0) return '';
    if (place % 2 || place === last) {
      hash = await nodeHash(bytesOf(step), hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else hash = await nodeHash(hash, bytesOf(step));
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? base64Of(hash) : '';
}

/** RFC 9162, 2.1.4.2: whether the larger tree goes on from the smaller. */
async function goesOn(from: Head, to: Head, proof: string[]): Promise<boolean> {
  if (from.origin !== to.origin || from.size > to.size) return false;
  if (from.size === to.size) return from.root === to.root && proof.length === 0;
  const path = proof.map(bytesOf);
  if (Number.isInteger(Math.log2(from.size))) path.unshift(bytesOf(from.root));
  let [place, last] = [from.size - 1, to.size - 1];
  while (place % 2) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  const [first, ...rest] = path;
  if (!first) return false;
  let [old, now] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (place % 2 || place === last) {
      [old, now] = [await nodeHash(step, old), await nodeHash(step, now)];
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else now = await nodeHash(now, step);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && base64Of(old) === from.root && base64Of(now) === to.root;
}

/** Whether one of the keys has signed the note (C2SP signed-note). @throws where the browser knows no Ed25519. */
async function isSigned(note: string, keys: string[]): Promise<boolean> {
  const end = note.lastIndexOf('\n\n') + 1;
  for (const line of note.slice(end + 1).split('\n')) {
    const [, name, signature] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    for (const key of keys) {
      const [, keyName, id, packed = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key) ?? [];
      if (!signature || name !== keyName) continue;
      const signed = bytesOf(signature);
      const hex = [...signed.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (hex !== id) continue;
      const known = await crypto.subtle.importKey('raw', bytesOf(packed).slice(1), 'Ed25519', false, [
        'verify',
      ]);
      const text = encoder.encode(note.slice(0, end));
      if (await crypto.subtle.verify('Ed25519', known, signed.slice(4), text)) return true;
    }
  }
  return false;
}

const flat = (text: string) => text.replace(/\s+/g, '');
const textsOf = (node: Text): string[] =>
  node.content?.some(({ text }) => text !== undefined)
    ? [node.content.map(({ text }) => text ?? '').join('')]
    : (node.content ?? []).flatMap(textsOf);

/** Null where this browser saw none. @throws NotSupportedError where it keeps nothing for us. */
function seenBefore(): Head | null {
  try {
    return JSON.parse(localStorage.getItem('wireroom-log') ?? 'null');
  } catch {
    throw new DOMException('nothing is kept', 'NotSupportedError');
  }
}

const checks: Record<string, (proof: Proof, page: string) => Promise<boolean>> = {
  async words({ leaf, fields }, page) {
    const { commitments } = JSON.parse(leaf);
    if (canonical(Object.keys(commitments).sort()) !== canonical(Object.keys(fields).sort())) return false;
    for (const [name, field] of Object.entries(fields)) {
      if (!field) continue;
      const made = await sha256(bytesOf(field.salt), encoder.encode(canonical([name, field.value])));
      if (base64Of(made) !== commitments[name]) return false;
    }
    const shown = flat(
      new DOMParser().parseFromString(page, 'text/html').querySelector('main')?.textContent ?? '',
    );
    const said = [fields.headline?.value, fields.lead?.value, ...textsOf((fields.body?.value ?? {}) as Text)];
    return said.every((text) => !text || shown.includes(flat(String(text))));
  },
  async leaf({ leaf, code, version }) {
    const said = JSON.parse(leaf);
    return canonical(said) === leaf && said.code === code && said.version === version;
  },
  async log({ leaf, index, checkpoint, inclusion }) {
    const head = readHead(checkpoint);
    return (await rootOver(index, head.size, await leafHash(leaf), inclusion)) === head.root;
  },
  async head({ covering, checkpoint }) {
    return goesOn(readHead(covering.checkpoint), readHead(checkpoint), covering.consistency);
  },
  async signature({ checkpoint, covering, keys }) {
    return (await isSigned(checkpoint, keys)) && (await isSigned(covering.checkpoint, keys));
  },
  /** The head that this browser saw last time must be a part of the one it sees now. */
  async before({ checkpoint }) {
    const now = readHead(checkpoint);
    const old = seenBefore() ?? now;
    if (old.size > now.size) return false;
    const answer = old.size === now.size ? null : await fetch(`/log/consistency/${old.size}/${now.size}`);
    if (answer && !answer.ok) throw new DOMException('no proof', 'NotSupportedError');
    const { proof } = answer ? await answer.json() : { proof: [] };
    const fine = await goesOn(old, now, proof);
    if (fine) localStorage.setItem('wireroom-log', JSON.stringify(now));
    return fine;
  },
};

async function run(place: HTMLElement): Promise<void> {
  const [proof, page] = await Promise.all([
    fetch(place.dataset.proof ?? '', { cache: 'no-store' }).then((answer) => answer.json() as Promise<Proof>),
    fetch(place.dataset.page ?? '', { cache: 'no-store' }).then((answer) => answer.text()),
  ]);
  let worst = 'ok';
  for (const item of place.querySelectorAll<HTMLElement>('[data-check]')) {
    const found = await (checks[item.dataset.check ?? ''] as (typeof checks)[string])(proof, page).then(
      (fine) => (fine ? 'ok' : 'bad'),
      (error: Error) => (error.name === 'NotSupportedError' ? 'unknown' : 'bad'),
    );
    item.dataset.found = found;
    (item.querySelector('output') as HTMLElement).textContent = place.dataset[found] ?? '';
    if (found === 'bad' || worst === 'ok') worst = found;
  }
  const verdict = place.querySelector('.verdict') as HTMLElement;
  verdict.dataset.found = worst;
  verdict.textContent = verdict.dataset[worst] ?? '';
}

const place = document.getElementById('proof') as HTMLElement;
const verdict = place.querySelector('.verdict') as HTMLElement;
if (!globalThis.crypto?.subtle) verdict.textContent = verdict.dataset.insecure ?? '';
else
  run(place).catch(() => {
    verdict.dataset.found = 'bad';
    verdict.textContent = verdict.dataset.failed ?? '';
  });
