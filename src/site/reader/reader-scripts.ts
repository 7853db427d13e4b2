/** The scripts that a reader's browser may run beside the one that checks a proof. */
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

export type ReaderScript = 'reader/reader' | 'reader/keep-pages' | 'reader/keep-nothing' | 'prove/prove';

/** As the compiler made it; run from the sources, Node takes the types out. */
export function readScript(name: ReaderScript): string {
  const folder = path.join(import.meta.dirname, '..');
  const built = path.join(folder, `${name}.js`);
  const script = existsSync(built)
    ? readFileSync(built, 'utf8')
    : stripTypeScriptTypes(readFileSync(path.join(folder, `${name}.ts`), 'utf8'));
  // The compiler marks each of them as a module, which a worker is not.
  return script
    .replace(/^export \{\};$/m, '')
    .replace(/^\s*(?:\/\/|\/\*\*).*\n/gm, '')
    .replace(/^\s+/gm, '');
}
