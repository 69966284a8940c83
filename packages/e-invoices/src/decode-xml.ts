import iconv from 'iconv-lite';

/** How many bytes the declaration of an encoding may take. */
const HEAD_BYTES = 200;

/**
 * Names by which programs declare the East Asian encodings, without what is no letter or digit, and what the platform calls
 * them: it has their tables, of 200 kB, already. Of Big5 it lacks the supplement of Hong Kong.
 */
const EAST_ASIAN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    shift_jis: '932 cp932 csshiftjis ms31j ms932 mskanji shiftjis sjis windows31j windows932 xsjis',
    'euc-jp': 'eucjp',
    gb18030: 'chinese gb18030',
    gbk: '936 cp936 csgb2312 csiso58gb231280 euccn gb2312 gb231280 gb23121980 gbk isoir58 ms936 windows936 xgbk',
    'euc-kr': '949 cp949 cseuckr csksc56011987 euckr isoir149 korean ksc5601 ksc56011987 ksc56011989 ms949 windows949',
    big5: '950 big5 big5hkscs cnbig5 cp950 csbig5 ms950 windows950 xxbig5',
  }).flatMap(([name, declared]) => declared.split(' ').map((each) => [each, name] as const)),
);

/**
 * The text of an XML file by its byte order mark or the encoding it declares, else UTF-8 (XML 1.0, appendix F). A file that
 * says ISO-8859-1 is read as windows-1252, which is what programs write under that name.
 */
export function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = encodingOf(buffer);
  const eastAsian = EAST_ASIAN.get(encoding.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (eastAsian !== undefined) return new TextDecoder(eastAsian).decode(buffer);
  // The others are not left to the platform: Node 20 drops € and quotation marks from windows-1252.
  return (iconv.encodingExists(encoding) ? iconv.decode(buffer, encoding) : buffer.toString()).replace(/^\ufeff/, '');
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  const name = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  if (/^iso-?8859-?1$/i.test(name)) return 'win1252';
  return /^utf-?16/i.test(name) ? 'utf-8' : name;
}
