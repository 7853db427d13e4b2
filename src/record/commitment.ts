/**
 * A commitment to one field of one act: it proves what the field said without saying it, and stays when a court has the
 * words and their salt removed.
 *
 * commitment = SHA-256(salt ‖ canonical JSON of [field name, value]), with 32 random bytes of salt.
 */
import { hash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export type FieldCommitment = { field: string; salt: Buffer; commitment: Buffer };

export function commitTo(field: string, value: unknown, salt: Buffer = randomBytes(32)): FieldCommitment {
  return { field, salt, commitment: commitmentOf(field, canonicalJson(value), salt) };
}

/** The same where the value is spelled already, as canonical JSON. */
export function commitmentOf(field: string, spelled: string, salt: Buffer): Buffer {
  return hash('sha256', Buffer.concat([salt, Buffer.from(`[${canonicalJson(field)},${spelled}]`)]), 'buffer');
}

/** Whether a commitment holds for a value. */
export function opensTo(made: FieldCommitment, value: unknown): boolean {
  return commitTo(made.field, value, made.salt).commitment.equals(made.commitment);
}
