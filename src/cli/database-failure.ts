/** What a database that cannot go on means for whoever ran a command. */

/** A sentence for a full disk and for a server that ended; null for any other error, which is a bug of ours. */
export function whyDatabaseFailed(error: unknown): string | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  // SQLSTATE disk_full and its neighbours: out of memory, too many connections; io_error.
  if (code === '53100')
    return 'The disk of the database is full: nothing of this was recorded. Make room and do it again.';
  if (/^(53|58)/.test(code)) return `The database cannot go on (${message}): nothing of this was recorded.`;
  if (
    /^57P0/.test(code) ||
    /^(ECONNRESET|EPIPE|ECONNREFUSED|ENOENT)$/.test(code) ||
    /Connection terminated/.test(message)
  )
    return 'The database ended in the middle, perhaps because its disk is full: nothing of this was recorded unless it was said. Start again, and look with “bin/wireroom story”.';
  return null;
}
