import type { Budget } from './budget.ts';
import type { ClosedPeriods, ClosedSums } from './closed-periods.ts';
import type { Period } from './period.ts';
import type { Convert, DailySpend } from './spend.ts';

/** A budget in one of its periods. */
export interface Subject {
  readonly budget: Budget;
  readonly period: Period;
}

/** Whose spending is to be read, and how much of it. */
export interface AskedSpending {
  readonly userId: string;
  readonly subjects: readonly Subject[];
  /** Stretches of days besides those of the subjects. */
  readonly also?: readonly Period[];
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** What is kept of a budget's closed periods, where that was read already. @default - it is read */
  readonly keptOf?: (budget: Budget) => ClosedPeriods | undefined;
  /** Days that are known to have changed: what is kept of the periods around them does not count. */
  readonly changed?: readonly string[];
}

/** What a person has spent, as far as some budgets hang on it. */
export interface Spending {
  /** At least the days of which no closed sum holds, and what else was asked for; each once, by date. */
  readonly days: readonly DailySpend[];
  /** What was spent in periods of the budget that are closed. */
  closedOf(budget: Budget): ClosedSums;
  /** Converts all days into a currency. */
  convertTo(currency: string): Promise<Convert>;
  /** What is to be kept of a budget's closed periods from now on; undefined where that is kept already. */
  closeFor(subject: Subject): Promise<ClosedPeriods | undefined>;
}
