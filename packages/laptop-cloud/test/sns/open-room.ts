import { join } from 'node:path';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { OutboxMessage } from '../../src/sns/message.ts';
import { createSnsService, type SnsOptions } from '../../src/sns/sns-service.ts';
import { clientConfig, openTestGateway } from '../http/test-gateway.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** The room behind a port, with a client; gone when the test is over. */
export async function openRoom(overrides: Partial<SnsOptions> = {}) {
  const directory = overrides.directory ?? (await temporaryDirectory());
  const outbox = join(directory, 'outbox');
  const messages: OutboxMessage[] = [];
  const room = await createSnsService({
    directory,
    outboxDirectory: outbox,
    clock: systemClock,
    onMessage: (message) => messages.push(message),
    ...overrides,
  });
  const gateway = await openTestGateway([room]);
  const client = new SNSClient(clientConfig(gateway));
  onTestFinished(async () => {
    client.destroy();
    await gateway.close();
    await room.close();
  });
  return { room, client, outbox, messages, directory };
}

/** The same, with one topic. */
export async function openTopic(overrides: Partial<SnsOptions> = {}) {
  const opened = await openRoom(overrides);
  const { TopicArn: topic = '' } = await opened.client.send(new CreateTopicCommand({ Name: 'topic-1' }));
  return { ...opened, topic };
}
