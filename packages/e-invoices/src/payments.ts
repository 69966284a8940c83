import type { Payment } from './invoice.ts';

/** The payments, where any has an amount: days alone say nothing of instalments. */
export const withAmounts = (payments: readonly Payment[]): readonly Payment[] | undefined =>
  payments.some(({ amount }) => amount !== undefined) ? payments : undefined;
