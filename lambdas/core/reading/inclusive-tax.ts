import { normalizePrinted } from 'printed-text/plain-text';
import { isTotal, type LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';

/** What may come on top of an amount that holds its tax. */
const ON_TOP: readonly LabelRole[] = ['tip', 'service', 'shipping', 'deposit', 'prior-balance'];
/** In the smallest unit that it is printed in. A smaller tax is that of too many totals. */
const LEAST_TAX = 50;

/**
 * The tax that lies in an amount at the rate printed beside it: 170,210 of "incl. 19 %" in 1,066,050. It confirms only what
 * is printed as a total, where nothing comes on top, no larger total is printed, and the tax is one.
 *
 * @param minor Above zero.
 */
export function inclusiveTaxOf(minor: number, amounts: readonly LabelledAmount[]): LabelledAmount | undefined {
  const totals = amounts.filter(({ role }) => isTotal(role));
  const isLargest = totals.some((total) => total.minor === minor) && totals.every((total) => total.minor <= minor);
  const isMore = amounts.some((amount) => ON_TOP.includes(amount.role) && amount.minor !== 0);
  const taxes = amounts.filter(({ role, minor: tax }) => role === 'tax' && tax !== 0);
  const [tax] = taxes;
  if (!tax || !isLargest || isMore || taxes.some((other) => other.minor !== tax.minor)) return undefined;
  const rate = rateOf(tax.field.label);
  if (rate === undefined || tax.isDoubtful) return undefined;
  // A tax in whole pesos is rounded to these.
  const unit = tax.minor / Number(tax.field.text.replace(/\D/g, ''));
  const isExact = Math.abs((minor * rate) / (100 + rate) - tax.minor) <= unit / 2;
  return isExact && tax.minor >= LEAST_TAX * unit ? tax : undefined;
}

/** Percent, where the label holds one and no more. */
export function rateOf(label = ''): number | undefined {
  const rates = normalizePrinted(label).match(/(?<![\d.,])\d{1,2}(?:[.,]\d{1,3})?(?= ?%)/g) ?? [];
  const rate = Number(rates[0]?.replace(',', '.'));
  return rates.length === 1 && rate > 0 ? rate : undefined;
}
