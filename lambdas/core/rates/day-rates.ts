/** What one euro was worth on a day, as the European Central Bank publishes it. */
export interface DayRates {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** By ISO 4217 code: units of the currency for one euro, as a plain decimal such as `1.0576`. */
  readonly rates: Readonly<Record<string, string>>;
}

/** Days whose rates are those of the file, and days for which a newer file had spoken already. */
export interface RatesStored {
  readonly stored: number;
  readonly superseded: number;
}
