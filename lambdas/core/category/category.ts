import type { LineItem } from '../reading/structured-expense.ts';

/** The category of an expense, which stage decided, and a reason that can be shown. */
export interface Category {
  readonly category: string;
  readonly by: 'correction' | 'rule' | 'merchant' | 'items' | 'bedrock' | 'default';
  readonly because: string;
}

/** What a category is decided on. */
export interface ExpenseFacts {
  readonly vendor?: string;
  readonly lineItems: readonly Pick<LineItem, 'description' | 'amount'>[];
  /** False where the items are known to be a part only. */
  readonly itemsComplete?: boolean;
}

/** One way to decide; undefined passes the question on to the next. */
export type CategoryStage = (facts: ExpenseFacts) => Category | undefined;
