/** A folder for the whole run, in which the first test that needs the second verifier builds it (second-verifier.ts). */
import type { TestProject } from 'vitest/node';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    secondVerifierFolder: string;
  }
}

export default function makeSecondVerifierFolder(project: TestProject): () => void {
  const folder = makeDataFolder();
  project.provide('secondVerifierFolder', folder);
  return () => removeDataFolder(folder);
}
