/** What a file is by its first bytes, whatever its name says. */
export type SniffedFormat =
  | 'JPEG'
  | 'PNG'
  | 'PDF'
  | 'TIFF'
  | 'GIF'
  | 'WebP'
  | 'HEIC'
  | 'ZIP or Office'
  | 'XML'
  | 'plain text'
  | 'unknown';

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** @param head The file's first bytes; 1,024 are enough. */
export function sniffFormat(head: Uint8Array): SniffedFormat {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'JPEG';
  if (ascii(head, 1, 4) === 'PNG') return 'PNG';
  if (ascii(head, 0, 1024).includes('%PDF-')) return 'PDF';
  if (ascii(head, 0, 4) === 'II*\0' || ascii(head, 0, 4) === 'MM\0*') return 'TIFF';
  if (ascii(head, 0, 4) === 'GIF8') return 'GIF';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'WebP';
  if (ascii(head, 4, 8) === 'ftyp' && /^(hei|mif|hev)/.test(ascii(head, 8, 12))) return 'HEIC';
  if (ascii(head, 0, 4) === 'PK\x03\x04') return 'ZIP or Office';
  if (/^\s*<\?xml\s/.test(ascii(head, 0, 64).replace(/^\u00ef\u00bb\u00bf/, ''))) return 'XML';
  return head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13)
    ? 'plain text'
    : 'unknown';
}
