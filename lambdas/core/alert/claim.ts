import type { Alert, AttentionAlert, BudgetAlert, DigestAlert, DueAlert, UnsubscribedAlert } from './alert.ts';
import type { AlertWindow, Sleeper } from './window.ts';

/** An alert before it has its key's id and its window. */
export type NewAlert<A extends Alert = Alert> = A extends Alert
  ? Omit<A, 'SK' | 'alertId' | 'sentAt' | 'outcome' | 'windowId' | 'closesAt' | 'heldBy' | 'heldUntil' | 'takenAt'>
  : never;

export type NewBudgetAlert = NewAlert<BudgetAlert>;

export type NewAttentionAlert = NewAlert<AttentionAlert> & { readonly run: number };

export type NewDigestAlert = NewAlert<DigestAlert>;

export type NewDueAlert = NewAlert<DueAlert>;

export type NewUnsubscribedAlert = NewAlert<UnsubscribedAlert>;

/** What a look ahead may tell a person besides their forecasts. */
export type LookClaim = NewDigestAlert | NewDueAlert | NewUnsubscribedAlert;

/** What a step wants to tell a person. */
export type Claim = NewBudgetAlert | NewAttentionAlert | LookClaim;

/** What a step wants to tell one person, with what it knows of that person already. */
export interface Claims {
  readonly alerts: readonly Claim[];
  /** Decides how long a window stays open that is opened for them. */
  readonly person: Sleeper;
  /** The window that an earlier claim of the same step went into, or that it has seen; `none` where it saw none. @default - it is read */
  readonly window?: AlertWindow | 'none';
}

/** What became of the claims of a transaction that was written. */
export interface Claimed {
  /** The window that they went into; absent when there were none. */
  readonly claimedIn?: AlertWindow;
}
