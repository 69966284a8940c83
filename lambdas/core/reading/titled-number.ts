import { headingOf } from 'printed-text/paper-heading';

/** A day is no number of a paper, unless another one stands behind it: "nr 12/05/2024 z dnia 31.05.2024". */
const LIKE_DAY = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/;
const FEWEST_SIGNS = 3;

/** The number of the paper in its heading. */
export interface TitledNumber {
  readonly number: string;
  /** The day of the paper stands behind it. */
  readonly hasDay: boolean;
  readonly isCredit: boolean;
}

/**
 * The number in a title that names the paper, a word for its number and mostly the day: "Handelsrechnung (380) Nr. 471102 vom
 * 05.03.2018", "Fattura n. 12 del 03/04/2024". One of a sign or two counts where a day stands behind it only.
 */
export function titledNumber(text: string): TitledNumber | undefined {
  const heading = headingOf(text);
  if (heading === undefined || heading.hasDay) return heading;
  return heading.number.length < FEWEST_SIGNS || LIKE_DAY.test(heading.number) ? undefined : heading;
}
