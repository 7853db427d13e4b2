/**
 * A commitment to one field of one act: it proves what the field said without saying it, and stays when a court has the
 * words and their salt removed.
 *
 * commitment = SHA-256(salt ‖ canonical JSON of [field name, value]), with 32 random bytes of salt.
 */
import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export type FieldCommitment = { field: string; salt: Buffer; commitment: Buffer };

export function commitTo(field: string, value: unknown, salt: Buffer = randomBytes(32)): FieldCommitment {
  const commitment = createHash('sha256')
    .update(salt)
    .update(canonicalJson([field, value]))
    .digest();
  return { field, salt, commitment };
}

/** Whether a commitment holds for a value. */
export function opensTo(made: FieldCommitment, value: unknown): boolean {
  return commitTo(made.field, value, made.salt).commitment.equals(made.commitment);
}
