/** What still has to be done to restored data before anybody sees it. */
import type { Client } from '../stories/story-store.ts';
import type { BackupHead } from './backup-head.ts';

/**
 * In order, each within the restoring transaction, when all tables are loaded and every migration of this program has
 * run. What one of them throws undoes the whole restore.
 */
export const afterLoad: ((db: Client, head: BackupHead) => Promise<void>)[] = [];
