import type { AttentionAlert } from '../alert/alert.ts';
import type { AlertCause } from '../alert/alert-cause.ts';
import type { CategoryShare } from '../budget/top-categories.ts';
import type { BudgetStanding } from './budget-standing.ts';

/** Everything that one contact is told when a window closes. */
export interface MessageContent {
  /** How the person is addressed. */
  readonly name: string;
  /** BCP 47; decides how amounts are written. */
  readonly locale: string;
  readonly budgets: readonly BudgetStanding[];
  /** What set the budgets' alerts off, the latest last. */
  readonly causes: readonly AlertCause[];
  /** Where the money went in the period of the first budget, the largest first; in one currency. */
  readonly topCategories: readonly CategoryShare[];
  readonly attention: readonly Attention[];
  readonly digests: readonly Digest[];
  /** What else the person should know of the message itself. */
  readonly remarks: readonly string[];
}

/** A document that a person has to know of. */
export type Attention = Pick<AttentionAlert, 'userId' | 'documentId' | 'status' | 'key' | 'reason' | 'choices'>;

/** The summary of a week or a month that is over. */
export interface Digest {
  /** `Your week, 9 - 15 Nov 2026`. */
  readonly title: string;
  readonly lines: readonly string[];
}
