import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { refusalOf } from './sns-refusal.ts';

/** What SNS said to a message. It tells acceptance only, never delivery: say no more than that. */
export type PublishOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: 'failed'; readonly error: string; readonly isTransient: boolean };

/** One message to one contact's topic. */
export interface Publication {
  readonly topicArn: string;
  readonly protocol: 'email' | 'sms';
  readonly subject: string;
  readonly text: string;
  /** Some of what it tells; goes along as an attribute, so that a repeat can be recognised. */
  readonly alertIds: readonly string[];
}

/** Hands a message to SNS. A refusal is an answer, not an exception. */
export async function publish(
  sns: SNSClient,
  { topicArn, protocol, subject, text, alertIds }: Publication,
): Promise<PublishOutcome> {
  const attribute = (value: string) => ({ DataType: 'String', StringValue: value });
  try {
    const { MessageId = '' } = await sns.send(
      new PublishCommand({
        TopicArn: topicArn,
        Message: text,
        ...(protocol === 'email' ? { Subject: subject } : {}),
        MessageAttributes: {
          alertIds: attribute(alertIds.join(',')),
          ...(protocol === 'sms' ? { 'AWS.SNS.SMS.SMSType': attribute('Transactional') } : {}),
        },
      }),
    );
    return { outcome: 'accepted', messageId: MessageId };
  } catch (error) {
    const refusal = refusalOf(error);
    const { name, message } = error as Error;
    return { outcome: 'failed', error: refusal ?? `${name}: ${message}`, isTransient: refusal === undefined };
  }
}
