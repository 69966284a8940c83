import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { saysAdding } from './added-on-top.ts';
import { rateOf } from './inclusive-tax.ts';
import { isInclusive, saysTotal } from './label-role.ts';
import { isTotal, type LabelRole } from './label-words.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import { isLate } from './larger-amount.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** A row with the last of its amounts in minor units. */
interface Amount {
  readonly row: MarkedRow;
  readonly minor: number;
}

const MOST_ROWS = 4;
const ON_TOP: readonly (LabelRole | undefined)[] = ['tip', 'service', 'shipping'];
/** Where prices are without the tax that is put on them. */
const WITHOUT_TAX: ReadonlySet<string> = new Set(['USD', 'CAD']);

/**
 * Why a total may not be all that was paid: below it something is charged, and more was paid by as much; or nothing was paid, and
 * what is charged is a tip, a service or the carriage, or a tax where prices are without it.
 *
 * "Total 20.00 / Bag 0.30 / Card 20.30", "Total 20.00 / Sales tax 1.80".
 */
export function doubtOfCharges(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const all = amountsOf(rows, total.currency);
  const place = all.findLastIndex(({ row, minor }) => isTotal(row.role) && minor === total.amountMinor);
  const below = place < 0 ? [] : all.slice(place + 1);
  if (below.some(({ row }) => row.role === 'change' || isTotal(row.role) || saysTotal(row.label))) return undefined;
  const payments = below.filter(({ row }) => row.role === 'cash');
  const more = payments.find(({ minor }) => minor > total.amountMinor);
  // What stands below the payment may be change in words that are not known.
  const charges = below
    .slice(0, more ? below.indexOf(more) : below.length)
    .filter(({ row }) => isCharge(row))
    .slice(0, MOST_ROWS);
  if (more && comeTo(charges, more.minor - total.amountMinor)) return doubtOf(total, more, charges);
  if (payments.length > 0) return undefined;
  // What is left of the total without it is printed: it lies in the total.
  const liesInIt = ({ minor }: Amount) => all.some((other) => other.minor === total.amountMinor - minor);
  const [charge, ...others] = charges.filter((one) => isOnTop(one.row, one.minor, total) && !liesInIt(one));
  // Several are proposals.
  return charge && others.length === 0
    ? doubtOf(total, { ...charge, minor: total.amountMinor + charge.minor }, [charge])
    : undefined;
}

function doubtOf(total: Money, { minor }: Amount, [charge]: readonly Amount[]): Reason {
  const whole = formatMoney({ ...total, amountMinor: minorUnits(minor) });
  return {
    code: 'TotalsDisagreeError',
    message: `the total was read as ${formatMoney(total)}, but "${charge?.row.label}" is charged below it, so that it may be ${whole}; state the total in a correction`,
  };
}

function amountsOf(rows: readonly MarkedRow[], currency: Money['currency']): Amount[] {
  return rows.flatMap((row): Amount[] => {
    const minor = amountInCurrency(row.amounts.at(-1)?.text ?? '', currency);
    return minor === undefined || minor <= 0 || row.isConversion ? [] : [{ row, minor }];
  });
}

const NO_CHARGES: readonly (LabelRole | undefined)[] = ['cash', 'change', 'subtotal', 'discount', 'points', 'rounding'];
/** A name of a few words: a sentence says what would be charged, as for a payment that comes back. */
const MOST_WORDS = 5;
const isNamed = (label: string): boolean => {
  const words = label.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;
  return words > 0 && words <= MOST_WORDS;
};

const isCharge = ({ role, label }: MarkedRow): boolean =>
  isNamed(label) && !isInclusive(label) && !isTotal(role) && !NO_CHARGES.includes(role);

/** A tip, a service, the carriage, a fee; a tax that is that share of the total, and not of what the total holds without it. */
function isOnTop(row: MarkedRow, minor: number, total: Money): boolean {
  const { role, label } = row;
  if (role === 'tax' && !saysAdding(row)) {
    const rate = rateOf(label);
    return rate === undefined
      ? WITHOUT_TAX.has(total.currency)
      : Math.abs((total.amountMinor * rate) / 100 - minor) <= 1 &&
          Math.abs((total.amountMinor * rate) / (100 + rate) - minor) > 1;
  }
  return (ON_TOP.includes(role) || saysAdding(row)) && !SUGGESTED.test(label) && !isLate(label);
}

const SUGGESTED = /suggest|recommend|option|vorschlag|suger|sugg|propos|empf|%/i;

/** Whether some of the charges come to an amount. */
const comeTo = (charges: readonly Amount[], amount: number): boolean =>
  Array.from({ length: 2 ** charges.length - 1 }, (_, bits) => bits + 1).some(
    (bits) => charges.reduce((sum, { minor }, index) => sum + ((bits >> index) & 1 ? minor : 0), 0) === amount,
  );
