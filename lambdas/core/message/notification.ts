import type { Alert } from '../alert/alert.ts';
import type { Contact, ContactStatus } from '../person/person.ts';

/** One message to one contact, and what SNS answered. */
export interface Notification {
  readonly userId: string;
  readonly protocol: 'email' | 'sms';
  readonly address: string;
  /** How the contact stood when the message went out: `pending` means SNS will not deliver it. */
  readonly contactStatus: ContactStatus;
  readonly outcome: 'accepted' | 'failed';
  /** SNS's. */
  readonly messageId?: string;
  readonly error?: string;
  /** Of one that failed: whether it is tried again. @default false */
  readonly isTransient?: boolean;
  readonly subject: string;
  readonly text: string;
  readonly alertIds: readonly string[];
  readonly sentAt: string;
}

/** As many alerts as a message names; the ids of a night's ten thousand files would fit into no message and no item. */
export const MOST_ALERT_IDS = 100;

/** Which messages a delivery has to know of. */
export interface ToldAsked {
  readonly userId: string;
  readonly round: string;
  /** When the first window opened that its alerts were claimed in, ISO 8601 in UTC. */
  readonly since: string;
  /** From when on text messages count, in epoch milliseconds. @default - there is no phone to count for */
  readonly smsSinceMs?: number;
}

/** What a person was told before, as far as a delivery has to know. */
export interface ToldBefore {
  /** Whether an alert needs no further message to a contact: SNS has accepted one, or refused it for good. */
  isDone(contact: Contact, alert: Pick<Alert, 'alertId'>): boolean;
  /** Whether anybody was told of an alert. */
  wasTold(alert: Pick<Alert, 'alertId'>): boolean;
  /** When text messages were accepted since the instant, in epoch milliseconds, oldest first. */
  readonly smsAcceptedMs: readonly number[];
}
