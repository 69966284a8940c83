import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/clock.ts';
import type { SnsOptions } from '../../src/sns/sns-service.ts';
import { startMailServer } from './mail-server.ts';
import { openTopic } from './open-room.ts';

/** A topic that alice reads by e-mail, in time that passes as fast as the work allows. */
async function openMail(url: string, overrides: Partial<SnsOptions> = {}) {
  const failures: string[] = [];
  const opened = await openTopic({
    clock: new VirtualClock(),
    smtp: { url },
    onMailFailure: (reason) => failures.push(reason),
    ...overrides,
  });
  const { client, topic, outbox, room } = opened;
  await client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint: 'alice@example.com' }));
  return {
    ...opened,
    failures,
    publish: (Message: string) => client.send(new PublishCommand({ TopicArn: topic, Subject: 'Groceries', Message })),
    sent: () => expect.poll(() => room.pending(), { timeout: 10_000 }).toBe(0),
    /** What stands beside the message about tries that failed. */
    record: async () => {
      const file = (await readdir(outbox)).find((name) => name.endsWith('-email.failed.txt'));
      return file && readFile(join(outbox, file), 'utf8');
    },
  };
}

describe('delivery by SMTP', () => {
  it('hands e-mail over to the server that is named', async () => {
    const server = await startMailServer();
    const { publish, sent, failures } = await openMail(server.url);

    await publish('80 % spent');
    await sent();

    expect(server.mails).toHaveLength(1);
    for (const part of ['To: alice@example.com', 'Subject: Groceries', '80 % spent']) {
      expect(server.mails[0]).toContain(part);
    }
    expect(failures).toEqual([]);
  });

  it('tries again with growing pauses until the server takes it, and leaves no record then', async () => {
    const server = await startMailServer(['451 later', '421 too busy']);
    const { publish, sent, failures, record } = await openMail(server.url);

    await publish('80 % spent');
    await sent();

    expect(server.mails).toHaveLength(1);
    expect(failures).toEqual([
      expect.stringMatching(/attempt 1 of 8 failed: .*later; tried again in 15 seconds$/),
      expect.stringMatching(/attempt 2 of 8 failed: .*too busy; tried again in 30 seconds$/),
    ]);
    expect(await record()).toBeUndefined();
  });

  it('gives up at once what the server refuses for good, keeps it, and says so beside the message', async () => {
    const server = await startMailServer(['550 no such mailbox']);
    const { publish, sent, record, directory } = await openMail(server.url);

    await publish('80 % spent');
    await sent();

    expect(server.attempts).toBe(1);
    expect(await record()).toMatch(/attempt 1 of 8 failed: .*no such mailbox; given up/);
    expect(await readFile(join(directory, 'mail-dead-letters.jsonl'), 'utf8')).toContain('80 % spent');
  });

  it('gives up after eight tries when nobody answers', async () => {
    const { publish, sent, record, failures, directory } = await openMail('smtp://127.0.0.1:9');

    await publish('lost');
    await sent();

    expect(failures).toHaveLength(8);
    expect(await record()).toMatch(/attempt 8 of 8 failed: .*; given up/);
    expect(await readFile(join(directory, 'mail-dead-letters.jsonl'), 'utf8')).toContain('lost');
  });

  it('sends after a restart what was waiting before', async () => {
    const first = await openMail('smtp://127.0.0.1:9', { clock: standingClock() });
    await first.publish('waiting');
    await expect.poll(() => first.failures, { timeout: 10_000 }).toHaveLength(1);
    await first.room.close();

    const server = await startMailServer();
    const second = await openTopic({ directory: first.directory, smtp: { url: server.url } });

    await expect.poll(() => second.room.pending(), { timeout: 10_000 }).toBe(0);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toContain('waiting');
  });
});

/** Time that nobody lets pass. */
function standingClock(): VirtualClock {
  const clock = new VirtualClock();
  void clock.busy(() => new Promise(() => undefined));
  return clock;
}
