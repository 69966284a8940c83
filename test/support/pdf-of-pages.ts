import { deflateSync } from 'node:zlib';

/** How a PDF is written. */
export interface PdfForm {
  /** Objects packed into streams, found by a stream of references with PNG's filter, as PDF 1.5 has it. */
  readonly isPacked?: boolean;
  /** What the root says of its number of pages. @default the truth */
  readonly count?: number | null;
  /** Pages below one node of the tree. @default all of them below the root */
  readonly perNode?: number;
  /** Bytes before the header. */
  readonly before?: number;
  /** Bytes of a stream beside each page, as a scan has. */
  readonly scanBytes?: number;
}

/** A PDF of empty pages, written by hand, so that each part of its form can be chosen. */
export function pdfOfPages(pages: number, { isPacked = false, ...form }: PdfForm = {}): Buffer {
  const objects = objectsOf(pages, form);
  const body = isPacked ? packed(objects) : plain(objects, 0, '');
  const header = Buffer.from(`%PDF-1.7\n`);
  return Buffer.concat([Buffer.alloc(form.before ?? 0, '\n'), header, body.bytes, body.ending]);
}

/** The PDF with more pages that a later save has put behind its others; the first save's stay in the tree. */
export function withPagesAdded(pdf: Buffer, before: number, added: number): Buffer {
  const first = 10_000;
  const kids = [...numbers(3, before), ...numbers(first, added)].map((number) => `${number} 0 R`).join(' ');
  const objects = new Map<number, string>(numbers(first, added).map((number) => [number, page(2)]));
  objects.set(2, `<< /Type /Pages /Count ${before + added} /Kids [${kids}] >>`);
  const last = /startxref\n(\d+)/g;
  const previous = [...pdf.toString('latin1').matchAll(last)].at(-1)?.[1];
  const { bytes, ending } = plain(objects, pdf.length, ` /Prev ${previous}`);
  return Buffer.concat([pdf, bytes, ending]);
}

const numbers = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

const page = (parent: number): string => `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 200 200] >>`;

function objectsOf(pages: number, { count = pages, perNode, scanBytes = 0 }: PdfForm): Map<number, string> {
  const objects = new Map<number, string>([[1, '<< /Type /Catalog /Pages 2 0 R >>']]);
  const leaves = numbers(3, pages);
  const nodes = perNode === undefined ? [] : numbers(100_000, Math.ceil(pages / perNode));
  const kids = perNode === undefined ? leaves : nodes;
  const list = (of: readonly number[]) => of.map((number) => `${number} 0 R`).join(' ');
  objects.set(2, `<< /Type /Pages ${count === null ? '' : `/Count ${count} `}/Kids [${list(kids)}] >>`);
  nodes.forEach((node, index) => {
    const own = leaves.slice(index * (perNode ?? 1), (index + 1) * (perNode ?? 1));
    objects.set(node, `<< /Type /Pages /Parent 2 0 R /Count ${own.length} /Kids [${list(own)}] >>`);
  });
  for (const leaf of leaves) {
    objects.set(leaf, page(2));
    if (scanBytes > 0) {
      objects.set(leaf + 1_000_000, `<< /Length ${scanBytes} >>\nstream\n${'\0'.repeat(scanBytes)}\nendstream`);
    }
  }
  return objects;
}

interface Body {
  readonly bytes: Buffer;
  readonly ending: Buffer;
}

const HEADER = 9;

/** Objects as they are, and a table of where they stand; `start` is where the first of them will. */
function plain(objects: ReadonlyMap<number, string>, start: number, more: string): Body {
  const offsets = new Map<number, number>();
  const parts: string[] = [];
  let at = start === 0 ? HEADER : start;
  for (const [number, text] of objects) {
    const part = `${number} 0 obj\n${text}\nendobj\n`;
    offsets.set(number, at);
    at += part.length;
    parts.push(part);
  }
  const sorted = [...offsets].sort(([one], [other]) => one - other);
  const runs: (typeof sorted)[] = [];
  for (const entry of sorted) {
    if (runs.at(-1)?.at(-1)?.[0] === entry[0] - 1) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  const table = runs
    .map((run) => {
      const entries = run.map(([, offset]) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
      return `${run[0]?.[0]} ${run.length}\n${entries}`;
    })
    .join('');
  const size = Math.max(...objects.keys()) + 1;
  const ending = `xref\n${start === 0 ? '0 1\n0000000000 65535 f \n' : ''}${table}trailer\n<< /Size ${size} /Root 1 0 R${more} >>\nstartxref\n${at}\n%%EOF\n`;
  return { bytes: Buffer.from(parts.join(''), 'latin1'), ending: Buffer.from(ending, 'latin1') };
}

const PER_STREAM = 50;

/** Objects in streams of some each, and a stream of where these stand. */
function packed(objects: ReadonlyMap<number, string>): Body {
  const streams: Buffer[] = [];
  const rows = new Map<number, readonly [number, number, number]>([[0, [0, 0, 255]]]);
  let at = HEADER;
  const all = [...objects];
  for (let from = 0; from < all.length; from += PER_STREAM) {
    const some = all.slice(from, from + PER_STREAM);
    const number = 2_000_000 + from;
    const bodies = some.map(([, text]) => text).join('\n');
    let place = 0;
    const heads = some.map(([inner, text], index) => {
      rows.set(inner, [2, number, index]);
      const head = `${inner} ${place}`;
      place += text.length + 1;
      return head;
    });
    const first = `${heads.join(' ')}\n`;
    const data = deflateSync(Buffer.from(first + bodies, 'latin1'));
    const head = `${number} 0 obj\n<< /Type /ObjStm /N ${some.length} /First ${first.length} /Length ${data.length} /Filter /FlateDecode >>\nstream\n`;
    const stream = Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')]);
    rows.set(number, [1, at, 0]);
    at += stream.length;
    streams.push(stream);
  }
  const own = 3_000_000;
  rows.set(own, [1, at, 0]);
  const sorted = [...rows].sort(([one], [other]) => one - other);
  const plainRows = sorted.map(([, [kind, place, last]]) => {
    const row = Buffer.alloc(6);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(place, 1);
    row.writeUInt8(Math.min(last, 255), 5);
    return row;
  });
  // Each row as the difference from the one above, which PNG calls "up".
  const filtered = plainRows.map((row, index) =>
    Buffer.from([2, ...row.map((byte, column) => byte - (plainRows[index - 1]?.[column] ?? 0))]),
  );
  const data = deflateSync(Buffer.concat(filtered));
  const index = sorted.map(([number]) => `${number} 1`).join(' ');
  const head = `${own} 0 obj\n<< /Type /XRef /Size ${own + 1} /W [1 4 1] /Index [${index}] /Root 1 0 R /Length ${data.length} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >> >>\nstream\n`;
  const ending = Buffer.concat([
    Buffer.from(head),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
  return { bytes: Buffer.concat(streams), ending };
}
