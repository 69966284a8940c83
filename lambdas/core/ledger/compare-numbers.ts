import { areLookAlikeDigits, lookAlikeDistance } from 'printed-text/look-alikes';
import type { PurchaseTraits } from './likeness.ts';

/** `same`; `near`, as one print read twice may come out; `different`; `unknown`, where one of them is not there. */
export type Agreement = 'same' | 'near' | 'different' | 'unknown';

type Numbered = Pick<PurchaseTraits, 'invoiceNumber' | 'numbers' | 'taxIds'>;

/**
 * Whether two receipts have the same number. A tax number that was taken for one is none. Where the readings disagree on
 * which of the printed numbers it is, one that stands on the other paper too is the same.
 */
export function compareInvoiceNumbers(one: Numbered, other: Numbered): Agreement {
  const taxIds = [...one.taxIds, ...other.taxIds];
  const [ours, theirs] = [ownNumber(one, taxIds), ownNumber(other, taxIds)];
  if (ours !== undefined && theirs !== undefined && compareNumbers(ours, theirs) === 'same') {
    return isTelling(ours) ? 'same' : 'near';
  }
  if (isPrintedOn(ours, other) || isPrintedOn(theirs, one)) return 'same';
  if (ours === undefined || theirs === undefined || !haveOneForm(ours, theirs)) return 'unknown';
  return compareNumbers(ours, theirs);
}

/** Whether a number is long enough not to come again by chance. */
const isTelling = (number: string, least = 4): boolean =>
  plain(number).length >= least && (number.match(/\d/g)?.length ?? 0) >= 3;

/** Share of the shorter list that stands on the other one too, 0 to 1; undefined where there are too few to tell. */
export function sharedNumbers(one: readonly string[], other: readonly string[]): number | undefined {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length < LEAST_NUMBERS) return undefined;
  return few.filter((number) => isAmong(number, many)).length / few.length;
}

const LEAST_NUMBERS = 4;

/** Whether a number is among others, as printed or nearly. */
export const isAmong = (number: string, numbers: readonly string[]): boolean =>
  numbers.some((other) => ['same', 'near'].includes(compareNumbers(number, other)));

/**
 * Compares two numbers as printed, whatever their separators and case. `near` are those that differ in one or two signs
 * that look alike, in a sign that one has too many, or in one that stands far from the end: the receipts of a day differ at
 * the end, because they are counted.
 */
export function compareNumbers(one: string, other: string): Exclude<Agreement, 'unknown'> {
  const [ours, theirs] = [plain(one), plain(other)];
  if (ours === theirs) return 'same';
  if (ours.length === theirs.length) return compareSigns(ours, theirs);
  const isLong = Math.min(ours.length, theirs.length) >= LONG;
  return isLong && lookAlikeDistance(ours, theirs, { most: 1 }) <= 1 ? 'near' : 'different';
}

const LONG = 5;
/** So many signs at the end are counted up within a day. */
const COUNTED_SIGNS = 4;

function compareSigns(ours: string, theirs: string): 'near' | 'different' {
  const misread = [...ours].flatMap((sign, index) => {
    const other = theirs.charAt(index);
    if (sign === other) return [];
    return [{ isAlike: lookAlike(sign, other), isCounted: index >= ours.length - COUNTED_SIGNS }];
  });
  const [only, ...more] = misread;
  if (more.length === 0 && only && !only.isCounted) return 'near';
  return misread.length <= 2 && misread.every(({ isAlike }) => isAlike) ? 'near' : 'different';
}

const lookAlike = (sign: string, other: string): boolean =>
  areLookAlikeDigits(sign, other) || lookAlikeDistance(sign, other) < 1;

/** Counted numbers have the same form: letters where the other has letters, and as many digits or one more. */
const haveOneForm = (one: string, other: string): boolean =>
  formOf(one) === formOf(other) && Math.abs(one.length - other.length) <= 1;

/** Letters that stand for digits are taken for letters by a bad reading only: a form with one sign is not held to it. */
const formOf = (number: string): string =>
  plain(number)
    .replace(/\d+/g, '9')
    .replace(/(?<=9)[a-z](?=9)/g, '')
    .replace(/9+/g, '9')
    .replace(/\p{L}+/gu, 'a');

const plain = (number: string): string =>
  number
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');

const ownNumber = ({ invoiceNumber }: Numbered, taxIds: readonly string[]): string | undefined =>
  invoiceNumber === undefined || isAmong(invoiceNumber, taxIds) ? undefined : invoiceNumber;

const isPrintedOn = (number: string | undefined, { numbers }: Numbered): boolean =>
  number !== undefined &&
  isTelling(number, LONG) &&
  numbers.some((printed) => compareNumbers(number, printed) === 'same');
