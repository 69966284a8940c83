import { account, localArn } from '../account.ts';
import type { QueryOperation } from '../http/query-service.ts';
import { type Json, ServiceError } from '../http/service.ts';
import { invalidParameter, textMapOf, textOf, topicName } from './sns-input.ts';
import type { SnsStore, Topic } from './sns-store.ts';
import { isListed } from './subscription-life.ts';

/** How many topics or subscriptions a list gives at once. */
const PAGE_SIZE = 100;

const SETTABLE = [
  'DeliveryPolicy',
  'DisplayName',
  'KmsMasterKeyId',
  'Policy',
  'SignatureVersion',
  'TracingConfig',
  'DataProtectionPolicy',
];

/** SNS's operations on topics. */
export function topicOperations(store: SnsStore, now: () => number): Readonly<Record<string, QueryOperation>> {
  return {
    async CreateTopic({ Name, Attributes }) {
      const name = topicName(Name);
      const attributes = textMapOf(Attributes);
      for (const attribute of Object.keys(attributes)) checkSettable(attribute);
      const arn = localArn('sns', name);
      const existing = store.topics.get(arn);
      if (existing && Object.entries(attributes).some(([key, value]) => existing.attributes[key] !== value)) {
        throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
      }
      if (!existing) await store.putTopic({ arn, name, attributes });
      return { TopicArn: arn };
    },
    async DeleteTopic({ TopicArn }) {
      await store.removeTopic(textOf(TopicArn));
      return {};
    },
    async SetTopicAttributes({ TopicArn, AttributeName, AttributeValue }) {
      const topic = topicOf(store, TopicArn);
      const attribute = textOf(AttributeName);
      checkSettable(attribute);
      await store.putTopic({ ...topic, attributes: { ...topic.attributes, [attribute]: textOf(AttributeValue) } });
      return {};
    },
    async GetTopicAttributes({ TopicArn }) {
      const topic = topicOf(store, TopicArn);
      return { Attributes: { entry: keyValuePairs(attributesOf(store, topic, now())) } };
    },
    async ListTopics({ NextToken }) {
      const page = pageOf([...store.topics.keys()], NextToken);
      return { Topics: { member: page.items.map((TopicArn) => ({ TopicArn })) }, NextToken: page.next };
    },
  };
}

/** @throws ServiceError `NotFound` when there is no such topic. */
export function topicOf(store: SnsStore, arn: Json | undefined): Topic {
  const topic = store.topics.get(textOf(arn));
  if (!topic) throw new ServiceError('NotFound', `Topic does not exist: got "${textOf(arn)}"`, 404);
  return topic;
}

/** A map as the query protocol writes it. */
export const keyValuePairs = (map: Readonly<Record<string, string>>) =>
  Object.entries(map).map(([key, value]) => ({ key, value }));

/** One page of a list; the token is the index that the next page begins at. */
export function pageOf<T>(items: readonly T[], token: Json | undefined): { items: T[]; next: string | undefined } {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isSafeInteger(start) || start < 0) throw invalidParameter('NextToken');
  const end = start + PAGE_SIZE;
  return { items: items.slice(start, end), next: end < items.length ? String(end) : undefined };
}

function checkSettable(attribute: string): void {
  if (!SETTABLE.includes(attribute))
    throw invalidParameter(`AttributeName: expected ${SETTABLE.join(', ')}, got ${attribute}`);
}

function attributesOf(store: SnsStore, { arn, attributes }: Topic, nowMs: number): Record<string, string> {
  const listed = store.subscriptionsOf(arn).filter((subscription) => isListed(subscription, nowMs));
  const count = (is?: 'pending' | 'deleted') => String(listed.filter(({ state }) => state?.is === is).length);
  return {
    TopicArn: arn,
    Owner: account.id,
    DisplayName: '',
    SubscriptionsConfirmed: count(),
    SubscriptionsPending: count('pending'),
    SubscriptionsDeleted: count('deleted'),
    ...attributes,
  };
}
