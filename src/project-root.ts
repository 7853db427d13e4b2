import { fileURLToPath } from 'node:url';

/** Folder of the project, with a slash at its end: the parent of `src/` and of the built `dist/` alike. */
export const projectRoot = fileURLToPath(new URL('../', import.meta.url));
