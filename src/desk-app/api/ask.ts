/** One way to ask the server. What it answers is a value; what stands against it is a `Failed` with its kind. */

export type Failure =
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  /** `sentence`: the server's own, empty where it said nothing readable. `answer`: the whole of what it said. */
  | { kind: 'refused'; status: number; why: string; sentence: string; answer: unknown };

export class Failed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind === 'refused' ? failure.sentence || failure.why : failure.kind);
    this.failure = failure;
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  throw error;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What hears of every answer that said "sign in first"; the frame does. */
let onSignedOut: () => void = () => undefined;
export function hearSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Longest wait for an answer; beyond it the line counts as cut. */
const patienceMs = 20_000;

/** @throws Failed */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const isFile = body instanceof Blob;
  const type = isFile ? body.type || 'application/octet-stream' : 'application/json';
  const answer = await send(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      // What the server says is read on this screen.
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(isFile ? {} : { signal: AbortSignal.timeout(patienceMs) }),
  });
  return (await read(answer)) as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new Failed({ kind: 'offline' });
  }
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(() => {
    throw new Failed({ kind: 'offline' });
  });
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  const said = isJson && text ? parsed(text) : text;
  if (answer.ok) return said === '' ? undefined : said;
  // A gateway that finds no program behind it.
  if (answer.status === 502 || answer.status === 504) throw new Failed({ kind: 'offline' });
  const { why, sentence } = reasonIn(said);
  if (answer.status === 401 && !answer.url.includes('/api/auth/')) {
    onSignedOut();
    throw new Failed({ kind: 'signed-out' });
  }
  throw new Failed({ kind: 'refused', status: answer.status, why, sentence, answer: said });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The desk's API says {error: {kind, sentence}}, the sign-in's {code, message}. */
function reasonIn(said: unknown): { why: string; sentence: string } {
  if (typeof said !== 'object' || said === null) return { why: '', sentence: '' };
  const { error, code, message } = said as {
    error?: { kind?: string; sentence?: string } | string;
    code?: string;
    message?: string;
  };
  if (typeof error === 'object') return { why: error.kind ?? '', sentence: error.sentence ?? '' };
  return { why: code ?? '', sentence: message ?? '' };
}
