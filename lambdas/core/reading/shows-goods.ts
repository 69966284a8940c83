import { NO_CENTS } from 'printed-text/amount-marks';
import { squashLetters } from 'printed-text/letters';
import { isSum } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';

/** Of rows with a price, which show that there were goods. */
const FEWEST_ROWS = 2;
const FEWEST_LETTERS = 2;
/** A subtotal that only leaves the tax out is printed where one thing was bought as well. */
const WITHOUT_TAX = /net|exc|before|taxable|tax|hors|ht$|imp(?:on|uest)|mwst|ust$|tva|vat|iva|gst|moms|btw|税抜|税別/;
const PRICE = new RegExp(`\\d(?:[.,]\\d{2,3}(?!\\d)|${NO_CENTS})`);

/**
 * Whether goods are printed, read or not: a subtotal of them, or several rows of words and a price above the total. A card
 * slip or a ticket has neither.
 */
export function showsGoods(amounts: readonly LabelledAmount[], rows: readonly MarkedRow[]): boolean {
  const isOfGoods = ({ role, field }: LabelledAmount) =>
    role === 'subtotal' && !WITHOUT_TAX.test(squashLetters(field.label ?? ''));
  if (amounts.some(isOfGoods)) return true;
  const end = rows.findIndex(({ role, amounts: printed }) => isSum(role) && printed.length > 0);
  const goods = rows
    .slice(0, Math.max(0, end))
    .filter((row) => row.role === undefined && letterCount(row.label) >= FEWEST_LETTERS && hasPrice(row));
  return goods.length >= FEWEST_ROWS;
}

const letterCount = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
const hasPrice = ({ amounts }: MarkedRow): boolean =>
  amounts.some(({ text, mark }) => mark !== undefined || PRICE.test(text));
