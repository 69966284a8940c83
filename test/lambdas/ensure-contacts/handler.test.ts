import {
  GetTopicAttributesCommand,
  ListTopicsCommand,
  SetTopicAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { account } from 'laptop-cloud/account';
import { systemClock } from 'laptop-cloud/clock';
import { startGateway } from 'laptop-cloud/http/gateway';
import { createSnsService } from 'laptop-cloud/sns/sns-service';
import { describe, expect } from 'vitest';
import { refreshContact } from '../../../lambdas/adapters/contact-refresh.ts';
import { removeLeaving, updateContact } from '../../../lambdas/adapters/contact-store.ts';
import {
  deleteTopic,
  ensureTopic,
  isSandboxed,
  subscribe,
  subscriptionStatus,
} from '../../../lambdas/adapters/contact-topics.ts';
import { findUserIdsByAddress, readContacts, readEveryContact } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan, endPlan } from '../../../lambdas/adapters/plan-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { refusalOf } from '../../../lambdas/core/message/sns-refusal.ts';
import type { PlanItems } from '../../../lambdas/core/plan/plan-items.ts';
import { createHandler, type EnsureContactsPorts } from '../../../lambdas/ensure-contacts/handler.ts';
import { NOW, USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { aPerson } from '../../views/doctor/some-facts.ts';

const EMAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const SMS = { protocol: 'sms', address: '+12025550123' } as const;
const sourceOf = (userId: string, sequencer: string) => ({
  key: `budgets/${userId}.yaml`,
  versionId: 'v',
  sequencer,
  uploadedAt: '2026-11-01T00:00:00.000Z',
});
const plan = (table: Table, sequencer: string, contacts: PlanItems['contacts'], userId = USER) =>
  applyPlan(table, {
    person: aPerson({ userId, plan: sourceOf(userId, sequencer) }),
    budgets: [],
    contacts,
    today: '2026-11-20',
  });
const HOUR_MS = 3_600_000;

const it = base
  .extend('table', async ({ table }) => {
    await plan(table, '01', [EMAIL, SMS]);
    return table;
  })
  .extend('sns', async ({ onTestFinished }) => {
    const directory = await temporaryDirectory();
    const service = await createSnsService({ directory, outboxDirectory: `${directory}/outbox`, clock: systemClock });
    const gateway = await startGateway({ port: 0, secretOf: () => undefined });
    gateway.serve([service]);
    const sns = new SNSClient({
      endpoint: gateway.endpoint,
      region: account.region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    onTestFinished(async () => {
      sns.destroy();
      await gateway.close();
      await service.close();
    });
    return sns;
  })
  /** Whom a person would get a mail for. */
  .extend('subscribed', (): string[] => [])
  /** The function over the local table and the local SNS. */
  .extend(
    'run',
    ({ table, sns, subscribed }) =>
      (over: Partial<EnsureContactsPorts> = {}, userId = USER) =>
        createHandler({
          now: () => NOW,
          readEveryContact: (of) => readEveryContact(table, of),
          ensureTopic: (protocol, address) => ensureTopic(sns, 'spendwire', protocol, address),
          subscriptionStatus: (topicArn, protocol, address) => subscriptionStatus(sns, topicArn, protocol, address),
          subscribe: (topicArn, protocol, address) => {
            subscribed.push(address);
            return subscribe(sns, topicArn, protocol, address);
          },
          isSandboxed: (phoneNumber) => isSandboxed(sns, phoneNumber),
          updateContact: (contact, change) => updateContact(table, contact, change),
          refusalOf,
          findUserIdsByAddress: (address) => findUserIdsByAddress(table, address),
          deleteTopic: (topicArn) => deleteTopic(sns, topicArn),
          removeLeaving: (contact) => removeLeaving(table, contact),
          ...over,
        })({ userId }),
  );
const stored = async (table: Table) =>
  (await readContacts(table, USER)).map(({ protocol, status }) => ({ protocol, status }));

describe('ensure-contacts', () => {
  it('gives each contact a topic of its own and notes it as confirmed', async ({ table, run }) => {
    expect(await run()).toEqual({
      contacts: [
        { protocol: 'email', status: 'confirmed' },
        { protocol: 'sms', status: 'confirmed' },
      ],
    });

    const contacts = await readContacts(table, USER);
    expect(new Set(contacts.map(({ topicArn }) => topicArn)).size).toBe(2);
    expect(contacts.every(({ subscribedAt }) => subscribedAt === '2026-11-20T12:00:00.000Z')).toBe(true);
  });

  it('names the sender of mails, and puts nothing before a text: neither of a new topic nor of one that had a name', async ({
    table,
    sns,
    run,
  }) => {
    await run();
    const namesOf = async () =>
      Promise.all(
        (await readContacts(table, USER)).map(async ({ protocol, topicArn = '' }) => {
          const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn: topicArn }));
          return [protocol, Attributes?.['DisplayName']];
        }),
      );
    const fresh = await namesOf();

    // As earlier versions left them.
    for (const { topicArn = '' } of await readContacts(table, USER)) {
      const set = { TopicArn: topicArn, AttributeName: 'DisplayName', AttributeValue: 'Spendwire' };
      await sns.send(new SetTopicAttributesCommand(set));
    }
    await run();

    expect(fresh).toEqual([
      ['email', 'Spendwire'],
      ['sms', ''],
    ]);
    expect(await namesOf()).toEqual(fresh);
  });

  it('makes topics that are encrypted, take TLS only, and hold no address in their name', async ({ sns, run }) => {
    await run();

    const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
    expect(Topics).toHaveLength(2);
    for (const { TopicArn = '' } of Topics) {
      const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      expect(TopicArn).toMatch(/:spendwire-[a-z2-7]{26}$/);
      expect(Attributes?.['KmsMasterKeyId']).toBe('alias/aws/sns');
      expect(Attributes?.['Policy']).toContain('aws:SecureTransport');
    }
  });

  it('subscribes nobody twice, so that nobody gets a second mail to confirm', async ({ sns, subscribed, run }) => {
    await run();
    await run();

    expect(subscribed).toEqual(['alice@example.com', '+12025550123']);
    expect((await sns.send(new ListTopicsCommand({}))).Topics).toHaveLength(2);
  });

  // The local SNS confirms by itself; what AWS answers until the person follows the link is played here.
  describe('for a mailbox whose owner has not followed the link', () => {
    const unconfirmed: Partial<EnsureContactsPorts> = {
      subscribe: async () => 'pending',
      isSandboxed: async () => false,
    };

    it('notes it as pending, as expired after two days, and as confirmed once it is', async ({ table, run }) => {
      await run(unconfirmed);
      expect(await stored(table)).toContainEqual({ protocol: 'email', status: 'pending' });

      await run({ ...unconfirmed, subscriptionStatus: async () => 'pending', now: () => NOW + 48 * HOUR_MS });
      expect(await stored(table)).toContainEqual({ protocol: 'email', status: 'pending' });

      await run({ ...unconfirmed, subscriptionStatus: async () => 'pending', now: () => NOW + 49 * HOUR_MS });
      expect(await stored(table)).toContainEqual({ protocol: 'email', status: 'expired' });

      await run({ ...unconfirmed, subscriptionStatus: async () => 'confirmed', now: () => NOW + 50 * HOUR_MS });
      expect(await stored(table)).toContainEqual({ protocol: 'email', status: 'confirmed' });
    });

    it('sends a new link when SNS has dropped the subscription, and counts from there', async ({ table, run }) => {
      await run(unconfirmed);

      await run({ ...unconfirmed, now: () => NOW + 72 * HOUR_MS });

      expect(await readContacts(table, USER)).toContainEqual(
        expect.objectContaining({ protocol: 'email', status: 'pending', subscribedAt: '2026-11-23T12:00:00.000Z' }),
      );
    });
  });

  it('says that a phone cannot be reached while the account is in the sandbox; mailboxes are not asked about', async ({
    table,
    run,
  }) => {
    const asked: string[] = [];

    await run({
      isSandboxed: async (phoneNumber) => {
        asked.push(phoneNumber);
        return true;
      },
    });

    expect(asked).toEqual(['+12025550123']);
    expect(await stored(table)).toEqual([
      { protocol: 'email', status: 'confirmed' },
      { protocol: 'sms', status: 'sandboxed' },
    ]);
  });

  it('does not bring back a contact that left the plan meanwhile', async ({ table }) => {
    const [contact] = await readContacts(table, USER);

    await updateContact(
      table,
      { ...contact, userId: USER, protocol: 'email', address: 'gone@example.com', status: 'new' },
      { topicArn: 't', status: 'confirmed' },
    );

    expect((await readContacts(table, USER)).map(({ address }) => address)).not.toContain('gone@example.com');
  });

  it('has nothing to do for a person without contacts', async ({ run }) => {
    expect(await run({}, 'bob')).toEqual({ contacts: [] });
  });
});

describe('a contact that left the plan', () => {
  const topics = async (sns: SNSClient) => (await sns.send(new ListTopicsCommand({}))).Topics?.length ?? 0;
  const everyone = async (table: Table, userId = USER) =>
    (await readEveryContact(table, userId)).map(({ address }) => address);

  it('is unsubscribed and forgotten; the others stay as they are', async ({ table, sns, subscribed, run }) => {
    await run();
    await plan(table, '02', [SMS]);

    await run();

    expect(await topics(sns)).toBe(1);
    expect(await everyone(table)).toEqual([SMS.address]);
    expect(subscribed).toEqual([EMAIL.address, SMS.address]);
  });

  it('is unsubscribed when the plan ends, and subscribed anew when it comes back', async ({ table, sns, run }) => {
    await run();
    await endPlan(table, USER, sourceOf(USER, '02'));
    await run();
    expect([await topics(sns), await everyone(table)]).toEqual([0, []]);

    await plan(table, '03', [EMAIL]);
    await run();

    expect(await stored(table)).toEqual([{ protocol: 'email', status: 'confirmed' }]);
    expect(await topics(sns)).toBe(1);
  });

  it('keeps its topic while somebody else has the address, and loses it with the last one', async ({
    table,
    sns,
    run,
  }) => {
    await run();
    await plan(table, '01', [EMAIL], 'bob');
    await run({}, 'bob');

    await endPlan(table, USER, sourceOf(USER, '02'));
    await run();
    expect([await topics(sns), await everyone(table)]).toEqual([1, []]);

    await endPlan(table, 'bob', sourceOf('bob', '02'));
    await run({}, 'bob');
    expect([await topics(sns), await everyone(table, 'bob')]).toEqual([0, []]);
  });

  it('was never subscribed: there is nothing to take away', async ({ table, run }) => {
    await plan(table, '02', []);

    await run();

    expect(await everyone(table)).toEqual([]);
  });

  it('is subscribed again when a newer plan has it again while its topic is taken away', async ({
    table,
    sns,
    run,
  }) => {
    await run();
    await plan(table, '02', [SMS]);

    const { contacts } = await run({
      deleteTopic: async (topicArn) => {
        await plan(table, '03', [EMAIL, SMS]);
        await deleteTopic(sns, topicArn);
      },
    });

    expect(contacts).toContainEqual({ protocol: 'email', status: 'confirmed' });
    expect(await topics(sns)).toBe(2);
  });

  it('fails as something to try again, after all others were dealt with', async ({ table, sns, run }) => {
    await run();
    await plan(table, '02', []);
    const denied = Object.assign(new Error('not authorized'), { name: 'AuthorizationErrorException' });

    let calls = 0;
    const failing = run({
      deleteTopic: async (topicArn) => {
        calls += 1;
        if (calls === 1) throw denied;
        await deleteTopic(sns, topicArn);
      },
    });

    await expect(failing).rejects.toMatchObject({
      name: 'ContactNotReleasedError',
      message: expect.stringContaining('1 of 2 contacts that left the plan are still subscribed'),
    });
    expect([await topics(sns), await everyone(table)]).toEqual([1, [EMAIL.address]]);
    await run();
    expect([await topics(sns), await everyone(table)]).toEqual([0, []]);
  });
});

describe('an address that SNS does not take', () => {
  const refuses = (sns: SNSClient): Partial<EnsureContactsPorts> => ({
    subscribe: async (topicArn: string, protocol: 'email' | 'sms', address: string) => {
      if (protocol === 'sms')
        throw Object.assign(new Error('Invalid parameter: Endpoint'), { name: 'InvalidParameterException' });
      return subscribe(sns, topicArn, protocol, address);
    },
  });

  it('is noted as refused with what SNS said, and the others are reached', async ({ table, sns, run }) => {
    await run(refuses(sns));

    expect(await readContacts(table, USER)).toMatchObject([
      { protocol: 'email', status: 'confirmed' },
      { protocol: 'sms', status: 'refused', refusal: 'InvalidParameterException: Invalid parameter: Endpoint' },
    ]);
  });

  it('is reached once SNS takes it', async ({ table, sns, run }) => {
    await run(refuses(sns));

    await run();

    const sms = (await readContacts(table, USER)).find(({ protocol }) => protocol === 'sms');
    expect(sms).toMatchObject({ status: 'confirmed' });
    expect(sms).not.toHaveProperty('refusal');
  });

  it('fails the step when it is not the address but a permission or the service', async ({ run }) => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AuthorizationErrorException' });

    await expect(run({ subscribe: () => Promise.reject(denied) })).rejects.toThrow('not authorized');
  });
});

describe('a mailbox that confirmed since', () => {
  it('is noted as confirmed when the next message goes out', async ({ table, sns, run }) => {
    await run({ subscriptionStatus: async () => 'pending' });
    const [email] = await readContacts(table, USER);
    if (!email?.topicArn) throw new Error('expected a contact with a topic');
    expect(email.status).toBe('pending');
    await subscribe(sns, email.topicArn, 'email', email.address);

    const refreshed = await refreshContact(table, sns, email);

    expect(refreshed.status).toBe('confirmed');
    expect((await readContacts(table, USER))[0]).toMatchObject({ status: 'confirmed' });
  });
});
