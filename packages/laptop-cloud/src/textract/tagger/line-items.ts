import { NO_CENTS } from 'printed-text/amount-marks';
import type { Cell, PageLayout, Row } from '../layout/page-layout.ts';
import { type AmountRow, type PlacedAmount, says } from './amount-rows.ts';
import { namesAmount } from './classify-label.ts';
import { isDatedGoods, leadingDate } from './dated-goods.ts';
import { findDates } from './dates.ts';
import { repairHeader } from './header-repair.ts';
import { isParticulars, isTitle } from './header-words.ts';
import { type RowColumns, readColumns } from './item-columns.ts';
import { locateCells, locatePart, locateSpans } from './located-text.ts';
import { columnAt, findTableHead, type TableHead } from './table-columns.ts';
import type { LineItemType, LocatedText, Span, TaggedField } from './tagged-page.ts';

type ItemField = TaggedField<LineItemType>;

const PRICE_COLUMN = 0.55;
const FEWEST_LETTERS = 3;
const MOST_LINES = 4;
const CLOSE = 1.7;
const QUANTITY =
  /(?:^|\s)(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:x|×|@|pcs?|stk\.?|st|units?|ea)(?=\s|$|\d)|^\s*(\d{1,3})\s+(?=\D)/i;
const PRODUCT_CODE = /(?:^|\s)(\d{6,14}|[A-Z]{1,5}-?\d{3,10})(?=\s|$)/;

/**
 * The goods of a page: rows above the first total whose last amount stands in the price column. A name may stand on
 * the row itself, or on rows without amounts above or below it. Heads above the columns say what each of them holds.
 */
export function tagLineItems(rows: readonly AmountRow[], layout: PageLayout, firstTotalRow: number): ItemField[][] {
  const head = findTableHead(rows, firstTotalRow);
  const body = rows.slice(head ? head.index + 1 : bodyStart(rows, firstTotalRow), firstTotalRow);
  const items: ItemField[][] = [];
  const used = new Set<Row>();
  body.forEach((row, index) => {
    const columns = head ? readColumns(row, head) : NO_COLUMNS;
    const price = priceOf(row, layout, columns, body);
    if (!price) return;
    const names = nameIn(row, columns) === undefined ? namesFor(body, index, used, layout) : [];
    for (const name of names) used.add(name);
    const more = head ? continuation(body, index, used, head, layout) : [];
    for (const line of more) used.add(line);
    const fields = itemFields(row, price, names, more, columns);
    if (fields) items.push(fields);
  });
  return items;
}

const NO_COLUMNS: RowColumns = { besideName: [] };

/** Goods begin below the table's head; without one, below the last date or particulars of the header. */
function bodyStart(rows: readonly AmountRow[], firstTotalRow: number): number {
  const head = rows.findIndex((row) => says(row, 'tableHead') && row.money.length === 0);
  return head >= 0 && head < firstTotalRow ? head + 1 : 0;
}

/** Rows below an item that go on with its description: alone in its column, close together, before the next item. */
function continuation(
  body: readonly AmountRow[],
  index: number,
  used: ReadonlySet<Row>,
  head: TableHead,
  layout: PageLayout,
): Row[] {
  const lines: Row[] = [];
  for (const [offset, { row, amounts, money, label }] of body.slice(index + 1, index + 1 + MOST_LINES).entries()) {
    const before = body[index + offset]?.row;
    const isBelowName = row.cells.every(({ left, right }) => columnAt(head, left, right) === 'ITEM');
    const isClose = before !== undefined && row.y - before.y < CLOSE * Math.max(layout.lineHeight, row.height);
    const isText = money.length === 0 && amounts.length <= 1 && isName(row.text) && !/^\W*[-=*]{2}/.test(row.text);
    if (!isBelowName || !isClose || !isText || namesAmount(label) || used.has(row)) break;
    lines.push(row);
  }
  const next = body[index + 1 + lines.length];
  // A price without a name of its own takes the line above it.
  if (next && next.money.length > 0 && nameIn(next, readColumns(next, head)) === undefined) lines.pop();
  return lines;
}

function priceOf(
  row: AmountRow,
  { left, right }: PageLayout,
  columns: RowColumns,
  body: readonly AmountRow[],
): PlacedAmount | undefined {
  const price = columns.price ?? row.money.filter(isPrice).at(-1);
  if (!price || price.right < left + PRICE_COLUMN * (right - left)) return undefined;
  const isSummary =
    namesAmount(row.label) && (!says(row, 'tableHead') || says(row, 'subtotal')) && !isProductOf(columns, price);
  return isSummary || !isDatedGoods(row, price, body) ? undefined : price;
}

/** Decimals, or a mark that there are none: "1 200,-" and "55.-". */
const isPrice = ({ form, text }: PlacedAmount): boolean =>
  form === 'exact' || form === 'repaired' || (form === 'whole' && SAYS_NO_CENTS.test(text));

const SAYS_NO_CENTS = new RegExp(`\\d${NO_CENTS}`);

/** Whether the price is quantity times price of one, each in its column: goods, whatever else the name may mean. */
function isProductOf({ quantity, unit }: RowColumns, price: PlacedAmount): boolean {
  const count = quantity && /^\d+$/.test(quantity.text) ? Number(quantity.text) : undefined;
  return unit !== undefined && unit !== price && count !== undefined && count * unit.cents === price.cents;
}

/** The rows that name the goods of a row without a name: the rows without amounts above it, else the one below. */
function namesFor(body: readonly AmountRow[], index: number, used: ReadonlySet<Row>, layout: PageLayout): Row[] {
  const row = body[index] as AmountRow;
  const isFree = (other: AmountRow | undefined): other is AmountRow =>
    other !== undefined &&
    other.money.length === 0 &&
    !used.has(other.row) &&
    !namesAmount(other.label) &&
    isName(other.row.text);
  const isNear = (a: Row, b: Row) => Math.abs(a.y - b.y) < 2.2 * Math.max(layout.lineHeight, a.height, b.height);
  const above = body[index - 1];
  if (isFree(above) && isNear(above.row, row.row)) return [above.row];
  const below = body[index + 1];
  return isFree(below) && isNear(below.row, row.row) ? [below.row] : [];
}

const letterCount = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
/** Letters enough for a word, or fewer of a script in which they are one: "书", "책", "תה". */
const saysWord = (text: string): boolean =>
  letterCount(text) >= FEWEST_LETTERS || [SHORT_WORD, SHORT_GOODS].some((short) => short.test(text.trim()));
const SHORT_WORD = /^(?:[\p{Script=Han}\p{Script=Hangul}]|(?:(?!\p{Script=Latin})\p{L}){2})$/u;
/** Goods of two letters: a set, water, meat, flour, oil, tea, eggs, beef, chicken, fish, coffee. */
const SHORT_GOODS = /^(?:TV|PC|CD|Su|Et|Un|Öl|Øl|Te|Tè|Té|Ei|Bò|Gà|Cá|Cà)$/iu;
const isName = (text: string): boolean =>
  saysWord(text) && !isTitle(text) && !isParticulars(text) && findDates(text).length === 0;

/** The text before the amounts, without quantity and code; undefined when that is no name. */
function nameIn(row: AmountRow, { besideName, code }: RowColumns): string | undefined {
  const printed = besideName.length > 0 ? labelWithout(row, besideName) : withoutLastNumber(row);
  const text = printed
    .slice(leadingDate(printed))
    .replace(code && besideName.length === 0 ? code.text : '', ' ')
    .replace(QUANTITY, ' ')
    .replace(PRODUCT_CODE, ' ')
    .replace(/^[\s\-*.:#]+/, '')
    .trim();
  return saysWord(text) || /[\u3040-\u9fff\uac00-\ud7af]{2}/.test(text) ? repairHeader(text) : undefined;
}

/** The text before the amounts, without some cells. */
function labelWithout({ row, money: [first] }: AmountRow, cells: readonly Cell[]): string {
  return row.cells
    .filter((cell) => !cells.includes(cell) && (!first || cell.left <= first.cell.left))
    .map((cell) => (cell === first?.cell ? cell.text.slice(0, first.start) : cell.text))
    .join(' ');
}

/** A bare number in a cell of its own before the amounts is a quantity, no part of the name. */
function withoutLastNumber({ labelText, row, money: [first] }: AmountRow): string {
  const before = first ? row.cells.slice(0, row.cells.indexOf(first.cell)) : [];
  const last = before.at(-1);
  const isCount = before.length > 1 && last !== undefined && /^\d{1,4}$/.test(last.text.trim());
  return isCount && labelText.endsWith(last.text) ? labelText.slice(0, -last.text.length) : labelText;
}

function itemFields(
  row: AmountRow,
  price: PlacedAmount,
  names: readonly Row[],
  more: readonly Row[],
  columns: RowColumns,
): ItemField[] | undefined {
  const own = nameIn(row, columns);
  const nameCells = own === undefined ? names.flatMap(({ cells }) => cells) : [];
  const name =
    own === undefined
      ? nameCells.length > 0
        ? locateCells(nameCells)
        : undefined
      : ownName(row, own, columns.besideName);
  if (!name) return undefined;
  const unit = columns.unit === price ? unitPrice(row, price) : (columns.unit ?? unitPrice(row, price));
  const quantity = columns.quantity ?? quantityOf(row, unit, price);
  const code = columns.code ?? codeOf(row, names);
  const wholeCells = [...names.flatMap(({ cells }) => cells), ...row.row.cells, ...more.flatMap(({ cells }) => cells)];
  const confidence = unit && quantity ? 0.95 : 0.85;
  const field = (type: LineItemType, value: LocatedText): ItemField => ({ type, confidence, value });
  return [
    field('ITEM', withLines(name, more)),
    ...(quantity ? [field('QUANTITY', quantity)] : []),
    ...(unit ? [field('UNIT_PRICE', locatePart(unit.cell, unit.start, unit.end, unit.text))] : []),
    field('PRICE', locatePart(price.cell, price.start, price.end, price.text)),
    ...(code ? [field('PRODUCT_CODE', code)] : []),
    field('EXPENSE_ROW', locateCells(wholeCells)),
  ];
}

/** A name with the lines that go on with it, one under the other. */
function withLines(name: LocatedText, more: readonly Row[]): LocatedText {
  if (more.length === 0) return name;
  const rest = locateCells(more.flatMap(({ cells }) => cells));
  return locateSpans([...name.spans, ...rest.spans], [name.text, ...more.map(({ text }) => text)].join('\n'));
}

function ownName(row: AmountRow, text: string, beside: readonly Cell[]): LocatedText {
  const first = row.money[0];
  const spans = row.row.cells.flatMap((cell): Span[] => {
    if (beside.includes(cell) || (first && cell.left > first.cell.left)) return [];
    const end = cell === first?.cell ? first.start : cell.text.length;
    return letterCount(cell.text.slice(0, end)) > 0 ? [{ line: cell.line, start: 0, end }] : [];
  });
  return locateSpans(spans, text);
}

/** The amount before the price that, times another one or a whole number, gives it; else the one before it. */
function unitPrice({ money }: AmountRow, price: PlacedAmount): PlacedAmount | undefined {
  const before = money
    .filter((amount) => amount !== price && amount.cents > 0 && amount.cents <= price.cents)
    .reverse();
  return (
    before.find((unit) => before.some((count) => count !== unit && isProduct(count, unit, price))) ??
    before.find((unit) => price.cents % unit.cents === 0) ??
    before[0]
  );
}

const isProduct = (count: PlacedAmount, unit: PlacedAmount, price: PlacedAmount): boolean =>
  count.left < unit.left && Math.abs(count.cents * unit.cents - price.cents * 100) < 100;

/** The printed number that takes the unit price to the price, else the one printed as a quantity. */
function quantityOf(row: AmountRow, unit: PlacedAmount | undefined, price: PlacedAmount): LocatedText | undefined {
  const printed = unit && row.amounts.find((amount) => amount !== unit && isProduct(amount, unit, price));
  if (printed) return locatePart(printed.cell, printed.start, printed.end);
  for (const cell of row.row.cells) {
    const match = QUANTITY.exec(cell.text);
    const digits = match?.[1] ?? match?.[2];
    if (!match || digits === undefined) continue;
    const start = match.index + match[0].indexOf(digits);
    // "Rs 1939 x 1 Night": what stands before the x is the price.
    if (row.money.some((amount) => amount.cell === cell && amount.start <= start && start < amount.end)) continue;
    return locatePart(cell, start, start + digits.length);
  }
  return undefined;
}

function codeOf(row: AmountRow, names: readonly Row[]): LocatedText | undefined {
  for (const cell of [...row.row.cells, ...names.flatMap(({ cells }) => cells)]) {
    const match = PRODUCT_CODE.exec(cell.text);
    const code = match?.[1];
    if (!match || code === undefined) continue;
    const start = match.index + match[0].indexOf(code);
    return locatePart(cell, start, start + code.length);
  }
  return undefined;
}
