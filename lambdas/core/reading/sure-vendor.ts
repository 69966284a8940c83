import type { StructuredExpense } from './structured-expense.ts';

/** The vendor's name where it is convincing; what decides something by the vendor asks for this one. */
export const sureVendor = ({ vendor }: Pick<StructuredExpense, 'vendor'>): string | undefined =>
  vendor?.isUnsure ? undefined : vendor?.name;
