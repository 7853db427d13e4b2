import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ExportFolder } from './export-folder.ts';
import { logFolder } from './export-paths.ts';

/** Removes what an earlier export had and this one has not: partial tiles, months that have no story any more. */
export function removeStrays(
  root: string,
  folder: ExportFolder,
  places: string[],
  belongs: (name: string) => boolean,
): void {
  /** @returns whether anything is left in it. */
  const clear = (place: string): boolean => {
    let left = 0;
    for (const entry of existsSync(path.join(root, place))
      ? readdirSync(path.join(root, place), { withFileTypes: true })
      : []) {
      const name = `${place}/${entry.name}`;
      const stays = entry.isDirectory() ? clear(name) : belongs(name) || name === `${logFolder}/checkpoint`;
      if (stays) left++;
      else folder.remove(name);
    }
    return left > 0;
  };
  for (const place of places) clear(place);
}
