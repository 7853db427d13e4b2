/** The IPTC's Media Topics as we keep them. Pure types and rules. https://iptc.org/standards/media-topics/ */

/** One subject of the vocabulary. */
export type Concept = {
  /** Eight figures. */
  code: string;
  /** The code above it; null: one of the seventeen at the top. */
  broader: string | null;
  /** Names by language (BCP 47, in small letters); at least one. */
  labels: Record<string, string>;
  /** The day from which it is not to be chosen, YYYY-MM-DD; null: it is in use; undefined: the file does not say. */
  retired: string | null | undefined;
  /** The code that stands in its place; null: not known. */
  successor: string | null;
  /** "Q349"; null: not known. */
  wikidata: string | null;
};

/** The seventeen at the top: 01000000 to 17000000. */
export const topCodes: readonly string[] = Array.from(
  { length: 17 },
  (_, at) => `${String(at + 1).padStart(2, '0')}000000`,
);

/** What a subject is called in a language: there, in the language at large, in English, or in any. */
export function labelIn(labels: Record<string, string>, lang: string): string {
  const wanted = lang.toLowerCase();
  const base = wanted.split('-', 1)[0] ?? wanted;
  const near = Object.keys(labels).find((one) => one.split('-', 1)[0] === base);
  const english = Object.keys(labels).find((one) => one.split('-', 1)[0] === 'en');
  return (
    labels[wanted] ??
    labels[base] ??
    labels[near ?? ''] ??
    labels.en ??
    labels[english ?? ''] ??
    Object.values(labels)[0] ??
    ''
  );
}
