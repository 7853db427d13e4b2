/**
 * The headers that every answer carries. One list for prepared pages and for routes, so that neither can forget one.
 * Reader pages have no script but the one that checks a proof and the one that a story may run, which read from this site
 * alone; the only inline style is the lite page's, named by its hash.
 */
export function securityHeaders(
  inlineStyleHashes: string[] = [],
  { script = false } = {},
): Record<string, string> {
  const styles = ["'self'", ...inlineStyleHashes.map((hash) => `'sha256-${hash}'`)].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "img-src 'self'",
      `style-src ${styles}`,
      "font-src 'self'",
      "manifest-src 'self'",
      // A page without a script asks for nothing; who judges the site from within a page asks for its robots.txt.
      "connect-src 'self'",
      ...(script ? ["script-src 'self'"] : []),
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  };
}
