import type { CurrencyCode } from '../ground/currency.ts';
import type { CurrencyBasis } from './structured-expense.ts';

export interface ChosenCurrency {
  readonly code: CurrencyCode;
  readonly by: CurrencyBasis;
  readonly because: string;
}
