import type { Cell } from '../layout/page-layout.ts';
import type { AmountRow, PlacedAmount } from './amount-rows.ts';
import { locatePart } from './located-text.ts';
import { columnAt, type TableHead } from './table-columns.ts';
import type { LocatedText } from './tagged-page.ts';

/** What a row of a table holds below heads that say so. */
export interface RowColumns {
  readonly code?: LocatedText;
  readonly quantity?: LocatedText;
  readonly unit?: PlacedAmount;
  readonly price?: PlacedAmount;
  /** Cells that are no part of the goods' name. */
  readonly besideName: readonly Cell[];
}

const COUNT = /^[x×]?\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*[x×]?\s*(?:\p{L}{1,6}\.?)?$/iu;
const CODE = /^\[?(?=[\p{Lu}\d._/-]*\d)[\p{Lu}\d][\p{Lu}\d._/-]{1,19}\]?$/u;
const CODE_FIRST = /^\[?((?=[\p{Lu}\d._/-]*\d)[\p{Lu}\d][\p{Lu}\d._/-]{1,19})\]?(?=\s)/u;

/** Reads a row by the heads above it; a column that is missing or empty is left out. */
export function readColumns(row: AmountRow, head: TableHead): RowColumns {
  const amountIn = (kind: 'UNIT_PRICE' | 'PRICE') =>
    row.money.filter(({ left, right }) => columnAt(head, left, right) === kind).at(-1);
  const cellIn = (kind: 'QUANTITY' | 'PRODUCT_CODE', holds: RegExp) =>
    row.row.cells.find(({ text, left, right }) => holds.test(text.trim()) && columnAt(head, left, right) === kind);
  const count = cellIn('QUANTITY', COUNT);
  const code = cellIn('PRODUCT_CODE', CODE);
  const first = code ? undefined : codeBeforeName(row, head);
  const quantity = count && countIn(count);
  const codeText = code ? locatePart(code, 0, code.text.length) : first;
  const [unit, price] = [amountIn('UNIT_PRICE'), amountIn('PRICE')];
  return {
    ...(quantity ? { quantity } : {}),
    ...(codeText ? { code: codeText } : {}),
    ...(unit ? { unit } : {}),
    ...(price ? { price } : {}),
    besideName: [count, code].filter((cell) => cell !== undefined),
  };
}

function countIn(cell: Cell): LocatedText | undefined {
  const digits = COUNT.exec(cell.text.trim())?.[1];
  const start = digits === undefined ? -1 : cell.text.indexOf(digits);
  return digits === undefined || start < 0 ? undefined : locatePart(cell, start, start + digits.length);
}

/** A code that was read together with the name behind it. */
function codeBeforeName({ row }: AmountRow, head: TableHead): LocatedText | undefined {
  const [cell] = row.cells;
  const code = cell && CODE_FIRST.exec(cell.text)?.[1];
  if (!cell || code === undefined) return undefined;
  const start = cell.text.indexOf(code);
  const isBelow = columnAt(head, cell.left, cell.left + (cell.width * (start + code.length)) / cell.text.length);
  return isBelow === 'PRODUCT_CODE' ? locatePart(cell, start, start + code.length) : undefined;
}
