/**
 * The leaf of an act: what the log holds of it, for ever. It names the story, the version and the time in clear, and
 * commits to every word with a salt of its own, so that words can be removed by law and the leaf stays.
 */
import type { ActKind } from './act.ts';
import { canonicalJson } from './canonical-json.ts';
import type { FieldCommitment } from './commitment.ts';

export type Leaf = {
  format: 'wireroom-act/1';
  act: ActKind;
  /** UTC, RFC 3339 with milliseconds. */
  actedAt: string;
  code: number;
  lang: string;
  version: number;
  /** SHA-256 in base64, by field of the story or fact of the act. */
  commitments: Record<string, string>;
};

export type LeafFacts = { kind: ActKind; actedAt: Date; code: number; lang: string; version: number };

/** Canonical JSON (RFC 8785); the log's entry is its UTF-8 bytes. */
export function leafOf(act: LeafFacts, made: Pick<FieldCommitment, 'field' | 'commitment'>[]): string {
  return leafText(
    act,
    Object.fromEntries(made.map(({ field, commitment }) => [field, commitment.toString('base64')])),
  );
}

/** The same where the commitments are in base64 already. */
export function leafText(act: LeafFacts, commitments: Leaf['commitments']): string {
  const leaf: Leaf = {
    format: 'wireroom-act/1',
    act: act.kind,
    actedAt: act.actedAt.toISOString(),
    code: act.code,
    lang: act.lang,
    version: act.version,
    commitments,
  };
  return canonicalJson(leaf);
}

/** @returns null where the text is no leaf. Its shape is checked, not its truth. */
export function readLeafText(text: string): Leaf | null {
  try {
    const leaf = JSON.parse(text) as Leaf;
    const known =
      leaf.format === 'wireroom-act/1' &&
      typeof leaf.act === 'string' &&
      typeof leaf.actedAt === 'string' &&
      Number.isInteger(leaf.code) &&
      Number.isInteger(leaf.version) &&
      typeof leaf.lang === 'string' &&
      Object.values(leaf.commitments).every((one) => typeof one === 'string');
    return known && canonicalJson(leaf) === text ? leaf : null;
  } catch {
    return null;
  }
}
