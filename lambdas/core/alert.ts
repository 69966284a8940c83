import type { AlertCause } from './message/alert-message.ts';

interface ClaimedAlert {
  readonly userId: string;
  /** Sort key of the alert's item. */
  readonly SK: string;
  readonly alertId: string;
  /** ISO 8601 in UTC. */
  readonly claimedAt: string;
  /** `{documentId}-r{run}` of the execution that claimed it. */
  readonly claimedBy: string;
  /** Absent until it was handed to SNS. */
  readonly sentAt?: string;
}

/** A threshold that spending has reached. */
export interface ThresholdAlert extends ClaimedAlert {
  readonly kind: 'threshold';
  readonly budgetId: string;
  readonly category: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly threshold: number;
  readonly crossing: number;
  /** The limit as it was when the crossing was claimed. */
  readonly limitMinor: number;
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
}

/** An alert is the outbox's item: written in the transaction that claims it, marked once it was sent. */
export type Alert = ThresholdAlert | AttentionAlert;

/** Alerts of one person that go out together: the input of one delivery. */
export interface Delivery {
  readonly userId: string;
  /** Sort keys of alert items. */
  readonly alerts: readonly string[];
}

/** Names an execution for the claims it makes. */
export const claimant = (documentId: string, run: number): string => `${documentId}-r${run}`;
