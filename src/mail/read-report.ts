/** Reads what came back to a return path: a delivery status notification (RFC 3464), or a server's older words. Pure. */
import PostalMime, { type Email } from 'postal-mime';
import { withoutAddresses } from './mail-address.ts';

export type DeliveryReport = {
  /** Addresses that it was sent to, as its headers name them: one of them may be a return path of ours. */
  to: string[];
  /** Null: it tells of no failure (a delay, a receipt, somebody's absence). */
  failure: { status: string; said: string } | null;
};

/** Larger ones are cut: what counts stands before the mail that they quote. */
export const longestReport = 1024 * 1024;

/** @returns null: it is no mail that can be read. */
export async function readReport(bytes: Buffer): Promise<DeliveryReport | null> {
  const mail = await PostalMime.parse(bytes.subarray(0, longestReport), {
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  }).catch(() => null);
  if (!mail) return null;
  return { to: recipientsOf(mail), failure: failureOf(mail) };
}

/** Mail servers note for whom a mail was taken in, in one of these. */
const recipientHeaders = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);

function recipientsOf(mail: Email): string[] {
  return mail.headers
    .filter(({ key }) => recipientHeaders.has(key))
    .flatMap(({ value }) => value.match(/(?<![^\s<>,;:"])[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []);
}

function failureOf(mail: Email): DeliveryReport['failure'] {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (part) return failureIn(textOf(part.content));
  // Exim before it sent reports, and others like it: the header names the addresses that failed.
  const failed = mail.headers.some(({ key }) => key === 'x-failed-recipients');
  if (!failed) return null;
  const said = /^.*\b5\d\d[ -].*$/m.exec(mail.text ?? '')?.[0] ?? '';
  return { status: /\b5\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? '', said: withoutAddresses(said) };
}

/** The first recipient that failed. A group of fields ends with an empty line; the first group is about the whole mail. */
function failureIn(text: string): DeliveryReport['failure'] {
  for (const group of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const fields = fieldsOf(group);
    if (!/^failed\b/i.test(fields.get('action') ?? '')) continue;
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '');
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '';
    return { status, said: withoutAddresses(diagnostic) };
  }
  return null;
}

function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name ? [[name.toLowerCase(), value ?? '']] : [];
    }),
  );
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
