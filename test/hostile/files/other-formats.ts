import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { booked, type DueEnd, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf, asPicture, asUbl } from '../papers.ts';

const unsupported = rejected('UnsupportedFormatError');

/** What people send that is no receipt in a format that is read. */
export async function otherFormats({ chance, receipt }: Kit): Promise<HostileFile[]> {
  const square = sharp({ create: { width: 40, height: 40, channels: 3, background: '#808080' } });
  const box = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`), chance.bytes(200)]);
  const formats: readonly (readonly [string, Buffer, DueEnd?])[] = [
    ['zip', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\0\0'), chance.bytes(300)])],
    [
      'docx',
      Buffer.concat([
        Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0'),
        Buffer.from('[Content_Types].xml'),
        chance.bytes(300),
      ]),
    ],
    ['exe', Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), chance.bytes(400)])],
    ['elf', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), chance.bytes(400)])],
    ['sh', Buffer.from('#!/bin/sh\necho harmless\n')],
    ['html', Buffer.from('<!doctype html><title>receipt</title><script>document.title = 1</script>Total 12.00\n')],
    [
      'svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="void 0"><text>Total 12.00</text></svg>'),
      rejected(['UnsupportedFormatError', 'InvoiceInvalidError']),
    ],
    ['gif', await square.clone().gif().toBuffer()],
    ['webp', await square.clone().webp().toBuffer()],
    ['avif', box('avif')],
    ['heic', box('heic')],
    ['mp4', box('isom')],
    ['bmp', Buffer.concat([Buffer.from('BM'), chance.bytes(300)])],
    [
      'eml',
      Buffer.from('From: shop@example.com\r\nTo: you@example.com\r\nSubject: Your receipt\r\n\r\nTotal 12.00\r\n'),
    ],
    ['rtf', Buffer.from('{\\rtf1\\ansi Total 12.00}')],
    ['csv', Buffer.from('date,amount\n2026-11-20,12.00\n')],
    ['json', Buffer.from('{"total":"12.00","__proto__":{"isAdmin":true}}')],
    ['yaml', Buffer.from('total: "12.00"\n')],
    ['txt', Buffer.from('Total 12.00\n')],
    ['gz', gzipSync(Buffer.from('Total 12.00\n'))],
    ['sqlite', Buffer.concat([Buffer.from('SQLite format 3\0'), chance.bytes(300)])],
    ['ps', Buffer.from('%!PS-Adobe-3.0\n(Total 12.00) show\nshowpage\n')],
    ['noise', Buffer.concat([Buffer.from([0xfa]), chance.bytes(2000)])],
    ['zeros', Buffer.alloc(5000)],
  ];
  return formats.flatMap(([format, content, due = unsupported]) =>
    [`as-${format}.${chance.pick([format, 'jpg', 'pdf', 'png', 'tiff'])}`].map(
      (name): HostileFile => ({
        kind: 'another format',
        what: name.slice(3),
        path: receipt(name),
        content,
        due,
      }),
    ),
  );
}

/** Good receipts under the ending of another format: the content counts, and each is booked. */
export async function wrongEndings({ purchase, receipt }: Kit): Promise<HostileFile[]> {
  const pairs = [
    ['pdf', 'jpg'],
    ['pdf', 'png'],
    ['pdf', 'txt'],
    ['jpeg', 'pdf'],
    ['jpeg', 'xml'],
    ['png', 'jpg'],
    ['tiff', 'jpg'],
    ['xml', 'jpg'],
    ['xml', 'pdf'],
    ['pdf', ''],
  ] as const;
  const files: HostileFile[] = [];
  for (const [format, ending] of pairs) {
    const bought = purchase();
    const content =
      format === 'pdf'
        ? await asPdf(bought)
        : format === 'xml'
          ? Buffer.from(asUbl(bought, `W-${files.length}`))
          : await asPicture(bought, format);
    const name = ending === '' ? 'no-ending' : `is-${format}.${ending}`;
    // A picture by its name is not opened as an invoice; it is said how to name it.
    const due =
      format === 'xml' && ending === 'jpg' ? rejected('UnsupportedFormatError', /rename it/) : booked(bought.total);
    files.push({
      kind: 'good receipt, wrong ending',
      what: `${format} as ${ending || 'nothing'}`,
      path: receipt(name),
      content,
      due,
    });
  }
  return files;
}

/** Nothing, or hardly anything. */
export function tinyFiles({ chance, receipt }: Kit): HostileFile[] {
  const names = ['a.jpg', 'b.png', 'c.pdf', 'd.tif', 'e.xml', 'f'];
  const empty = names.map(
    (name): HostileFile => ({
      kind: 'empty file',
      what: name,
      path: receipt(name),
      content: Buffer.alloc(0),
      due: rejected('EmptyFileError'),
    }),
  );
  const heads: readonly (readonly [Buffer, DueEnd])[] = [
    ...[0x00, 0x0a, 0x20, 0x25, 0x3c, 0xff].map((byte) => [Buffer.from([byte]), unsupported] as const),
    [Buffer.from([0xff, 0xd8, 0xff]), rejected('BrokenDocumentError')],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), rejected('BrokenDocumentError')],
    [Buffer.from('II*\0'), rejected('BrokenDocumentError')],
    [Buffer.from('MM\0*\0\0\0\x08\xff\xff', 'latin1'), rejected('BrokenDocumentError')],
    [Buffer.from('%PDF-'), rejected('BrokenDocumentError')],
    [Buffer.from('<a'), rejected(['InvoiceInvalidError', 'UnsupportedFormatError'])],
  ];
  const tiny = heads.map(
    ([content, due]): HostileFile => ({
      kind: 'file of a few bytes',
      what: content.toString('hex'),
      path: receipt(`tiny.${chance.pick(['jpg', 'pdf', 'png'])}`),
      content,
      due,
    }),
  );
  return [...empty, ...tiny];
}

/** Larger than what is taken. */
export async function largeFiles({ chance, purchase, receipt, stranger }: Kit): Promise<HostileFile[]> {
  const kind = 'file that is too large';
  const due = rejected('FileTooLargeError');
  const jpeg = await asPicture(purchase(), 'jpeg');
  const grown = Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024 + chance.whole(1, 500_000), 0x20)]);
  const comment = (bytes: number) => Buffer.from(`name: X\ncurrency: USD\n${'# not read\n'.repeat(bytes / 11 + 1)}`);
  return [
    { kind, what: 'JPEG above 10 MB', path: receipt('large.jpg'), content: grown, due },
    { kind, what: 'the same called .pdf', path: receipt('large.pdf'), content: grown, due },
    {
      kind,
      what: 'XML above 10 MB',
      path: receipt('large.xml'),
      content: Buffer.concat([Buffer.from(asUbl(purchase(), 'L-1')), Buffer.alloc(10 * 1024 * 1024, 0x20)]),
      due,
    },
    { kind, what: 'plan above 0.25 MB', path: `budgets/${stranger()}.yaml`, content: comment(256 * 1024), due },
    {
      kind,
      what: 'correction above 16 KB',
      path: `corrections/${stranger()}/aaaaaaaaaaaaaaaaaaaaaaaaaa.yaml`,
      content: comment(16 * 1024),
      due,
    },
    {
      kind,
      what: 'rates above 4 MB',
      path: 'rates/large.csv',
      content: Buffer.from(`Date,USD\n${`2026-05-15,1.05\n`.repeat(270_000)}`),
      due,
    },
  ];
}
