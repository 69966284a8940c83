/** What the rest of a document says about how its amounts are written. */
export interface Notation {
  /** Decimal places of the document's currency, where it is known. */
  readonly exponent?: number;
  /** The mark before the cents in the document's other amounts. */
  readonly decimalMark?: DecimalMark;
}

export type DecimalMark = '.' | ',';

export interface PrintedDecimal {
  /** Digits with at most one point: "1234.56". */
  readonly decimal: string;
  /** The mark that was read as the decimal one. */
  readonly decimalMark?: DecimalMark;
  /** More than one reading was possible and nothing decided. */
  readonly ambiguous: boolean;
  /** Not printed in any notation; read after a repair such as "65. 20" or "300-00". */
  readonly repaired: boolean;
}

/**
 * Reads digits with separators in any notation: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `12,34,567.00`.
 *
 * A single separator before three digits is a thousand, unless the currency has three places (`1.234` KWD) or the
 * document uses the mark for decimals elsewhere. A comma there may be either in a currency of three places: Iraq prints
 * `25,000`, Tunisia `12,500`.
 *
 * @returns undefined when the digits are in no notation that amounts are printed in.
 */
export function readPrintedDecimal(text: string, notation: Notation = {}): PrintedDecimal | undefined {
  const pointed = OTHER_POINT.exec(text)?.groups;
  if (pointed) return { decimal: plain(pointed['whole'], pointed['places']), ambiguous: false, repaired: true };
  const tight = text.replace(/ ?([.,]) ?/g, '$1').replace(/([.,]\d) (\d)$/, '$1$2');
  const parts = /^(\d[\d .,']*?)(?:([.,])(\d+))?$/.exec(tight);
  if (!parts) return undefined;
  const [, head = '', mark, tail = ''] = parts;
  const read = mark === undefined ? readWhole(head) : readMarked(head, mark as DecimalMark, tail, notation);
  return read && { ...read, repaired: read.repaired || tight !== text };
}

/** A dash or an apostrophe before the places: `12-34`, `1 450-50`, `12'50`. */
const OTHER_POINT = /^(?<whole>\d{1,6}|\d{1,3}(?:[ .,]\d{3})+)(?: ?- ?|')(?<places>\d{2})$/;

function readWhole(head: string): PrintedDecimal | undefined {
  if (isGrouped(head)) return { decimal: digitsOf(head), ambiguous: false, repaired: false };
  // "12 50": the point was not read.
  const lost = /^(\d{1,5}) (\d{2})$/.exec(head);
  return lost ? { decimal: plain(lost[1], lost[2]), ambiguous: false, repaired: true } : undefined;
}

function readMarked(head: string, mark: DecimalMark, tail: string, notation: Notation): PrintedDecimal | undefined {
  if (head.includes(mark)) return readRepeatedMark(head, mark, tail);
  if (!isGrouped(head)) return undefined;
  const asDecimal = { decimal: plain(head, tail), decimalMark: mark, ambiguous: false, repaired: false };
  if (tail.length === 3 && head.includes("'")) return readBehindMillions(head, mark, tail, notation) ?? asDecimal;
  const isBareThousand = tail.length === 3 && /^[1-9]\d{0,2}$/.test(head);
  if (!isBareThousand) return asDecimal;

  const asThousand = { decimal: digitsOf(head + tail), ambiguous: false, repaired: false };
  if (notation.decimalMark !== undefined) return notation.decimalMark === mark ? asDecimal : asThousand;
  if (notation.exponent === 3) return { ...asDecimal, ambiguous: mark === ',' };
  return { ...asThousand, ambiguous: notation.exponent === undefined };
}

/**
 * Three digits behind an apostrophe and three more, as Colombia marks its millions: `2'350.000`. In a currency of three
 * places they are these; undefined there.
 */
function readBehindMillions(
  head: string,
  mark: DecimalMark,
  tail: string,
  { exponent, decimalMark }: Notation,
): PrintedDecimal | undefined {
  if (exponent === 3 || !/^[1-9]\d{0,2}'\d{3}$/.test(head)) return undefined;
  return { decimal: digitsOf(head + tail), ambiguous: exponent === undefined || decimalMark === mark, repaired: false };
}

/** One mark several times: thousands (`1.234.567`), or a comma that was read as a point (`1.234.56`). */
function readRepeatedMark(head: string, mark: string, tail: string): PrintedDecimal | undefined {
  if (isGrouped(head + mark + tail)) return { decimal: digitsOf(head + tail), ambiguous: false, repaired: false };
  if (tail.length === 2 && isGrouped(head)) return { decimal: plain(head, tail), ambiguous: false, repaired: true };
  return undefined;
}

/** Plain digits, thousands by one mark, millions by an apostrophe, or thousands and then hundreds as in India (`12,34,567`). */
function isGrouped(text: string): boolean {
  return (
    /^\d{1,12}$/.test(text) ||
    /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*$/.test(text) ||
    /^\d{1,3}'\d{3}[.,]\d{3}$/.test(text) ||
    /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(text)
  );
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
const plain = (whole = '', fraction = ''): string => `${digitsOf(whole)}.${fraction}`;
