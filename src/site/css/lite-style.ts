/** The lite page's style sheet, which stands in the page itself; the server's policy allows it by its hash. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../project-root.ts';

/** Exactly the text inside the page's style element. */
export const liteStyle = readFileSync(path.join(projectRoot, 'src/site/css/lite.css'), 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')
  .trim();

/** SHA-256 in base64, for a Content-Security-Policy. */
export const liteStyleHash = createHash('sha256').update(liteStyle).digest('base64');
