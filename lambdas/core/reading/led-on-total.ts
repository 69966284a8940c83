import type { CurrencyCode } from '../ground/currency.ts';
import type { MinorUnits } from '../ground/money.ts';
import { isTotal, type LabelRole } from './label-words.ts';
import { amountInCurrency, type LabelledAmount } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';

/** What is added to a total on the way to the next one. */
const PARTS: readonly (LabelRole | undefined)[] = ['service', 'rounding', 'shipping', 'deposit', 'tax'];
/** What may be added as well, where the sum was paid: a tip, or words that are not known. */
const PARTS_IF_PAID: readonly (LabelRole | undefined)[] = [...PARTS, 'tip', undefined];

interface Row extends Pick<MarkedRow, 'role' | 'label' | 'page' | 'confidence'> {
  /** The amount as printed. */
  readonly text: string;
  readonly minor: MinorUnits;
}

/**
 * The amounts, a total that leads on to another one as a subtotal, and what leads there: "Total 20.00 / Public holiday
 * surcharge 3.00 / Total payable 23.00". All that stands between the two has to come to the difference; with a tip, or
 * where a payment is printed, the latter has to be what was paid.
 */
export function withTotalsLedOn(
  amounts: readonly LabelledAmount[],
  rows: readonly MarkedRow[],
  currency: CurrencyCode,
): LabelledAmount[] {
  const read = rows.flatMap((row) => readRow(row, currency) ?? []);
  const paid = new Set(
    [...read, ...amounts].filter(({ role, minor }) => role === 'cash' && minor > 0).map(({ minor }) => minor),
  );
  const totals = read.flatMap(({ role }, index) => (isTotal(role) ? [index] : []));
  for (const [place, from] of totals.entries()) {
    const to = totals[place + 1];
    const [total, end] = [read[from], read[to ?? -1]];
    const parts = read.slice(from + 1, to);
    const own = amounts.find(({ role, minor }) => isTotal(role) && minor === total?.minor);
    if (!total || !end || !own || parts.length === 0 || total.minor <= 0) continue;
    const isPrintedOnce = totals.filter((index) => read[index]?.minor === total.minor).length === 1;
    if (isPrintedOnce && !paid.has(total.minor) && leads(total, parts, end, paid)) {
      return [
        ...amounts.map((one) => (isTotal(one.role) && one.minor === total.minor ? asSubtotal(one) : one)),
        ...parts
          .filter((part) => !amounts.some(({ minor }) => minor === part.minor))
          .map((part) => asAmount(part, own)),
      ];
    }
  }
  return [...amounts];
}

function leads(total: Row, parts: readonly Row[], end: Row, paid: ReadonlySet<MinorUnits>): boolean {
  const sum = parts.reduce<number>((whole, { minor }) => whole + minor, total.minor);
  if (sum !== end.minor || parts.some(({ minor }) => minor <= 0)) return false;
  const may = paid.has(end.minor) ? PARTS_IF_PAID : PARTS;
  return (paid.size === 0 || paid.has(end.minor)) && parts.every(({ role }) => may.includes(role));
}

/** A row with its last amount; a percentage before it is none. */
function readRow(row: MarkedRow, currency: CurrencyCode): Row | undefined {
  const last = row.amounts.at(-1);
  const minor = last && amountInCurrency(last.text, currency);
  const { role, label, page, confidence } = row;
  return minor === undefined
    ? undefined
    : { ...(role && { role }), label, text: last?.text ?? '', page, confidence, minor };
}

const asSubtotal = (amount: LabelledAmount): LabelledAmount => ({ ...amount, role: 'subtotal' });

function asAmount({ role = 'service', label, text, minor, page, confidence }: Row, { field }: LabelledAmount) {
  const { place: _, ...rest } = field;
  return {
    role,
    minor,
    field: { ...rest, type: 'OTHER', label, text, page, confidence },
    isDoubtful: false,
    isOpen: false,
  } satisfies LabelledAmount;
}
