/** Addresses of e-mail: what is taken for one, and how one is shown to those who need not know it. Pure. */
import { domainToASCII } from 'node:url';

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The address that mail is sent to, its domain in small letters of ASCII ("lina@xn--…"), or null where it is none. What
 * stands before the @ is left as it is: only its own server knows what it means. No line end can be in one.
 */
export function readMailAddress(text: string): string | null {
  const said = text.trim();
  const at = said.lastIndexOf('@');
  const name = said.slice(0, Math.max(at, 0));
  const host = at < 0 ? '' : domainToASCII(said.slice(at + 1));
  const whole = `${name}@${host}`;
  if (name.length > 64 || whole.length > 254 || !local.test(name) || !domain.test(host)) return null;
  return whole;
}

/** "lina+news@example.org" comes to the same person as "lina@example.org", and so does whatever else stands behind a plus. */
export function mailboxOf(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}

/** "l…@example.org" */
export function coveredAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(at)}`;
}

/**
 * A sentence of another server with every address in it covered, on one line of at most 300 characters. An address is looked
 * for from the beginning of a word alone: a word of a megabyte, which anybody may send, would else be read a million times.
 */
export function withoutAddresses(sentence: string): string {
  return sentence
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?<![^\s<>"'(),;:])[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g, '…')
    .trim()
    .slice(0, 300);
}
