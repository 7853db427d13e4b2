/** Addresses in a page that may go into a story. */

const longest = 2000;

/** The address of a link as absolute http, https or mailto, or null for any other. */
export function linkAddress(href: string | null | undefined, base: string | null): string | null {
  const stated = (href ?? '').trim();
  if (stated === '' || stated.startsWith('#') || stated.length > longest) return null;
  try {
    const address = base
      ? new URL(stated, base)
      : new URL(stated.startsWith('//') ? `https:${stated}` : stated);
    return /^(https?|mailto):$/.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

/** The address of a page or picture as absolute http or https, or null for any other. */
export function webAddress(href: string | null | undefined, base: string | null = null): string | null {
  const address = linkAddress(href, base);
  return address?.startsWith('http') ? address : null;
}

/** A picture's address: absolute on the web, else the path of a file saved beside the page; null for anything else. */
export function pictureAddress(src: string | null | undefined, base: string | null): string | null {
  const stated = (src ?? '').trim();
  const web = webAddress(stated, base);
  if (web) return web;
  const path = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^\s<>"'][^<>"']*$/i.test(stated) && stated.length <= longest;
  return path ? stated : null;
}

/** The address that one of a page's first or last lines prints alone, as print versions do, or null. */
export function addressLine(lines: readonly string[]): string | null {
  for (const line of [...lines.slice(0, 8), ...lines.slice(-6)]) {
    const stated =
      /^(?:(?:url|link|address|permalink|source|لینک|адрес|ссылка)\s*[:：]?\s*)?(https?:\/\/\S+)$/iu.exec(
        line.trim(),
      )?.[1];
    const address = webAddress(stated);
    if (address && new URL(address).pathname.length > 1) return address;
  }
  return null;
}
