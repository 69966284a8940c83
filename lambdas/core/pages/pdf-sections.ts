import { UncountableError } from './byte-source.ts';
import { entryOf, type PdfDictionary, type PdfScanner, type PdfValue } from './pdf-syntax.ts';

/** A value with what stands behind it, where that is a stream. */
export interface Found {
  readonly value: PdfValue;
  /** Where the bytes of its stream begin. */
  readonly streamAt?: number;
}

/** The parts of a file that tell where its objects are. */
export interface PdfParts {
  /** From a place on, one character a byte. */
  text(start: number, length: number): Promise<string>;
  tail(length: number): Promise<string>;
  /** Reads something of unknown length: more of the file until it is whole. */
  parse<T>(at: number, read: (scanner: PdfScanner) => T): Promise<T>;
  objectAt(at: number): Promise<Found>;
  /** The bytes of a stream. */
  unpack(found: Found): Promise<Buffer>;
  resolve(value: PdfValue | undefined): Promise<PdfValue>;
}

/** Where an object stands: in the file, or packed into a stream of objects with this number. */
export type Place = { readonly at: number } | { readonly packedIn: number };

/** The cross-references of one save. */
export interface Section {
  readonly trailer: PdfDictionary;
  /** `free` for an object that this save took away, undefined for one of which it says nothing. */
  placeOf(number: number): Promise<Place | 'free' | undefined>;
}

/** Each save adds one; a file that claims more leads in circles, or nearly. */
const MOST_SECTIONS = 1000;
const MOST_PARTS = 10_000;
const TAIL = 64 * 1024;
/** An entry of a table: `0000000015 00000 n` and the end of the line. */
const ENTRY = 20;

/**
 * All cross-references of a file, those of the last save first.
 *
 * @throws UncountableError where there are none, or they are broken.
 */
export async function readCrossReferences(file: PdfParts): Promise<Section[]> {
  const start = [...(await file.tail(TAIL)).matchAll(/startxref[\0\t\n\f\r ]*(\d+)/g)].at(-1)?.[1];
  if (start === undefined) throw new UncountableError('it does not say where its objects are');
  const seen = new Set<number>();
  const sections: Section[] = [];
  const add = async (at: unknown): Promise<void> => {
    if (typeof at !== 'number' || seen.has(at)) return;
    seen.add(at);
    if (seen.size > MOST_SECTIONS) throw new UncountableError('it was saved too often');
    const section = await readSection(file, at);
    sections.push(section);
    // A file for old and new readers: the stream says where the packed objects are.
    await add(entryOf(section.trailer, 'XRefStm'));
    await add(entryOf(section.trailer, 'Prev'));
  };
  await add(Number(start));
  return sections;
}

const readSection = async (file: PdfParts, at: number): Promise<Section> =>
  /^[\0\t\n\f\r ]*xref/.test(await file.text(at, 64)) ? readTable(file, at) : readStream(file, at);

interface Range {
  readonly first: number;
  readonly count: number;
  /** Where its entries begin: in the file, or in the stream. */
  readonly at: number;
}

async function readTable(file: PdfParts, at: number): Promise<Section> {
  const ranges: Range[] = [];
  const word = /^[\0\t\n\f\r ]*xref/.exec(await file.text(at, 64))?.[0] ?? '';
  let next = at + word.length;
  for (;;) {
    const head = /^[\0\t\n\f\r ]*(\d+)[ \t]+(\d+)[ \t]*(?:\r\n|\n|\r)?/.exec(await file.text(next, 64));
    if (!head) break;
    const range = { first: Number(head[1]), count: Number(head[2]), at: next + head[0].length };
    if (ranges.push(range) > MOST_PARTS) throw new UncountableError('its table is in too many parts');
    next = range.at + range.count * ENTRY;
  }
  const trailer = await file.parse(next, (scanner) => (scanner.takes('trailer') ? scanner.value() : null));
  if (!(trailer instanceof Map)) throw new UncountableError('a table of its objects is broken');
  const isHybrid = trailer.has('XRefStm');
  return {
    trailer,
    async placeOf(number) {
      const range = rangeOf(ranges, number);
      if (!range) return undefined;
      const entry = /^(\d{10}) (\d{5}) ([nf])/.exec(await file.text(range.at + (number - range.first) * ENTRY, ENTRY));
      if (!entry) throw new UncountableError('a table of its objects is broken');
      if (entry[3] === 'n') return { at: Number(entry[1]) };
      return isHybrid ? undefined : 'free';
    },
  };
}

const rangeOf = (ranges: readonly Range[], number: number): Range | undefined =>
  ranges.find(({ first, count }) => number >= first && number < first + count);

async function readStream(file: PdfParts, at: number): Promise<Section> {
  const found = await file.objectAt(at);
  const trailer = found.value;
  if (!(trailer instanceof Map)) throw new UncountableError('the list of its objects is broken');
  const widths = numbersOf(entryOf(trailer, 'W'));
  const [type = 0, second = 0, third = 0] = widths;
  const width = type + second + third;
  if (widths.length !== 3 || width < 1 || width > 32) throw new UncountableError('the list of its objects is broken');
  const index = numbersOf(entryOf(trailer, 'Index') ?? [0, entryOf(trailer, 'Size') ?? 0]);
  const ranges: Range[] = [];
  let before = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    ranges.push({ first, count, at: before * width });
    before += count;
  }
  const rows = await unpredicted(file, trailer, await file.unpack(found));
  return {
    trailer,
    async placeOf(number) {
      const range = rangeOf(ranges, number);
      if (!range) return undefined;
      const from = range.at + (number - range.first) * width;
      if (from + width > rows.length) throw new UncountableError('the list of its objects is cut off');
      const field = (start: number, bytes: number) =>
        bytes === 0 ? 0 : Number(`0x${rows.toString('hex', start, start + bytes)}`);
      const kind = type === 0 ? 1 : field(from, type);
      if (kind === 0) return 'free';
      const place = field(from + type, second);
      return kind === 2 ? { packedIn: place } : { at: place };
    },
  };
}

const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) && value.every((number) => Number.isSafeInteger(number) && number >= 0) ? value : [];

/** Takes the filters of PNG off, by which rows of references pack better. ISO 32000-1, 7.4.4.4. */
async function unpredicted(file: PdfParts, stream: PdfDictionary, bytes: Buffer): Promise<Buffer> {
  const stated = await file.resolve(stream.get('DecodeParms'));
  const parameters = Array.isArray(stated) ? await file.resolve(stated[0]) : stated;
  const predictor = entryOf(parameters, 'Predictor') ?? 1;
  if (predictor === 1) return bytes;
  const columns = entryOf(parameters, 'Columns') ?? 1;
  if (
    typeof predictor !== 'number' ||
    predictor < 10 ||
    typeof columns !== 'number' ||
    !(columns >= 1 && columns <= 64)
  ) {
    throw new UncountableError('the list of its objects is packed in an unusual way');
  }
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = column > 0 ? (out[at - 1] ?? 0) : 0;
      const above = row > 0 ? (out[at - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[at - columns - 1] ?? 0) : 0;
      out[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + guessed(filter, left, above, corner);
    }
  }
  return out;
}

/** What PNG's filter foretells of a byte by those around it. */
function guessed(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((byte) => Math.abs(estimate - byte)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
