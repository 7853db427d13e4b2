/** How large a headline may be set. */

/** Above this many characters a headline is set one size smaller. */
const longHeadline = 80;

export function headlineClass(headline: string): { className?: 'long' } {
  return headline.length > longHeadline ? { className: 'long' } : {};
}
