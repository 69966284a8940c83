import { randomUUID } from 'node:crypto';
import { account } from '../account.ts';
import type { QueryOperation } from '../http/query-service.ts';
import { ServiceError } from '../http/service.ts';
import { invalidParameter, subscriptionEndpoint, textOf } from './sns-input.ts';
import type { SnsStore, Subscription } from './sns-store.ts';
import { isListed, listedArn } from './subscription-life.ts';
import { keyValuePairs, pageOf, topicOf } from './topic-operations.ts';

export interface SubscriptionOptions {
  now(): number;
  /** Whether an address is confirmed as it is subscribed; a phone always is. */
  isConfirmedAtOnce(endpoint: string): boolean;
}

/**
 * SNS's operations on subscriptions. On AWS a person confirms an e-mail address by following a link; here most are
 * confirmed at once.
 */
export function subscriptionOperations(
  store: SnsStore,
  { now, isConfirmedAtOnce }: SubscriptionOptions,
): Readonly<Record<string, QueryOperation>> {
  const list = (subscriptions: readonly Subscription[], token: Parameters<typeof pageOf>[1]) => {
    const page = pageOf(
      subscriptions.filter((subscription) => isListed(subscription, now())),
      token,
    );
    return { Subscriptions: { member: page.items.map(summaryOf) }, NextToken: page.next };
  };

  return {
    async Subscribe({ TopicArn, Protocol, Endpoint }) {
      const topic = topicOf(store, TopicArn);
      const [protocol, endpoint] = subscriptionEndpoint(Protocol, Endpoint);
      const existing = store
        .subscriptionsOf(topic.arn)
        .filter((subscription) => isListed(subscription, now()) && subscription.state?.is !== 'deleted')
        .find((subscription) => subscription.protocol === protocol && subscription.endpoint === endpoint);
      const isPending = protocol === 'email' && !isConfirmedAtOnce(endpoint);
      const subscription = existing ?? {
        ...{ arn: `${topic.arn}:${randomUUID()}`, topicArn: topic.arn, protocol, endpoint },
        ...(isPending ? { state: { is: 'pending', sinceMs: now() } as const } : {}),
      };
      if (!existing) await store.putSubscription(subscription);
      return { SubscriptionArn: subscription.state ? 'pending confirmation' : subscription.arn };
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
      if (!subscription || subscription.state?.is === 'deleted')
        throw new ServiceError('NotFound', 'Subscription does not exist', 404);
      return {
        Attributes: {
          entry: keyValuePairs({
            ...summaryOf(subscription),
            PendingConfirmation: String(subscription.state?.is === 'pending'),
            ConfirmationWasAuthenticated: 'false',
            RawMessageDelivery: 'false',
          }),
        },
      };
    },
  };
}

const summaryOf = (subscription: Subscription) => ({
  SubscriptionArn: listedArn(subscription),
  Owner: account.id,
  Protocol: subscription.protocol,
  Endpoint: subscription.endpoint,
  TopicArn: subscription.topicArn,
});
