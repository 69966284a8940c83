import type { Budget } from '../budget/budget.ts';
import type { CategoryRule } from '../category/category-rule.ts';
import type { ObjectSource } from '../object/object-source.ts';

/** A person and the plan in force, as stored. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  /** The person's own rules for categories, see `byRules` and `byItemRules`. @default - none */
  readonly rules?: readonly CategoryRule[];
  /** When nothing is sent. @default - never */
  readonly quietHours?: QuietHours;
  /** Which summaries are sent. @default - none */
  readonly digest?: readonly ('weekly' | 'monthly')[];
  /** Whether the person is told of invoices that fall due. @default false */
  readonly dueReminders?: boolean;
  /** The object that the plan came from, and the event that brought it; newer events win. */
  readonly plan: ObjectSource;
  /** False once the plan's file was deleted: history stays, nothing is checked or sent any more. */
  readonly isActive: boolean;
  /** The person's day of the last look ahead. @default - none yet, or an earlier version keeps it elsewhere */
  readonly lookedAtOn?: string;
  /** The budgets of a plan that has ended, for one that comes back soon: its file was renamed. */
  readonly endedBudgets?: readonly Budget[];
}

/** A stretch of each day in the person's time zone, `HH:MM` both; over midnight when `from` is the later one. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Where a person is told, and whether SNS may deliver there yet. */
export interface Contact {
  readonly userId: string;
  readonly protocol: 'email' | 'sms';
  readonly address: string;
  /** Messages hold percentages instead of amounts. @default false */
  readonly hideAmounts?: boolean;
  readonly status: ContactStatus;
  readonly topicArn?: string;
  readonly subscribedAt?: string;
  /** What SNS said, where it takes no such address. */
  readonly refusal?: string;
}

/**
 * `confirmed`: delivered. `pending`: the person has not followed the link yet. `expired`: the link ran out after two
 * days. `unsubscribed`: its owner wants no more, and was confirmed. `sandboxed`: the account may text verified numbers only,
 * and this is none. `refused`: SNS takes no such address. `leaving`: out of the plan, and not unsubscribed yet.
 */
export type ContactStatus =
  | 'new'
  | 'confirmed'
  | 'pending'
  | 'expired'
  | 'unsubscribed'
  | 'sandboxed'
  | 'refused'
  | 'leaving';

/** What is noted of a contact; an earlier refusal goes when there is none any more. */
export type ContactChange = Pick<Contact, 'status' | 'topicArn' | 'subscribedAt' | 'refusal'>;

/** Whether a contact's subscription is there, and confirmed. */
export type SubscriptionStatus = 'absent' | 'pending' | 'confirmed';
