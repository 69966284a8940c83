import { raisedDigit } from 'printed-text/raised-digits';
import type { PdfCharacter, Rectangle } from './page-characters.ts';

// In heights of the digit before.
const SMALLER = 0.8;
const LEAST_LIFT = 0.15;
// In heights of its ink: a font may leave much room above and below.
const LEAST_LIFT_OF_INK = 0.3;
const FARTHEST_FROM_TOP = 0.4;
const GLUED = 0.2;
const ALIKE = 0.1;

const DIGIT = /^\d$/;
const CARRIES = /^[\d.,\p{Sc}]$/u;
const PAIR = /^\d{2}$/;
/** A whole number that raised digits end as its cents, with the sign or mark that stands between them. */
const WHOLE = /(?:^|[^\d.,:/'-])(\d{1,3}(?:([.,' ])\d{3})(?:\2\d{3})*|\d{1,7})(?:[.,]| ?\p{Sc})?$/u;
const YEAR_BEHIND_WORDS = /[\d\p{L}][^\d\p{Sc}]*(?<!\d)(?:19|20)\d{2}$/u;
const BEHIND_SIGN = /\p{Sc} ?[\d.,' ]+$/u;

/**
 * Puts small digits that stand raised behind digits into the line of these, whenever they were drawn.
 *
 * @param runs Characters of one line each, upright.
 */
export function withRaisedRuns(runs: readonly (readonly PdfCharacter[])[]): PdfCharacter[][] {
  const isRaisedRun = (run: readonly PdfCharacter[]) => run.length <= 2 && run.every(({ text }) => DIGIT.test(text));
  const lines = runs.map((run) => ({ run: [...run] }));
  for (const raised of lines.filter(({ run }) => isRaisedRun(run))) {
    const [first] = raised.run;
    for (const line of lines) {
      const place = line === raised || !first ? -1 : line.run.findIndex((one) => isRaised(one, first));
      if (place < 0) continue;
      line.run.splice(place + 1, 0, ...raised.run);
      raised.run = [];
      break;
    }
  }
  return lines.map(({ run }) => run).filter(({ length }) => length > 0);
}

/**
 * Writes smaller digits that stand raised behind digits as what they are: two behind a whole number are its cents and get
 * the page's decimal mark before them, others are marks of footnotes and become superscripts. Read as they come, `$65`
 * with a small `20` would be `$6520`.
 */
export function levelRaised(runs: readonly (readonly PdfCharacter[])[]): PdfCharacter[][] {
  const mark = decimalMarkOf(runs.map(textOf));
  return runs.map((run) => levelRun(run, mark));
}

const textOf = (run: readonly PdfCharacter[]): string =>
  run.map(({ text, isSpace }) => (isSpace ? ' ' : text)).join('');

function decimalMarkOf(lines: readonly string[]): '.' | ',' {
  const hasMark = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  const hasComma = hasMark(/\d,\d{2}(?!\d)/) || hasMark(/\d\.\d{3}(?!\d)/);
  return hasComma && !hasMark(/\d\.\d{2}(?![\d.])/) && !hasMark(/\d,\d{3}(?!\d)/) ? ',' : '.';
}

function levelRun(run: readonly PdfCharacter[], pageMark: '.' | ','): PdfCharacter[] {
  const level: PdfCharacter[] = [];
  for (let index = 0; index < run.length; ) {
    const raised = raisedFrom(run, index, textOf(level));
    const [first, ...rest] = raised;
    if (!first) {
      level.push(run[index] as PdfCharacter);
      index += 1;
      continue;
    }
    index += raised.length;
    const before = textOf(level);
    const isFollowed = /^[\d./:-]?\d/.test(textOf(run.slice(index, index + 2)));
    if (isFollowed || !areCents(textOf(raised), before)) {
      level.push(...raised.map((one) => ({ ...one, text: raisedDigit(one.text) })));
      continue;
    }
    const number = /[\d.,' ]*$/.exec(before)?.[0] ?? '';
    const mark = /\d$/.test(before) ? (number.includes('.') ? ',' : number.includes(',') ? '.' : pageMark) : '';
    level.push({ ...first, text: `${mark}${first.text}` }, ...rest);
  }
  return level;
}

const areCents = (digits: string, before: string): boolean =>
  PAIR.test(digits) && WHOLE.test(before) && !YEAR_BEHIND_WORDS.test(before);

/** The raised digits that begin at a place of a run; small ones on the line count only behind the sign of a currency. */
function raisedFrom(run: readonly PdfCharacter[], index: number, before: string): PdfCharacter[] {
  const [base, first] = [run[index - 1], run[index]];
  if (!base || !first || !CARRIES.test(base.text)) return [];
  const isSmallCents = BEHIND_SIGN.test(before) && DIGIT.test(base.text) && isSmall(base, first);
  if (!isRaised(base, first) && !isSmallCents) return [];
  const raised = [first];
  for (let next = run[index + 1]; next && goesOn(raised.at(-1) ?? first, next); next = run[index + raised.length]) {
    raised.push(next);
  }
  return isRaised(base, first) || PAIR.test(textOf(raised)) ? raised : [];
}

function goesOn(last: PdfCharacter, next: PdfCharacter): boolean {
  const height = heightOf(last);
  const isLevel =
    Math.abs(next.top - last.top) < ALIKE * height && Math.abs(next.bottom - last.bottom) < ALIKE * height;
  return DIGIT.test(next.text) && isLevel && isGlued(last, next);
}

const isSmall = (base: PdfCharacter, next: PdfCharacter): boolean =>
  DIGIT.test(next.text) && isGlued(base, next) && heightOf(next) <= SMALLER * heightOf(base);

/** Whether a digit stands directly behind a character, smaller or all of it higher up. */
function isRaised(base: PdfCharacter, next: PdfCharacter): boolean {
  if (!DIGIT.test(next.text) || !CARRIES.test(base.text) || !isGlued(base, next)) return false;
  const height = heightOf(base);
  const isNearTop = Math.abs(next.top - base.top) < FARTHEST_FROM_TOP * height;
  const isLifted = base.bottom - next.bottom > LEAST_LIFT * height;
  if (!isNearTop || !isLifted || heightOf(next) > (1 + ALIKE) * height) return false;
  return (
    heightOf(next) <= SMALLER * height || base.ink.bottom - next.ink.bottom > LEAST_LIFT_OF_INK * heightOf(base.ink)
  );
}

function isGlued(base: PdfCharacter, next: PdfCharacter): boolean {
  const gap = next.left - base.right;
  const height = heightOf(base);
  return !base.isSpace && !next.isSpace && gap < GLUED * height && gap > -GLUED * height;
}

const heightOf = ({ top, bottom }: Rectangle): number => Math.max(bottom - top, 0.1);
