import { type AmountRow, says } from './amount-rows.ts';
import type { LabelKind } from './label-patterns.ts';
import type { Sighting, TotalPage } from './total-page.ts';
import type { TotalEvidence } from './total-weights.ts';

const NOT_LAST = 0.3;
const BORROWED_LABEL = 0.8;
const BARE_DIGITS = 0.6;
const SUMMARY = 0.35;

const isBare = ({ form }: Sighting): boolean => form === 'plain' || form === 'lost-point';
const flag = (value: boolean): number => (value ? 1 : 0);

/** What the labels around a value's sightings say about it. */
export function labelEvidence(sightings: readonly Sighting[]): TotalEvidence {
  const strongest = (holds: (row: AmountRow) => boolean, withForm = true) =>
    Math.max(0, ...sightings.map((sighting) => flag(holds(sighting.row)) * labelStrength(sighting, withForm)));
  const always = (holds: (row: AmountRow) => boolean) => flag(sightings.every(({ row }) => holds(row)));
  const isPart = (row: AmountRow, kind: LabelKind) => says(row, kind) && !says(row, 'total');
  return {
    total: strongest((row) => says(row, 'total')),
    grand: strongest((row) => says(row, 'grand') && says(row, 'total') && !says(row, 'subtotal')),
    due: strongest((row) => says(row, 'due')),
    roundedTotal: strongest((row) => says(row, 'roundedTotal')),
    exactlyTotal: flag(sightings.some(isExactlyTotal)),
    isPaidTotal: strongest(({ label }) => label.isPaidTotal, false),
    paidOnly: strongest((row) => isPart(row, 'paid'), false),
    alwaysSubtotal: always((row) => says(row, 'subtotal')),
    alwaysTax: always((row) => isPart(row, 'tax')),
    alwaysPaid: always((row) => isPart(row, 'paid') || isPart(row, 'refunded')),
    alwaysChange: always((row) => says(row, 'change')),
    alwaysRounding: always((row) => says(row, 'rounding')),
    alwaysQuantity: always((row) => says(row, 'quantity')),
    alwaysDiscount: always((row) => isPart(row, 'discount')),
    alwaysService: always((row) => isPart(row, 'service') || isPart(row, 'gratuity') || isPart(row, 'shipping')),
    alwaysPoints: always((row) => says(row, 'points') || says(row, 'deposit') || says(row, 'priorBalance')),
    alwaysInSummary: always(({ inSummary }) => inSummary),
    everSubtotal: flag(sightings.some(({ row }) => says(row, 'subtotal'))),
    neverLabelled: always((row) => !MONEY_LABELS.some((kind) => says(row, kind))),
  };
}

const MONEY_LABELS: readonly LabelKind[] = [
  'total',
  'subtotal',
  'tax',
  'paid',
  'refunded',
  'change',
  'rounding',
  'quantity',
  'discount',
  'service',
  'gratuity',
  'points',
];

function labelStrength(sighting: Sighting, withForm: boolean): number {
  const place = (sighting.isLast ? 1 : NOT_LAST) * (sighting.row.labelFrom ? BORROWED_LABEL : 1);
  return withForm ? place * (isBare(sighting) ? BARE_DIGITS : 1) * (sighting.row.inSummary ? SUMMARY : 1) : place;
}

const isExactlyTotal = ({ row, isLast }: Sighting): boolean =>
  isLast && !row.inSummary && says(row, 'total') && /^(?:grand)?total(?:rm|myr|eur|usd)?$/.test(row.label.letters);

/** Where a value stands, how it is printed and how large it is. */
export function printEvidence(cents: number, sightings: readonly Sighting[], page: TotalPage): TotalEvidence {
  const every = (holds: (sighting: Sighting) => boolean) => flag(sightings.every(holds));
  const some = (holds: (sighting: Sighting) => boolean) => flag(sightings.some(holds));
  const rows = new Set(sightings.filter((sighting) => !isBare(sighting)).map(({ rowIndex }) => rowIndex));
  const isLostPoint = sightings.every(isBare) && !sightings.every(({ form }) => form === 'plain');
  const totals = sightings.filter(({ row, isLast }) => says(row, 'total') && isLast && !row.inSummary);
  return {
    lastInRow: some(({ isLast }) => isLast),
    lastTotal: flag(totals.length > 0 && !hasLaterTotal(totals, page)),
    tallestTotal: flag(totals.some(({ amount }) => amount.cell.height >= 0.97 * tallestTotal(page))),
    tallest: some(
      ({ form, amount: { cell } }) =>
        form !== 'plain' && cell.height >= 0.97 * page.tallestAmount && cell.height > 1.15 * page.lineHeight,
    ),
    aboveFirstTotal: every(({ rowIndex }) => rowIndex < page.firstTotalRow),
    hasCurrency: some(({ amount }) => amount.hasCurrency),
    repeated: Math.min(4, rows.size) - 1,
    confidence: Math.max(...sightings.map(({ amount }) => amount.cell.confidence)),
    alwaysPlain: every(({ form }) => form === 'plain'),
    lostPoint: flag(isLostPoint),
    lostPointSeenElsewhere: flag(isLostPoint && page.decimals.some((other) => other.cents === cents)),
    alwaysWhole: every(({ form }) => form === 'whole'),
    alwaysUnsigned: every(({ form }) => form === 'unsigned'),
    alwaysLastGroup: every(({ form }) => form === 'last-group'),
    largest: flag(cents === page.largest),
    largestOfAll: flag(cents === page.largestOfAll),
    relativeSize: cents > 0 && page.largest > 0 ? Math.log(Math.min(1, cents / page.largest) + 0.01) / 4.6 : -1,
    aboveLargest: flag(page.largest > 0 && cents > page.largest),
    zero: flag(cents === 0),
    negative: flag(cents < 0),
  };
}

function hasLaterTotal(totals: readonly Sighting[], { rows }: TotalPage): boolean {
  const last = Math.max(...totals.map(({ rowIndex }) => rowIndex));
  return rows.some((row, index) => index > last && says(row, 'total') && row.money.length > 0 && !row.inSummary);
}

const tallestTotal = ({ totals }: TotalPage): number =>
  Math.max(0, ...totals.flatMap(({ row }) => row.amounts.map(({ cell }) => cell.height)));
