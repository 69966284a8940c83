import iconv from 'iconv-lite';

/** How many bytes the declaration of an encoding may take. */
const HEAD_BYTES = 200;

/**
 * The text of an XML file by its byte order mark or the encoding it declares, else UTF-8 (XML 1.0, appendix F). A file that
 * says ISO-8859-1 is read as windows-1252, which is what programs write under that name.
 */
export function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return iconv.decode(buffer, encodingOf(buffer)).replace(/^\ufeff/, '');
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  const name = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  if (/^iso-?8859-?1$/i.test(name)) return 'win1252';
  return iconv.encodingExists(name) && !/^utf-?16/i.test(name) ? name : 'utf-8';
}
