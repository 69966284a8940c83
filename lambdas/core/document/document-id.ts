import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Lower-case RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

/** The first `length` characters of the base32 of a text's SHA-256. */
export const shortHash = (text: string, length: number): string =>
  base32(createHash('sha256').update(text).digest()).slice(0, length);

/**
 * Names one version of one object. The same event ten times is one document; the same key with new content is
 * another.
 *
 * @param version The object's version id, or its ETag where the bucket is not versioned.
 * @returns 26 characters, 130 bits.
 */
export const documentIdOf = (bucket: string, key: string, version: string): string =>
  shortHash(JSON.stringify([bucket, key, version]), 26);
