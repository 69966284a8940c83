import type { LabelRole } from './label-words.ts';
import type { CurrencyMark, MarkedRow } from './printed-marks.ts';

const SUMS: readonly (LabelRole | undefined)[] = ['total', 'due', 'rounded-total', 'subtotal', 'cash'];
const FEWEST_ROWS = 2;

/**
 * The mark that stands beside the amounts where no sign of a currency that is known without doubt does: letters that may be
 * one ("R", "K"), or something that is not understood, such as a sign that a font does not name. Letters count only where
 * they stand beside a sum and another amount, and beside at least half of all: they may be the class of a tax or a size.
 */
export function findOtherMark(rows: readonly MarkedRow[]): CurrencyMark | undefined {
  const withAmounts = rows.filter(({ amounts }) => amounts.length > 0);
  const seen = new Map<string, { mark: CurrencyMark; rows: MarkedRow[] }>();
  for (const row of withAmounts) {
    const marks = new Map(row.amounts.flatMap(({ mark }) => (mark ? [[mark.sign.toUpperCase(), mark] as const] : [])));
    for (const [key, mark] of marks) {
      const entry = seen.get(key) ?? { mark, rows: [] };
      entry.rows.push(row);
      seen.set(key, entry);
    }
  }
  const most = [...seen.values()].sort((a, b) => b.rows.length - a.rows.length);
  return most.find((one) => isBesideSums(one.rows) && (!one.mark.isLetters || isUsual(one.rows, withAmounts)))?.mark;
}

const isBesideSums = (rows: readonly MarkedRow[]): boolean => rows.some(({ role }) => SUMS.includes(role));

const isUsual = (rows: readonly MarkedRow[], all: readonly MarkedRow[]): boolean =>
  rows.length >= FEWEST_ROWS && rows.length * 2 >= all.length && new Set(rows.map(({ label }) => label)).size > 1;
