/** Which addresses a link in a story may have. */

/** The address if a reader may be sent there (http, https, mailto, tel, or a path of this site), else null. */
export function safeLink(href: string): string | null {
  // Browsers leave tabs and line ends out: "/\t/evil.example" is "//evil.example" to them.
  const address = href.trim().replace(/[\t\r\n]/g, '');
  if (/^\/(?![/\\])/.test(address)) return address;
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}
