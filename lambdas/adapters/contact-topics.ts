import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSMSSandboxAccountStatusCommand,
  ListSMSSandboxPhoneNumbersCommand,
  ListSubscriptionsByTopicCommand,
  SetTopicAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  type Subscription,
} from '@aws-sdk/client-sns';
import { shortHash } from '../core/document/document-id.ts';
import type { SubscriptionStatus } from '../core/person/person.ts';

type Protocol = 'email' | 'sms';

/**
 * Who a mail comes from. SNS puts a topic's display name, in capitals and with `> `, in front of each text message, where
 * nobody counts it: a phone's topic has none, and loses one that it had.
 * https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html
 */
const DISPLAY_NAMES: Readonly<Record<Protocol, string>> = { email: 'Spendwire', sms: '' };

/**
 * Gives one contact a topic of its own, encrypted at rest and reachable by TLS only. The name is a hash, so that no
 * address stands in an ARN. Creating it again gives the same topic: what may differ from an earlier one is set
 * afterwards, since SNS refuses to create a topic that is there with other attributes.
 *
 * @returns The topic's ARN.
 */
export async function ensureTopic(
  sns: SNSClient,
  prefix: string,
  protocol: Protocol,
  address: string,
): Promise<string> {
  const Name = `${prefix}-${shortHash(JSON.stringify([protocol, address]), 26)}`;
  const { TopicArn = '' } = await sns.send(
    new CreateTopicCommand({ Name, Attributes: { KmsMasterKeyId: 'alias/aws/sns' } }),
  );
  const set = (AttributeName: string, AttributeValue: string) =>
    sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));
  await set('DisplayName', DISPLAY_NAMES[protocol]);
  await set('Policy', JSON.stringify(tlsOnly(TopicArn)));
  return TopicArn;
}

/** Takes a contact's topic away with its subscription; one that is gone already is no failure. */
export async function deleteTopic(sns: SNSClient, topicArn: string): Promise<void> {
  await sns.send(new DeleteTopicCommand({ TopicArn: topicArn }));
}

/** The account's own permissions stand in IAM; the topic's policy adds that nobody publishes without TLS. */
const tlsOnly = (topicArn: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: topicArn,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
});

/** Looks through the topic's subscriptions. */
export async function subscriptionStatus(
  sns: SNSClient,
  topicArn: string,
  protocol: Protocol,
  address: string,
): Promise<SubscriptionStatus> {
  let NextToken: string | undefined;
  do {
    const page = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, ...(NextToken ? { NextToken } : {}) }),
    );
    const found = page.Subscriptions?.filter(isListed).find(
      ({ Protocol, Endpoint }) => Protocol === protocol && Endpoint === address,
    );
    if (found) return isConfirmed(found) ? 'confirmed' : 'pending';
    NextToken = page.NextToken;
  } while (NextToken);
  return 'absent';
}

/** For some days SNS goes on listing what its owner has unsubscribed, beside what was subscribed anew. */
const isListed = ({ SubscriptionArn }: Subscription): boolean => SubscriptionArn !== 'Deleted';

/** SNS gives no ARN until the person has followed the link. */
const isConfirmed = ({ SubscriptionArn }: Subscription): boolean => SubscriptionArn?.startsWith('arn:') ?? false;

/** Subscribes the address; a phone is confirmed at once, a mailbox once its owner follows the link. */
export async function subscribe(
  sns: SNSClient,
  topicArn: string,
  protocol: Protocol,
  address: string,
): Promise<SubscriptionStatus> {
  const { SubscriptionArn } = await sns.send(
    new SubscribeCommand({ TopicArn: topicArn, Protocol: protocol, Endpoint: address }),
  );
  return SubscriptionArn?.startsWith('arn:') ? 'confirmed' : 'pending';
}

/**
 * Whether the account may not text this number yet: a new account reaches only numbers that it has verified.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html
 */
export async function isSandboxed(sns: SNSClient, phoneNumber: string): Promise<boolean> {
  const { IsInSandbox } = await sns.send(new GetSMSSandboxAccountStatusCommand({}));
  if (!IsInSandbox) return false;
  let NextToken: string | undefined;
  do {
    const page = await sns.send(new ListSMSSandboxPhoneNumbersCommand(NextToken ? { NextToken } : {}));
    if (page.PhoneNumbers?.some(({ PhoneNumber, Status }) => PhoneNumber === phoneNumber && Status === 'Verified'))
      return false;
    NextToken = page.NextToken;
  } while (NextToken);
  return true;
}
