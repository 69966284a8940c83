import type { Money } from '../ground/money.ts';

/** What is to be paid, and when. */
export interface Due {
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** Above zero. */
  readonly amountDue: Money;
}
