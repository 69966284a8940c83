import type { Money } from '../ground/money.ts';

/** What set an alert off: a receipt, a change of the plan, new exchange rates, or the calendar. */
export type AlertCause =
  | { readonly kind: 'plan' }
  | { readonly kind: 'rates' }
  | { readonly kind: 'schedule' }
  | {
      readonly kind: 'expense';
      readonly vendor?: string;
      readonly total?: Money;
      /** What is missing of its items, for a person. */
      readonly itemsRemark?: string;
    };
