declare module 'wawoff2/decompress.js' {
  /** @throws where the bytes are no WOFF2. */
  export default function decompress(bytes: Uint8Array): Promise<Uint8Array>;
}
