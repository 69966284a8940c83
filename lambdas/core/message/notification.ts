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
  readonly subject: string;
  readonly text: string;
  readonly alertIds: readonly string[];
  readonly sentAt: string;
}

/** What a person was told before, as far as a delivery has to know. */
export interface ToldBefore {
  /** Whether SNS has accepted the window's message to a contact. */
  wasAccepted(contact: Contact): boolean;
  /** When text messages were accepted since the instant, in epoch milliseconds, oldest first. */
  readonly smsAcceptedMs: readonly number[];
}
