import { says } from './amount-rows.ts';
import type { Sighting, TotalPage } from './total-page.ts';
import type { TotalEvidence } from './total-weights.ts';

// Cash is rounded to the nearest coin: at most this, in hundredths.
const LARGEST_ROUNDING = 50;
const LARGEST_COIN_DIFFERENCE = 2;
const NEAR_ROWS = 2;

const flag = (value: boolean): number => (value ? 1 : 0);

/** What the page's arithmetic says about a value. Sums over one value at a time; those that need others come after. */
export function sumEvidence(cents: number, sightings: readonly Sighting[], page: TotalPage): TotalEvidence {
  const payment = paymentEvidence(cents, sightings, page);
  const rounding = roundingEvidence(cents, page);
  const subtotalAndExtras = [...page.subtotals, ...page.totals].some(
    (base) => base.cents !== cents && base.cents > 0 && page.extraSums.has(cents - base.cents),
  );
  const allExtras = page.extras.reduce((sum, extra) => sum + extra, 0);
  return {
    ...payment,
    ...rounding,
    ...sectionEvidence(cents, sightings, page),
    subtotalAndExtras: flag(subtotalAndExtras),
    subtotalAndAllExtras: flag(
      page.extras.length >= 2 && page.subtotals.some((base) => base.cents > 0 && base.cents + allExtras === cents),
    ),
    totalWithoutExtras: flag(
      cents > 0 && page.totals.some((base) => base.cents !== cents && page.extraSums.has(base.cents - cents)),
    ),
    itemSum: flag(page.itemSums.has(cents)),
  };
}

function paymentEvidence(cents: number, sightings: readonly Sighting[], page: TotalPage): TotalEvidence {
  let paidMinusChange = 0;
  let contradicts = false;
  for (const paid of page.paid) {
    for (const change of page.change) {
      if (change.cents > 0 && paid.cents - change.cents === cents) paidMinusChange = 1;
      if (change.cents === 0 && paid.cents === cents) paidMinusChange = Math.max(paidMinusChange, 0.7);
      if (change.cents > 0 && paid.cents > change.cents && paid.cents - change.cents !== cents) contradicts = true;
    }
  }
  return {
    paidMinusChange,
    equalsPaid: flag(page.paid.some((paid) => paid.cents === cents)),
    paymentContradicts: flag(contradicts && paidMinusChange === 0),
    laterDifference: flag(paidMinusChange === 0 && cents > 0 && isLaterDifference(cents, sightings, page)),
  };
}

/** Whether a larger and a smaller amount further down differ by the value, as an unlabelled payment and change do. */
function isLaterDifference(cents: number, sightings: readonly Sighting[], { decimals }: TotalPage): boolean {
  const first = Math.min(...sightings.map(({ rowIndex }) => rowIndex));
  const after = decimals.filter((other) => other.rowIndex >= first && other.cents !== cents);
  return after.some(
    (paid) =>
      paid.cents > cents &&
      after.some(
        (change) =>
          change !== paid &&
          change.cents > 0 &&
          change.rowIndex >= paid.rowIndex &&
          paid.cents - change.cents === cents &&
          (says(paid.row, 'paid') || says(change.row, 'change') || change.rowIndex - paid.rowIndex <= NEAR_ROWS),
      ),
  );
}

function roundingEvidence(cents: number, page: TotalPage): TotalEvidence {
  const bases = page.decimals.filter(
    (base) => base.cents > 0 && base.cents !== cents && (says(base.row, 'total') || says(base.row, 'subtotal')),
  );
  let after = false;
  let before = false;
  for (const { cents: rounding } of page.roundings) {
    if (rounding === 0 || Math.abs(rounding) > LARGEST_ROUNDING) continue;
    if (bases.some((base) => Math.abs(base.cents - cents) === Math.abs(rounding))) {
      after = true;
      before = true;
    }
  }
  // Both directions close; the rounded value is the one that coins can pay.
  if (after && before) {
    if (cents % 5 === 0) before = false;
    else after = false;
  }
  return {
    afterRounding: flag(after),
    beforeRounding: flag(before),
    nextToFiveCents: after || before ? 0 : nextToFive(cents, page),
  };
}

function nextToFive(cents: number, { decimals }: TotalPage): number {
  let found = 0;
  if (cents <= 0) return found;
  for (const other of decimals) {
    const difference = Math.abs(other.cents - cents);
    if (!says(other.row, 'total') || difference === 0 || difference > LARGEST_COIN_DIFFERENCE) continue;
    if (cents % 5 === 0 && other.cents % 5 !== 0) found = 1;
    else if (cents % 5 !== 0 && other.cents % 5 === 0) found = -1;
  }
  return found;
}

/** Several totals, each of a part of the goods, add up to the real one. */
function sectionEvidence(cents: number, sightings: readonly Sighting[], page: TotalPage): TotalEvidence {
  const parts = [...page.totals, ...page.subtotals].filter((part) => part.cents !== 0 && part.cents !== cents);
  const isLabelled = sightings.some(({ row, isLast }) => says(row, 'total') && isLast && !row.inSummary);
  const isSum =
    cents > 0 &&
    isLabelled &&
    parts.some((a, index) => parts.slice(index + 1).some((b) => a.cents !== -b.cents && a.cents + b.cents === cents));
  const isPart = parts.some((part) => page.totals.some((whole) => whole.cents === cents + part.cents));
  return { sumOfTotals: flag(isSum), partOfTotal: flag(isPart) };
}
