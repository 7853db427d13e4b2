declare module 'wawoff2' {
  /** @throws where the bytes are no WOFF2. */
  export function decompress(bytes: Uint8Array): Promise<Uint8Array>;
  const all: { decompress: typeof decompress };
  export default all;
}
