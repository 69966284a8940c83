import type { AmountReading } from 'printed-text/find-amounts';
import { median, type PageLayout } from '../layout/page-layout.ts';
import { type AmountRow, lastAmount, type PlacedAmount, says } from './amount-rows.ts';
import type { LabelKind } from './label-patterns.ts';

/** One reading of one amount on the page. */
export interface Sighting extends AmountReading {
  readonly amount: PlacedAmount;
  readonly row: AmountRow;
  readonly rowIndex: number;
  /** Whether it is the amount that its row's label speaks about. */
  readonly isLast: boolean;
}

/** Values of rows with a certain label; every reading of the row's last amount counts. */
export interface LabelledValue {
  readonly cents: number;
  readonly row: AmountRow;
}

/** What the page as a whole offers to judge a total by. All values are in hundredths of the printed unit. */
export interface TotalPage {
  readonly rows: readonly AmountRow[];
  readonly sightings: readonly Sighting[];
  /** Sightings printed with decimals (or whole, on a page without decimals). */
  readonly decimals: readonly Sighting[];
  readonly paid: readonly LabelledValue[];
  readonly change: readonly LabelledValue[];
  readonly subtotals: readonly LabelledValue[];
  readonly totals: readonly LabelledValue[];
  readonly roundings: readonly LabelledValue[];
  /** Taxes, service, tips, shipping and roundings, and discounts as negative values. */
  readonly extras: readonly number[];
  /** Every sum of some of the extras. */
  readonly extraSums: ReadonlySet<number>;
  /** Sums of two or more neighbouring item amounts that end above the first total. */
  readonly itemSums: ReadonlySet<number>;
  /** The largest amount that is not money handed over. */
  readonly largest: number;
  readonly largestOfAll: number;
  /** Index of the first row with a total or subtotal. */
  readonly firstTotalRow: number;
  readonly lineHeight: number;
  readonly tallestAmount: number;
}

const MOST_EXTRAS = 8;
const ITEM_COLUMN = 0.6;
const HANDED: readonly LabelKind[] = ['paid', 'refunded', 'change'];

/** Gathers the evidence of a page that does not depend on the candidate. */
export function surveyPage(rows: readonly AmountRow[], layout: PageLayout): TotalPage {
  const sightings = rows.flatMap(sightingsOf);
  const decimals = sightings.filter(({ form }) => form === 'exact' || form === 'repaired');
  const values = labelledValues(rows);
  const extras = [
    ...values.additions.map(({ cents }) => cents),
    ...values.discounts.map(({ cents }) => -Math.abs(cents)),
    ...values.roundings.map(({ cents }) => cents),
  ]
    .filter((cents) => cents !== 0)
    .slice(0, MOST_EXTRAS);
  const first = rows.findIndex(
    (row) => (says(row, 'total') || says(row, 'subtotal')) && row.money.length > 0 && !says(row, 'tableHead'),
  );
  const firstTotalRow = first < 0 ? rows.length : first;
  const isHandedOver = ({ row }: Sighting) =>
    (says(row, 'paid') && !says(row, 'total')) || isPaidBack(row) || says(row, 'change') || says(row, 'points');
  const lineHeight = median(layout.rows.flatMap(({ cells }) => cells.map(({ height }) => height))) || 1;
  return {
    rows,
    sightings,
    decimals,
    ...values,
    extras,
    extraSums: subsetSums(extras),
    itemSums: itemSums(rows.slice(0, firstTotalRow), layout),
    largest: Math.max(0, ...decimals.filter((sighting) => !isHandedOver(sighting)).map(({ cents }) => cents)),
    largestOfAll: Math.max(0, ...decimals.map(({ cents }) => cents)),
    firstTotalRow,
    lineHeight,
    tallestAmount: Math.max(lineHeight, ...decimals.map(({ amount }) => amount.cell.height)),
  };
}

/** Whether a row says that its amount was handed to the customer; a "refund total" is a total. */
export const isPaidBack = (row: AmountRow): boolean => says(row, 'refunded') && !says(row, 'total');

function sightingsOf(row: AmountRow, rowIndex: number): Sighting[] {
  const last = lastAmount(row);
  return row.amounts.flatMap((amount) => {
    const common = { amount, row, rowIndex, isLast: amount === last };
    const readings: AmountReading[] = [{ cents: amount.cents, form: amount.form, text: amount.text }];
    if (amount.alternative && amount.alternative.cents !== amount.cents) readings.push(amount.alternative);
    return readings.map((reading) => ({ ...reading, ...common }));
  });
}

function labelledValues(rows: readonly AmountRow[]) {
  const lists = {
    paid: [] as LabelledValue[],
    change: [] as LabelledValue[],
    subtotals: [] as LabelledValue[],
    totals: [] as LabelledValue[],
    roundings: [] as LabelledValue[],
    additions: [] as LabelledValue[],
    discounts: [] as LabelledValue[],
  };
  for (const row of rows) {
    const last = lastAmount(row);
    const list = last && listOf(row);
    if (!last || !list) continue;
    const readings = [last.cents, ...(last.alternative ? [last.alternative.cents] : [])];
    lists[list].push(...readings.map((cents) => ({ cents: list === 'change' ? Math.abs(cents) : cents, row })));
  }
  return lists;
}

/** Which list a row's amount belongs to; the order settles rows that say several things. */
function listOf(row: AmountRow) {
  const isTotal = says(row, 'total');
  if (says(row, 'change')) return 'change';
  if (says(row, 'rounding')) return 'roundings';
  if (says(row, 'paid') && !isTotal) return 'paid';
  if (says(row, 'subtotal')) return 'subtotals';
  if (isTotal) return 'totals';
  if (says(row, 'service') || says(row, 'gratuity') || says(row, 'shipping')) return 'additions';
  if (says(row, 'discount')) return 'discounts';
  if (says(row, 'tax') && !row.inSummary) return 'additions';
  return undefined;
}

function subsetSums(values: readonly number[]): Set<number> {
  const sums = new Set([0]);
  for (const value of values) for (const sum of [...sums]) sums.add(sum + value);
  sums.delete(0);
  return sums;
}

function itemSums(rows: readonly AmountRow[], { left, right }: PageLayout): Set<number> {
  const column = left + ITEM_COLUMN * (right - left);
  const items = rows.flatMap((row) => {
    const amount = row.money.filter(({ form }) => form === 'exact' || form === 'repaired').at(-1);
    return amount && amount.right > column && !HANDED.some((kind) => says(row, kind)) ? [amount.cents] : [];
  });
  const sums = new Set<number>();
  let sum = 0;
  items.reverse().forEach((cents, index) => {
    sum += cents;
    if (index > 0) sums.add(sum);
  });
  return sums;
}
