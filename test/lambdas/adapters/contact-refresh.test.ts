import type { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { refreshContact } from '../../../lambdas/adapters/contact-refresh.ts';
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
