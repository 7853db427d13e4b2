/** Where things lie in an export. Everything here is for ever: archives hold exports of every version of this program. */

/** Raised with each change of what an export holds; what a finder reads of it is in docs/export.md. */
export const exportFormat = 'wireroom-export/1';

export const manifestName = 'manifest-sha256.txt';
export const tagManifestName = 'tagmanifest-sha256.txt';
/** A folder that is there only while an export is made, or where one was broken off. */
export const unfinishedName = 'unfinished';

export const storiesFolder = 'data/stories';
export const picturesFolder = 'data/pictures';
export const logFolder = 'data/log';
export const indexFolder = 'data/index';
export const commentsFolder = 'data/comments';
export const frontsFolder = 'data/fronts';

export function storyFolder(code: number): string {
  return `${storiesFolder}/${code}`;
}

/** The code in whose folder a payload file lies; null: in none. */
export function codeOf(path: string): number | null {
  if (!path.startsWith(inStories)) return null;
  const end = path.indexOf('/', inStories.length);
  const code = path.slice(inStories.length, end);
  return end > 0 && /^[1-9]\d{0,14}$/.test(code) ? Number(code) : null;
}

const inStories = `${storiesFolder}/`;

/** Of media types that a picture can have here; another's part after the slash is its ending, as far as it is plain. */
const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

/** Path from the export's root: named by the hash of its bytes. */
export function picturePath({ sha256, mediaType }: { sha256: string; mediaType: string }): string {
  const ending = endings[mediaType] ?? mediaType.replace(/^image\//, '').replace(/[^a-z0-9]/g, '');
  return `${picturesFolder}/${sha256}.${ending || 'bin'}`;
}

/** The order of a manifest's lines: stories by code and file, then all others by name. Negative: a comes first. */
export function comparePaths(a: string, b: string): number {
  const [codeA, codeB] = [codeOf(a), codeOf(b)];
  if (codeA !== codeB) {
    if (codeA === null) return 1;
    if (codeB === null) return -1;
    return codeA - codeB;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
