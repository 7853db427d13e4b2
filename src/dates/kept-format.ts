/**
 * Date formats made once. Each holds some 30 KB outside of JavaScript's heap, where the collector does not see them
 * pile up: made anew for each request they filled hundreds of megabytes.
 */
const kept = new Map<string, Intl.DateTimeFormat>();

/** More would mean that somebody feeds us locales or zones. */
const mostKept = 500;

export function keptFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const there = kept.get(key);
  if (there) return there;
  const format = new Intl.DateTimeFormat(locale, options);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, format);
  return format;
}
