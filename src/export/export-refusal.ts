/** Why an export cannot be made, checked or taken over: one sentence for the person who asked for it; exit code 1. */
export class ExportRefusal extends Error {
  override name = 'ExportRefusal';
}

/** A disk that does not do what it should, as a sentence; null for anything else, which is a bug of ours. */
export function whyDiskFailed(error: unknown, folder: string): string | null {
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === undefined && path === undefined) return null;
  if (/^(ENOSPC|EDQUOT)$/.test(code))
    return `The disk of ${folder} is full: make room and run export again; what is there so far is unfinished.`;
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return `${path ?? folder} cannot be read or written (${code}): give yourself the right to, or name another folder.`;
  if (
    /^(ENOENT|EIO|ENOTDIR|ELOOP|ENAMETOOLONG|EMFILE|ENFILE|EISDIR|ENOTEMPTY|ENODEV|EBUSY|ESTALE)$/.test(code)
  )
    return `${path ?? folder} cannot be read or written (${code}).`;
  return null;
}
