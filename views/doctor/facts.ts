import type { Alert } from '../../lambdas/core/alert/alert.ts';
import type { Notification } from '../../lambdas/core/message/notification.ts';
import type { Contact, Person } from '../../lambdas/core/person/person.ts';
import type { DocumentView } from '../document-view.ts';
import type { ReportedBudget } from '../report/report.ts';

/** What SNS says of a contact right now; absent where it could not be asked. */
export interface ExaminedContact extends Contact {
  readonly subscription?: 'absent' | 'pending' | 'confirmed';
  /** Whether the number has replied STOP. */
  readonly isOptedOut?: boolean;
}

/** Everything that a check-up looks at. */
export interface Facts {
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly isLaptop: boolean;
  readonly person?: Person;
  /** Somebody with a plan whose name is spelled much like this one. */
  readonly similarUserId?: string;
  readonly contacts: readonly ExaminedContact[];
  /** Plans that were not taken, newest first. */
  readonly refusedPlans: readonly DocumentView[];
  readonly budgets: readonly ReportedBudget[];
  /** Of the categories that budgets name, `other` and that of the latest expense, those that anything is booked in; empty where nothing is. */
  readonly categoriesSeen: ReadonlySet<string>;
  /** Of the last 30 days, oldest first. */
  readonly messages: readonly Notification[];
  readonly unsent: readonly Alert[];
  readonly pending: readonly DocumentView[];
  /** Receipts that were given up on by no fault of the person's, newest first; a replay may still count them. */
  readonly failed: readonly DocumentView[];
  /** Other files that are not counted until somebody settles them. */
  readonly toSettle: number;
  /** What the account may spend on SMS a month, in USD; absent on a laptop, without a phone number, or when not told. */
  readonly monthlySmsLimitUsd?: number;
  /** Analyses that the account may start a second; absent on a laptop, when no file waits for its turn, or when not told. */
  readonly startsPerSecond?: number;
  /** Why SNS could not be asked, in its words. */
  readonly snsError?: string;
}
