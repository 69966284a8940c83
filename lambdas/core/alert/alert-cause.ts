import type { Money } from '../ground/money.ts';

/** What set an alert off: a receipt, a change of the plan, new exchange rates, or the calendar. */
export type AlertCause =
  | { readonly kind: 'plan' }
  | { readonly kind: 'rates' }
  | { readonly kind: 'schedule' }
  | ExpenseCause;

/** A document that was booked. */
export interface ExpenseCause {
  readonly kind: 'expense';
  readonly vendor?: string;
  readonly total?: Money;
  /** Of an invoice that is not paid: the day on which it is to be, `YYYY-MM-DD`; of instalments the first. */
  readonly dueOn?: string;
  /** What is to be paid then. @default - the total */
  readonly amountDue?: Money;
  /** What is missing of its items, for a person. */
  readonly itemsRemark?: string;
}
