import { localArn } from '../account.ts';
import type { Resource } from './reading.ts';
import { NotRun } from './template.ts';

const PROTOCOLS = ['email', 'sms'];

/** `AWS::SNS::Topic` with those of its subscriptions that are for people. */
export function readTopic(resource: Resource): void {
  const { name, reading } = resource;
  const arn = localArn('sns', name);
  const own = resource.list('Subscription');
  const others = resource
    .others('AWS::SNS::Subscription')
    .filter((subscription) => subscription.get('TopicArn') === arn)
    .map((subscription) => ({ Protocol: subscription.get('Protocol'), Endpoint: subscription.get('Endpoint') }));
  const subscriptions = [...own, ...others].flatMap(({ Protocol, Endpoint }) =>
    isForPeople(Protocol) ? [{ protocol: Protocol, address: String(Endpoint) }] : [],
  );
  if (own.some(({ Protocol }) => !isForPeople(Protocol))) resource.note('a subscription is neither email nor sms');
  reading.draft.topics.push({ name, subscriptions });
}

/** `AWS::SNS::Subscription`: those for people are read with their topic. */
export function readSubscription(resource: Resource): void {
  const protocol = resource.text('Protocol');
  if (!isForPeople(protocol)) throw new NotRun(`its protocol is ${protocol}, expected email or sms`);
}

const isForPeople = (protocol: unknown): protocol is 'email' | 'sms' => PROTOCOLS.includes(String(protocol));
