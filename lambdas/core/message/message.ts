/** One message to one contact's topic. */
export interface Message {
  readonly topicArn: string;
  readonly protocol: 'email' | 'sms';
  readonly subject: string;
  readonly text: string;
  /** Some of what it tells; goes along as an attribute, so that a repeat can be recognised. */
  readonly alertIds: readonly string[];
}

/** What SNS said to a message. It tells acceptance only, never delivery: say no more than that. */
export type PublishOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: 'failed'; readonly error: string; readonly isTransient: boolean };
