import { type Amount, findAmounts } from 'printed-text/find-amounts';
import { squashLetters } from 'printed-text/letters';
import { tellsHours } from 'printed-text/opening-hours';
import type { Cell, PageLayout, Row } from '../layout/page-layout.ts';
import { classifyLabel, type Label, namesAmount } from './classify-label.ts';
import type { LabelKind } from './label-patterns.ts';

/** An amount and where it stands. */
export interface PlacedAmount extends Amount {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
}

/** A row with its amounts and with what its label, or a neighbour's, says about them. */
export interface AmountRow {
  readonly row: Row;
  /** From left to right. */
  readonly amounts: readonly PlacedAmount[];
  /** The amounts that are more than a bare integer. */
  readonly money: readonly PlacedAmount[];
  /** The text left of the first of them. */
  readonly labelText: string;
  readonly label: Label;
  /** The row that lends its label, when this one has none of its own. */
  readonly labelFrom?: Row;
  /** Whether a tax summary began further up; its totals are sums over tax rates. */
  readonly inSummary: boolean;
}

const SHORTEST_LABEL = 3;
const NEIGHBOUR_HEIGHTS = 2.4;
const LARGEST_ROUNDING_CENTS = 5;
const SMALLEST_TOTAL_CENTS = 100;

/** Whether a row's label says a thing about its amounts. */
export const says = ({ label }: AmountRow, kind: LabelKind): boolean => label.kinds.has(kind);

/** The amount that a row's label speaks about: its last one. */
export const lastAmount = ({ money, amounts }: AmountRow): PlacedAmount | undefined => money.at(-1) ?? amounts.at(-1);

/** Reads every row's amounts and label. */
export function readAmountRows(layout: PageLayout): AmountRow[] {
  const plain = layout.rows.flatMap(splitPairs).map(readRow);
  const rows = isInWholeUnits(plain) ? plain.map(asWholeMoney) : plain;
  const labelled = rows.map((row, index) => withNeighboursLabel(row, rows, index, layout.lineHeight));
  let inSummary = false;
  return labelled.map((row) => {
    if (says(row, 'summary') && row.money.length === 0) inSummary = true;
    return settledRounding({ ...row, inSummary: inSummary && !says(row, 'paid') && !says(row, 'change') });
  });
}

/** Two pairs of label and amount side by side, as in the foot of an invoice, become two rows. */
function splitPairs(row: Row): Row[] {
  const groups: Cell[][] = [];
  let hasMoney = false;
  for (const cell of row.cells) {
    const isMoney = findAmounts(cell.text).some(({ form }) => form === 'exact' || form === 'whole');
    const beginsPair: boolean = hasMoney && !isMoney && namesAmount(classifyLabel(cell.text));
    if (groups.length === 0 || beginsPair) groups.push([]);
    groups.at(-1)?.push(cell);
    hasMoney = isMoney || (hasMoney && !beginsPair);
  }
  if (groups.length < 2 || !hasMoney) return [row];
  return groups.map((cells) => ({ ...row, cells, text: cells.map(({ text }) => text).join(' ') }));
}

function readRow(row: Row): AmountRow {
  const amounts = (tellsHours(row.text) ? [] : row.cells).flatMap(placeAmounts).sort((a, b) => a.left - b.left);
  const money = amounts.filter(({ form }) => form !== 'plain');
  return { row, amounts, money, ...readLabel(row, money[0]), inSummary: false };
}

function placeAmounts(cell: Cell): PlacedAmount[] {
  const length = cell.text.length || 1;
  return findAmounts(cell.text).map((amount) => ({
    ...amount,
    cell,
    left: cell.left + (cell.width * amount.start) / length,
    right: cell.left + (cell.width * amount.end) / length,
  }));
}

function readLabel(row: Row, first: PlacedAmount | undefined): Pick<AmountRow, 'label' | 'labelText'> {
  if (!first) return { labelText: row.text, label: classifyLabel(row.text) };
  const before = row.cells.slice(0, row.cells.indexOf(first.cell)).map(({ text }) => text);
  const labelText = [...before, first.cell.text.slice(0, first.start)].join(' ').trim();
  return { labelText, label: classifyLabel(labelText) };
}

/** Whether a page has prices, by a currency or a total, but none in hundredths, as in yen or with the three places of a dinar. */
function isInWholeUnits(rows: readonly AmountRow[]): boolean {
  const amounts = rows.flatMap((row) => row.amounts);
  const isExact = ({ form }: PlacedAmount) => form === 'exact' || form === 'repaired';
  if (amounts.some((amount) => isExact(amount) && !IN_THREES.test(amount.text))) return false;
  return (
    amounts.some((amount) => amount.form === 'whole' || isExact(amount)) ||
    rows.some((row) => says(row, 'total') && row.amounts.length > 0)
  );
}

/** A group of thousands at the end, or three places. */
const IN_THREES = /\d[,.']\d{3}(?![\d.,']*\d)/;

/**
 * On such a page, numbers with a currency or in groups of three are exact amounts, and one alone behind "total", "tax" or
 * "subtotal". Of none of them was a point lost: the page prints none.
 */
function asWholeMoney(row: AmountRow): AmountRow {
  const part = plainPart(row);
  const amounts = row.amounts.map((amount): PlacedAmount => {
    const { alternative, ...rest } = amount;
    // A quantity may stand before a blank on such a page as well.
    const kept = alternative?.form === 'last-group' ? { alternative } : {};
    const isMoney = amount.form === 'whole' || amount === part || /\d[,.']\d{3}(?!\d)/.test(amount.text);
    return { ...rest, ...kept, ...(isMoney && { form: 'exact' as const }) };
  });
  const money = amounts.filter(({ form }) => form !== 'plain');
  return { ...row, amounts, money, ...readLabel(row.row, money[0]) };
}

// A total and what it is made of; means of payment have numbers of cards beside them.
const PARTS: readonly LabelKind[] = ['total', 'subtotal', 'tax', 'service', 'gratuity', 'discount'];
const NO_PARTS: readonly LabelKind[] = ['quantity', 'points', 'summary', 'tableHead'];
const LONGEST_PART = 6;

/** The bare number that ends a row and has a label alone before it: `消費税 10% 455`. */
function plainPart({ row, amounts, labelText }: AmountRow): PlacedAmount | undefined {
  const last = amounts.at(-1);
  if (last?.form !== 'plain' || !/^-?[1-9]\d*$/.test(last.text) || last.text.length > LONGEST_PART) return undefined;
  if (row.cells.at(-1) !== last.cell || last.cell.text.slice(last.end).trim() !== '') return undefined;
  const before = last.cell.text.slice(0, last.start);
  const label = classifyLabel(before.trim() === '' ? labelText : before);
  return PARTS.some((kind) => label.kinds.has(kind)) && !NO_PARTS.some((kind) => label.kinds.has(kind))
    ? last
    : undefined;
}

const hasOwnLabel = ({ labelText }: AmountRow): boolean => {
  const letters = squashLetters(labelText);
  return letters.length >= SHORTEST_LABEL || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}/.test(letters);
};

/** Amounts without a label take that of the amount-less row above, or of a total's row below. */
function withNeighboursLabel(row: AmountRow, rows: readonly AmountRow[], index: number, lineHeight: number): AmountRow {
  if (row.amounts.length === 0 || hasOwnLabel(row)) return row;
  for (const [neighbour, isBelow] of [
    [rows[index - 1], false],
    [rows[index + 1], true],
  ] as const) {
    if (!neighbour || neighbour.money.length > 0 || !namesAmount(neighbour.label)) continue;
    if (isBelow && !says(neighbour, 'total')) continue;
    const reach = NEIGHBOUR_HEIGHTS * Math.max(lineHeight, neighbour.row.height);
    if (Math.abs(row.row.y - neighbour.row.y) >= reach) continue;
    return { ...row, label: neighbour.label, labelText: neighbour.labelText, labelFrom: neighbour.row };
  }
  return row;
}

/** A large "rounding" is the total after it; a lone unlabelled amount of a few cents is a rounding. */
function settledRounding(row: AmountRow): AmountRow {
  const last = row.money.at(-1);
  if (!last) return row;
  if (says(row, 'rounding') && Math.abs(last.cents) >= SMALLEST_TOTAL_CENTS) {
    const kinds = new Set<LabelKind>([...row.label.kinds, 'roundedTotal', 'total', 'grand']);
    kinds.delete('rounding');
    return { ...row, label: { ...row.label, kinds } };
  }
  const isLone = row.money.length === 1 && row.labelFrom === undefined && !hasOwnLabel(row);
  if (isLone && last.cents !== 0 && Math.abs(last.cents) <= LARGEST_ROUNDING_CENTS) {
    return { ...row, label: { ...row.label, kinds: new Set([...row.label.kinds, 'rounding']) } };
  }
  return row;
}
