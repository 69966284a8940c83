import type { PeriodUnit } from '../budget/period.ts';
import type { Trigger } from '../budget/threshold.ts';
import type { AlertCause } from './alert-cause.ts';

interface ClaimedAlert {
  readonly userId: string;
  /** Sort key of the alert's item. */
  readonly SK: string;
  readonly alertId: string;
  /** The window in which it is sent, and when that closes, ISO 8601 in UTC. */
  readonly windowId: string;
  readonly closesAt: string;
  /** ISO 8601 in UTC. */
  readonly claimedAt: string;
  /** `{documentId}-r{run}` of the run that claimed it, or the name of the schedule. */
  readonly claimedBy: string;
  /** Name of the delivery that holds it for later, or has taken it from another; absent while it is its window's. */
  readonly heldBy?: string;
  /** Until when it was last held, ISO 8601 in UTC. */
  readonly heldUntil?: string;
  /** Since when its holder is sending it, ISO 8601 in UTC. */
  readonly takenAt?: string;
  /** Absent until it was dealt with. */
  readonly sentAt?: string;
  /** How it was dealt with; absent until then. */
  readonly outcome?: SentOutcome;
}

/** A threshold that spending has reached, a limit that it exceeds, or one that it heads for. */
export interface BudgetAlert extends ClaimedAlert {
  readonly kind: Trigger['kind'];
  readonly budgetId: string;
  readonly category: string;
  readonly period: PeriodUnit;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly trigger: Trigger;
  readonly crossing: number;
  /** The limit as it was when the crossing was claimed. */
  readonly limitMinor: number;
  /** Of a forecast: what the spending headed for. */
  readonly projectedMinor?: number;
  readonly currency: string;
  readonly cause: AlertCause;
}

/** A document that a person has to know of. */
export interface AttentionAlert extends ClaimedAlert {
  readonly kind: 'attention';
  readonly documentId: string;
  readonly status: 'rejected' | 'needs_review' | 'failed';
  readonly key: string;
  readonly reason: string;
  /** The day on which it is to be paid, `YYYY-MM-DD`; absent where none is known, or nothing is owed. */
  readonly dueOn?: string;
  /** Lines of a correction, one of which may settle it. */
  readonly choices?: readonly string[];
}

/** It is time for a person's summary of a week or a month that is over. */
export interface DigestAlert extends ClaimedAlert {
  readonly kind: 'digest';
  readonly period: 'week' | 'month';
  readonly periodStart: string;
  readonly periodEnd: string;
}

/** An invoice falls due, or is past due and was not told of before. */
export interface DueAlert extends ClaimedAlert {
  readonly kind: 'due';
  readonly documentId: string;
  /** `YYYY-MM-DD`, when it was claimed; the message goes by the document as it stands then. */
  readonly dueOn: string;
  /** Which of several instalments, from 1 on. */
  readonly instalment?: number;
}

/** The owner of a mailbox has unsubscribed it: nothing reaches it any more, and SNS says so to nobody. */
export interface UnsubscribedAlert extends ClaimedAlert {
  readonly kind: 'unsubscribed';
  readonly address: string;
  /** The person's day on which it was seen, `YYYY-MM-DD`. */
  readonly seenOn: string;
}

/** An alert is the outbox's item: written in the transaction that claims it, marked once it was sent. */
export type Alert = BudgetAlert | AttentionAlert | DigestAlert | DueAlert | UnsubscribedAlert;

/** Whether an alert is about a budget. */
export const isBudgetAlert = (alert: Alert): alert is BudgetAlert =>
  alert.kind === 'threshold' || alert.kind === 'exceeded' || alert.kind === 'forecast';

/** A window with something to send: the input of one execution of `deliver-alerts`. */
export interface Delivery {
  readonly userId: string;
  readonly windowId: string;
  /** Names the execution: `{userId}-{windowId}`. */
  readonly name: string;
  /** When the window closes, ISO 8601 in UTC. */
  readonly closesAt: string;
  /** Whether what others hold is due for long: they have ended, and this one sends it. @default false */
  readonly takesOver?: boolean;
}

/** Whether an alert may be claimed anew: an invoice that was not to be paid when it would have been told, and is again. */
export const isClaimableAgain = ({ kind, outcome }: Pick<Alert, 'kind' | 'outcome'>): boolean =>
  kind === 'due' && outcome === 'overtaken';

/** Names an execution for the claims it makes. */
export const claimant = (documentId: string, run: number): string => `${documentId}-r${run}`;

/** Names a day's look ahead for the claims it makes. */
export const dailyClaimant = (date: string): string => `daily-${date}`;

/**
 * How an alert was dealt with: `accepted` when SNS took it for at least one contact, `failed` when it refused for all,
 * `no-contacts` when there is nobody to tell, `plan-ended` when the person wants no more, `overtaken` when it was true
 * no longer when its window closed.
 */
export type SentOutcome = 'accepted' | 'failed' | 'no-contacts' | 'plan-ended' | 'overtaken';
