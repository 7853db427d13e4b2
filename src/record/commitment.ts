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
  return Buffer.from(commitment64(field, spelled, salt), 'base64');
}

/** The same in base64, as a leaf has it. Node gives a hash as text at a third of the cost of a buffer. */
export function commitment64(field: string, spelled: string, salt: Buffer): string {
  const text = `[${canonicalJson(field)},${spelled}]`;
  const bytes = Buffer.allocUnsafe(salt.length + Buffer.byteLength(text));
  salt.copy(bytes);
  bytes.write(text, salt.length);
  return hash('sha256', bytes, 'base64');
}

/** Whether a commitment holds for a value. */
export function opensTo(made: FieldCommitment, value: unknown): boolean {
  return commitTo(made.field, value, made.salt).commitment.equals(made.commitment);
}
