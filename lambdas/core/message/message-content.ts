import type { AttentionAlert } from '../alert/alert.ts';
import type { AlertCause } from '../alert/alert-cause.ts';
import type { CategoryShare } from '../budget/top-categories.ts';
import type { OpenInvoice } from '../due/open-invoice.ts';
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
  /** Invoices that fall due or are past due, the earliest first. */
  readonly due: readonly DueInvoice[];
  readonly digests: readonly Digest[];
  /** Mailboxes whose owners have unsubscribed them. @default - none */
  readonly unsubscribed?: readonly string[];
  /** What else the person should know of the message itself. */
  readonly remarks: readonly string[];
}

/** A document that a person has to know of. */
export type Attention = Pick<
  AttentionAlert,
  'userId' | 'documentId' | 'status' | 'key' | 'reason' | 'choices' | 'dueOn'
>;

/** An invoice that is to be paid soon, or should have been. */
export interface DueInvoice extends OpenInvoice {
  /** From today on; 0 when it is due today, below zero when it is past due. */
  readonly daysLeft: number;
}

/** The summary of a week or a month that is over. */
export interface Digest {
  /** `Your week, 9 - 15 Nov 2026`. */
  readonly title: string;
  readonly lines: readonly string[];
}
