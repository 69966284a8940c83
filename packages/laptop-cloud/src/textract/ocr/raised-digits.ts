import { raisedDigit } from 'printed-text/raised-digits';
import { LINE_HEIGHT, type LineCrop } from './crop.ts';
import type { LineCharacter } from './text-line.ts';
import { inkThreshold } from './word-gaps.ts';

/** A whole number of two to nine digits: no part of a date, a time, a share, an account or an amount with decimals. */
const NUMBER = /(?<![\d.,/:'-]|\d )(?:\d{1,3}(?:[.,']\d{3})+\d{0,2}|\d{2,9})(?![\d:%]| \d|\/\d|[.,'-][\d\p{L}])/gu;
const WHOLE = /^\d+$|^\d{1,3}(?:[.,']\d{3})+$/;
// In heights of the digits before.
const SMALLER = 0.8;
const LEAST_HEIGHT = 0.3;
const LEAST_LIFT = 0.12;
const FARTHEST_FROM_TOP = 0.3;
// In heights of the raised digits: one is narrower than two.
const WIDEST_ONE = 0.95;
const WIDEST_TWO = 1.95;
const GUESSED = 0.6;
// In pixels of the crop: how far a glyph's place may be off, and how little ink is none.
const REACH = 3;
const REACH_OF_PAIR = 16;
const MOST_BROKEN = 2;
const LEAST_INK = 2;

/** A stretch of columns with ink, and the rows that it takes. */
interface Print {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Digits that stand smaller and raised at the end of a number as what they are: two are its cents and get a point before
 * them, one is the mark of a footnote. The network reads both as digits like the others, and two that are alike as one, but
 * their ink ends far above the line. They are half guessed, however sure the network is.
 */
export function withRaisedDigits(characters: readonly LineCharacter[], crop: LineCrop): LineCharacter[] {
  const text = characters.map(({ character }) => (character.length === 1 ? character : '\uFFFD')).join('');
  const level = [...characters];
  for (const { index, 0: number } of [...text.matchAll(NUMBER)].reverse()) {
    const digits = characters.slice(index, index + number.length);
    const raised = raisedOf(digits, crop);
    const [first] = raised;
    if (!first) continue;
    const start = index + number.length - new Set(raised).size;
    if (!WHOLE.test(text.slice(index, start))) continue;
    const ends = raised.map((one) => ({ ...one, confidence: Math.min(GUESSED, one.confidence), alternatives: [] }));
    const mark = { character: number.includes('.') ? ',' : '.', confidence: GUESSED, position: first.position };
    const written =
      raised.length === 2 ? [mark, ...ends] : ends.map((one) => ({ ...one, character: raisedDigit(one.character) }));
    level.splice(start, index + number.length - start, ...written);
  }
  return level;
}

/** The one or two last digits of a number that stand raised; the same one twice where two were read as one. */
function raisedOf(number: readonly LineCharacter[], crop: LineCrop): LineCharacter[] {
  const pixel = (one: LineCharacter | undefined) => (one?.position ?? 0) * crop.width;
  const [first, last] = [pixel(number[0]), pixel(number.at(-1))];
  const behind = printsOf(crop).filter(({ to }) => to > first - REACH);
  const [base] = behind;
  if (!base) return [];
  const isOfNumber = (print: Print) =>
    print.from < last + REACH || (print.from < last + REACH_OF_PAIR && isRaised(base, print));
  const prints = behind.filter(isOfNumber);
  const ends = prints.slice(1 + prints.slice(1).findLastIndex((print) => !isRaised(base, print)) + 1);
  const [begin] = ends;
  if (!begin || ends.length > 2 || prints.slice(0, -ends.length).some((print) => isRaised(base, print))) return [];
  const height = Math.max(...ends.map(({ top, bottom }) => bottom - top));
  const width = ((ends.at(-1) as Print).to - begin.from) / height;
  const read = number.slice(1).filter((one) => pixel(one) > begin.from - REACH);
  const [one, two] = read.slice(-2);
  if (!one || width > WIDEST_TWO) return [];
  if (width < WIDEST_ONE) return read.slice(-1);
  return two ? [one, two] : [one, one];
}

function isRaised(base: Print, { top, bottom }: Print): boolean {
  const height = base.bottom - base.top;
  const own = bottom - top;
  return (
    own < SMALLER * height &&
    own > LEAST_HEIGHT * height &&
    base.bottom - bottom > LEAST_LIFT * height &&
    top - base.top < FARTHEST_FROM_TOP * height
  );
}

function printsOf(crop: LineCrop): Print[] {
  const { width, planes } = crop;
  const threshold = inkThreshold(crop);
  const isInk = (row: number, column: number) => (planes[(LINE_HEIGHT + row) * width + column] as number) < threshold;
  const rows = Array.from({ length: LINE_HEIGHT }, (_, row) => row);
  const prints: Print[] = [];
  for (let from = 0; from < width; from++) {
    let to = from;
    while (to < width && rows.filter((row) => isInk(row, to)).length >= LEAST_INK) to++;
    if (to === from) continue;
    const end = to;
    const columns = Array.from({ length: end - from }, (_, step) => from + step);
    const stretch = longestStretch(rows.map((row) => columns.some((column) => isInk(row, column))));
    if (stretch) prints.push({ from, to: end, ...stretch });
    from = end;
  }
  return prints;
}

/** The most rows with ink, small breaks included: what remains may be of the lines above and below. */
function longestStretch(rows: readonly boolean[]): Pick<Print, 'top' | 'bottom'> | undefined {
  let longest: Pick<Print, 'top' | 'bottom'> | undefined;
  let current: Pick<Print, 'top' | 'bottom'> | undefined;
  rows.forEach((hasInk, row) => {
    if (!hasInk) return;
    const goesOn = current && row - current.bottom <= MOST_BROKEN;
    current = { top: goesOn && current ? current.top : row, bottom: row + 1 };
    if (!longest || current.bottom - current.top > longest.bottom - longest.top) longest = current;
  });
  return longest;
}
