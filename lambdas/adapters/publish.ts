import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Message, PublishOutcome } from '../core/message/message.ts';
import { refusalOf } from '../core/message/sns-refusal.ts';

/** Hands a message to SNS. A refusal is an answer, not an exception. */
export async function publish(
  sns: SNSClient,
  { topicArn, protocol, subject, text, alertIds }: Message,
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
