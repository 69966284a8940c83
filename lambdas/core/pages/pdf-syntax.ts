import { UncountableError } from './byte-source.ts';

/** What a PDF is written in, as far as its pages are told by it: what strings say does not matter. ISO 32000-1, 7.3. */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfDictionary | readonly PdfValue[];

export class PdfName {
  constructor(readonly name: string) {}
}

/** Another object, by its number. */
export class PdfReference {
  constructor(readonly number: number) {}
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** Thrown where the text ends before the value does: more of the file may hold the rest. */
export class IncompleteError extends Error {
  override readonly name = 'IncompleteError';
}

/** Nobody writes deeper; a file that does wants to break whoever reads it. */
const DEEPEST = 64;
const WHITE = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';

/** A value of a dictionary; undefined where the object is none, or has none of the name. */
export const entryOf = (value: PdfValue | undefined, name: string): PdfValue | undefined =>
  value instanceof Map ? (value as PdfDictionary).get(name) : undefined;

/** Reads values out of a part of a file, one character a byte. */
export class PdfScanner {
  /** Where the next one begins. */
  at = 0;

  constructor(private readonly text: string) {}

  /** @throws IncompleteError at the end of the text, UncountableError for what is no value. */
  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new UncountableError('its objects are nested too deep');
    this.skip();
    const sign = this.peek();
    if (sign === '/') return new PdfName(this.name());
    if (sign === '[') return this.array(depth);
    if (sign === '(') return this.literal();
    if (sign === '<') return this.text[this.at + 1] === '<' ? this.dictionary(depth) : this.hexadecimal();
    return this.word();
  }

  /** Whether the word stands next; goes behind it if so. @throws IncompleteError where the text ends within it. */
  takes(word: string): boolean {
    this.skip();
    const next = this.text.slice(this.at, this.at + word.length);
    if (next.length < word.length && word.startsWith(next)) throw new IncompleteError('the text ends');
    if (next !== word) return false;
    this.at += word.length;
    return true;
  }

  /** A number that stands next. */
  integer(): number {
    const value = this.word();
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new UncountableError('a number is missing');
    return value;
  }

  /** Goes over white space and comments. */
  skip(): void {
    for (;;) {
      while (this.at < this.text.length && WHITE.includes(this.text.charAt(this.at))) this.at++;
      if (this.text[this.at] !== '%') return;
      while (this.at < this.text.length && !'\r\n'.includes(this.text.charAt(this.at))) this.at++;
    }
  }

  private peek(): string {
    const sign = this.text[this.at];
    if (sign === undefined) throw new IncompleteError('the text ends');
    return sign;
  }

  private name(): string {
    this.at++;
    return this.regular().replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  private regular(): string {
    const from = this.at;
    while (!WHITE.includes(this.peek()) && !DELIMITERS.includes(this.peek())) this.at++;
    return this.text.slice(from, this.at);
  }

  private word(): PdfValue {
    this.skip();
    const word = this.regular();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    if (word === '' || Number.isNaN(number)) throw new UncountableError('something stands where a value has to be');
    return /^\d+$/.test(word) && this.isReference() ? new PdfReference(number) : number;
  }

  /** `12 0 R`, of which the first number is read. @throws IncompleteError where the text ends before it could tell. */
  private isReference(): boolean {
    const next = this.text.slice(this.at, this.at + 32);
    if (this.at + next.length === this.text.length && /^[\0\t\n\f\r ]+(\d+([\0\t\n\f\r ]+R?)?)?$/.test(next)) {
      throw new IncompleteError('the text ends');
    }
    const rest = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(next);
    this.at += rest?.[0].length ?? 0;
    return rest !== null;
  }

  private array(depth: number): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.peek() === ']') break;
      values.push(this.value(depth + 1));
    }
    this.at++;
    return values;
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skip();
      if (this.peek() === '>') break;
      if (this.peek() !== '/') throw new UncountableError('a dictionary has a key that is no name');
      const name = this.name();
      entries.set(name, this.value(depth + 1));
    }
    this.at += 2;
    return entries;
  }

  private literal(): string {
    let open = 0;
    do {
      const sign = this.peek();
      if (sign === '\\') this.at++;
      else if (sign === '(') open++;
      else if (sign === ')') open--;
      this.at++;
    } while (open > 0);
    return '';
  }

  private hexadecimal(): string {
    while (this.peek() !== '>') this.at++;
    this.at++;
    return '';
  }
}
