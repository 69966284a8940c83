import type { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { hasUnsubscribed, refreshContact } from '../../../lambdas/adapters/contact-refresh.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Contact } from '../../../lambdas/core/person/person.ts';
import { USER } from '../../support/books.ts';

const PENDING: Contact = {
  userId: USER,
  protocol: 'email',
  address: 'alice@example.com',
  status: 'pending',
  topicArn: 'arn:aws:sns:us-east-1:000000000000:gone',
};

describe('a mailbox that SNS cannot be asked about', () => {
  it('stays as it is, so that a topic that is gone keeps no message to others from going out', async () => {
    const gone = Object.assign(new Error('Topic does not exist'), { name: 'NotFoundException' });
    const sns = { send: () => Promise.reject(gone) } as unknown as SNSClient;

    expect(await refreshContact({} as Table, sns, PENDING)).toEqual(PENDING);
  });
});

describe('a mailbox that was confirmed', () => {
  const listing = (...arns: readonly string[]) =>
    ({
      send: async () => ({
        Subscriptions: arns.map((SubscriptionArn) => ({
          ...{ SubscriptionArn, Protocol: 'email', Endpoint: PENDING.address },
        })),
      }),
    }) as unknown as SNSClient;
  const confirmed: Contact = { ...PENDING, status: 'confirmed' };

  it.each([
    [[], true],
    [['Deleted'], true],
    [['Deleted', 'PendingConfirmation'], false],
    [['Deleted', 'arn:aws:sns:us-east-1:000000000000:topic:1'], false],
  ])('and is listed as %j, was unsubscribed: %s', async (arns, expected) => {
    expect(await hasUnsubscribed(listing(...arns), confirmed)).toBe(expected);
  });

  it('is taken to be there where SNS cannot be asked', async () => {
    const sns = { send: () => Promise.reject(new Error('busy')) } as unknown as SNSClient;

    expect(await hasUnsubscribed(sns, confirmed)).toBe(false);
  });
});
