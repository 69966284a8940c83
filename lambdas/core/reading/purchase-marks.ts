/** What tells one purchase from another besides merchant, day and total: read from the lines, as printed. */
export interface PurchaseMarks {
  /** `HH:MM` or `HH:MM:SS`, by 24 hours. */
  readonly timesOfDay: readonly string[];
  /** Letters and digits, upper case. */
  readonly taxIds: readonly string[];
  /** Every other number of four digits or more that is no date, time or amount: letters and digits, upper case. */
  readonly numbers: readonly string[];
  /** What stands at the top and may be a name: letters and digits, lower case. */
  readonly head: readonly string[];
}

/** A number as it is compared, however it is grouped: letters and digits, upper case. */
export const plainMark = (number: string): string => number.replace(/[^A-Z0-9]/gi, '').toUpperCase();
