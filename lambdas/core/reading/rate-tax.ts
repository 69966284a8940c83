import { findAmounts } from 'printed-text/find-amounts';
import { normalizePrinted } from 'printed-text/plain-text';
import { minorUnits } from '../ground/money.ts';
import { roleOfLabel } from './label-role.ts';
import { isTotal, type LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';

const BASES: readonly LabelRole[] = ['subtotal', 'total', 'due'];
/** Minor units: the tax of each item may have been rounded. */
const TOLERANCE = 1;

/**
 * The amounts with the tax that a printed rate gives, where no tax is printed as an amount: "VAT @ 20%" between 2,000.00 and
 * 2,400.00. The smaller of the two is then a subtotal, whatever it is called. Where only the goods come to it, the tax alone is added.
 *
 * @param goodsMinor What the line items come to.
 */
export function withRateTax(
  amounts: readonly LabelledAmount[],
  lines: readonly string[],
  goodsMinor?: number,
): LabelledAmount[] {
  if (amounts.some(({ role, minor }) => role === 'tax' && minor !== 0)) return [...amounts];
  for (const { rate, line } of ratesIn(lines)) {
    const base = amounts.find(
      ({ role, minor }) => BASES.includes(role) && minor > 0 && amounts.some((total) => isTaxed(total, minor, rate)),
    );
    const baseMinor = base?.minor ?? goodsMinor ?? 0;
    const total = baseMinor > 0 && amounts.find((one) => isTaxed(one, baseMinor, rate));
    if (!total) continue;
    const field = { ...total.field, type: 'TAX', label: line, text: line };
    const tax: LabelledAmount = {
      role: 'tax',
      minor: minorUnits(total.minor - baseMinor),
      field,
      isDoubtful: false,
      isOpen: false,
    };
    return [
      ...amounts.map((one) => (one.minor === base?.minor && BASES.includes(one.role) ? asSubtotal(one) : one)),
      tax,
    ];
  }
  return [...amounts];
}

const asSubtotal = (amount: LabelledAmount): LabelledAmount => ({ ...amount, role: 'subtotal' });

const isTaxed = ({ role, minor }: LabelledAmount, base: number, rate: number): boolean =>
  isTotal(role) && minor > base && Math.abs(minor - Math.round((base * (100 + rate)) / 100)) <= TOLERANCE;

/** Lines of a tax with a percentage and no amount. */
function ratesIn(lines: readonly string[]): { rate: number; line: string }[] {
  return lines.flatMap((line) => {
    const text = normalizePrinted(line);
    const [, percent] = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?) ?%/.exec(text) ?? [];
    const isBare = findAmounts(text).every(({ form }) => form === 'plain');
    if (percent === undefined || !isBare || roleOfLabel(text.replace(/[\d.,]+ ?%/g, ' ')) !== 'tax') return [];
    const rate = Number(percent.replace(',', '.'));
    return rate > 0 ? [{ rate, line }] : [];
  });
}
