import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { openRoom, openTopic } from './open-room.ts';

describe('createSnsService', () => {
  it('creates a topic once by its name and keeps its attributes', async () => {
    const { client } = await openRoom();
    const create = new CreateTopicCommand({ Name: 'topic-1', Attributes: { KmsMasterKeyId: 'alias/aws/sns' } });

    const first = await client.send(create);
    const second = await client.send(create);
    await client.send(
      new SetTopicAttributesCommand({
        TopicArn: first.TopicArn,
        AttributeName: 'DisplayName',
        AttributeValue: 'A & B',
      }),
    );

    const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn: first.TopicArn }));
    expect(second.TopicArn).toBe('arn:aws:sns:us-east-1:000000000000:topic-1');
    expect(Attributes).toMatchObject({ KmsMasterKeyId: 'alias/aws/sns', DisplayName: 'A & B' });
    expect((await client.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn: first.TopicArn }]);
  });

  it('confirms a subscription by itself and gives the same one for the same address', async () => {
    const { client, topic } = await openTopic();
    const subscribe = new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'alice@example.com' });

    const first = await client.send(subscribe);
    const second = await client.send(subscribe);

    const { Subscriptions } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topic }));
    const { Attributes } = await client.send(
      new GetSubscriptionAttributesCommand({ SubscriptionArn: first.SubscriptionArn }),
    );
    expect(second.SubscriptionArn).toBe(first.SubscriptionArn);
    expect(Subscriptions).toMatchObject([
      { SubscriptionArn: first.SubscriptionArn, Protocol: 'email', Endpoint: 'alice@example.com' },
    ]);
    expect(Attributes?.PendingConfirmation).toBe('false');
  });

  it('puts a message for every subscriber into the outbox, readable, and tells of it', async () => {
    const { client, topic, outbox, messages } = await openTopic();
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'alice@example.com' }));
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sms', Endpoint: '+4915112345678' }));

    const { MessageId } = await client.send(
      new PublishCommand({
        TopicArn: topic,
        Subject: 'Groceries',
        Message: '80 % of €400 <spent> & more\nsecond line',
      }),
    );

    const files = (await readdir(outbox)).sort();
    const texts = await Promise.all(files.map((file) => readFile(join(outbox, file), 'utf8')));
    expect(files).toEqual([
      expect.stringMatching(new RegExp(`^\\d{8}T\\d{9}Z-${MessageId}-email\\.txt$`)),
      expect.stringMatching(new RegExp(`^\\d{8}T\\d{9}Z-${MessageId}-sms-2\\.txt$`)),
    ]);
    expect(texts).toEqual([
      'To: alice@example.com\nSubject: Groceries\n\n80 % of €400 <spent> & more\nsecond line\n',
      'To: +4915112345678\n\n80 % of €400 <spent> & more\nsecond line\n',
    ]);
    expect(messages).toMatchObject([
      { protocol: 'email', messageId: MessageId, subject: 'Groceries' },
      { protocol: 'sms', messageId: MessageId, address: '+4915112345678' },
    ]);
  });

  it("puts a topic's display name before a text, in capitals and at most ten characters, and says how many parts that costs", async () => {
    const { client, topic, outbox } = await openTopic();
    const set = (AttributeValue: string) =>
      client.send(new SetTopicAttributesCommand({ TopicArn: topic, AttributeName: 'DisplayName', AttributeValue }));
    const publish = () => client.send(new PublishCommand({ TopicArn: topic, Message: 'x'.repeat(150) }));
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sms', Endpoint: '+4915112345678' }));
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'alice@example.com' }));

    await set('A long name');
    const named = (await publish()).MessageId ?? '';
    await set('');
    const unnamed = (await publish()).MessageId ?? '';

    const files = (await readdir(outbox)).filter((file) => file.includes('-sms'));
    const textOf = (id: string) => readFile(join(outbox, files.find((file) => file.includes(id)) ?? ''), 'utf8');
    const mail = (await readdir(outbox)).find((file) => file.includes(named) && file.includes('-email')) ?? '';
    expect(await textOf(named)).toBe(`To: +4915112345678\nParts: 2\n\nA LONG NAM> ${'x'.repeat(150)}\n`);
    expect(await textOf(unnamed)).toBe(`To: +4915112345678\n\n${'x'.repeat(150)}\n`);
    expect(await readFile(join(outbox, mail), 'utf8')).not.toContain('A LONG NAM');
  });

  it("puts a message's attributes above it, without those that are orders to SNS", async () => {
    const { client, topic, outbox, messages } = await openTopic();
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sms', Endpoint: '+4915112345678' }));
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });

    await client.send(
      new PublishCommand({
        TopicArn: topic,
        Message: 'spent',
        MessageAttributes: { alertIds: text('a1,b2'), 'AWS.SNS.SMS.SMSType': text('Transactional') },
      }),
    );

    const [file = ''] = await readdir(outbox);
    expect(await readFile(join(outbox, file), 'utf8')).toBe('To: +4915112345678\nalertIds: a1,b2\n\nspent\n');
    expect(messages).toMatchObject([{ attributes: { alertIds: 'a1,b2' } }]);
  });

  it('publishes to a phone number without a topic', async () => {
    const { client, messages } = await openRoom();

    await client.send(new PublishCommand({ PhoneNumber: '+49 151 12345678', Message: 'hello' }));

    expect(messages).toMatchObject([{ protocol: 'sms', address: '+4915112345678', body: 'hello' }]);
  });

  it('gives each protocol its own text of a structured message', async () => {
    const { client, topic, messages } = await openTopic();
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sms', Endpoint: '+4915112345678' }));
    const message = JSON.stringify({ default: 'long', sms: 'short' });

    await client.send(new PublishCommand({ TopicArn: topic, Message: message, MessageStructure: 'json' }));

    expect(messages.map(({ body }) => body)).toEqual(['short']);
  });

  it.each([
    ['no topic', { TopicArn: 'arn:aws:sns:us-east-1:000000000000:nobody', Message: 'x' }, 'NotFound'],
    ['an empty message', { Message: '' }, 'InvalidParameter'],
    ['a message above 256 KiB', { Message: 'x'.repeat(256 * 1024 + 1) }, 'InvalidParameter'],
    ['a subject of 100 characters', { Message: 'x', Subject: 's'.repeat(100) }, 'InvalidParameter'],
    ['a subject that begins with a blank', { Message: 'x', Subject: ' s' }, 'InvalidParameter'],
    ['an empty subject', { Message: 'x', Subject: '' }, 'InvalidParameter'],
    ['a subject outside ASCII', { Message: 'x', Subject: 'Überschuss' }, 'InvalidParameter'],
    ['a subject of two lines', { Message: 'x', Subject: 'a\nb' }, 'InvalidParameter'],
    ['a wrong phone number', { Message: 'x', PhoneNumber: '12' }, 'InvalidParameter'],
  ])('fails to publish with %s', async (_, input, name) => {
    const { client, topic, messages } = await openTopic();
    const target = 'PhoneNumber' in input ? {} : { TopicArn: topic };

    const answer = client.send(new PublishCommand({ ...target, ...input }));

    await expect(answer).rejects.toMatchObject({ name: expect.stringContaining(name) });
    expect(messages).toEqual([]);
  });

  it.each([
    ['email', 'nobody'],
    ['sms', '12'],
    ['lambda', 'arn:aws:lambda:us-east-1:000000000000:function:f'],
  ])('fails to subscribe the %s address "%s"', async (protocol, endpoint) => {
    const { client, topic } = await openTopic();

    const answer = client.send(new SubscribeCommand({ TopicArn: topic, Protocol: protocol, Endpoint: endpoint }));

    await expect(answer).rejects.toMatchObject({ name: expect.stringContaining('InvalidParameter') });
  });

  it('fails to unsubscribe what can be no subscription, and takes one that is gone', async () => {
    const { client, topic } = await openTopic();
    const leave = (SubscriptionArn: string) => client.send(new UnsubscribeCommand({ SubscriptionArn }));

    await expect(leave('nothing')).rejects.toMatchObject({ name: expect.stringContaining('InvalidParameter') });
    await expect(leave(`${topic}:gone`)).resolves.toBeDefined();
  });

  it('knows topics and subscriptions again after a restart, and not those that were removed', async () => {
    const directory = await temporaryDirectory();
    const { client, topic } = await openTopic({ directory });
    const kept = new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'kept@example.com' });
    const gone = new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'gone@example.com' });
    const { TopicArn: other } = await client.send(new CreateTopicCommand({ Name: 'other' }));
    await client.send(kept);
    await client.send(new UnsubscribeCommand({ SubscriptionArn: (await client.send(gone)).SubscriptionArn }));
    await client.send(new DeleteTopicCommand({ TopicArn: other }));

    const { client: later } = await openRoom({ directory });

    const { Topics } = await later.send(new ListTopicsCommand({}));
    const { Subscriptions } = await later.send(new ListSubscriptionsByTopicCommand({ TopicArn: topic }));
    expect(Topics).toEqual([{ TopicArn: topic }]);
    expect(Subscriptions?.map(({ Endpoint }) => Endpoint)).toEqual(['kept@example.com']);
  });

  it('can be called in process, where lists and maps have no wrapping', async () => {
    const { room, client, topic } = await openTopic();
    await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sms', Endpoint: '+4915112345678' }));

    const topics = await room.operations.ListTopics?.({}, {});
    const attributes = await room.operations.GetTopicAttributes?.({ TopicArn: topic }, {});
    const published = await room.operations.Publish?.({ TopicArn: topic, Message: 'hello' }, {});

    expect(topics).toEqual({ Topics: [{ TopicArn: topic }] });
    expect(attributes).toMatchObject({ Attributes: { TopicArn: topic, SubscriptionsConfirmed: '1' } });
    expect(published).toEqual({ MessageId: expect.any(String) });
  });
});

describe('a mailbox that is not confirmed at once', () => {
  const ADDRESS = 'alice@example.com';
  const HOUR_MS = 3_600_000;
  async function subscribed() {
    const time = { nowMs: Date.parse('2026-11-20T12:00:00Z') };
    const clock = { ...systemClock, now: () => time.nowMs };
    const opened = await openTopic({ clock, isConfirmedAtOnce: () => false });
    const { client, topic } = opened;
    const subscribe = new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: ADDRESS });
    const { SubscriptionArn } = await client.send(subscribe);
    expect(SubscriptionArn).toBe('pending confirmation');
    return {
      ...opened,
      time,
      subscribe: () => client.send(subscribe),
      publish: () => client.send(new PublishCommand({ TopicArn: topic, Message: 'hello' })),
      async arns() {
        const { Subscriptions = [] } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topic }));
        return Subscriptions.map(({ SubscriptionArn: arn = '' }) => (arn.startsWith('arn:') ? 'arn' : arn));
      },
    };
  }

  it('gets nothing until its owner follows the link', async () => {
    const { room, messages, publish, arns } = await subscribed();
    await publish();
    expect([messages.length, await arns()]).toEqual([0, ['PendingConfirmation']]);

    await room.confirm(ADDRESS);
    await publish();

    expect([messages.length, await arns()]).toEqual([1, ['arn']]);
  });

  it('is forgotten after two days', async () => {
    const { room, time, arns } = await subscribed();
    time.nowMs += 48 * HOUR_MS;

    expect(await arns()).toEqual([]);
    await expect(room.confirm(ADDRESS)).rejects.toThrow('no pending subscription of alice@example.com');
  });

  it('is listed as deleted for three days once its owner has left, and can be subscribed anew', async () => {
    const { room, client, topic, messages, time, publish, subscribe, arns } = await subscribed();
    await room.confirm(ADDRESS);
    await room.leave(ADDRESS);
    await publish();
    expect([messages.length, await arns()]).toEqual([0, ['Deleted']]);
    await subscribe();

    expect((await arns()).sort()).toEqual(['Deleted', 'PendingConfirmation']);
    const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn: topic }));
    expect(Attributes).toMatchObject({
      SubscriptionsConfirmed: '0',
      SubscriptionsPending: '1',
      SubscriptionsDeleted: '1',
    });
    time.nowMs += 72 * HOUR_MS;
    expect(await arns()).toEqual([]);
  });
});
