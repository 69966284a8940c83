import { readPrintedAmount } from 'printed-text/amounts';
import { notationOf } from 'printed-text/notation';
import { type CurrencyCode, placesInPrint } from '../ground/currency.ts';
import { formatDecimal, type Money, statedMoney } from '../ground/money.ts';
import { withItemsComplete } from '../reading/items-complete.ts';
import { roleOfLabel } from '../reading/label-role.ts';
import { type PrintedLine, rowsOfLines } from '../reading/printed-line.ts';
import type { LineItem, StructuredExpense } from '../reading/structured-expense.ts';

/** A row of the print that may be one item: words in front, an amount at the end. */
interface Row {
  readonly description: string;
  readonly amount: Money;
}

const MOST_ROWS = 60;

/**
 * The expense with the items that its print shows, where its data has none, as in the MINIMUM profile: rows below each
 * other whose amounts come to the total without tax or with it, to the cent. Where no rows or several ways do, none.
 */
export function withItemsOfPrint(expense: StructuredExpense, lines: readonly PrintedLine[]): StructuredExpense {
  const { total, subtotal, lineItems } = expense;
  if (!total || lineItems.length > 0 || expense.parts) return expense;
  const rows = rowsIn(lines, total.currency);
  const sums = new Set([total, ...(subtotal ? [subtotal] : [])].map(({ amountMinor }) => Math.abs(amountMinor)));
  const [way, ...others] = waysTo(sums, rows);
  if (!way || others.length > 0) return expense;
  const sign = total.amountMinor < 0 ? -1 : 1;
  const items = way.map(
    ({ description, amount }): LineItem => ({
      description,
      amount: statedMoney(`${sign < 0 ? '-' : ''}${formatDecimal(amount)}`, amount.currency) ?? amount,
      isFromPrint: true,
    }),
  );
  return withItemsComplete({
    ...expense,
    lineItems: items,
    evidence: [...expense.evidence, `${items.length} items are from the print: the data states none`],
  });
}

function rowsIn(lines: readonly PrintedLine[], currency: CurrencyCode): Row[] {
  const notation = notationOf(
    lines.map(({ text }) => text),
    placesInPrint(currency),
  );
  return rowsOfLines(lines).flatMap((cells): Row[] => {
    const last = cells.at(-1);
    const words = cells.slice(0, -1).filter(({ text }) => /\p{L}{2}/u.test(text));
    const [first] = words;
    if (!last || !first || words.some(({ text }) => roleOfLabel(text) !== undefined)) return [];
    const read = readPrintedAmount(last.text, notation);
    if (!read || read.ambiguous || read.negative) return [];
    const amount = statedMoney(read.decimal, currency);
    return amount && amount.amountMinor > 0 ? [{ description: first.text, amount }] : [];
  });
}

/** Every run of rows that comes to one of the sums. */
function waysTo(sums: ReadonlySet<number>, all: readonly Row[]): Row[][] {
  const rows = all.slice(0, MOST_ROWS);
  return rows.flatMap((_, start) => {
    let sum = 0;
    for (let end = start; end < rows.length; end++) {
      sum += rows[end]?.amount.amountMinor ?? 0;
      if (sums.has(sum)) return [rows.slice(start, end + 1)];
    }
    return [];
  });
}
