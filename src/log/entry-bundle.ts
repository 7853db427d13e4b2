/** Entry bundles (C2SP tlog-tiles, "Log entries"): entries side by side, each after its length in two bytes, big-endian. */

export const mostEntryBytes = 65_535;

/** @throws RangeError for an entry of more than 65,535 bytes. */
export function packEntries(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** The entries; null where the bytes end inside one. They share the bundle's memory. */
export function unpackEntries(bundle: Buffer): Buffer[] | null {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) return null;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

function lengthOf(entry: Uint8Array): Buffer {
  if (entry.length > mostEntryBytes)
    throw new RangeError(`an entry has at most ${mostEntryBytes} bytes, not ${entry.length}`);
  return Buffer.from([entry.length >> 8, entry.length & 0xff]);
}
