/** How a message reaches a person. */
export type MessageProtocol = 'email' | 'sms';

/** A message that SNS accepted, for one address. */
export interface OutboxMessage {
  readonly messageId: string;
  readonly protocol: MessageProtocol;
  /** E-mail address, or phone number in E.164. */
  readonly address: string;
  /** Only e-mail has one. */
  readonly subject?: string;
  readonly body: string;
  /** Absent when the message went to a phone number directly. */
  readonly topicArn?: string;
  readonly acceptedAtMs: number;
  /** What the publisher said about it, beside the text; without the attributes that are orders to SNS. */
  readonly attributes: Readonly<Record<string, string>>;
}
