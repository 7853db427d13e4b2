/** `/.well-known/security.txt` (RFC 9116): where to write about a hole. Pure. */

const monthMs = 30 * 86_400_000;

/**
 * @param contact an e-mail address or an https address, as the settings have it.
 * @param languages tags of the editions, the first preferred.
 */
export function securityText(contact: string, languages: string[], publicUrl: string, now: Date): string {
  // Half a year ahead, and the same text for a whole month: it is asked for often and changes seldom.
  const expires = new Date((Math.floor(now.getTime() / monthMs) + 7) * monthMs);
  const lines = [
    `Contact: ${contact.startsWith('https://') ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${publicUrl}/.well-known/security.txt`,
  ];
  return `${lines.join('\n')}\n`;
}
