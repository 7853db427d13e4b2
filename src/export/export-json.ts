/** How an export spells JSON: keys sorted, so that the same value has the same bytes, and lines for whoever reads it. */
import { canonicalJson } from '../record/canonical-json.ts';

/** The outer `levels` of objects and lists are laid out in lines; what lies deeper is canonical JSON (RFC 8785). */
export function exportJson(value: unknown, levels: number): string {
  return `${lay(value, levels, '')}\n`;
}

/** Canonical JSON that was made before. */
export class Spelled {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

function lay(value: unknown, levels: number, indent: string): string {
  if (value instanceof Spelled) return value.json;
  if (levels === 0 || value === null || typeof value !== 'object') return canonicalJson(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Array.isArray(value)
    ? value.map((member) => lay(member, levels - 1, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => `${JSON.stringify(name)}: ${lay(member, levels - 1, inner)}`);
  if (members.length === 0) return `${open}${close}`;
  return `${open}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close}`;
}
