import { randomUUID } from 'node:crypto';
import { account } from '../account.ts';
import type { QueryOperation } from '../http/query-service.ts';
import { ServiceError } from '../http/service.ts';
import { invalidParameter, subscriptionEndpoint, textOf } from './sns-input.ts';
import type { SnsStore, Subscription } from './sns-store.ts';
import { keyValuePairs, pageOf, topicOf } from './topic-operations.ts';

/**
 * SNS's operations on subscriptions. On AWS a person confirms an e-mail address by following a link; here every
 * subscription is confirmed at once.
 */
export function subscriptionOperations(store: SnsStore): Readonly<Record<string, QueryOperation>> {
  const list = (subscriptions: readonly Subscription[], token: Parameters<typeof pageOf>[1]) => {
    const page = pageOf(subscriptions, token);
    return { Subscriptions: { member: page.items.map(summaryOf) }, NextToken: page.next };
  };

  return {
    async Subscribe({ TopicArn, Protocol, Endpoint }) {
      const topic = topicOf(store, TopicArn);
      const [protocol, endpoint] = subscriptionEndpoint(Protocol, Endpoint);
      const existing = store
        .subscriptionsOf(topic.arn)
        .find((subscription) => subscription.protocol === protocol && subscription.endpoint === endpoint);
      const subscription = existing ?? { arn: `${topic.arn}:${randomUUID()}`, topicArn: topic.arn, protocol, endpoint };
      if (!existing) await store.putSubscription(subscription);
      return { SubscriptionArn: subscription.arn };
    },
    async Unsubscribe({ SubscriptionArn }) {
      const arn = textOf(SubscriptionArn);
      // One that is gone already is no error; what cannot be one is.
      if (!arn.startsWith('arn:')) throw invalidParameter('SubscriptionArn');
      await store.removeSubscription(arn);
      return {};
    },
    async ListSubscriptions({ NextToken }) {
      return list([...store.subscriptions.values()], NextToken);
    },
    async ListSubscriptionsByTopic({ TopicArn, NextToken }) {
      return list(store.subscriptionsOf(topicOf(store, TopicArn).arn), NextToken);
    },
    async GetSubscriptionAttributes({ SubscriptionArn }) {
      const subscription = store.subscriptions.get(textOf(SubscriptionArn));
      if (!subscription) throw new ServiceError('NotFound', 'Subscription does not exist', 404);
      return {
        Attributes: {
          entry: keyValuePairs({
            ...summaryOf(subscription),
            PendingConfirmation: 'false',
            ConfirmationWasAuthenticated: 'false',
            RawMessageDelivery: 'false',
          }),
        },
      };
    },
  };
}

const summaryOf = ({ arn, topicArn, protocol, endpoint }: Subscription) => ({
  SubscriptionArn: arn,
  Owner: account.id,
  Protocol: protocol,
  Endpoint: endpoint,
  TopicArn: topicArn,
});
