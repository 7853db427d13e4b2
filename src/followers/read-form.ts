/** Reads what the forms about mail send. Whatever else is sent is nothing. Pure. */
import type { Every } from '../site/words/mail-words.ts';
import { type FollowingKind, oftenOf } from './following.ts';

/** Bytes of a form. */
export const longestForm = 16 * 1024;

/** @param body as it came: a form's fields, or whatever was sent instead. */
export function readForm(body: unknown): URLSearchParams {
  const text = typeof body === 'string' ? body.replace(/\0|%00/g, '\ufffd') : '';
  return new URLSearchParams(
    [...new URLSearchParams(text)].map(([name, value]) => [name, value.toWellFormed()]),
  );
}

/** Whether a mail program has ended something for its reader by one press (RFC 8058): as a form, or in parts. */
export function isOneClick(body: unknown): boolean {
  if (typeof body !== 'string') return false;
  if (new URLSearchParams(body).get('List-Unsubscribe')?.trim() === 'One-Click') return true;
  return /name="?List-Unsubscribe"?[^\n]*\r?\n(?:[^\n]+\n)*\r?\nOne-Click\s/.test(body);
}

export function readEvery(fields: URLSearchParams, kind: FollowingKind): Every | null {
  const said = fields.get('every');
  return oftenOf[kind].find((every) => every === said) ?? null;
}

/** 0 to 23. */
export function readHour(fields: URLSearchParams): number | null {
  const said = fields.get('hour') ?? '';
  return /^(1?\d|2[0-3])$/.test(said) ? Number(said) : null;
}

/** What a search was, from the hidden fields of the form below it. */
export function readAsked(fields: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...fields].flatMap(([name, value]) => (name.startsWith('ask-') ? [[name.slice(4), value]] : [])),
  );
}
