import Big from 'big.js';

/** Currencies with a smaller unit by ISO 4217, whose taxes are rounded to whole ones: the forint by Hungary's VAT act. */
const WHOLE = new Set(['HUF']);
const MOST_PLACES = 2;

/**
 * How many places a tax is rounded to: those of the currency (ISO 4217), two at most as EN 16931 has it (BR-DEC-20), none
 * for yen. Two where the currency is not stated or no such code.
 */
export function placesOf(currency: string | undefined): number {
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return MOST_PLACES;
  if (WHOLE.has(currency)) return 0;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return Math.min(maximumFractionDigits ?? MOST_PLACES, MOST_PLACES);
}

/** The smallest amount that a tax is rounded to: a cent, a yen. */
export const smallestUnitOf = (currency: string | undefined): Big => new Big(10).pow(-placesOf(currency));
