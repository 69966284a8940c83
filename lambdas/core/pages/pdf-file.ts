import { inflateSync, constants as zlib } from 'node:zlib';
import { type ByteSource, UncountableError } from './byte-source.ts';
import { type Found, type PdfParts, readCrossReferences, type Section } from './pdf-sections.ts';
import {
  entryOf,
  IncompleteError,
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfScanner,
  type PdfValue,
} from './pdf-syntax.ts';

/** The first look at an object; most are smaller. */
const FIRST_LOOK = 1024;
/** No object that tells of pages is larger, nor is what is packed in one stream, unpacked. */
const LARGEST = 32 * 1024 * 1024;
/** Streams of objects that are kept unpacked. */
const MOST_KEPT = 4;

interface Packed {
  readonly text: string;
  readonly first: number;
  /** Where each object begins behind `first`, by its number. */
  readonly places: ReadonlyMap<number, number>;
}

/**
 * The objects of a PDF, found by its cross-references, of which only the parts that are asked for are read: tables and
 * streams of references, what was added by later saves, and objects that are packed into streams. ISO 32000-1, 7.5.
 */
export class PdfFile implements PdfParts {
  private readonly packed = new Map<number, Promise<Packed>>();
  private sections: readonly Section[] = [];
  /** Of the last save. */
  trailer: PdfDictionary = new Map();

  /** @param base Where the header stands; places in the file count from there. */
  constructor(
    private readonly source: ByteSource,
    private readonly base: number,
  ) {}

  /** @throws UncountableError where there are no cross-references, or they are broken. */
  async open(): Promise<void> {
    this.sections = await readCrossReferences(this);
    this.trailer = this.sections[0]?.trailer ?? this.trailer;
  }

  /** The file's text from a place on, one character a byte. */
  async text(start: number, length: number): Promise<string> {
    const from = this.base + start;
    if (!(from >= 0 && from < this.source.size)) throw new UncountableError('a reference leads out of the file');
    return (await this.source.read(from, Math.min(from + length, this.source.size))).toString('latin1');
  }

  /** The last part of the file. */
  async tail(length: number): Promise<string> {
    return (await this.source.read(Math.max(0, this.source.size - length), this.source.size)).toString('latin1');
  }

  /** What a value stands for, itself where it is no reference; null for an object that is not there. */
  async resolve(value: PdfValue | undefined): Promise<PdfValue> {
    if (!(value instanceof PdfReference)) return value ?? null;
    const place = await this.placeOf(value.number);
    if (place === undefined) return null;
    if ('packedIn' in place) return this.packedObject(value.number, place.packedIn);
    return (await this.objectAt(place.at, value.number)).value;
  }

  /** The object at a place. @throws UncountableError where another one stands there, or none. */
  async objectAt(at: number, expected?: number): Promise<Found> {
    return this.parse(at, (scanner) => {
      const number = scanner.integer();
      scanner.integer();
      const isAsExpected = expected === undefined || number === expected;
      if (!scanner.takes('obj') || !isAsExpected) throw new UncountableError('a reference leads to another object');
      const value = scanner.value();
      if (!(value instanceof Map)) return { value };
      scanner.skip();
      if (!scanner.takes('stream')) return { value };
      return { value, streamAt: at + scanner.at };
    });
  }

  /** Reads something of unknown length: more of the file until it is whole. */
  async parse<T>(at: number, read: (scanner: PdfScanner) => T): Promise<T> {
    for (let length = FIRST_LOOK; ; length *= 8) {
      const text = await this.text(at, Math.min(length, LARGEST));
      try {
        return read(new PdfScanner(text));
      } catch (error) {
        if (!(error instanceof IncompleteError)) throw error;
        if (length >= LARGEST || text.length < length) throw new UncountableError('the file ends within an object');
      }
    }
  }

  /** The bytes of a stream, unpacked. */
  async unpack({ value, streamAt }: Found): Promise<Buffer> {
    const length = await this.resolve(entryOf(value, 'Length'));
    if (streamAt === undefined || typeof length !== 'number' || !(length >= 0 && length <= LARGEST)) {
      throw new UncountableError('a stream has no length');
    }
    const text = await this.text(streamAt, length + 2);
    const from = text.startsWith('\r\n') ? 2 : /^[\r\n]/.test(text) ? 1 : 0;
    const bytes = Buffer.from(text.slice(from, from + length), 'latin1');
    const filter = await this.resolve(entryOf(value, 'Filter'));
    const filters = Array.isArray(filter) ? filter : filter === null ? [] : [filter];
    if (filters.length === 0) return bytes;
    const [only] = filters;
    if (filters.length > 1 || !(only instanceof PdfName && only.name === 'FlateDecode')) {
      throw new UncountableError('its objects are packed in an unusual way');
    }
    try {
      // What is cut off a little is unpacked as far as it goes.
      return inflateSync(bytes, { maxOutputLength: LARGEST, finishFlush: zlib.Z_SYNC_FLUSH });
    } catch {
      throw new UncountableError('a stream cannot be unpacked');
    }
  }

  private async placeOf(number: number) {
    for (const section of this.sections) {
      const place = await section.placeOf(number);
      if (place === 'free') return undefined;
      if (place) return place;
    }
    return undefined;
  }

  private async packedObject(number: number, stream: number): Promise<PdfValue> {
    const { text, first, places } = await this.packedObjects(stream);
    const at = places.get(number);
    if (at === undefined) return null;
    const scanner = new PdfScanner(`${text}\n`);
    scanner.at = first + at;
    try {
      return scanner.value();
    } catch (error) {
      if (error instanceof IncompleteError) throw new UncountableError('a stream ends within an object');
      throw error;
    }
  }

  private packedObjects(stream: number): Promise<Packed> {
    const known = this.packed.get(stream);
    if (known) return known;
    const [oldest] = this.packed.keys();
    if (this.packed.size >= MOST_KEPT && oldest !== undefined) this.packed.delete(oldest);
    const read = this.readPacked(stream);
    this.packed.set(stream, read);
    return read;
  }

  private async readPacked(stream: number): Promise<Packed> {
    if (this.trailer.has('Encrypt')) throw new UncountableError('it is encrypted');
    const place = await this.placeOf(stream);
    if (!place || 'packedIn' in place) throw new UncountableError('a stream of objects is missing');
    const found = await this.objectAt(place.at, stream);
    const [count, first] = [entryOf(found.value, 'N'), entryOf(found.value, 'First')];
    if (typeof count !== 'number' || typeof first !== 'number')
      throw new UncountableError('a stream of objects is broken');
    const text = (await this.unpack(found)).toString('latin1');
    const heads = text
      .slice(0, first)
      .trim()
      .split(/[\0\t\n\f\r ]+/)
      .map(Number);
    const places = new Map<number, number>();
    for (let index = 0; index < Math.min(count, heads.length / 2); index++) {
      places.set(heads[2 * index] ?? 0, heads[2 * index + 1] ?? 0);
    }
    return { text, first, places };
  }
}
