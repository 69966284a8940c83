import { layOut, type PageLayout } from '../layout/page-layout.ts';
import type { PageText } from '../ocr/text-line.ts';
import { tagAmounts } from './amount-fields.ts';
import { type AmountRow, readAmountRows, says } from './amount-rows.ts';
import { type ChosenDate, rankDates } from './choose-date.ts';
import { chooseTotal } from './choose-total.ts';
import { pageCurrency } from './find-currency.ts';
import { tagLabelled } from './labelled-fields.ts';
import { tagLineItems } from './line-items.ts';
import { asSureAsItsDigits, locateCells, locatePart } from './located-text.ts';
import { tagParties } from './party-fields.ts';
import type { TaggedField, TaggedPage } from './tagged-page.ts';

/**
 * Finds the fields of a receipt or invoice page by rules that hold in any country: labels in many languages, sums,
 * place and print.
 *
 * @param thisYear Dates in later years are implausible.
 */
export function tagPage(page: PageText, thisYear: number): TaggedPage {
  const layout = layOut(page);
  if (layout.rows.length === 0) return { summary: [], lineItems: [] };
  const rows = readAmountRows(layout);
  const total = chooseTotal(rows, layout);
  const currency = pageCurrency(layout.rows.map(({ text }) => text));
  const firstTotal = rows.findIndex((row) => row.money.length > 0 && (says(row, 'total') || says(row, 'subtotal')));
  const firstTotalRow = firstTotal < 0 ? (total?.sighting.rowIndex ?? rows.length) : firstTotal;
  const date = tagDate(layout, thisYear);
  const lineItems = tagLineItems(rows, layout, lastItemRow(rows, firstTotalRow));
  return {
    summary: [
      ...tagParties(layout, rows[firstTotalRow]?.row.index ?? layout.rows.length),
      ...(date ? [date] : []),
      ...tagLabelled(layout),
      ...tagAmounts(rowsBeside(rows, lineItems), total, currency),
    ],
    lineItems,
  };
}

/** The rows that are no goods; "Cambio de aceite" and "Gift card" are, where a table of goods says so. */
function rowsBeside(rows: readonly AmountRow[], lineItems: TaggedPage['lineItems']): AmountRow[] {
  const prices = lineItems.flatMap((fields) => fields.filter(({ type }) => type === 'PRICE'));
  const goods = new Set(prices.flatMap(({ value }) => value.spans.map(({ line }) => line)));
  return rows.filter(({ row }) => !row.cells.some(({ line }) => goods.has(line)));
}

/** Where goods come in sections, each with a subtotal, they go on behind the first one. */
function lastItemRow(rows: readonly AmountRow[], firstTotalRow: number): number {
  const subtotals = rows.flatMap((row, index) => (says(row, 'subtotal') && row.money.length > 0 ? [index] : []));
  return subtotals.length > 1 ? Math.max(firstTotalRow, ...subtotals) : firstTotalRow;
}

const LOWEST_DATE_SCORE = 0.5;
const SURE_QUALITY = 0.6;
const GUESSED = 0.6;

function tagDate(layout: PageLayout, thisYear: number): TaggedField | undefined {
  const [best] = rankDates(layout, thisYear);
  if (!best || best.score < LOWEST_DATE_SCORE) return undefined;
  const value = best.cell
    ? locatePart(best.cell, best.start, best.end, best.text)
    : locateCells(best.row.cells, best.text);
  const label = dateLabel(best);
  const read = asSureAsItsDigits(value);
  // Written anew from digits without separators, it may look better than it was read.
  const confidence = best.quality < SURE_QUALITY ? Math.min(GUESSED, read.confidence) : read.confidence;
  const field = { type: 'INVOICE_RECEIPT_DATE', confidence: best.confidence, value: { ...read, confidence } } as const;
  return { ...field, ...(label ? { label } : {}) };
}

function dateLabel({ cell, start, row, labelText }: ChosenDate): TaggedField['label'] {
  if (!cell || labelText === '') return undefined;
  if (cell.text.slice(0, start).trim() !== '') return locatePart(cell, 0, start);
  const before = row.cells[row.cells.indexOf(cell) - 1];
  return before && locateCells([before]);
}
