/** What stands over a mail: whom it is from, where it comes back to, and how it is ended by one press (RFC 8058). Pure. */
import type { MailContent } from './mail-content.ts';
import type { MailSettings } from './mail-settings.ts';
import { type MailSecret, tokenOf } from './mail-token.ts';
import { phraseOf } from './phrase.ts';

type Facts = { id: number; kind: string; lang: string; following: { id: number; kind: string } | null };

/**
 * The same for each try, so that whoever gets a mail twice can tell. It stands under the site's own name.
 * @param publicUrl without a slash at its end.
 */
export function messageIdOf(secret: MailSecret, publicUrl: string, id: number): string {
  return `<${tokenOf(secret, 'message', id)}@${new URL(publicUrl).hostname}>`;
}

/** With the mail's own token in it (VERP), so that what comes back tells which mail it was. */
export function returnPathOf(secret: MailSecret, { bounce, from }: MailSettings, id: number): string {
  if (!bounce) return from.address;
  const token = tokenOf(secret, 'bounce', id);
  return bounce.local ? `${bounce.local}+${token}@${bounce.domain}` : `${token}@${bounce.domain}`;
}

/** List-Id: RFC 2919. Auto-Submitted: RFC 3834, so that nobody's absence is answered to us. @returns values of ASCII alone. */
export function headersOf(
  secret: MailSecret,
  publicUrl: string,
  { kind, lang, following }: Facts,
  { agency, endAt }: MailContent,
): Record<string, string> {
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' };
  if (endAt) return { ...headers, ...endedBy(endAt) };
  if (!following || kind === 'confirm') return headers;
  const { hostname } = new URL(publicUrl);
  return {
    ...headers,
    ...endedBy(`${publicUrl}/${lang}/mail/end/${tokenOf(secret, 'end', following.id)}`),
    'List-Id': `${phraseOf(agency)} <${following.kind}.${lang}.${hostname}>`.trim(),
    Precedence: 'bulk',
  };
}

function endedBy(href: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
